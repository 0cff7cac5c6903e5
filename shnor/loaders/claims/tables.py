"""Tables of a paper: what each number of a cell is by the head of its row and the head of its column."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from shnor.datasets import paper_words as words
from shnor.loaders.claims.said import Cell, Line
from shnor.loaders.claims.sentences import Sentence, school_years, sentence
from shnor.loaders.words.school_mentions import mirror

_BARE = re.compile(r"(?P<number>\d{1,3}(?: \d{3})+|\d{1,6})")
_FIGURE = re.compile(rf"{_BARE.pattern}(?:[.,]\d+)? ?%?|\d{{1,6}} из \d{{1,6}}(?:[ (,]+\d{{1,3}}(?:[.,]\d+)? ?%\)?)?")
_YEAR = re.compile(r"20\d\d(?: ?(?:год|г\.?))?")
_PLACE = re.compile(words.PLACE_IN_A_TABLE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_HEADS = 3
"""So many rows a head has at most."""


class Table(NamedTuple):
    """caption: what stands directly above it."""

    rows: list[Line]
    caption: Sentence


def tables(lines: Sequence[Line]) -> Iterator[Table]:
    above = ""
    for name, rows in groupby(lines, lambda line: line.place.partition(",")[0] if line.cells else ""):
        every = list(rows)
        if name:
            yield Table(every, sentence(above, ""))
        above = "" if name else every[-1].text


def is_figure(text: str) -> bool:
    """«12», «94 %», «63 из 74 (85 %)»."""
    return _FIGURE.fullmatch(text) is not None


class Figure(NamedTuple):
    """around: its heads and itself as a sentence, «МБОУ СОШ № 3; Удостоверений: 12». whole: a whole number. cell: such
    one, where something readable stands at its row or its column."""

    around: Sentence
    whole: bool
    cell: Cell | None


def figures(lines: Sequence[Line]) -> Iterator[Figure]:
    """Every one of the tables but the numbers of rows and columns."""
    for rows, caption in tables(lines):
        high = _height(rows)
        heads = _columns(rows[:high])
        places = {at for at, head in enumerate(heads) if _PLACE.fullmatch(mirror(head).strip())}
        for line in rows[high:]:
            yield from _row(line, heads, places, caption)


def _height(table: Sequence[Line]) -> int:
    """So many rows at the top say what the columns are; a row that numbers the columns is one of them."""
    for at, line in enumerate(table[:_HEADS]):
        numbers = [text for text in line.cells if is_figure(text)]
        counting = [str(number) for number in range(1, len(line.cells) + 1)] == [*line.cells]
        if numbers and not counting and not all(map(_YEAR.fullmatch, numbers)):
            return at
        if counting:
            return at + 1
    return min(_HEADS, len(table), 1 + _texts(table))


def _texts(table: Sequence[Line]) -> int:
    """Rows below the first that begin with nothing: the head goes on."""
    going = 0
    for line in table[1:]:
        if line.cells[0]:
            break
        going += 1
    return going


def _columns(rows: Sequence[Line]) -> list[str]:
    """The head of each column; a cell over several columns is of each of them."""
    wide = max((len(line.cells) for line in rows), default=0)
    told: list[list[str]] = [[] for _ in range(wide)]
    for at, line in enumerate(rows):
        last = ""
        for column, text in enumerate(line.cells):
            last = text or (last if at + 1 < len(rows) else "")
            if last and last not in told[column] and (_YEAR.fullmatch(last) or not is_figure(last)):
                told[column].append(last)
    return [", ".join(head) for head in told]


def _row(line: Line, heads: Sequence[str], places: set[int], caption: Sentence) -> Iterator[Figure]:
    name = ""
    for at, text in enumerate(line.cells):
        if at in places:
            continue
        if not is_figure(text):
            name = ", ".join(filter(None, (name, text)))
            continue
        column = heads[at] if at < len(heads) else ""
        told = "; ".join(filter(None, (name, column)))
        yield Figure(sentence(f"{told}: {text}" if told else text, line.place), _BARE.fullmatch(text) is not None,
                     _cell(line, name, column, text, caption))


def _cell(line: Line, name: str, column: str, text: str, caption: Sentence) -> Cell | None:
    whole = _BARE.fullmatch(text)
    if not whole or not any(_WORD.search(head) for head in (name, column)):
        return None
    row, head = sentence(name, line.place), sentence(column, line.place)
    every = (head, row, caption)
    return Cell(sentence=f"{'; '.join(filter(None, (row.shown, head.shown)))}: {text}", said=text, place=line.place,
                text=f"{head.bare}; {row.bare}", number=int(whole["number"].replace(" ", "")),
                heads=tuple(filter(None, (row.shown, head.shown))), 
                years=next((one.years for one in every if one.years), ()),
                narrow=any(one.narrow or any(school_years(one.flat)) for one in every))
