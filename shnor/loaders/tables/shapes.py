"""Whether a sheet is one of the tables that are known and not ours, before it is asked what of ours it resembles."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from shnor.datasets import Grid, Value
from shnor.datasets.foreign import HEAD_ROWS, LONGEST_CELL, SHAPES, WIDEST, Need, Shape
from shnor.loaders.words.headers import normalise

_FEWEST = 3


def shape_of(grid: Grid) -> tuple[Shape, int, int] | None:
    """(shape, first row of its header, last row of it), rows from 0; None where the sheet is no such table."""
    start = next((row for row, cells in enumerate(grid.cells) if any(map(normalise, cells))), 0)
    rows = [_heads(cells) for cells in grid.cells[start:start + HEAD_ROWS]]
    for top, heads in enumerate(rows, start):
        if shape := _known(heads):
            return shape, top, top
    for top, (heads, under) in enumerate(pairwise(rows), start):
        if len(heads) > 1 and under and (shape := _known((*heads, *under))):
            return shape, top, top + 1
    return None


def _known(heads: tuple[str, ...]) -> Shape | None:
    return _shape(tuple(dict.fromkeys(heads))) if len(heads) >= _FEWEST else None


def _heads(cells: Sequence[Value]) -> tuple[str, ...]:
    return tuple(text for value in cells[:WIDEST] if isinstance(value, str) and len(value) < LONGEST_CELL
                 and (text := normalise(value)))


@lru_cache(maxsize=500)
def _shape(heads: tuple[str, ...]) -> Shape | None:
    return next((shape for shape in SHAPES if _fits(heads, shape)), None)


def _fits(heads: Iterable[str], shape: Shape) -> bool:
    left = list(heads)
    if shape.unless and any(is_like(shape.unless, text) for text in left):
        return False
    for need in shape.needs:
        fitting = _of_need(left, need)
        if len(fitting) < need.least:
            return False
        left = [text for text in left if text not in fitting[:need.least]]
    return True


def _of_need(heads: Iterable[str], need: Need) -> list[str]:
    return [text for text in heads if is_like(need.pattern, text)]


@lru_cache(maxsize=50_000)
def is_like(pattern: str, text: str) -> bool:
    """Whether a whole normalised text fits a pattern of the declarations."""
    return bool(re.fullmatch(pattern, text))
