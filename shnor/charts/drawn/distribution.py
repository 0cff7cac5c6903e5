"""How marks or answers are spread: bars of 100 %, n at the left; answers of a scale diverge around its middle."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from shnor import look
from shnor.charts.drawn import letters, rows, svg
from shnor.charts.drawn.rows import Row
from shnor.charts.drawn.svg import Room
from shnor.charts.facts import FEW, Chart, Point, Series
from shnor.charts.shapes.shape import Shape
from shnor.charts.styles import Style, light
from shnor.wording import number, percent

BAR = 1.6
"""How tall a bar is, in sizes of a letter."""
HATCH = 0.4
"""Between the lines of a hatch, in sizes of a letter."""
SHORT = 4
"""A word of so many letters stands before the number itself: two shades may be one in a grey print."""


class _Scale(NamedTuple):
    """zero: where the middle of the scale lies, whole: how wide 100 % are. things: no people are counted: every bar is
    drawn, its parts show their numbers."""

    zero: float
    whole: float
    things: bool

    def draws(self, series: Series) -> bool:
        """Else it is said in words."""
        return self.things or whole(series) >= FEW


def distribution(chart: Chart, shape: Shape, room: Room, size: float) -> list[str]:
    """A bar a series, cut by its points in their order; a part says how many and which share they are. The number of
    a part too narrow for it stands above it. A series of fewer than FEW people is said in words."""
    styles, middle = dict(shape.styles), tuple(shape.option("middle", ()))
    series = [one for one in chart.series if whole(one)]
    given = [at for at in chart.places if at in styles and any(point.at == at and point.k for one in series
                                                               for point in one.points)]
    legend, foot = _legend([styles[at] for at in given], room, size)
    names, left = _named(series, room, size)
    above = left == room.left
    plot = Room(left, room.top, room.right, room.bottom - foot)
    scale = _scale(series, middle, plot, things=bool(shape.option("things", False)))
    few = {one.name: letters.wrapped(_few(one), plot.width, size) for one in series if not scale.draws(one)}

    def tall(one: Series, name: list[str]) -> float:
        bar = BAR * size + 2 * rows.line(size) * _has_narrow(one, scale, size)
        beside = max(bar, rows.line(size) * len(few.get(one.name, ())))
        return rows.line(size) + beside if above else max(rows.line(size) * len(name), beside)

    found, left_out = rows.placed(series, names, plot, size, tall)
    titles = rows.at_left(found, room.left, size)
    if above:
        titles = [_title(row, room, size, close=not _has_narrow(row.series, scale, size)) for row in found]
    found = [row.below(size) for row in found] if above else found
    return [*legend, *titles, *left_out,
            *(svg.lines(few[row.series.name], plot.left, row.middle, size) if row.series.name in few else
              _bar(row, styles, middle, scale, size) for row in found),
            *(svg.line((scale.zero, row.top), (scale.zero, row.top + row.height), look.MUTED) for row in found
              if middle and row.series.name not in few)]


def _named(series: Sequence[Series], room: Room, size: float) -> tuple[list[list[str]], float]:
    """Names with «из 36», and where bars begin: right of them, or at the left under names that are too long for it."""
    wholes = [f"из {number(whole(one))}" for one in series]
    names, wide = rows.named(series, rows.NAMES * room.width, size)
    if any(len(name) > 1 for name in names):
        free = [room.width - letters.width(words, size) - size for words in wholes]
        return [[letters.cut(one.name, most, size), words] for one, most, words in zip(
            series, free, wholes, strict=True)], room.left
    wide = max([wide, *(letters.width(words, size) for words in wholes)])
    return [[*filter(None, name), words] for name, words in zip(names, wholes, strict=True)], room.left + wide + size


def _title(row: Row, room: Room, size: float, *, close: bool) -> str:
    """The name above its bar, the whole at the end of the line. close: nothing stands between them."""
    name, words = row.name
    bar = row.below(size)
    y = (bar.middle - bar.bar(size, BAR) / 2 if close else bar.top) - rows.line(size) / 2
    return svg.text(name, room.left, y, size) + svg.text(words, room.right, y, size, "end", ink=look.MUTED)


def whole(series: Series) -> int:
    return sum(point.k or 0 for point in series.points)


def _scale(series: Sequence[Series], middle: Sequence[str], plot: Room, *, things: bool) -> _Scale:
    """Everything drawn lies in the plot."""
    shares = [_below(one, middle) for one in series if things or whole(one) >= FEW]
    left, right = (max(shares, default=0.0), max((1 - share for share in shares), default=1.0))
    wide = plot.width / (left + right)
    return _Scale(plot.left + wide * left, wide, things)


def _below(series: Series, middle: Sequence[str]) -> float:
    return sum(point.k or 0 for point in series.points if point.at in middle) / whole(series)


def _few(series: Series) -> str:
    return ", ".join(f"{point.at}: {point.k}" for point in series.points if point.k)


def _said(point: Point, series: Series, scale: _Scale, size: float) -> str:
    """Of things «199», of people «199 (47 %)», ««3»: 199 (47 %)» where the name of the part is short; «» without room.
    """
    k = point.k or 0
    full = number(k) if scale.things else f"{number(k)} ({percent(k, whole(series), 0)})"
    named = f"{point.at}: {full}" if len(point.at) <= SHORT else full
    room = scale.whole * k / whole(series)
    return next((words for words in (named, full, number(k)) if letters.width(words, size) + 0.3 * size <= room), "")


def _has_narrow(series: Series, scale: _Scale, size: float) -> bool:
    return scale.draws(series) and any(point.k and not _said(point, series, scale, size) for point in series.points)


def _ordered(series: Series, middle: Sequence[str]) -> list[Point]:
    """From left to right: what lies below the middle of the scale first, its far end outermost."""
    points = [point for point in series.points if point.k]
    left = [point for point in points if point.at in middle]
    right = [point for point in points if point.at not in middle]
    if points and points[0].at not in middle:  # from the positive end to the other
        return [*reversed(left), *reversed(right)] if left else right
    return [*left, *right]


def _bar(row: Row, styles: Mapping[str, Style], middle: Sequence[str], scale: _Scale, size: float) -> str:
    series, total = row.series, whole(row.series)
    x = scale.zero - scale.whole * _below(series, middle)
    tall = BAR * size if _has_narrow(series, scale, size) else row.bar(size, BAR)
    body, top, narrow = "", row.middle - tall / 2, []
    for point in _ordered(series, middle):
        style, wide = styles.get(point.at), scale.whole * (point.k or 0) / total
        if style is None:
            continue
        body += svg.bar(x, top, wide, tall, style, HATCH * size)
        said = _said(point, series, scale, size)
        body += _number(said, style, x + wide / 2, row.middle, size)
        if not said:
            narrow.append((number(point.k or 0), x + wide / 2))
        x += wide
    return body + _above(narrow, x, top - rows.line(size) / 2, size)


def _above(numbers: Sequence[tuple[str, float]], end: float, y: float, size: float) -> str:
    """Numbers of narrow parts over their middles, apart from one another, none beyond the end of the bar."""
    free, placed = end, []
    for words, middle in reversed(numbers):
        wide = letters.width(words, size)
        placed.append((words, min(middle - wide / 2, free - wide)))
        free = placed[-1][1] - 0.3 * size
    return "".join(svg.text(words, x, y, size) for words, x in placed)


def _number(said: str, style: Style, x: float, y: float, size: float) -> str:
    """On a hatch the number has a plain ground of its own."""
    if not said:
        return ""
    half = letters.width(said, size) / 2 + 2
    ground = svg.rect(x - half, y - 0.6 * size, 2 * half, 1.2 * size, style.fill) if style.pattern else ""
    return ground + svg.text(said, x, y, size, "middle", ink=look.INK if light(style.fill) else look.PAPER)


def _legend(styles: Sequence[Style], room: Room, size: float) -> tuple[list[str], float]:
    """At the foot, in as many lines as it needs, and how tall it is."""
    lines: list[list[Style]] = [[]]
    x = 0.0
    for style in styles:
        wide = letters.width(style.word, size) + 2.6 * size
        if lines[-1] and x + wide > room.width + size:
            lines.append([])
            x = 0
        lines[-1].append(style)
        x += wide
    found = []
    for place, line in enumerate(lines):
        x, y = room.left, room.bottom - rows.line(size) * (len(lines) - place - 0.5)
        for style in line:
            found += [svg.bar(x, y - size / 2, size, size, style, HATCH * size),
                      svg.text(style.word, x + 1.4 * size, y, size)]
            x += letters.width(style.word, size) + 2.6 * size
    return found, rows.line(size) * (len(lines) + 0.3)
