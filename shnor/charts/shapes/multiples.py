"""The same over schools: small panels, one scale, in the order given (by number); never joined into one picture of
tangled lines."""

from collections.abc import Sequence
from typing import Any

from shnor import look
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace
from shnor.charts.shapes.trend import in_words_alone, lines_of
from shnor.wording import k_of_n, number

ACROSS, PANEL = 6, 150
"""So many panels in a row, each so many pixels high."""
HEAD, WORDS, FOOT, LINE = 51, 17, 27, 14
"""Of a panel, in pixels: its name and its words above the plot, these alone, its places below, a second line of them.
"""
Side = tuple[float, float]
"""Where a plot begins and ends, as parts of the picture."""
WIDE, WIDEST = 8, 6
"""With so many places beside each other at most they are written longer; with so many in full and with both counts."""


def multiples(chart: Chart, across: int = ACROSS, panel: int = PANEL, *, ends: bool = False,
              years: bool = False) -> Figure:
    """A panel a series: its name, what may be said, its line with the band; a small group has its counts as words.
    panel: how high each is. ends: of the values of a line its first and its last are written. years: they stand in
    full, where not all have room the first and the last alone."""
    rows = max(1, -(-len(chart.series) // across))
    spare = 0 if any(series.words for series in chart.series) else WORDS
    beyond = HEAD - spare, FOOT + LINE * _is_roomy(chart, across)
    foot = chart.ends[0] if chart.ends else 0
    traces: list[Trace] = []
    layout: dict[str, Any] = {}
    notes: list[dict[str, Any]] = []
    for place, series in enumerate(chart.series):
        number, sides, (low, high) = str(place + 1) if place else "", *_frame(place, across, rows, panel, beyond)
        own = lines_of(chart, series, 0, axes={"xaxis": f"x{number}", "yaxis": f"y{number}"})
        traces += own
        if ends:
            _write_ends(own)
        ticks = _ticks(chart, series, across, years=years)
        layout |= _axes(chart, number, ticks, sides, (low, high))
        notes += _heads(series, sides[0], high, spare)
        notes += _ends(chart, across, sides, low) if years else []
        notes += [canvas.annotation(point.text, point.at, foot, xref=f"x{number}", yref=f"y{number}", yanchor="bottom")
                  for point in series.points if in_words_alone(point)]
    return canvas.figure(chart, traces, rows * panel + 16, annotations=notes, margin={"l": 4, "r": 4, "t": 4, "b": 24},
                         **layout)


def _axes(chart: Chart, number: str, ticks: Sequence[str], sides: Side, heights: Side) -> dict[str, Any]:
    """Of a panel, by their names in the picture."""
    foot, top = chart.ends or (0, canvas.top_of(chart.series))
    return {
        f"xaxis{number}": canvas.axis(
            domain=[*sides], anchor=f"y{number}", type="category", categoryorder="array", categoryarray=[*chart.places],
            tickvals=[*chart.places], ticktext=[*ticks], range=[-0.5, len(chart.places) - 0.5]),
        f"yaxis{number}": canvas.axis(
            domain=[*heights], anchor=f"x{number}", range=[foot, top], showticklabels=False, showgrid=True,
            gridcolor=look.RULE, dtick=(top - foot) / 2)}


def _write_ends(traces: Sequence[Trace]) -> None:
    """A line with gaps is several traces."""
    places = [(trace, place) for trace in traces if "text" in trace.get("mode", "") for place in range(len(trace["x"]))]
    for trace, place in places[1:-1]:
        trace["text"][place] = ""


def _ticks(chart: Chart, series: Series, across: int, *, years: bool) -> list[str]:
    """«24–25» of «2024–2025» and n under it where there is room, else «25»; in full with both counts; none."""
    if not _is_roomy(chart, across):
        return ["" if years else short(at) for at in chart.places]
    told = {point.at: point for point in series.points if point.value is not None and point.n}
    full = years and across * len(chart.places) <= WIDEST
    return ["<br>".join(filter(None, (at if full or not _is_year(at) else f"{at[2:5]}{at[-2:]}", _size(told.get(at),
            both=full)))) for at in chart.places]


def _size(point: Point | None, *, both: bool) -> str:
    """«из 108», of both counts «34 из 108»."""
    if point is None or not point.n:
        return ""
    return k_of_n(point.k, point.n) if both and point.k is not None else f"из {number(point.n)}"


def _ends(chart: Chart, across: int, sides: Side, low: float) -> list[dict[str, Any]]:
    """The first and the last year, «2023/24», at the ends of a panel where the others have no room between them."""
    if _is_roomy(chart, across) or len(chart.places) < 2:
        return []
    return [canvas.annotation(f"{at[:4]}/{at[-2:]}" if _is_year(at) else at, x, low, xref="paper", yref="paper",
                              xanchor=side, yanchor="top", yshift=-4)
            for at, x, side in zip((chart.places[0], chart.places[-1]), sides, ("left", "right"), strict=True)]


def _is_year(at: str) -> bool:
    """A school year: «2025–2026»."""
    return at[:4].isdigit() and len(at) > 5


def _is_roomy(chart: Chart, across: int) -> bool:
    return across * len(chart.places) <= WIDE


def _frame(place: int, across: int, rows: int, panel: int, beyond: tuple[int, int]) -> tuple[Side, Side]:
    """Left and right, foot and top of the plot of a panel, as parts of the picture. beyond: pixels above and below."""
    column, row = place % across, place // across
    width, height = 1 / across, 1 / rows
    top = 1 - row * height
    return ((column + 0.04) * width, (column + 0.96) * width), (
        top - height * (1 - beyond[1] / panel), top - height * beyond[0] / panel)


def _heads(series: Any, left: float, high: float, spare: int) -> list[dict[str, Any]]:
    named = series.name if not series.link else (
        f"<a href='{series.link}' target='_self' style='color:{look.INK}'>{series.name}</a>")
    base = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "align": "left"}
    return [canvas.annotation(f"<b>{named}</b>", left, high, **{**base, "yshift": 32 - spare, "font": {
                "size": look.DETAIL, "color": look.INK}}),
            canvas.annotation(series.words, left, high, **base, yshift=17)]


def short(at: str) -> str:
    """«26» of «2025–2026»: a panel is narrow."""
    return at[-2:] if at[:4].isdigit() else at
