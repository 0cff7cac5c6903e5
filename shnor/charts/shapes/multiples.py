"""The same over schools: small panels, one scale, in the order given (by number); never joined into one picture of
tangled lines."""

from collections.abc import Sequence
from typing import Any

from shnor import look
from shnor.charts.facts import Chart, Series
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace
from shnor.charts.shapes.trend import in_words_alone, lines_of
from shnor.wording import number

ACROSS, PANEL = 6, 150
"""So many panels in a row, each so many pixels high."""
HEAD, FOOT, LINE = 51, 27, 14
"""Of a panel, in pixels: its words above the plot, its places below, a second line of them."""
WIDE = 8
"""With so many places beside each other at most they are written longer."""


def multiples(chart: Chart, across: int = ACROSS, panel: int = PANEL, *, ends: bool = False) -> Figure:
    """A panel a series: its name, what may be said, its line with the band; a small group has its counts as words.
    panel: how high each is. ends: of the values of a line its first and its last are written."""
    rows = max(1, -(-len(chart.series) // across))
    below = FOOT + LINE * _is_roomy(chart, across)
    foot, top = chart.ends or (0, canvas.top_of(chart.series))
    traces: list[Trace] = []
    layout: dict[str, Any] = {}
    notes: list[dict[str, Any]] = []
    for place, series in enumerate(chart.series):
        number, (left, right), (low, high) = str(place + 1) if place else "", *_frame(place, across, rows, panel, below)
        names = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
        own = lines_of(chart, series, 0, axes=names)
        traces += own
        if ends:
            _write_ends(own)
        layout[f"xaxis{number}"] = canvas.axis(
            domain=[left, right], anchor=f"y{number}", type="category", categoryorder="array",
            categoryarray=[*chart.places], tickvals=[*chart.places], ticktext=_ticks(chart, series, across),
            range=[-0.5, len(chart.places) - 0.5])
        layout[f"yaxis{number}"] = canvas.axis(domain=[low, high], anchor=f"x{number}", range=[foot, top],
                                               showticklabels=False, showgrid=True, gridcolor=look.RULE,
                                               dtick=(top - foot) / 2)
        notes += _heads(series, left, high)
        notes += [canvas.annotation(point.text, point.at, foot, xref=f"x{number}", yref=f"y{number}", yanchor="bottom")
                  for point in series.points if in_words_alone(point)]
    return canvas.figure(chart, traces, rows * panel + 16, annotations=notes, margin={"l": 4, "r": 4, "t": 4, "b": 24},
                         **layout)


def _write_ends(traces: Sequence[Trace]) -> None:
    """A line with gaps is several traces."""
    places = [(trace, place) for trace in traces if "text" in trace.get("mode", "") for place in range(len(trace["x"]))]
    for trace, place in places[1:-1]:
        trace["text"][place] = ""


def _ticks(chart: Chart, series: Series, across: int) -> list[str]:
    """«24–25» of «2024–2025» and n under it where there is room, else «25»."""
    if not _is_roomy(chart, across):
        return [short(at) for at in chart.places]
    sizes = {point.at: point.n for point in series.points if point.value is not None and point.n}
    return [(f"{at[2:5]}{at[-2:]}" if at[:4].isdigit() and len(at) > 5 else at)
            + (f"<br>из {number(size)}" if (size := sizes.get(at)) else "") for at in chart.places]


def _is_roomy(chart: Chart, across: int) -> bool:
    return across * len(chart.places) <= WIDE


def _frame(place: int, across: int, rows: int, panel: int, below: int) -> tuple[
        tuple[float, float], tuple[float, float]]:
    """Left and right, foot and top of the plot of a panel, as parts of the picture."""
    column, row = place % across, place // across
    width, height = 1 / across, 1 / rows
    top = 1 - row * height
    return ((column + 0.04) * width, (column + 0.96) * width), (
        top - height * (1 - below / panel), top - height * HEAD / panel)


def _heads(series: Any, left: float, high: float) -> list[dict[str, Any]]:
    named = series.name if not series.link else (
        f"<a href='{series.link}' target='_self' style='color:{look.INK}'>{series.name}</a>")
    base = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "align": "left"}
    return [canvas.annotation(f"<b>{named}</b>", left, high, **{**base, "yshift": 32, "font": {
                "size": look.DETAIL, "color": look.INK}}),
            canvas.annotation(series.words, left, high, **base, yshift=17)]


def short(at: str) -> str:
    """«26» of «2025–2026»: a panel is narrow."""
    return at[-2:] if at[:4].isdigit() else at
