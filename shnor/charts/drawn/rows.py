"""What pictures of rows have in common: names at the left, as many rows as there is room for, how many are left out."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from shnor import look
from shnor.charts.drawn import letters, svg
from shnor.charts.drawn.svg import Room
from shnor.charts.facts import Series
from shnor.wording import agreed, counted

GAP, CLOSE = 0.5, 0.2
"""Between a name and what is at its right, and between two rows at least, in sizes of a letter."""
ROOMIEST = 3.4
"""Few rows are not drawn wider apart than by so much."""
INTERVAL, TALL_ENOUGH = "Полоса — возможный разброс.", 10
"""What is said of an interval, where a picture is so many lines tall."""
NAMES = 0.36
"""The names at the left take at most so much of the picture."""


class Row(NamedTuple):
    """A series with its place. name: in lines."""

    series: Series
    name: list[str]
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2

    def below(self, size: float) -> "Row":
        """What is left of it under a line with its name."""
        return self._replace(top=self.top + line(size), height=self.height - line(size))

    def bar(self, size: float, least: float) -> float:
        """How tall its bar is: so many sizes of a letter, more where rows stand wide apart."""
        return max(least * size, min(0.45 * self.height, 2.5 * size))


def line(size: float) -> float:
    """How tall a line is."""
    return letters.TALL * size


def named(series: Sequence[Series], most: float, size: float, lines: int = 3) -> tuple[list[list[str]], float]:
    """The names in at most so many lines, and the room they take, at most `most`."""
    found = [letters.fitted(one.name, most, size, lines) for one in series]
    return found, max((letters.width(part, size) for name in found for part in name), default=0)


def placed(series: Sequence[Series], names: Sequence[list[str]], room: Room, size: float,
           tall: Callable[[Series, list[str]], float]) -> tuple[list[Row], list[str]]:
    """(the rows there is room for, the sentence about the others). tall: how tall a row must be."""
    heights = [tall(one, name) + CLOSE * size for one, name in zip(series, names, strict=True)]
    shown, free = len(heights), room.height
    if sum(heights) > room.height:
        free = room.height - line(size)
        while shown and sum(heights[:shown]) > free:
            shown -= 1
    stretch = min(ROOMIEST, free / sum(heights[:shown])) if shown else 1
    rows, top = [], room.top
    for one, name, height in zip(series[:shown], names, heights, strict=False):
        rows.append(Row(one, name, top, height * stretch))
        top += height * stretch
    said = left_out(len(heights) - shown)
    return rows, [svg.text(said, room.left, room.bottom - line(size) / 2, size, ink=look.MUTED)] if said else []


def explained(series: Sequence[Series], room: Room, size: float) -> tuple[Room, list[str]]:
    """(what is left of the room, the sentence at its foot) where a picture has intervals and is tall enough for it."""
    banded = any(point.low is not None for one in series for point in one.points if not one.quiet)
    if not banded or room.height < TALL_ENOUGH * line(size):
        return room, []
    return room._replace(bottom=room.bottom - line(size)), [
        svg.text(INTERVAL, room.left, room.bottom - line(size) / 2, size, ink=look.MUTED)]


def at_left(rows: Sequence[Row], left: float, size: float) -> list[str]:
    return [svg.lines(row.name, left, row.middle, size) for row in rows]


def left_out(count: int, *, rows: bool = True) -> str:
    """«Ещё 3 строки не поместились.», «» where all did. rows: else they have no name."""
    words = agreed(count, "поместилась", "поместились", "поместилось")
    return f"Ещё {counted(count, 'строка') if rows else count} не {words}." if count else ""
