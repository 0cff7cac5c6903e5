"""Pictures of the shapes without a browser: SVG for PDF, Word and print, in letters of one size that is never too small
to be read. The same points, shades, signs and scales as on the screen; what a hint says there stands here as words."""

from collections.abc import Callable, Mapping

from shnor import look
from shnor.charts.drawn import svg
from shnor.charts.drawn.bars import bars
from shnor.charts.drawn.distribution import distribution
from shnor.charts.drawn.dots import dots
from shnor.charts.drawn.dumbbell import dumbbell
from shnor.charts.drawn.lines import adding_up, plan_fact, trend
from shnor.charts.drawn.multiples import multiples
from shnor.charts.drawn.svg import Room
from shnor.charts.facts import Chart
from shnor.charts.shapes.shape import Shape
from shnor.wording import NO_DATA

DRAWN: Mapping[str, Callable[[Chart, Shape, Room, float], list[str]]] = {
    "adding_up": adding_up, "bars": bars, "distribution": distribution, "dots": dots, "dumbbell": dumbbell,
    "multiples": multiples, "plan_fact": plan_fact, "trend": trend}
"""Every shape by its name, as `shnor.charts.shapes.shape.DRAWN`."""


def drawn(chart: Chart, shape: Shape, width: float, height: float, size: float) -> str:
    """The picture as SVG, in points; size: of all its letters. Rows that have no room are counted in a sentence."""
    known = any(point.value is not None or point.k is not None or point.text
                for series in chart.series for point in series.points)
    room = Room(0, 0, width, height)
    body = DRAWN[shape.kind](chart, shape, room, size) if known else [
        svg.text(NO_DATA, width / 2, height / 2, size, "middle", ink=look.MUTED)]
    return svg.picture(width, height, body)
