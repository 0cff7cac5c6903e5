"""A share of each of many on one axis from 0 to 100 %: a dot with its interval, in the order given, never by size."""

from shnor import look
from shnor.charts.drawn import letters, rows, svg
from shnor.charts.drawn.rows import Row
from shnor.charts.drawn.svg import Room
from shnor.charts.facts import FEW, Chart, Point
from shnor.charts.shapes.shape import Shape
from shnor.wording import NBSP


def dots(chart: Chart, shape: Shape, room: Room, size: float) -> list[str]:
    """A row a series, its first point; its words stand at the right. A quiet series is what the others are looked at
    beside: a grey diamond and a line through all rows."""
    series = [one for one in chart.series if one.points]
    room, explained = rows.explained(series, room, size)
    names, wide = rows.named(series, rows.NAMES * room.width, size)
    words = max((letters.width(one.points[0].words, size) for one in series), default=0)
    end = letters.width("100", size) / 2
    plot = Room(room.left + wide + rows.GAP * size + end, room.top, room.right - words - 1.2 * size, room.bottom
                - rows.line(size))
    found, left_out = rows.placed(series, names, plot, size, lambda _, name: rows.line(size) * max(len(name), 1))
    return [*_axis(plot, size), *(_beside(row, plot) for row in found), *(_row(row, plot, size) for row in found),
            *rows.at_left(found, room.left, size), *left_out, *explained]


def is_placed(point: Point) -> bool:
    """A group of fewer than FEW has no place on an axis of shares."""
    return point.value is not None and point.k is not None and (point.n or 0) >= FEW


def _axis(plot: Room, size: float) -> list[str]:
    found = []
    for share in (0, 0.5, 1):
        x = plot.left + share * plot.width
        found += [svg.line((x, plot.top), (x, plot.bottom)), svg.text(
            f"{round(100 * share)}{NBSP}%", x, plot.bottom + rows.line(size) / 2, size, "middle", ink=look.MUTED)]
    return found


def _beside(row: Row, plot: Room) -> str:
    point = row.series.points[0]
    if not row.series.quiet or not is_placed(point):
        return ""
    x = plot.left + plot.width * (point.value or 0)
    return svg.line((x, plot.top), (x, plot.bottom), look.MUTED, 1.5, "dot")


def _row(row: Row, plot: Room, size: float) -> str:
    point = row.series.points[0]
    body = svg.text(point.words, plot.right + 1.2 * size, row.middle, size)
    if not is_placed(point):
        return body
    if point.low is not None and point.high is not None:
        body += svg.rect(plot.left + plot.width * point.low, row.middle - 0.4 * size,
                         plot.width * (point.high - point.low), 0.8 * size, look.BLUE3)
    quiet = row.series.quiet
    return body + svg.sign("diamond" if quiet else "circle", plot.left + plot.width * (point.value or 0), row.middle,
                           0.36 * size, look.MUTED if quiet else look.BLUE9)
