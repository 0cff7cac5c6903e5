"""The same over schools: small panels, one scale, in the order given (by number); never joined into one picture of
tangled lines."""

from typing import Any

from shnor import look
from shnor.charts.facts import Chart
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace
from shnor.charts.shapes.trend import lines_of

ACROSS, PANEL = 6, 150
"""So many panels in a row, each so many pixels high."""


def multiples(chart: Chart, across: int = ACROSS) -> Figure:
    """A panel a series: its name, what may be said, its line with the band; a small group has its counts as words."""
    rows = max(1, -(-len(chart.series) // across))
    top = canvas.top_of(chart.series)
    traces: list[Trace] = []
    layout: dict[str, Any] = {}
    notes: list[dict[str, Any]] = []
    for place, series in enumerate(chart.series):
        number, (left, right), (low, high) = str(place + 1) if place else "", *_frame(place, across, rows)
        names = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
        traces += lines_of(chart, series, 0, named=False, axes=names)
        layout[f"xaxis{number}"] = canvas.axis(
            domain=[left, right], anchor=f"y{number}", type="category", categoryorder="array",
            categoryarray=[*chart.places], tickvals=[*chart.places], ticktext=[short(at) for at in chart.places],
            range=[-0.5, len(chart.places) - 0.5])
        layout[f"yaxis{number}"] = canvas.axis(domain=[low, high], anchor=f"x{number}", range=[0, top],
                                               showticklabels=False, showgrid=True, gridcolor=look.RULE, dtick=top / 2)
        notes += _heads(series, left, high)
        notes += [canvas.annotation(point.text, point.at, 0, xref=f"x{number}", yref=f"y{number}", yanchor="bottom")
                  for point in series.points if point.value is None and point.k is not None]
    return canvas.figure(chart, traces, rows * PANEL + 16, annotations=notes, margin={"l": 4, "r": 4, "t": 4, "b": 24},
                         **layout)


def _frame(place: int, across: int, rows: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Left and right, foot and top of the plot of a panel, as parts of the picture."""
    column, row = place % across, place // across
    width, height = 1 / across, 1 / rows
    top = 1 - row * height
    return ((column + 0.04) * width, (column + 0.96) * width), (top - height * 0.82, top - height * 0.34)


def _heads(series: Any, left: float, high: float) -> list[dict[str, Any]]:
    named = f"<a href='{series.link}' style='color:{look.INK}'>{series.name}</a>" if series.link else series.name
    base = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "align": "left"}
    return [canvas.annotation(f"<b>{named}</b>", left, high, **{**base, "yshift": 32, "font": {
                "size": look.DETAIL, "color": look.INK}}),
            canvas.annotation(series.words, left, high, **base, yshift=17)]


def short(at: str) -> str:
    """«26» of «2025–2026»: a panel is narrow."""
    return at[-2:] if at[:4].isdigit() else at
