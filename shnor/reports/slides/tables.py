"""How a table stands in a room: how wide its columns are, how large its letters, how many of its rows have room."""

from collections.abc import Sequence
from typing import NamedTuple

from shnor.charts.drawn import letters
from shnor.charts.drawn.rows import left_out
from shnor.reports.slides.deck import Grid
from shnor.reports.slides.typeset import LINE
from shnor.wording import typeset

INSET, PAD = 0.4, 0.25
"""Left and right of a cell, above and below it, in sizes of a letter."""


class Laid(NamedTuple):
    """A table that fits. rows: those shown. left_out: a sentence about the others, «» where there are none."""

    size: float
    widths: list[float]
    head: list[str]
    rows: list[list[str]]
    left_out: str


def laid(grid: Grid, width: float, height: float, sizes: Sequence[float]) -> Laid:
    """In the largest of these sizes in which all rows fit; in the last one as many rows as fit."""
    head, rows = _set(grid.head), [_set(row) for row in grid.rows]
    for size in sizes:
        widths = columns(head, rows, width, size)
        heights = [_tall(head, widths, size, bold=True), *(_tall(row, widths, size) for row in rows)]
        if sum(heights) <= height:
            return Laid(size, widths, head, rows, "")
    free, shown = height - heights[0] - LINE * size, 0
    while shown < len(rows) and sum(heights[1:shown + 2]) <= free:
        shown += 1
    return Laid(size, widths, head, rows[:shown], left_out(len(rows) - shown))


def pages(grid: Grid, width: float, height: float, size: float) -> list[Laid]:
    """All rows, on as many pages as they need; a row taller than a page stands on its own."""
    head, rows = _set(grid.head), [_set(row) for row in grid.rows]
    widths = columns(head, rows, width, size)
    free = height - _tall(head, widths, size, bold=True)
    found: list[list[list[str]]] = [[]]
    taken = 0.0
    for row in rows:
        tall = _tall(row, widths, size)
        if found[-1] and taken + tall > free:
            found.append([])
            taken = 0
        found[-1].append(row)
        taken += tall
    return [Laid(size, widths, head, part, "") for part in found]


def columns(head: Sequence[str], rows: Sequence[Sequence[str]], width: float, size: float) -> list[float]:
    """As wide as the longest text of each, all together the whole width; where that is too much, columns give way but
    for their longest word."""
    texts = [[(head[place], True), *((row[place], False) for row in rows if place < len(row))]
             for place in range(len(head))]
    wide = [max(letters.width(text, size, bold=bold) for text, bold in column) for column in texts]
    least = [max(letters.width(word, size, bold=bold) for text, bold in column for word in text.split(" "))
             for column in texts]
    free = width - 2 * INSET * size * len(head)
    if sum(wide) <= free:
        parts = [one + (free - sum(wide)) * one / (sum(wide) or 1) for one in wide]
    elif sum(least) >= free:
        parts = [one * free / sum(least) for one in least]
    else:
        give = (free - sum(least)) / (sum(wide) - sum(least))
        parts = [low + (one - low) * give for low, one in zip(least, wide, strict=True)]
    return [part + 2 * INSET * size for part in parts]


def _set(texts: Sequence[str]) -> list[str]:
    return [typeset(text) for text in texts]


def _tall(row: Sequence[str], widths: Sequence[float], size: float, *, bold: bool = False) -> float:
    lines = [letters.wrapped(text, width - 2 * INSET * size + 0.01, size, bold=bold)
             for text, width in zip(row, widths, strict=False)]
    return LINE * size * max(map(len, lines), default=1) + 2 * PAD * size
