"""Values over places in a row as lines: a share over years, plan and fact, several things that add up. A gap is a gap,
a break of the series is drawn, an interval is a band."""

from collections.abc import Sequence
from itertools import pairwise

from shnor import look
from shnor.charts.drawn import letters, rows, svg
from shnor.charts.drawn.columns import SAMPLE, Frame, Words, framed
from shnor.charts.drawn.rows import line
from shnor.charts.drawn.svg import Room
from shnor.charts.facts import Chart, Point, Series, focused
from shnor.charts.shapes import canvas
from shnor.charts.shapes.shape import Shape
from shnor.charts.shapes.trend import in_words_alone, label, runs
from shnor.wording import DASH, day, k_of_n, number, of_whole

Look = tuple[str, str, str]
"""Of a line: its shade, its dash, its sign."""
BAND = 0.16
"""So much of its shade has the band of an interval."""


def trend(chart: Chart, shape: Shape, room: Room, size: float) -> list[str]:
    """One line a series; of one series each value stands at its point and its counts under its place, of several all
    of it stands below."""
    series = focused(chart.series)
    shares = shape.option("of_shares", True) or chart.ends
    axis = canvas.values(chart) if shares else canvas.counts(_top(series))
    room, explained = rows.explained(series, room, size)
    if len(series) == 1:
        return [*explained, *_alone(chart, series[0], axis, room, size)]
    return [*explained, *_together(chart, series, axis, room, size)]


def adding_up(chart: Chart, shape: Shape, room: Room, size: float) -> list[str]:
    """A line each, its name and its numbers below."""
    series = focused(chart.series)
    return _together(chart, series, canvas.counts(_top(series)), room, size)


def plan_fact(chart: Chart, shape: Shape, room: Room, size: float) -> list[str]:
    """The plan as dotted steps, the fact as a line, the line of the day with what of the plan had come by it."""
    series = chart.series[:2]
    looks = ((look.INK, "dot", ""), (look.BLUE7, "solid", "circle"))
    words = [_words(one, of, size) for one, of in zip(series, looks, strict=False)]
    above = Room(room.left, room.top + 1.5 * line(size), room.right, room.bottom)
    frame, body = framed(chart, canvas.counts(_top(series)), above, size, words)
    body += _day(chart, shape, frame, room, size)
    if series:
        body.append(_steps(series[0], frame, size))
    return body + [drawn for one in series[1:] for drawn in lines_of(chart, one, frame, looks[1], size)]


def _top(series: Sequence[Series]) -> float:
    return max((point.value or 0 for one in series for point in one.points), default=0)


def _alone(chart: Chart, series: Series, axis: dict, room: Room, size: float) -> list[str]:
    breaks = [one for one in chart.breaks if one.before in chart.places]
    above = Room(room.left, room.top + line(size) * (0.9 + len(breaks)), room.right, room.bottom)
    cells = {point.at: _counts(point) for point in series.points}
    frame, body = framed(chart, axis, above, size, [Words(cells)] if any(cells.values()) else [])
    for place, one in enumerate(breaks):
        body += _break(one.before, one.words, frame, room, room.top + line(size) * (place + 0.5), size)
    body += lines_of(chart, series, frame, look_of(0), size, labels=True)
    return body + [_absent(point, frame, size) for point in series.points if point.value is None]


def _together(chart: Chart, series: Sequence[Series], axis: dict, room: Room, size: float) -> list[str]:
    coloured = [one for one in series if not one.quiet]
    looks = {one.name: look_of(-1 if one.quiet else coloured.index(one)) for one in series}
    breaks = [one for one in chart.breaks if one.before in chart.places]
    above = Room(room.left, room.top + line(size) * (0.5 + len(breaks)), room.right, room.bottom)
    rows_of = sorted(series, key=lambda one: one.quiet)  # where not all have room, those in colour have
    frame, body = framed(chart, axis, above, size, [_words(one, looks[one.name], size) for one in rows_of])
    for place, one in enumerate(breaks):
        body += _break(one.before, one.words, frame, room, room.top + line(size) * (place + 0.5), size)
    for part in sorted(series, key=lambda one: not one.quiet):
        body += lines_of(chart, part, frame, looks[part.name], size)
    return body


def look_of(place: int) -> Look:
    """Of the series in this place among those in colour; −1: grey."""
    if place < 0:
        return canvas.QUIET, "solid", "circle"
    return tuple(kinds[place % len(kinds)] for kinds in (canvas.COLOURS, canvas.DASHES, canvas.SIGNS))  # type: ignore


def lines_of(chart: Chart, series: Series, frame: Frame, of: Look, size: float, *, labels: bool = False) -> list[str]:
    """Bands, lines, signs; labels: the value above each point."""
    shade, dash, sign = of
    quiet, body = shade == canvas.QUIET, []
    for run in runs(chart, series):
        places = [(frame.x(point.at), frame.y(point.value or 0)) for point in run]
        if not quiet and len(run) > 1 and all(point.low is not None and point.high is not None for point in run):
            ends = [*((frame.x(point.at), frame.y(point.high or 0)) for point in run),
                    *((frame.x(point.at), frame.y(point.low or 0)) for point in reversed(run))]
            body.append(svg.area(ends, shade, BAND))
        elif not quiet:
            body += [_whisker(point, frame, shade, size) for point in run]
        body.append(svg.polyline(places, shade, 0.09 * size if quiet else 0.17 * size, dash))
        body += [svg.sign(sign, x, y, (0.2 if quiet else 0.3) * size, shade) for x, y in places if sign]
        if labels:
            body += [svg.above(label(point), x, y - 0.95 * size, size)
                     for point, (x, y) in zip(run, places, strict=True)]
    return body


def _whisker(point: Point, frame: Frame, shade: str, size: float) -> str:
    """The interval of a value that stands alone."""
    if point.low is None or point.high is None:
        return ""
    x, wide = frame.x(point.at), 0.5 * size
    ends = [(x - wide, frame.y(point.high)), (x + wide, frame.y(point.high)), (x + wide, frame.y(point.low)),
            (x - wide, frame.y(point.low))]
    return svg.area(ends, shade, BAND)


def _counts(point: Point) -> list[str]:
    """«96 из 421», of a mean «из 421»; a small group has its own words in the plot."""
    if point.value is None or not point.n:
        return []
    whole = f"из {number(point.n)}"
    return [whole] if point.k is None else [k_of_n(point.k, point.n), whole]


def _words(series: Series, of: Look, size: float) -> Words:
    shade, dash, sign = of
    end = (SAMPLE - 0.5) * size
    sample = svg.polyline(((0, 0), (end, 0)), shade, 0.17 * size, dash) + (
        svg.sign(sign, end / 2, 0, 0.3 * size, shade) if sign else "")
    return Words({point.at: _ways(point) for point in series.points}, series.name, sample)


def _ways(point: Point) -> list[str]:
    """Of saying a value, the longest first: a share never without its counts; nothing known is a dash at least."""
    if point.k is not None and point.n:
        few = point.value is None or "%" in point.words
        return [point.words if few else of_whole(point.k, point.n), k_of_n(point.k, point.n)]
    if point.value is not None and point.n:
        return [point.words, label(point)]
    return [point.words] if point.text else [point.words, point.words, DASH]


def _absent(point: Point, frame: Frame, size: float) -> str:
    """A small group is said at the foot; an empty place says why it is empty, upright where it is narrow."""
    x, room = frame.x(point.at), frame.slot - 0.3 * size
    words = letters.fitted(point.words, room, size, 3)
    if in_words_alone(point):
        return svg.lines(words, x, frame.plot.bottom - line(size) * len(words) / 2, size, "middle", ink=look.MUTED)
    if letters.width(point.words, size) > room and "…" in "".join(words):
        return svg.upright(letters.cut(point.words, frame.plot.height, size), x,
                           (frame.plot.top + frame.plot.bottom) / 2, size)
    return svg.lines(words, x, (frame.plot.top + frame.plot.bottom) / 2, size, "middle", ink=look.MUTED)


def _break(before: str, words: str, frame: Frame, room: Room, y: float, size: float) -> list[str]:
    """A dotted line before the place, its words above it."""
    x = frame.x(before, -0.5)
    said = letters.cut(words, room.width, size)
    half = letters.width(said, size) / 2
    middle = min(max(x, room.left + half), room.right - half)
    return [svg.line((x, y + 0.6 * size), (x, frame.plot.bottom), look.MUTED, 0.08 * size, "dot"),
            svg.text(said, middle, y, size, "middle", ink=look.MUTED)]


def _steps(series: Series, frame: Frame, size: float) -> str:
    """A plan holds until its next place."""
    shown = [(frame.x(point.at), frame.y(point.value)) for point in series.points if point.value is not None]
    places = shown[:1]
    for (_, before), (x, y) in pairwise(shown):
        places += [(x, before), (x, y)]
    return svg.polyline(places, look.INK, 0.14 * size, "dot")


def _day(chart: Chart, shape: Shape, frame: Frame, room: Room, size: float) -> list[str]:
    """«на 27.11.2026 по плану 36» above its line."""
    today, due = shape.option("today", ""), shape.option("due")
    if today not in chart.places:
        return []
    by_plan = f": {chart.series[0].name} {number(due)}" if due is not None else ""
    x, y = frame.x(today), room.top + line(size) / 2
    words = f"на {day(chart.day)}{by_plan}"
    half = letters.width(words, size) / 2
    middle = min(max(x, room.left + half), room.right - half)
    return [svg.line((x, y + 0.6 * size), (x, frame.plot.bottom), look.INK, 0.08 * size),
            svg.text(words, middle, y, size, "middle")]
