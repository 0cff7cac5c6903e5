"""Tables that stand under each other on one sheet, each with its own header: each is a table of its own, in its own
rows.

A table keeps its addresses: the rows of the others are blank in it. Lines above the first header are about all of them.
"""

from dataclasses import replace

from shnor.datasets import Grid
from shnor.loaders.tables.below import other_table
from shnor.loaders.tables.recognise import layout_of, recognise
from shnor.loaders.tables.rows import is_blank, record_rows
from shnor.loaders.types import Match


def stacked(grid: Grid) -> list[Grid]:
    """The sheet once for every table, from top to bottom; empty where the sheet is one table."""
    match = _whole(grid)
    if match is None:
        return []
    top = match.header_row
    gap = next((row for row in range(top - 1, 0, -1) if is_blank(grid.cells[row])), top)
    above = _whole(_rows(grid, 0, gap))
    if above and _is_other(above, match) and record_rows(_rows(grid, 0, gap), above):
        return _divided(grid, above, gap)
    below = other_table(grid, match)
    under = _whole(_rows(grid, below, len(grid.cells))) if below is not None else None
    return _divided(grid, match, below) if below is not None and under and _is_other(under, match) else []


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
