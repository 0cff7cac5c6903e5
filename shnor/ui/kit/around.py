"""Which part of a sheet is shown around marked cells: their rows and columns with the heads of both."""

from collections.abc import Collection, Sequence

from shnor.datasets import KINDS, Grid, Places
from shnor.datasets.places import letters, number

ABOVE, BELOW, BESIDE = 2, 2, 1
"""So many rows and columns are shown around a marked cell."""
LABELS, HEADS = 4, 4
"""So many columns tell rows apart; so many rows at most are taken for the header of a sheet that says nothing of it."""


def rows(grid: Grid, tables: Sequence[Places], marked: Collection[str]) -> list[int]:
    """From 0: the header of the table of each marked cell, and what stands around it."""
    hits = [number(cell) - 1 for cell in marked]
    heads = {row for hit in hits for row in _heads(grid, tables, hit)}
    around = {row for hit in hits for row in range(hit - ABOVE, hit + BELOW + 1)}
    return _whole(len(grid.cells), heads | around) if hits else [*range(len(grid.cells))]


def columns(grid: Grid, tables: Sequence[Places], marked: Collection[str]) -> list[int]:
    """From 0: columns that tell the rows apart, and what stands around each marked cell."""
    hits = [_place(letters(cell)) for cell in marked]
    around = {place for hit in hits for place in range(hit - BESIDE, hit + BESIDE + 1)}
    labels = _labels(grid, tables, marked)
    return _whole(width(grid), {*around, *labels}) if hits else [*range(width(grid))]


def _whole(size: int, shown: Collection[int]) -> list[int]:
    """With what stands alone between two that are shown: to leave out one would save nothing."""
    return [number for number in range(size) if number in shown or {number - 1, number + 1} <= {*shown}]


def _heads(grid: Grid, tables: Sequence[Places], hit: int) -> range:
    """Rows of the header over a row, from 0."""
    own = [table.heads for table in tables if table.heads[0] <= hit + 1]
    if own:
        first, last = max(own)
        return range(first - 1, last)
    texts = (row for row in range(hit) if sum(isinstance(value, str) for value in grid.cells[row]) > 1)
    first = next(texts, 0)
    rows = range(first, min(first + HEADS, hit))
    return range(first, next((row for row in rows if row > first and _has_numbers(grid, row)), rows.stop))


def _has_numbers(grid: Grid, row: int) -> bool:
    return any(isinstance(value, int | float) for value in grid.cells[row])


def _labels(grid: Grid, tables: Sequence[Places], marked: Collection[str]) -> list[int]:
    """Columns of the key whose cells differ; of a sheet nothing is known of its first one with texts."""
    lowest = max((number(cell) for cell in marked), default=0)
    found = []
    for table in (one for one in tables if one.heads[0] <= lowest):
        places = [_place(spot.at) for name in KINDS[table.kind].key for spot in table.columns.get(name, ())
                  if spot.at.isalpha()]
        below = range(table.heads[1], len(grid.cells))
        found += [place for place in dict.fromkeys(places) if len({grid.at(row, place) for row in below}) > 1]
    first = next((place for place in range(width(grid)) if sum(
        isinstance(row[place], str) for row in grid.cells if place < len(row)) > len(grid.cells) // 3), 0)
    return sorted(dict.fromkeys(found))[-LABELS:] or [first]


def width(grid: Grid) -> int:
    return max((len(row) for row in grid.cells), default=0)


def _place(column: str) -> int:
    """A → 0, AA → 26."""
    place = 0
    for letter in column:
        place = place * 26 + ord(letter) - 64
    return place - 1
