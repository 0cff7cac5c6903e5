"""What the program of the person who sent a file shows of a sheet besides its values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0, inclusive."""


@dataclass(frozen=True)
class Looks:
    """Rows and columns from 0, sparse: a plain sheet has nothing here. hidden_rows: by hand, by a filter or by a
    folded group; filtered: whether a filter hides some of them. struck: cells struck out as a whole; a cell of which
    only some words are struck out is none. lost: cells of formulas nobody has computed, empty in the grid. unseen:
    the format, or a damage of the file, does not tell all of this."""

    hidden_rows: frozenset[int] = frozenset()
    filtered: bool = False
    hidden_columns: frozenset[int] = frozenset()
    struck: tuple[Area, ...] = ()
    lost: tuple[Area, ...] = ()
    unseen: bool = False


PLAIN = Looks()


def areas_of(cells: Iterable[tuple[int, int]]) -> tuple[Area, ...]:
    """Cells as runs down their columns: a struck column of 20 000 rows is one area."""
    runs: list[list[int]] = []
    for row, column in sorted(set(cells), key=lambda cell: (cell[1], cell[0])):
        if runs and runs[-1][1] == column and runs[-1][2] == row - 1:
            runs[-1][2] = row
        else:
            runs.append([row, column, row, column])
    return tuple(sorted((first, left, last, right) for first, left, last, right in runs))


def cells_of(areas: Iterable[Area]) -> Iterator[tuple[int, int]]:
    """(row, column) of every cell."""
    for first, left, last, right in areas:
        yield from ((row, column) for row in range(first, last + 1) for column in range(left, right + 1))
