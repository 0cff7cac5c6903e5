"""Tables that stand beside each other on one sheet: each is a table of its own, in its own columns.

Another one begins behind a column that is empty from the header down, or where the header begins anew («№», «Школа»
once more). Their titles may stand above them. A table keeps its addresses: the cells of the others are blank in it.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from shnor.datasets import Grid, Value
from shnor.datasets.foreign import BEGINS, HEAD_ROWS, WIDEST
from shnor.loaders.tables.recognise import recognise
from shnor.loaders.tables.shapes import is_like
from shnor.loaders.types import Match
from shnor.loaders.words.headers import normalise, plain

_FEWEST = 2
"""So many headers make a table."""


class Block(NamedTuple):
    """first, last: columns, from 0, inclusive. top: row of its header, from 0. is_ours: whether it is read."""

    top: int
    first: int
    last: int
    is_ours: bool


def blocks(grid: Grid) -> list[Block]:
    """The tables of a sheet from left to right where there are several and one of them is ours; else none."""
    width = max(map(len, grid.cells), default=0)
    if width > WIDEST:
        return []
    if not any(_may_begin_anew(cells) for cells in grid.cells[:HEAD_ROWS]) or (whole := _best(grid)) is None:
        return []
    for top in range(whole.header_row, whole.first_row):
        edges = [*_starts(grid, whole, top, width), width]
        found = [Block(top, first, after - 1, _is_whole(part(grid, Block(top, first, after - 1, False))))
                 for first, after in pairwise(edges)] if len(edges) > 2 else []
        if any(block.is_ours for block in found):
            return found
    return []


def part(grid: Grid, block: Block, sheet: str = "") -> Grid:
    """The sheet with this table alone. A line above it that says nothing over the table itself is shared."""
    rows = [_above(cells, block) if row < block.top else _own(cells, block) for row, cells in enumerate(grid.cells)]
    merged = tuple((first, max(left, block.first), last, min(right, block.last))
                   for first, left, last, right in grid.merged if right >= block.first and left <= block.last)
    return replace(grid, sheet=sheet or grid.sheet, cells=tuple(rows), merged=merged)


def heads(grid: Grid, block: Block) -> list[str]:
    """What stands in the header of a table, as written."""
    return [text for value in grid.cells[block.top][block.first:block.last + 1] if (text := plain(value))]


def _own(cells: Sequence[Value], block: Block) -> tuple[Value, ...]:
    return (*[None] * min(block.first, len(cells)), *cells[block.first:block.last + 1])


def _above(cells: Sequence[Value], block: Block) -> tuple[Value, ...]:
    own = _own(cells, block)
    return own if any(plain(value) for value in own) else tuple(cells[:block.first])


def _may_begin_anew(cells: Sequence[Value]) -> bool:
    """Whether a row could be the header of two tables: an empty cell between texts, or its first text once more."""
    filled = [place for place, value in enumerate(cells) if isinstance(value, str) and value.strip()]
    return len(filled) >= 2 * _FEWEST and (filled[-1] - filled[0] >= len(filled)
                                           or any(cells[place] == cells[filled[0]] for place in filled[1:]))


def _starts(grid: Grid, whole: Match, top: int, width: int) -> list[int]:
    """Columns in which a table begins, as a row of the header tells; [0] where there is one. Titles of tables may be
    taken for the first row of their header. Under groups of one table the same words stand once more, so below the
    first row only an empty column tells tables apart."""
    texts = [normalise(value) if isinstance(value := grid.at(top, column), str) else "" for column in range(width)]
    filled = [column for column, text in enumerate(texts) if text]
    if len(filled) < 2 * _FEWEST:
        return []
    starts = [0]
    for before, column in pairwise(filled):
        own = [text for text in texts[starts[-1]:column] if text]
        rest = [text for text in texts[column:] if text]
        if len(own) < _FEWEST or len(rest) < _FEWEST:
            continue
        again = texts[column] == own[0] and top == whole.header_row
        gap = [place for place in range(before + 1, column) if _is_empty(grid, whole.header_row, place)]
        if again or (gap and (_is_apart(whole, before, column, own, rest) or _are_whole(grid, top, gap[0], width))):
            starts.append(column)
    return starts


def _is_empty(grid: Grid, top: int, column: int) -> bool:
    if any(first <= top <= last and left < column <= right for first, left, last, right in grid.merged):
        return False
    return not any(plain(cells[column]) for cells in grid.cells[top:] if column < len(cells))


def _is_apart(whole: Match, before: int, after: int, own: Sequence[str], rest: Sequence[str]) -> bool:
    """Behind an empty column: another table if its header begins anew, or if the table of ours does not need it."""
    if is_like(BEGINS, rest[0]) or set(own) & set(rest):
        return True
    places = [*whole.columns.values(), *whole.periods]
    return max(places) <= before or min(places) >= after


def _are_whole(grid: Grid, top: int, gap: int, width: int) -> bool:
    """Whether there is a table of ours on either side of an empty column."""
    return all(_is_whole(part(grid, Block(top, first, last, False))) for first, last in ((0, gap), (gap, width - 1)))


def _is_whole(grid: Grid) -> bool:
    match = _best(grid)
    return match is not None and match.score >= 1


def _best(grid: Grid) -> Match | None:
    return next(iter(recognise(grid)), None)
