"""Shares of many side by side as marks without a line: one moment with its interval, or two joined."""

from dataclasses import replace

from pptx.enum.chart import XL_MARKER_STYLE

from shnor import look
from shnor.charts.facts import FEW, Chart, Point, Series
from shnor.charts.shapes import canvas
from shnor.charts.shapes.shape import Shape
from shnor.charts.shapes.trend import label
from shnor.reports.slides.office.charts.lines import DOTTED, SHARES, Axis, Frame, Line, drawn, said
from shnor.reports.slides.office.charts.marks import Label
from shnor.reports.slides.office.places import Box, width_of, wrapped
from shnor.wording import NBSP, k_of_n, unbroken

LEFT, NARROW, INTERVAL = 1.0, 0.85, 8.0
"""Inches at the left of the plot, about, and of a row at least; points, the bar of an interval."""


def dots(frame: Frame, chart: Chart, shape: Shape) -> None:
    """A mark a series with its interval, its counts under its name; a small group is said in words there. A quiet
    series is a line through all: what the others are looked at beside."""
    listed = [series for series in chart.series if series.points]
    rows, beside = ([series for series in listed if series.quiet is quiet] for quiet in (False, True))
    names_beside = [wrapped(_beside(series), 2.6) for series in beside]
    right = max((width_of(text) for text in names_beside), default=0.0) + 0.2
    room = (frame.box.width - LEFT - right) / max(len(rows), 1)
    names = [wrapped(f"{series.name}\n{_counts(series.points[0])}", room) for series in rows]
    points = tuple(_placed(series.points[0]) for series in rows)
    lines = [Line(chart.unit, points, look.BLUE7, 0, size=15, interval=INTERVAL, labels={
        place: said(point) for place, point in enumerate(points) if point.value is not None})]
    for series, text in zip(beside, names_beside, strict=True):
        same = (_placed(series.points[0]),) * len(rows)
        lines.append(Line(series.name, same, look.MUTED, 2.0, DOTTED, None, labels={
            len(rows) - 1: Label(text=text, at="r", right=room / 2, colour=look.MUTED)}))
    drawn(frame, names, lines, _axis(chart), right=right)


def dumbbell(frame: Frame, chart: Chart, shape: Shape) -> None:
    """Two moments of many: before is pale, after is dark and has its interval; what they are compared with is a
    dash. Small groups are said in counts under their names."""
    room = (frame.box.width - LEFT - 0.3) / max(len(chart.series), 1)
    names = [wrapped(f"{series.name}\n{_both(series)}", room) for series in chart.series]
    moments = [tuple(series.points[at] if len(series.points) > at else None for series in chart.series)
               for at in range(3)]
    heads = [next((point.at for point in points if point is not None), "") for points in moments]
    before, after = _sides(moments)
    lines = [Line(heads[0], moments[0], look.BLUE7, 0, size=14, fill=look.BLUE3, labels=before, to=1),
             Line(heads[1], moments[1], look.BLUE7, 0, size=14, labels=after, interval=INTERVAL)]
    if any(point is not None for point in moments[2]):
        lines.append(Line(heads[2], moments[2], look.MUTED, 0, sign=XL_MARKER_STYLE.DASH, size=18))
    drawn(frame, names, lines, _axis(chart, 0.5), top=0.45, legend=True, clear_of_all=True)


def _sides(moments: list[tuple[Point | None, ...]]) -> tuple[dict[int, Label], dict[int, Label]]:
    """The number of the higher mark stands above it, that of the lower one below."""
    before: dict[int, Label] = {}
    after: dict[int, Label] = {}
    for place, (old, new) in enumerate(zip(moments[0], moments[1], strict=True)):
        rises = (new.value or 0.0 if new else 0.0) >= (old.value or 0.0 if old else 0.0)
        for point, found, above in ((old, before, not rises), (new, after, rises)):
            if point is not None and point.value is not None:
                found[place] = said(point, at="t" if above else "b")
    return before, after


def dots_in(chart: Chart, box: Box) -> int:
    """So many schools have room for their names."""
    beside = max((width_of(wrapped(_beside(series), 2.6)) for series in chart.series if series.quiet), default=0.0)
    return _in(box.width - beside, [series.name for series in chart.series if not series.quiet], NARROW)


def dumbbells_in(chart: Chart, box: Box) -> int:
    return _in(box.width, [series.name for series in chart.series], width_of(f"000{NBSP}из{NBSP}000"))


def _in(width: float, names: list[str], least: float) -> int:
    """Each has room for its longest word."""
    widest = max((width_of(word) for name in names for word in name.split()), default=0.0)
    return int((width - LEFT - 0.3) / (max(widest, least) + 0.1))


def _axis(chart: Chart, least: float = 0.0) -> Axis:
    top = chart.ends[1] if chart.ends else max(canvas.top_of(chart.series), least)
    return 0.0, top, 0.2 if top > 0.5 else 0.1, SHARES


def _placed(point: Point) -> Point:
    """A group of fewer than FEW has no place on an axis of shares."""
    return point if point.k is None or (point.n or 0) >= FEW else replace(point, value=None, low=None, high=None)


def _counts(point: Point) -> str:
    return k_of_n(point.k, point.n) if point.k is not None and point.n else point.words


def _both(series: Series) -> str:
    """«5 из 12 → 4 из 11»; the same reason of both is said once."""
    both = [_counts(point) for point in series.points[:2]]
    if len({*both}) == 1 and series.points[0].value is None:
        return both[0]
    return f" →{NBSP}".join(map(unbroken, both))


def _beside(series: Series) -> str:
    """A name, its counts and its share in lines of their own."""
    point = series.points[0]
    return "\n".join((series.name, point.words, *([] if "%" in point.words else [label(point)])))
