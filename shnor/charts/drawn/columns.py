"""What pictures over places in a row (years, months, waves) have in common: the axis, the place of each value, and
below the names of the places the values themselves as words, a line a series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shnor import look
from shnor.charts.drawn import letters, svg
from shnor.charts.drawn.rows import left_out, line
from shnor.charts.drawn.svg import Room
from shnor.charts.facts import Chart
from shnor.wording import NBSP, number

SAMPLE = 2.2
"""How wide the sample of a line beside its name is, in sizes of a letter."""
LEAST = 0.4
"""The plot keeps at least so much of the height."""
NAMES = 0.3


@dataclass(frozen=True)
class Words:
    """A line under the places. name, sample: what stands at its left, «» = nothing. cells: place → the ways of saying
    its value, the longest first."""

    cells: Mapping[str, Sequence[str]]
    name: str = ""
    sample: str = ""


@dataclass(frozen=True)
class Frame:
    """plot: where values lie. places: in order. low, high: the ends of the axis."""

    plot: Room
    places: tuple[str, ...]
    low: float
    high: float

    @property
    def slot(self) -> float:
        """How wide a place is."""
        return self.plot.width / max(len(self.places), 1)

    def x(self, at: str, shift: float = 0) -> float:
        """The middle of a place; shift: in places."""
        return self.plot.left + self.slot * (self.places.index(at) + 0.5 + shift)

    def y(self, value: float) -> float:
        return self.plot.bottom - self.plot.height * (value - self.low) / (self.high - self.low)


def framed(chart: Chart, axis: Mapping[str, Any], room: Room, size: float, table: Sequence[Words]) -> tuple[
        Frame, list[str]]:
    """The frame in this room and what is drawn around it. axis: as Plotly is told. table: the lines of words below."""
    ticks = _ticks(axis)
    names = [letters.fitted(one.name, NAMES * room.width - SAMPLE * size, size, 2) if one.name else [] for one in table]
    left = max([letters.width(words, size) + 0.5 * size for _, words in ticks]
               + [letters.width(part, size) + (SAMPLE + 0.5) * size for name in names for part in name])
    wide = Room(room.left + left, room.top, room.right, room.bottom)
    slot = wide.width / max(len(chart.places), 1)
    heads = {at: place_lines(at, slot - 0.3 * size, size) for at in chart.places}
    head = line(size) * max(map(len, heads.values()), default=0)
    lines, below = _table(table, names, slot - 0.3 * size, size, (1 - LEAST) * room.height - head)
    said = left_out(len(table) - len(lines))
    below += line(size) * bool(said)
    low, high = axis["range"]
    plot = Room(wide.left, wide.top, wide.right, room.bottom - head - below - 0.4 * size)
    frame = Frame(plot, chart.places, low, high)
    most = max(2, int(frame.plot.height / (1.6 * line(size))) + 1)
    step = next(step for step in range(1, len(ticks) + 1) if -(-len(ticks) // step) <= most)
    body = []
    for value, words in ticks[::step]:
        y = frame.y(value)
        body += [svg.line((wide.left, y), (wide.right, y)), svg.text(
            words, wide.left - 0.5 * size, y, size, "end", ink=look.MUTED)]
    y = frame.plot.bottom + 0.25 * size
    body += [svg.lines(words, frame.x(at), y + head / 2, size, "middle", ink=look.MUTED)
             for at, words in heads.items()]
    if said:
        body.append(svg.text(said, room.left, room.bottom - line(size) / 2, size, ink=look.MUTED))
    return frame, body + _drawn(table, names, lines, frame, y + head, room, size)


def place_lines(at: str, room: float, size: float) -> list[str]:
    """The name of a place: a school year that is too wide is parted at its dash, words at their spaces."""
    if letters.width(at, size) > room and "–" in at:
        return [letters.cut(part, room, size) for part in at.replace("–", "– ", 1).split(" ")]
    return letters.fitted(at, room, size, 2)


def _ticks(axis: Mapping[str, Any]) -> list[tuple[float, str]]:
    if "tickvals" in axis:
        return [*zip(axis["tickvals"], axis["ticktext"], strict=True)]
    low, high = axis["range"]
    step = axis["dtick"]
    return [(low + step * place, number(round(low + step * place, 2)).replace(" ", NBSP))
            for place in range(int((high - low) / step + 1e-9) + 1)]


def _table(table: Sequence[Words], names: Sequence[list[str]], slot: float, size: float, most: float) -> tuple[
        list[dict[str, list[str]]], float]:
    """(the lines of each cell, how tall all are): the longest way of saying it that has room, else fewer rows."""
    found: list[dict[str, list[str]]] = []
    tall = 0.0
    for way in range(3):
        found = [{at: _cell(said, way, slot, size) for at, said in one.cells.items()} for one in table]
        tall = sum(_tall(cells, name, size) for cells, name in zip(found, names, strict=True))
        if tall <= most:
            return found, tall
    while len(found) > 1 and tall > most - line(size):
        tall -= _tall(found[-1], names[len(found) - 1], size)
        found = found[:-1]
    return found, tall


def _tall(cells: Mapping[str, list[str]], name: list[str], size: float) -> float:
    return line(size) * max([len(name), *map(len, cells.values())], default=0) + 0.3 * size


def _cell(said: Sequence[str], way: int, slot: float, size: float) -> list[str]:
    """Nothing where not even the shortest way has room: half a number would be another one."""
    for words in said[min(way, len(said) - 1):] if said else ():
        parts = letters.wrapped(words, slot, size)
        if len(parts) <= 3 and all(letters.width(part, size) <= slot for part in parts):
            return parts
    return []


def _drawn(table: Sequence[Words], names: Sequence[list[str]], lines: Sequence[Mapping[str, list[str]]], frame: Frame,
           top: float, room: Room, size: float) -> list[str]:
    body = []
    for one, name, cells in zip(table, names, lines, strict=False):
        tall = _tall(cells, name, size)
        middle = top + tall / 2
        if name:
            body += [svg.line((room.left, top), (room.right, top)), svg.lines(
                name, room.left + SAMPLE * size, middle, size)]
            body.append(f"<g transform='translate({round(room.left, 2):g} {round(middle, 2):g})'>{one.sample}</g>")
        body += [svg.lines(words, frame.x(at), middle, size, "middle") for at, words in cells.items() if words]
        top += tall
    return body
