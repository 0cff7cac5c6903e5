"""Two moments of many things: ○──● with the interval of the newer one behind it; a small group is said as people, a
square each, away from the axis of shares."""

from shnor import look
from shnor.charts.drawn import letters, rows, svg
from shnor.charts.drawn.rows import Row
from shnor.charts.drawn.svg import Room
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import canvas
from shnor.charts.shapes.dumbbell import PEOPLE, small
from shnor.charts.shapes.shape import Shape
from shnor.charts.shapes.trend import label
from shnor.wording import NBSP, k_of_n

WORDS = 0.34
"""The counts at the right take at most so much of the picture."""
HALF = 0.42
"""Of a sign, in sizes of a letter."""


def dumbbell(chart: Chart, shape: Shape, room: Room, size: float) -> list[str]:
    """A row a series: its points are (before, after) or (before, after, beside); the third is drawn as |. At the right
    both shares and both counts."""
    series = [*(one for one in chart.series if not small(one)), *(one for one in chart.series if small(one))]
    names, wide = rows.named(series, rows.NAMES * room.width, size)
    told = {id(one): _told(one, WORDS * room.width, size) for one in series}
    words = max((letters.width(line, size) for lines in told.values() for line in lines), default=0)
    tall = rows.line(size)
    plot = Room(room.left + wide + size, room.top + 2 * tall, room.right - words - size, room.bottom)
    found, left_out = rows.placed(series, names, plot, size, lambda one, name: tall * max(
        len(name), len(told[id(one)]), 2 * small(one)))
    shares = [row for row in found if not small(row.series)]
    foot = shares[-1].top + shares[-1].height if shares else plot.top
    top = max(canvas.top_of([row.series for row in shares]), 0.5)
    axis = Room(plot.left + size, plot.top, plot.right - size, foot)
    body = [*_legend(series, room, size), *rows.at_left(found, room.left, size), *left_out]
    if shares:
        body += _axis(axis, top, size)
    for row in found:
        body.append(_people(row, plot, size) if small(row.series) else _pair(row, axis, top, size))
        body.append(svg.lines(told[id(row.series)], plot.right + size, row.middle, size))
    return body


def _told(series: Series, room: float, size: float) -> list[str]:
    """«43 % → 50 %» above «61 из 142 → 70 из 139»; of a small group the counts alone."""
    known = series.points[:2]
    counts = [k_of_n(point.k, point.n) if point.k is not None and point.n else point.words for point in known]
    shares = [label(point) for point in known if point.value is not None and point.n]
    lines = [" → ".join(shares)] if len(shares) == 2 else []
    return [*lines, *letters.wrapped(" → ".join(one.replace(" ", NBSP) for one in counts), room, size)]


def _legend(series: list[Series], room: Room, size: float) -> list[str]:
    """Which moment is which, above the rows."""
    moments = next((one.points for one in series if len(one.points) > 1), ())
    found, x, y = [], room.left + HALF * size, room.top + rows.line(size) / 2
    for place, point in enumerate(moments[:3]):
        found += [_mark(place, x, y, size), svg.text(point.at, x + size, y, size)]
        x += 2.5 * size + letters.width(point.at, size)
    if any(point.low is not None for one in series for point in one.points[1:2]):
        found += [svg.rect(x, y - 0.4 * size, 1.6 * size, 0.8 * size, look.BLUE1, look.BLUE3), svg.text(
            letters.cut("возможный разброс", room.right - x - 2 * size, size), x + 2 * size, y, size)]
    return found


def _mark(moment: int, x: float, y: float, size: float) -> str:
    """Before is hollow, after is filled, what both are compared with is |."""
    if moment == 2:
        return svg.line((x, y - 0.6 * size), (x, y + 0.6 * size), look.MUTED, 3)
    return svg.sign("circle", x, y, HALF * size, look.BLUE7 if moment else look.PAPER, look.BLUE7)


def _axis(axis: Room, top: float, size: float) -> list[str]:
    """Its numbers stand above: rows of people, which come last, have no place on it."""
    found = []
    for share in (0, top / 2, top):
        x = axis.left + axis.width * share / top
        found += [svg.line((x, axis.top), (x, axis.bottom)), svg.text(
            f"{round(100 * share)}{NBSP}%", x, axis.top - rows.line(size) / 2, size, "middle", ink=look.MUTED)]
    return found


def _pair(row: Row, axis: Room, top: float, size: float) -> str:
    def across(value: float) -> float:
        return axis.left + axis.width * value / top

    body, points = "", row.series.points
    for point in points[1:2]:
        if point.low is not None and point.high is not None:
            body += svg.rect(across(point.low), row.middle - 0.55 * size, across(point.high) - across(point.low),
                             1.1 * size, look.BLUE1, look.BLUE3)
    ends = [point.value for point in points[:2] if point.value is not None]
    if len(ends) == 2:
        body += svg.line((across(ends[0]), row.middle), (across(ends[1]), row.middle), look.BLUE5, 2.5)
    for place in (2, 0, 1):
        for point in points[place:place + 1]:
            if point.value is not None:
                body += _mark(place, across(point.value), row.middle, size)
    return body


def _people(row: Row, plot: Room, size: float) -> str:
    """A line a moment: its name, a square a person, filled for those counted."""
    points = row.series.points[:2]
    named = max((letters.width(point.at, size) for point in points), default=0) + rows.GAP * size
    return "".join(_squares(point, plot.left, row.middle + (place - (len(points) - 1) / 2) * rows.line(size), named,
                            plot.right, size) for place, point in enumerate(points))


def _squares(point: Point, left: float, middle: float, named: float, right: float, size: float) -> str:
    body = svg.text(point.at, left, middle, size, ink=look.MUTED)
    if point.k is None or not point.n or point.n > PEOPLE:
        return body
    step = min(0.8 * size, (right - left - named) / point.n)
    return body + "".join(svg.rect(left + named + step * who, middle - step * 0.4, step * 0.8, step * 0.8,
                                   look.BLUE7 if who < point.k else look.PAPER, look.BLUE7) for who in range(point.n))
