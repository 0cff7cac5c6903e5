"""Which chart of Office a shape is drawn as."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from shnor.charts import facts
from shnor.charts.facts import Chart
from shnor.charts.shapes import canvas
from shnor.charts.shapes.shape import Shape
from shnor.reports.slides.deck import Picture
from shnor.reports.slides.office.charts import moments, over_time, stacks
from shnor.reports.slides.office.charts.lines import Frame
from shnor.reports.slides.office.places import Box
from shnor.reports.slides.office.text import boxed
from shnor.wording import NO_DATA

NATIVE: Mapping[str, Callable[[Frame, Chart, Shape], None]] = {
    "adding_up": over_time.adding_up, "bars": stacks.bars, "distribution": stacks.distribution, "dots": moments.dots,
    "dumbbell": moments.dumbbell, "multiples": over_time.multiples, "plan_fact": over_time.plan_fact,
    "trend": over_time.trend}
"""Every shape by its name."""
ROOM: Mapping[str, Callable[[Chart, Box], int]] = {
    "multiples": over_time.panels_in, "dots": moments.dots_in, "dumbbell": moments.dumbbells_in}
"""How many series of a shape have room on a slide."""


def pages(picture: Picture, box: Box) -> list[Picture]:
    """The chart in as many as there must be for its letters to be large enough, all on one scale; what the others are
    looked at beside stands on each."""
    chart, kind = picture.chart, picture.shape.kind
    if kind not in ROOM:
        return [picture]
    rows, beside = ([one for one in chart.series if (kind == "dots" and one.quiet) is side] for side in (False, True))
    count = -(-len(rows) // max(1, ROOM[kind](chart, box))) or 1
    size = -(-len(rows) // count) or 1
    if count == 1:
        return [picture]
    ends = chart.ends or (0.0, canvas.top_of(chart.series))
    return [replace(picture, chart=replace(chart, series=(*beside, *rows[start:start + size]), ends=ends))
            for start in range(0, len(rows), size)]


def drawn(slide: Any, picture: Picture, box: Box, label: str) -> None:
    """label: of invented data, «» = none; it goes wherever the chart is copied."""
    chart = picture.chart
    if not any(point.value is not None or point.k is not None or point.text
               for series in chart.series for point in series.points):
        boxed(slide, NO_DATA, box, name="Диаграмма", size=24)
        return
    words = ". ".join(filter(None, (label, facts.in_words(chart))))
    NATIVE[picture.shape.kind](Frame(slide, box, words, label, chart.day), chart, picture.shape)
