"""Tables that stand under each other on one sheet, each with its own header: each is a table of its own, in its own
rows.

A table keeps its addresses: the rows of the others are blank in it. Lines above the first header are about all of them.
"""

import re
from dataclasses import replace

from shnor.datasets import Grid
from shnor.datasets.foreign import HEAD_ROWS
from shnor.loaders.tables.below import other_table
from shnor.loaders.tables.recognise import layout_of, recognise
from shnor.loaders.tables.rows import is_blank, record_rows
from shnor.loaders.tables.shapes import shape_of
from shnor.loaders.types import Match
from shnor.loaders.words.headers import plain, row_texts

_DEEP = 4
"""Rows of which one may be the header behind an empty row: titles stand above it."""
_YEAR = re.compile(r"\d{4}")


def stacked(grid: Grid) -> list[Grid]:
    """The sheet once for every table, from top to bottom; empty where the sheet is one table."""
    match = _whole(grid)
    if match is None:
        return []
    top = match.header_row
    gap = next((row for row in range(top - 1, 0, -1) if is_blank(grid.cells[row])), top)
    above = _whole(_rows(grid, 0, gap)) if gap else None
    if above and _is_other(above, match) and record_rows(_rows(grid, 0, gap), above):
        return _divided(grid, above, gap)
    below = other_table(grid, match)
    under = _whole(_rows(grid, below, len(grid.cells))) if below is not None else None
    return _divided(grid, match, below) if below is not None and under and _is_other(under, match) else []


def over_foreign(grid: Grid) -> int | None:
    """The row, from 0, from which a known table that is not ours stands under a table of ours."""
    for row in range(1, len(grid.cells)):
        apart = is_blank(grid.cells[row - 1])
        if (apart or row < HEAD_ROWS) and not is_blank(grid.cells[row]) and _begins_foreign(grid, row, apart=apart):
            above = _rows(grid, 0, row)
            match = _whole(above)
            return row if match and record_rows(above, match) else None
    return None


def halves(grid: Grid, row: int) -> list[Grid]:
    return [_rows(grid, 0, row), _rows(grid, row, len(grid.cells))]


def _begins_foreign(grid: Grid, row: int, *, apart: bool) -> bool:
    """Whether the header of a known foreign table stands there, under lines of one text at most. A row of texts without
    a year: a record may have the words of such a header in it. apart: behind an empty row."""
    found = shape_of(replace(grid, cells=grid.cells[row:row + _DEEP]))
    if found is None or not (apart or found[0].sure):
        return False
    _, top, bottom = found
    header = [value for cells in grid.cells[row + top:row + bottom + 1] for value in cells if value is not None]
    return all(len(row_texts(cells)) < 2 for cells in grid.cells[row:row + top]) and all(
        isinstance(value, str | int) and not _YEAR.search(plain(value)) for value in header)


def _divided(grid: Grid, first: Match, row: int) -> list[Grid]:
    rest = _rows(grid, row, len(grid.cells), first.header_row)
    return [_rows(grid, 0, row), *(stacked(rest) or [rest])]


def _rows(grid: Grid, first: int, after: int, heading: int = 0) -> Grid:
    """The sheet with these rows alone, and so many lines of its beginning."""
    cells = tuple(cells if first <= row < after or row < heading else (None,) * len(cells)
                  for row, cells in enumerate(grid.cells))
    return replace(grid, cells=cells)


def _whole(grid: Grid) -> Match | None:
    found = recognise(grid)
    return found[0] if len(found) == 1 and found[0].score >= 1 and not layout_of(found[0]).form else None


def _is_other(one: Match, other: Match) -> bool:
    """A table that goes on under its header once more is one table."""
    return one.kind != other.kind or one.columns != other.columns
