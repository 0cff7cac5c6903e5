"""Several things that add up over the same places: a line each, its name and last number at its end."""

from typing import Any

from shnor import look
from shnor.charts.facts import Chart, focused
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace
from shnor.charts.shapes.trend import label, lines_of

AROUND, STEP = 46, 15
"""Pixels above and below the axes together; so far names stand apart."""


def adding_up(chart: Chart, height: int = 220) -> Figure:
    """The lines lie close to one another, so no number stands at a point; all are told when one is pointed at."""
    series = focused(chart.series)
    coloured = [one for one in series if not one.quiet]
    traces: list[Trace] = []
    for one in sorted(series, key=lambda one: not one.quiet):
        traces += lines_of(chart, one, coloured.index(one) if one in coloured else -1, labels=False)
    top = max((point.value or 0 for one in series for point in one.points), default=0)
    return canvas.figure(
        chart, traces, height, yaxis=canvas.counts(top), annotations=_names(chart, top, height),
        xaxis=canvas.axis(type="category", categoryorder="array", categoryarray=[*chart.places],
                          range=[-0.3, len(chart.places) - 0.7]), margin={"l": 40, "r": 156, "t": 18, "b": 28})


def _names(chart: Chart, top: float, height: int) -> list[dict[str, Any]]:
    """The highest line first; a name that would lie on the one above it moves down."""
    told = [(series.name, shown[-1]) for series in chart.series
            if (shown := [point for point in series.points if point.value is not None])]
    named, free = [], float(height)
    for name, point in sorted(told, key=lambda pair: -(pair[1].value or 0)):
        place = (height - AROUND) * (point.value or 0) / (top or 1)
        free = min(place, free - STEP)
        named.append(canvas.annotation(
            f"{name} <b>{label(point)}</b>", 1, point.value, xref="paper", xanchor="left", xshift=4,
            yshift=round(free - place), font={"size": look.DETAIL, "color": look.INK}))
    return named
