"""Numbers side by side as bars from 0: a part against its whole, or plain counts."""

from typing import NamedTuple

from shnor import look
from shnor.charts.drawn import letters, rows, svg
from shnor.charts.drawn.rows import Row
from shnor.charts.drawn.svg import Room
from shnor.charts.facts import Chart, Point
from shnor.charts.shapes.shape import Shape

LEAST = 0.3
"""Bars narrower than so much of the picture have their names above them, not at their left."""
BAR, THIN = 1.1, 0.6
"""How tall the whole is, in sizes of a letter, and its part, of the whole."""


class _Plan(NamedTuple):
    """left, right: of the bars. above: names stand above them."""

    left: float
    right: float
    above: bool


def bars(chart: Chart, shape: Shape, room: Room, size: float) -> list[str]:
    """A row a series, its first point, its words at the end of the bar."""
    series = [one for one in chart.series if one.points]
    whole = bool(shape.option("whole", True))
    names, wide = rows.named(series, rows.NAMES * room.width, size)
    words = max((letters.width(one.points[0].words, size) for one in series), default=0) + rows.GAP * size
    plan = _Plan(room.left + wide + rows.GAP * size, room.right - words, False)
    if plan.right - plan.left < LEAST * room.width:
        names, _ = rows.named(series, room.width, size)
        plan = _Plan(room.left, room.right - words, True)
    tall = rows.line(size)
    found, left_out = rows.placed(series, names, room, size, lambda _, name: tall * (
        len(name) + 1 if plan.above else max(len(name), 1)))
    top = max((_end(one.points[0], whole) for one in series), default=0) or 1
    return [*(_row(row, plan, top, size, whole=whole) for row in found), *left_out]


def _end(point: Point, whole: bool) -> int:
    return max(point.k or 0, point.n or 0) if whole else point.k or 0


def _row(row: Row, plan: _Plan, top: int, size: float, *, whole: bool) -> str:
    point, across = row.series.points[0], (plan.right - plan.left) / top
    above = rows.line(size) * len(row.name) if plan.above else 0
    middle, bar = row.middle + above / 2, BAR * size if plan.above else row.bar(size, BAR)
    body = svg.lines(row.name, plan.left if plan.above else 0, middle - (above + rows.line(size)) / 2 if plan.above
                     else middle, size)
    if whole and point.k is not None and point.n:
        body += svg.rect(plan.left, middle - bar / 2, across * point.n, bar, look.BLUE1, look.BLUE3)
    if point.k is not None:
        tall = bar * (THIN if whole else 1)
        body += svg.rect(plan.left, middle - tall / 2, across * point.k, tall, look.BLUE7)
    return body + svg.text(point.words, plan.left + across * _end(point, whole) + rows.GAP * size, middle, size)
