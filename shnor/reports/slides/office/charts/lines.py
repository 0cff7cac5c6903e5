"""Points over places as a line chart of Office: what all shapes made of lines and of marks have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.oxml.ns import qn
from pptx.util import Pt

from shnor import look
from shnor.charts.facts import Point
from shnor.charts.shapes.trend import label as short
from shnor.reports.slides.office.charts import book, marks
from shnor.reports.slides.office.charts.book import Column, Sheet
from shnor.reports.slides.office.charts.marks import Label
from shnor.reports.slides.office.places import LEAST, Box, height_of, width_of
from shnor.reports.slides.office.text import shade
from shnor.wording import NBSP, WHOLE_BELOW, number

ROOM = 0.12
"""Inches between the plot and its letters."""
COMMA = "[$-419]"
"""Before a format: programs that go by it, not by the machine, write the comma of Russia."""
INTERVAL = 0.45
"""So dense is the bar of an interval: the mark is seen on it."""
Axis = tuple[float, float, float, str]
"""From, to, step, format of its numbers; without a step it is not drawn."""


@dataclass(frozen=True)
class Frame:
    """Where a chart goes. words: for who cannot see it. label: stands in the corner of its workbook where the data are
    invented. day: its workbook is dated so."""

    slide: Any
    box: Box
    words: str
    label: str
    day: date


@dataclass(frozen=True)
class Line:
    """points: one a row of the sheet, None where it has none. colour, width, dash: of the line, width 0 = marks alone.
    sign: of its marks, None = none. fill: of its marks, where it is another shade. interval: width of the bar of its
    interval, points; 0 = it has none to draw. to: up or down to which line each mark is joined."""

    name: str
    points: tuple[Point | None, ...]
    colour: str
    width: float = 2.5
    dash: Any = None
    sign: Any = XL_MARKER_STYLE.CIRCLE
    size: int = 11
    fill: str = ""
    labels: Mapping[int, Label] = field(default_factory=dict)
    interval: float = 0.0
    to: int | None = None


def drawn(frame: Frame, rows: Sequence[str], lines: Sequence[Line], axis: Axis, *, right: float = 0.3,
          top: float = 0.4, legend: bool = False, clear_of_all: bool = False) -> Any:
    """The chart. rows: names under the plot, each already in lines that have room. right, top: inches for letters.
    clear_of_all: a number stands above or below all marks and intervals of its row, else above its own interval."""
    columns = [Column(line.name, tuple(point.value if point else None for point in line.points),
                      shown=_commonest(line.points)) for line in lines]
    made = [book.made_of(line.name, line.points, shown=columns[place].shown) for place, line in enumerate(lines)]
    starts = []
    for own in made:
        starts.append(len(columns))
        columns += own
    ways = {place: book.reach(columns, place, starts[place], starts[place] + 1, line.name)
            for place, line in enumerate(lines) if line.interval and _held(line)}
    ways |= {place: book.reach(columns, place, line.to, line.to, line.name)
             for place, line in enumerate(lines) if line.to is not None}
    sheet = Sheet(tuple(rows), tuple(columns), frame.label)
    chart = native(frame, XL_CHART_TYPE.LINE_MARKERS, sheet, len(lines))
    foot = ROOM + height_of(max((name.count("\n") + 1 for name in rows), default=1))
    top += 0.4 if legend else 0.0
    inches = (frame.box.height - top - foot) / (axis[1] - axis[0])
    for place, (line, series) in enumerate(zip(lines, chart.plots[0].series, strict=True)):
        _look(series, line)
        marks.labelled(series, _clear(line, lines if clear_of_all else [line], inches), frame.box)
        if place in ways:
            marks.spanned(series, sheet, *ways[place], colour=look.BLUE5 if line.to is not None else line.colour,
                          width=2.5 if line.to is not None else line.interval,
                          clear=1.0 if line.to is not None else INTERVAL)
    left = _values(chart, axis)
    _names(chart, rows, frame.box.width - left - right)
    if legend:
        _legend(chart)
    marks.framed(chart, frame.box, left=left, top=top, right=right, bottom=foot)
    return chart


class _Data(CategoryChartData):
    """Data of a chart whose workbook is made already."""

    def __init__(self, book_bytes: bytes) -> None:
        super().__init__()
        self._book = book_bytes

    @property
    def xlsx_blob(self) -> bytes:
        return self._book


def native(frame: Frame, kind: Any, sheet: Sheet, drawn_columns: int) -> Any:
    """A chart of Office of the first columns of the sheet, with the sheet as its workbook."""
    data = _Data(sheet.bytes(frame.day))
    data.categories = sheet.rows
    for column in sheet.columns[:drawn_columns]:
        data.add_series(column.head, column.cells, column.shown)
    shape = frame.slide.shapes.add_chart(kind, *frame.box.emu, data)
    shape.name = "Диаграмма"
    shape._element.nvGraphicFramePr.cNvPr.set("descr", frame.words)
    chart = shape.chart
    for element in chart._chartSpace.iter(qn("c:f")):
        element.text = (element.text or "").replace("Sheet1!", f"{book.NAME}!")
    chart.has_legend = chart.has_title = False
    marks.grounded(chart)
    return chart


def _clear(line: Line, lines: Sequence[Line], inches: float) -> dict[int, Label]:
    """Its numbers beyond the bars of intervals. inches: of a unit of the axis."""
    moved = {}
    for row, label in line.labels.items():
        value = (own.value or 0.0) if (own := line.points[row]) else 0.0
        ends = [end for one in lines if (point := one.points[row]) is not None and (one.interval or one is not line)
                for end in (point.low, point.value, point.high) if end is not None]
        far = {"t": max([value, *ends]) - value, "b": min([value, *ends]) - value}.get(label.at, 0.0)
        moved[row] = replace(label, up=label.up + far * inches)
    return moved


def _held(line: Line) -> bool:
    return any(point and point.low is not None and point.high is not None for point in line.points)


def _look(series: Any, line: Line) -> None:
    series.smooth = False
    if line.width:
        series.format.line.color.rgb = shade(line.colour)
        series.format.line.width = Pt(line.width)
        if line.dash is not None:
            series.format.line.dash_style = line.dash
    else:
        series.format.line.fill.background()
    series.marker.style = XL_MARKER_STYLE.NONE if line.sign is None else line.sign
    if line.sign is None:
        return
    series.marker.size = line.size
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = shade(line.fill or line.colour)
    series.marker.format.line.color.rgb = shade(line.colour)
    series.marker.format.line.width = Pt(2)


def _values(chart: Any, axis: Axis) -> float:
    """Returns the inches its numbers take at the left."""
    low, high, step, shown = axis
    own = chart.value_axis
    own.minimum_scale, own.maximum_scale = low, high
    own.has_major_gridlines = True
    own.major_gridlines.format.line.color.rgb = shade(look.RULE)
    own.major_tick_mark = own.minor_tick_mark = XL_TICK_MARK.NONE
    own.format.line.fill.background()
    own.major_unit = step or (high - low) / 2
    if not step:
        own.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        return 0.1
    own.tick_labels.number_format, own.tick_labels.number_format_is_linked = shown, False
    marks.axis_letters(own, look.MUTED)
    longest = "100 %" if "%" in shown else f"{high:.1f}" if "." in shown else f"{high:,.0f}"
    return width_of(longest) + 2 * ROOM


def _names(chart: Any, rows: Sequence[str], width: float) -> None:
    """Where they have no room beside each other, each second or third is written."""
    own = chart.category_axis
    own.major_tick_mark = own.minor_tick_mark = XL_TICK_MARK.NONE
    own.format.line.color.rgb = shade(look.SILENT_LINE)
    own.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    longest = max((width_of(name) for name in rows), default=0.0)
    marks.axis_letters(own, look.INK, skip=max(1, -(-int(longest * 100) // max(1, int(105 * width / len(rows))))))


def _legend(chart: Any) -> None:
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(LEAST)
    chart.legend.font.color.rgb = shade(look.INK)


def shown(point: Point | None) -> str:
    """The format in which Office writes the number of a point as it is said: «0,0 %» of a share of many."""
    if point is None or point.value is None:
        return "General"
    if point.n and point.k is not None:
        return _percent(0 if point.n < WHOLE_BELOW else 1)
    if point.n:
        return f"{COMMA}0.00"
    if point.k is not None:
        return "#,##0"
    hundredths = round(point.value * 10_000)
    return _percent(0 if not hundredths % 100 else 1 if not hundredths % 10 else 2)


def said(point: Point, **how: Any) -> Label:
    """What stands at a point: its number in its format; where no number alone says it («≈30 %»), its words. how:
    the rest of the label."""
    own = shown(point)
    if point.n is None and point.k is None and point.value is not None and not point.text.startswith(
            f"{number(Decimal(round(point.value * 10_000)) / 100)}{NBSP}%"):
        return Label(text=short(point), **how)
    return Label(shown=own, **how)


def _percent(digits: int) -> str:
    return f'{COMMA}0.{"0" * digits}"{NBSP}"%' if digits else f'0"{NBSP}"%'


SHARES = _percent(0)


def _commonest(points: Sequence[Point | None]) -> str:
    formats = [shown(point) for point in points if point is not None and point.value is not None]
    return max(formats, key=formats.count) if formats else "General"


DOTTED, DASHED = MSO_LINE_DASH_STYLE.ROUND_DOT, MSO_LINE_DASH_STYLE.DASH
