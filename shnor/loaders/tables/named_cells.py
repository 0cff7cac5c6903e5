"""Cells that are the name of one person in a column of other things: an option of «Кого наблюдали», a value beside
«Ответственный», a header of a column that is about somebody."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice

from shnor.datasets import Grid
from shnor.datasets.forms import TIMES
from shnor.datasets.personal import ASKS_WHO, NOT_PEOPLE, PEOPLE, POST
from shnor.loaders.words.headers import normalise
from shnor.personal.copy import flat
from shnor.personal.lone import is_lone
from shnor.personal.person_names import are_people, is_adjective, is_sure

SCAN_ROWS = 30
_LONGEST, _LABEL, _QUESTION = 80, 60, 200
_LABELS, _IN_A_ROW = 2, 3
"""So many texts above may be its header; so many different names in one row are people beside each other."""
_OF_LABEL = 2
"""«Ответственный | Сидорчук»: a label and its value, nothing else in the row."""
_DIGIT = re.compile(r"\d")
_ASKS = re.compile(ASKS_WHO, re.I | re.S)
_OF_PEOPLE = re.compile(f"{PEOPLE}|{POST}")
_NOT_PEOPLE = re.compile(NOT_PEOPLE)
Cell = tuple[int, int]


def named_cells(grid: Grid, texts: Iterable[str]) -> frozenset[Cell]:
    """Rows and columns of such cells. texts: the different texts of the sheet. None in an export of a form: there it
    is asked what its answers are."""
    short = [text for text in texts if 2 < len(text) <= _QUESTION]
    people = {text for text in short if len(text) <= _LONGEST and not _DIGIT.search(text)
              and (are_people(text) or is_lone(flat(text).strip()))}
    if not people or _is_export(grid):
        return frozenset()
    asked = {text for text in short if _ASKS.match(text)}
    label = _labels(grid)
    return frozenset((row, column) for row, column, text, left in _places(grid, people, asked)
                     if _is_somebody(text, label(column), left))


def _is_export(grid: Grid) -> bool:
    return any(isinstance(value, str) and normalise(value) in TIMES
               for cells in grid.cells[:SCAN_ROWS] for value in cells)


def _labels(grid: Grid) -> Callable[[int], list[str]]:
    """The first texts of a column: its header, also below a title."""
    @cache
    def of(column: int) -> list[str]:
        texts = (normalise(value) for cells in grid.cells[:SCAN_ROWS] if column < len(cells)
                 and isinstance(value := cells[column], str) and 0 < len(value) <= _LABEL)
        return list(islice(texts, _LABELS))
    return of


def _places(grid: Grid, people: set[str], asked: set[str]) -> Iterator[tuple[int, int, str, bool]]:
    """(row, column, text, whether something to the left or the row itself speaks of people) of every name."""
    last: dict[int, bool] = {}
    for row, cells in enumerate(grid.cells):
        names = [(column, value) for column, value in enumerate(cells) if isinstance(value, str) and value in people]
        for column, value in enumerate(cells) if asked else ():
            if isinstance(value, str) and value.strip():
                last[column] = value in asked
        together = len({value for _, value in names if not is_adjective(value)}) >= _IN_A_ROW
        for column, value in names:
            before = next((text for text in reversed(cells[:column]) if text is not None), "")
            alone = sum(isinstance(text, str) for text in cells) <= _OF_LABEL
            beside = alone and isinstance(before, str) and bool(_OF_PEOPLE.fullmatch(normalise(before)))
            yield row, column, value, together or beside or any(last.get(left) for left in range(column))


def _is_somebody(text: str, labels: list[str], left: bool) -> bool:
    if left:
        return True
    if any(_OF_PEOPLE.fullmatch(label) for label in labels):
        return not is_adjective(text)
    return (is_sure(text) or is_lone(flat(text).strip())) and not any(_NOT_PEOPLE.fullmatch(label) for label in labels)
