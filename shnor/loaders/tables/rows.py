"""Which rows under a header are records: no totals, blank rows, page numbers, headers once more, signatures."""

import re

from shnor.datasets import KINDS, Grid, Value
from shnor.datasets.leftovers import PAGES, SIGNATURES
from shnor.datasets.results import SCHOOL_WORDS
from shnor.loaders.tables import totals
from shnor.loaders.tables.below import other_table
from shnor.loaders.tables.recognise import is_number_row, layout_of
from shnor.loaders.types import Match
from shnor.loaders.words.headers import normalise, plain, row_texts

Row = tuple[Value, ...]
NUMBER = re.compile(r"\d+(?:\s*\.\s*\d+)*\s*\.?")
_NOISE_LETTERS = tuple(" \t\n\u00a0ИиВвСсПпОоНнЛл-–—")
"""What totals and page numbers begin with: most rows are settled by their first letter."""
_COUNT = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")
_SIGNED = re.compile(SIGNATURES, re.I)
_PAGE, _SCHOOL = re.compile(PAGES, re.I), re.compile(SCHOOL_WORDS)


def record_rows(grid: Grid, match: Match) -> list[int]:
    """Their rows on the sheet, from 0."""
    rows, total = grid.cells, totals.pattern(match)
    header = {normalise(text) for cells in rows[match.header_row:match.first_row] for text in row_texts(cells)} - {""}
    stop = _end(grid, match)
    left, numbers = totals.rows(grid, match), range(match.first_row, stop)
    odd = {first for first in {rows[number][0] for number in numbers} if first is None or (isinstance(first, str) and (
        not first or first.startswith(_NOISE_LETTERS) or normalise(first) in header))}
    kept = [number for number in numbers if number not in left and (rows[number][0] not in odd or not (
        is_blank(rows[number]) or _is_noise(rows[number], header, total)))]
    return _without_numbers_again(grid, match, kept, stop)


def _without_numbers_again(grid: Grid, match: Match, kept: list[int], stop: int) -> list[int]:
    """Numbers of columns under a header that stands in the table once more."""
    if not layout_of(match).number_row:
        return kept
    first, again = match.first_row, set(range(match.first_row, stop)) - set(kept)
    return kept if not again else [number for number in kept if not (
        number > first and number - 1 in again and not is_blank(grid.cells[number - 1])
        and is_number_row(grid, number))]


def is_blank(cells: Row) -> bool:
    """Nothing but spaces."""
    if cells == (None,) * len(cells):
        return True
    return cells[0] is None and all(value is None or (isinstance(value, str) and not value.strip()) for value in cells)


def _is_noise(cells: Row, header: set[str], total: re.Pattern[str]) -> bool:
    """A total, a page number, or a row of the header once more (a table broken over pages)."""
    texts = row_texts(cells)
    if not texts or total.fullmatch(texts[0]) or all(_PAGE.fullmatch(text) for text in texts):
        return bool(texts)
    return len(texts) > 1 and not {normalise(text) for text in texts} - header


def _end(grid: Grid, match: Match) -> int:
    """The row after the last row of the table: signatures, notes and remarks under it are cut off."""
    cells = grid.cells
    needs = [match.columns[name] for name in layout_of(match).needs if name in match.columns]
    school = match.columns.get(KINDS[match.kind].school, -1) if len(needs) > 1 else -1
    stop = below if (below := other_table(grid, match)) is not None else len(cells)
    ours = list(range(len(cells[match.header_row]))) if layout_of(match).form else needs
    total = totals.pattern(match)
    while stop > match.first_row and _is_tail(cells[stop - 1], needs, ours, total,
                                              helped=_is_of_school(cells[stop - 1], school, needs)):
        stop -= 1
    return stop


def _is_of_school(cells: Row, school: int, needs: list[int]) -> bool:
    """«директор гимназии» beside the school it helps: all that is needed is filled and a school is named elsewhere."""
    there = [plain(cells[place]) if place < len(cells) else "" for place in needs]
    return 0 < school < len(cells) and all(there) and bool(_SCHOOL.search(normalise(cells[school])))


def _is_tail(cells: Row, needs: list[int], numbers: list[int], total: re.Pattern[str], *, helped: bool) -> bool:
    """numbers: columns in which a number makes a row a row; in Word and in pasted text numbers are texts. helped: a
    row of a school."""
    texts = row_texts(cells)
    counted = any(type(cells[place]) in (int, float) or _COUNT.fullmatch(plain(cells[place]))
                  for place in numbers if place < len(cells))
    if not texts or total.fullmatch(texts[0]) or all(map(_PAGE.fullmatch, texts)):
        return True
    if _SIGNED.match(texts[0]) and not counted and not helped:
        return True  # «директор» with a number or a school beside it is a row about posts, not a signature
    if not any(plain(cells[place]) for place in needs if place < len(cells)):
        return True
    # where one column is enough («Что нужно»), a text alone in it is a row
    return len(texts) == 1 and not NUMBER.fullmatch(texts[0]) and len(needs) > 1
