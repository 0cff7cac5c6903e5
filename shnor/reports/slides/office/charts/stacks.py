"""Bars that lie: a part before its whole, or a whole cut into its parts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from shnor import look
from shnor.charts.facts import FEW, Chart, Series
from shnor.charts.shapes.distribution import inner_first, whole
from shnor.charts.shapes.shape import Shape
from shnor.charts.styles import Style, light
from shnor.reports.slides.office.charts import marks
from shnor.reports.slides.office.charts.book import Column, Sheet, letter
from shnor.reports.slides.office.charts.lines import ROOM, SHARES, Frame, native
from shnor.reports.slides.office.charts.marks import Label
from shnor.reports.slides.office.places import LEAST, Box, height_of, width_of, wrapped
from shnor.reports.slides.office.text import boxed, shade
from shnor.wording import LONG_DASH, NBSP, number, percent

PATTERNS = {"/": MSO_PATTERN.WIDE_UPWARD_DIAGONAL, "\\": MSO_PATTERN.WIDE_DOWNWARD_DIAGONAL,
            "x": MSO_PATTERN.DIAGONAL_CROSS, ".": MSO_PATTERN.PERCENT_20, "-": MSO_PATTERN.LIGHT_HORIZONTAL,
            "|": MSO_PATTERN.LIGHT_VERTICAL}
"""Plotly → Office."""
EITHER = f"{SHARES};{SHARES}"
"""A share on either side of the middle has no sign."""
OUT = 0.4
"""Inches a number over a narrow part may stand out at the left of its bar."""
WIDEST = 0.6
"""Of the width, for long names at many rows."""
NAMES, ROW, LEGEND, GAP, TOP, APART = (0.3, 0.36, 0.44, 0.52), 1.25, 0.5, 60, 0.3, 0.1
"""So much of the width is for names, the first that will do; inches of a row at most, of a line of the legend; the gap
between bars as a part of a bar, per cent; inches above the first bar for the number of a narrow part, and
between two names."""


def bars(frame: Frame, chart: Chart, shape: Shape) -> None:
    """A row a series, its first point; behind it n as a pale bar where the part is told of its whole. The words of a
    point stand behind its bar, those of what is unknown under its name."""
    listed = [(series, series.points[0]) for series in chart.series if series.points]
    behind = bool(shape.option("whole", True)) and any(point.n for _, point in listed if point.k is not None)
    names = _names([f"{series.name}\n{point.words}" if point.k is None else series.name for series, point in listed],
                   frame.box, 0.1)
    columns = [Column(chart.unit, tuple(point.k for _, point in listed))]
    if behind:
        columns.insert(0, Column("всего", tuple(point.n if point.k is not None else None for _, point in listed)))
    frame = _low(frame, names, 0.1)
    sheet = Sheet(tuple(names), tuple(columns), frame.label)
    made = native(frame, XL_CHART_TYPE.BAR_CLUSTERED, sheet, len(columns))
    for place, series in enumerate(made.plots[0].series):
        _filled(series, Style("", "", look.BLUE7 if place == len(columns) - 1 else look.BLUE3))
        marks.labelled(series, {row: Label(text=point.words, at="outEnd") for row, (_, point) in enumerate(listed)
                                if _outermost(columns, row) == place}, frame.box)
    _axes(made, 0, max((value for column in columns for value in column.cells if value is not None), default=0) or 1)
    right = max((width_of(point.words) for _, point in listed), default=0.0) + 0.3
    marks.framed(made, frame.box, left=_left(names), top=0.05, right=right, bottom=0.05)


def _outermost(columns: Sequence[Column], row: int) -> int:
    """Which bar of a row ends last; of equal ones the one in front; −1: there is none."""
    ends = [(value, place) for place, column in enumerate(columns) if (value := column.cells[row]) is not None]
    return max(ends)[1] if ends else -1


def distribution(frame: Frame, chart: Chart, shape: Shape) -> None:
    """A bar of 100 % a series, cut by its points in their order; answers of a scale diverge around its middle. A small
    group is said in words in the place of its bar; things are counted however few, their numbers stand inside."""
    things = bool(shape.option("things", False))
    least = 1 if things else FEW
    styles: Mapping[str, Style] = dict(shape.styles)
    listed = [series for series in chart.series if whole(series)]
    given = {point.at for series in listed for point in series.points if point.k}
    middle = tuple(shape.option("middle", ()))
    parts = inner_first([at for at in chart.places if at in styles and at in given], middle)
    legend = LEGEND * _legend_lines(parts, styles, frame.box.width)
    names = _names([f"{series.name}\nиз{NBSP}{number(whole(series))}" for series in listed], frame.box, legend + TOP)
    frame = _low(frame, names, legend + TOP)
    counts = [Column(at, _counts(at, listed)) for at in parts]
    sheet = Sheet(tuple(names), tuple(counts), frame.label) if things else _sheet(frame, names, listed, parts, middle)
    made = native(frame, XL_CHART_TYPE.BAR_STACKED_100 if things else XL_CHART_TYPE.BAR_STACKED, sheet, len(parts))
    low, high = (0.0, 1.0) if things else _ends(sheet.columns[:len(parts)], len(listed))
    left = _left(names)
    inches = (frame.box.width - left - 0.2) / ((high - low) or 1)
    beyond = (frame.box.height - TOP - legend) / max(len(listed), 1) / (1 + GAP / 100) / 2 + 0.14
    said = [_labels(styles, series, parts, inches, beyond, things=things) if whole(series) >= least else {}
            for series in listed]
    for at, series in zip(parts, made.plots[0].series, strict=True):
        _filled(series, styles[at])
        marks.labelled(series, {row: own[at] for row, own in enumerate(said) if at in own}, frame.box)
    _axes(made, low, high)
    made.has_legend = True
    made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    made.legend.font.size, made.legend.font.color.rgb = Pt(LEAST), shade(look.INK)
    marks.framed(made, frame.box, left=left, top=TOP, right=0.2, bottom=legend)
    row = (frame.box.height - TOP - legend) / max(len(listed), 1)
    for place, series in enumerate(listed):
        if whole(series) < least:
            _few(frame, series, Box(frame.box.left + left + ROOM, frame.box.top + TOP + place * row,
                                    frame.box.width - left - 0.2, row))


def _names(names: Sequence[str], box: Box, beside: float) -> list[str]:
    """In as narrow a column as leaves each its height. beside: inches of the chart that are no row."""
    lines = int(((box.height - beside) / max(len(names), 1) - APART) / height_of(1))
    for part in NAMES:
        found = [wrapped(name, box.width * part) for name in names]
        if all(name.count("\n") < lines for name in found):
            return found
    return [wrapped(name.replace("\nиз", ", из"), box.width * WIDEST) for name in names]


def _few(frame: Frame, series: Series, box: Box) -> None:
    """The counts of a small group, where its bar would be."""
    said = "; ".join(f"{point.at}{NBSP}{LONG_DASH} {point.k}" for point in series.points if point.k)
    boxed(frame.slide, said, box, name="Малая группа", anchor=MSO_ANCHOR.MIDDLE, colour=look.INK)


def _sheet(frame: Frame, names: Sequence[str], listed: Sequence[Series], parts: Sequence[str],
           middle: Sequence[str]) -> Sheet:
    """Shares of the parts, made of their counts beside."""
    first, last = letter(len(parts)), letter(2 * len(parts) - 1)
    shares, counts = [], []
    for place, at in enumerate(parts):
        own = _counts(at, listed)
        sign = -1 if at in middle else 1
        shares.append(Column(at, tuple(
            None if k is None or whole(series) < FEW else sign * k / whole(series)
            for k, series in zip(own, listed, strict=True)),
            f"={'-' if sign < 0 else ''}{letter(len(parts) + place)}{{n}}/SUM({first}{{n}}:{last}{{n}})", SHARES))
        counts.append(Column(f"{at}: число", own))
    return Sheet(tuple(names), (*shares, *counts), frame.label)


def _counts(at: str, listed: Sequence[Series]) -> tuple[int | None, ...]:
    return tuple(next((point.k for point in series.points if point.at == at), None) for series in listed)


def _labels(styles: Mapping[str, Style], series: Series, parts: Sequence[str], inches: float, beyond: float, *,
            things: bool) -> dict[str, Label]:
    """The shares of a bar, of things their numbers, inside its parts; of narrow ones above it or, where that place is
    taken, below. inches: of the whole bar; beyond: so far from its middle."""
    shown = "#,##0" if things else EITHER
    counts = {point.at: point.k for point in series.points if point.k}
    found, end, taken = {}, 0.0, {beyond: -OUT, -beyond: -OUT}
    for at in filter(counts.__contains__, parts):
        wide, style = counts[at] / whole(series) * inches, styles[at]
        said = width_of(number(counts[at]) if things else percent(counts[at], whole(series), 0)) + 0.05
        middle = end + wide / 2
        end += wide
        side = next((side for side, last in taken.items() if middle - said / 2 >= last), None)
        if said <= wide:
            colour = look.INK if light(style.fill) else look.PAPER
            found[at] = Label(shown=shown, at="ctr", colour=colour, ground=style.fill if style.pattern else "")
        elif side is not None:
            taken[side] = middle + said / 2
            found[at] = Label(shown=shown, at="ctr", up=side)
    return found


def _ends(columns: Sequence[Column], rows: int) -> tuple[float, float]:
    """How far the bars go to both sides of 0."""
    sums = [[sum(value for column in columns if (value := column.cells[row]) is not None and (value < 0) is below)
             for row in range(rows)] for below in (True, False)]
    return min([0.0, *sums[0]]), max([0.01, *sums[1]])


def _low(frame: Frame, names: Sequence[str], beside: float) -> Frame:
    """A few bars do not fill a whole slide with themselves."""
    return replace(frame, box=frame.box.above(min(frame.box.height, beside + ROW * len(names))))


def _left(names: Sequence[str]) -> float:
    return max((width_of(name) for name in names), default=0.0) + 2 * ROOM


def _legend_lines(parts: Sequence[str], styles: Mapping[str, Style], width: float) -> int:
    return max(1, -(-int(100 * sum(width_of(styles[at].word) + 0.5 for at in parts)) // int(100 * width)))


def _filled(series: Any, style: Style) -> None:
    fill = series.format.fill
    if style.pattern:
        fill.patterned()
        fill.pattern = PATTERNS[style.pattern]
        fill.fore_color.rgb, fill.back_color.rgb = shade(style.ink), shade(style.fill)
    else:
        fill.solid()
        fill.fore_color.rgb = shade(style.fill)
    series.format.line.color.rgb = shade(look.RULE if style.pattern else look.PAPER)
    series.invert_if_negative = False


def _axes(chart: Any, low: float, high: float) -> None:
    """The first row stands above; numbers stand at the bars, not under them."""
    plot, names, along = chart.plots[0], chart.category_axis, chart.value_axis
    plot.overlap, plot.gap_width = 100, GAP
    names.reverse_order = True
    names.major_tick_mark = along.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = shade(look.SILENT_LINE)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    marks.axis_letters(names, look.INK)
    along.minimum_scale, along.maximum_scale = low, high
    along.format.line.fill.background()
    along.has_major_gridlines = False
    along.tick_label_position = XL_TICK_LABEL_POSITION.NONE
