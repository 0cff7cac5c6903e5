"""The same over schools: small panels, one scale, in the order given; never one picture of tangled lines."""

from typing import NamedTuple

from shnor import look
from shnor.charts.drawn import letters, svg
from shnor.charts.drawn.columns import Frame
from shnor.charts.drawn.lines import lines_of, look_of
from shnor.charts.drawn.rows import INTERVAL, left_out, line
from shnor.charts.drawn.svg import Room
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import canvas
from shnor.charts.shapes.multiples import short
from shnor.charts.shapes.shape import Shape
from shnor.charts.shapes.trend import in_words_alone, label
from shnor.wording import NBSP, k_of_n, number

GAP = 0.8
"""Between two panels, in sizes of a letter."""
LEAST, FLATTEST = 2.2, 1.2
"""A plot is so many sizes of a letter tall at least: where more of the words would make it less they are left out,
where more rows of panels would make it flatter, the last panels."""


class _Plan(NamedTuple):
    """across: panels in a row. shown: how many of all. wide, tall: of a panel. counts: so many lines under the places
    for the counts of each; 0: those of the newest beside the name alone. words: so many lines have what may be said.
    top, foot: of the scale."""

    across: int
    shown: int
    wide: float
    tall: float
    counts: int
    words: int
    top: float
    foot: float


def multiples(chart: Chart, shape: Shape, room: Room, size: float) -> list[str]:
    """A panel a series: its name, what may be said, its line with the band, its counts; the scale in a line below."""
    plan = _planned(chart, room, size)
    body = []
    for place, series in enumerate(chart.series[:plan.shown]):
        left = room.left + place % plan.across * plan.wide
        top = room.top + place // plan.across * plan.tall
        body += _panel(chart, series, plan, Room(left, top, left + plan.wide - GAP * size, top + plan.tall), size,
                       years=bool(shape.option("years", False)))
    banded = any(point.low is not None for series in chart.series for point in series.points)
    said = (_scale(chart, plan), left_out(len(chart.series) - plan.shown, rows=False), INTERVAL if banded else "")
    below = letters.cut(" ".join(filter(None, said)), room.width, size)
    return [*body, svg.text(below, room.left, room.bottom - line(size) / 2, size, ink=look.MUTED)]


def _planned(chart: Chart, room: Room, size: float) -> _Plan:
    """The fewest rows in which a panel has room for the values of all its places."""
    values = [letters.width(label(point), size, bold=True) for series in chart.series for point in series.points
              if point.value is not None]
    least = max(len(chart.places), 1) * (max(values, default=0) + 0.2 * size) + GAP * size
    across = max(1, min(len(chart.series), int(room.width / least)))
    deep = -(-len(chart.series) // across)
    across = -(-len(chart.series) // deep)
    deep = max(1, min(deep, int((room.height - line(size)) / (3 * line(size) + (0.6 + FLATTEST) * size))))
    tall = (room.height - line(size)) / deep
    foot, top = chart.ends or (0, canvas.top_of(chart.series))
    slot = (room.width / across - GAP * size) / max(len(chart.places), 1)
    each = max((len(_counts(point, slot, size)) for series in chart.series for point in series.points), default=0)
    said = max((len(_words(one, room.width / across, size)) for one in chart.series), default=0)
    counts, words = next((
        (counts, words) for counts, words in ((each, said), (0, said), (each, 0))
        if tall - line(size) * (3 + counts + words) - 0.6 * size >= LEAST * size), (0, 0))
    return _Plan(across, min(across * deep, len(chart.series)), room.width / across, tall, counts, words, top, foot)


def _scale(chart: Chart, plan: _Plan) -> str:
    if chart.ends:
        return f"Шкала у всех одна: от {number(plan.foot)} до {number(plan.top)}."
    return f"Шкала у всех одна: от 0 до {min(100, round(100 * plan.top))}{NBSP}%."


def _panel(chart: Chart, series: Series, plan: _Plan, room: Room, size: float, *, years: bool) -> list[str]:
    named = letters.cut(series.name, room.width, size, bold=True)
    body = [svg.text(named, room.left, room.top + line(size) / 2, size, bold=True)]
    beside = "" if plan.counts else _newest(chart, series)
    if beside and letters.width(named, size, bold=True) + letters.width(beside, size) + size / 2 <= room.width:
        body.append(svg.text(beside, room.right, room.top + line(size) / 2, size, "end"))
    top = room.top + line(size)
    if plan.words:
        lines = _words(series, plan.wide, size)
        body.append(svg.lines(lines, room.left, top + line(size) * len(lines) / 2, size, ink=look.MUTED))
        top += line(size) * plan.words
    plot = Room(room.left, top + line(size), room.right, room.bottom - line(size) * (1 + plan.counts)
                - 0.6 * size)
    frame = Frame(plot, chart.places, plan.foot, plan.top)
    for value in (plan.foot, (plan.foot + plan.top) / 2, plan.top):
        body.append(svg.line((plot.left, frame.y(value)), (plot.right, frame.y(value))))
    body += lines_of(chart, series, frame, look_of(0), size, labels=True)
    return body + _below(chart, series, plan, frame, size, years=years)


def _words(series: Series, wide: float, size: float) -> list[str]:
    """What may be said, in at most two lines of a panel."""
    return letters.fitted(series.words, wide - GAP * size, size, 2) if series.words else []


def _below(chart: Chart, series: Series, plan: _Plan, frame: Frame, size: float, *, years: bool) -> list[
        str]:
    """The places, the counts of each where there is room, the words of small groups in the plot."""
    y = frame.plot.bottom + line(size) / 2
    body = [svg.text(at, x, y, size, side, ink=look.MUTED) for at, x, side in _places(chart, frame, size, years=years)]
    for point in series.points:
        if in_words_alone(point):
            lines = letters.wrapped(point.text, frame.slot - 0.4 * size, size)
            body.append(svg.lines(lines, frame.x(point.at), frame.plot.bottom - line(size) * len(lines) / 2, size,
                                  "middle"))
        elif plan.counts and point.value is not None and point.n:
            lines = _counts(point, frame.slot, size)
            body.append(svg.lines(lines, frame.x(point.at), y + line(size) * (len(lines) + 1) / 2, size, "middle"))
    return body


def _counts(point: Point, room: float, size: float) -> list[str]:
    """«24 из 146» in as many lines as it needs, none of a point that has no place on the scale."""
    if point.value is None or not point.n:
        return []
    return letters.wrapped(f"из {number(point.n)}" if point.k is None else k_of_n(point.k, point.n), room - 4, size)


def _places(chart: Chart, frame: Frame, size: float, *, years: bool) -> list[tuple[str, float, svg.Side]]:
    """How each place is written, where, and which side of it stands there. years: in full, where not all have room the
    first and the last alone."""
    wide = max((letters.width(at, size) for at in chart.places), default=0) + 4
    if years and wide > frame.slot and 2 * wide <= frame.plot.width:
        return [(chart.places[0], frame.plot.left, "start"), (chart.places[-1], frame.plot.right, "end")]
    return [(at if years and wide <= frame.slot else _place(at, frame.slot, size), frame.x(at), "middle")
            for at in chart.places]


def _place(at: str, room: float, size: float) -> str:
    """«25–26» of «2025–2026», where there is less room «26»."""
    year = at[:4].isdigit() and len(at) > 5
    ways = (f"{at[2:5]}{at[-2:]}" if year else at, short(at))
    return next((words for words in ways if letters.width(words, size) + 4 <= room), letters.cut(ways[1], room, size))


def _newest(chart: Chart, series: Series) -> str:
    newest = next((point for point in series.points if point.at == chart.places[-1]), None)
    if newest is None or newest.value is None or not newest.n:
        return ""
    return f"из {number(newest.n)}" if newest.k is None else k_of_n(newest.k, newest.n)
