"""What every Plotly picture has in common: letters, margins, axes, what is said when a value is pointed at, where a
click leads. Plain dicts: no figure of Plotly is validated at a run of a page."""

from collections.abc import Iterable, Sequence
from typing import Any

from shnor import look
from shnor.charts.facts import Chart, Point, Series
from shnor.wording import NBSP, day

Trace = dict[str, Any]
Figure = dict[str, Any]
COLOURS = (look.BLUE7, look.ATTENTION, look.BLUE5, look.BLUE9)
"""Of series that are compared; each has a dash and a sign of its own as well."""
DASHES = ("solid", "dash", "dot", "dashdot")
SIGNS = ("circle", "diamond", "square", "triangle-up")
QUIET = "#b8c2cb"
LETTER = 7.2
"""A letter of a detail is about so many pixels wide."""


def figure(chart: Chart, traces: Sequence[Trace], height: int, **layout: Any) -> Figure:
    """The picture. Without any value it says so: Streamlit refuses a figure without a trace."""
    base = {
        "height": height, "font": {"family": look.FONT, "size": look.DETAIL, "color": look.INK},
        "paper_bgcolor": look.PAPER, "plot_bgcolor": look.PAPER, "separators": f",{NBSP}", "dragmode": False,
        "margin": {"l": 44, "r": 12, "t": 10, "b": 44}, "showlegend": False, "autosize": True,
        "hoverlabel": {"align": "left", "bgcolor": look.PAPER, "bordercolor": look.RULE, "namelength": -1,
                       "font": {"color": look.INK, "size": look.DETAIL, "family": look.FONT}},
        "meta": {"id": chart.id}}
    if not any(point.value is not None or point.k is not None or point.text
               for series in chart.series for point in series.points):
        return {"data": [_nothing()], "layout": {**base, "height": 96, "xaxis": {"visible": False},
                                                 "yaxis": {"visible": False}}}
    return {"data": [*traces], "layout": {**base, **layout}}


def _nothing() -> Trace:
    return {"type": "scatter", "x": [0], "y": [0], "mode": "text", "text": ["нет данных"], "hoverinfo": "skip"}


def hint(chart: Chart, series: Series, point: Point) -> str:
    """«МБОУ СОШ № 3, 2025–2026<br>24 из 146 (16 %)<br>по 6 школам перечня · на 27.11.2026 · форма «Результаты»»"""
    named = ", ".join(filter(None, (series.name, point.at)))
    beside = " · ".join(filter(None, (chart.set, f"на {day(chart.day)}", chart.source)))
    return "<br>".join(filter(None, (f"<b>{named}</b>", point.words, series.words, f"<i>{beside}</i>")))


def told(chart: Chart, pairs: Iterable[tuple[Series, Point]]) -> Trace:
    """What a trace says of its points when they are pointed at, and where a click on each leads."""
    listed = list(pairs)
    return {"hovertext": [hint(chart, series, point) for series, point in listed], "hoverinfo": "text",
            "customdata": [point.link for _, point in listed]}


def axis(**more: Any) -> dict[str, Any]:
    """Quiet: a thin rule, no zero line, nothing to drag."""
    return {"fixedrange": True, "zeroline": False, "showgrid": False, "linecolor": look.RULE, "automargin": True,
            "tickfont": {"size": look.AXIS, "color": look.MUTED}, **more}


def shares(top: float, **more: Any) -> dict[str, Any]:
    """An axis of shares: from 0, to a round number above the highest value."""
    step = 20 if top > 0.5 else 10
    places = range(0, int(top * 100) + 1, step)
    return axis(range=[0, top], tickvals=[place / 100 for place in places], showgrid=True, gridcolor=look.RULE,
                ticktext=[f"{place}{NBSP}%" for place in places], **more)


def counts(top: float, **more: Any) -> dict[str, Any]:
    """An axis of whole numbers from 0."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9) if top / step <= 6)
    return axis(range=[0, max(top * 1.08, 1)], dtick=step, tickformat=",d", showgrid=True, gridcolor=look.RULE, **more)


def lengths(top: float, **more: Any) -> dict[str, Any]:
    """The same under bars that lie: every bar ends on the axis, whose few numbers stand side by side on a telephone."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9) if top / step <= 3)
    return axis(range=[0, max(-(-top // step) * step, 1)], dtick=step, tickformat=",d", tickangle=0, showgrid=True,
                gridcolor=look.RULE, **more)


def values(chart: Chart, **more: Any) -> dict[str, Any]:
    """The axis of a chart of shares or, where it has ends of its own, of means."""
    if chart.ends is None:
        return shares(top_of(chart.series), **more)
    low, top = chart.ends
    step = next(step for step in (0.5, 1, 5, 10, 20, 50, 10**9) if (top - low) / step <= 6)
    return axis(range=[low, top], dtick=step, showgrid=True, gridcolor=look.RULE, **more)


def top_of(series: Iterable[Series]) -> float:
    """Where an axis of shares ends: 1, or the next tenth above every value and interval with a little room."""
    highest = max((max(point.value or 0, point.high or 0) for one in series for point in one.points), default=0)
    return min(1.05, max(0.2, (int(highest * 10 + 0.5) + 1) / 10))


def two_lines(text: str, most: int) -> str:
    """With more letters than most in two lines."""
    cut = text.rfind(" ", 0, len(text) // 2 + 8) if len(text) > most else -1
    return f"{text[:cut]}<br>{text[cut + 1:]}" if cut > 0 else text


def room(words: Iterable[str], least: int) -> int:
    """Pixels at the right of a plot for the longest of these, in the letters of a detail."""
    return max(least, 16 + max((round(LETTER * len(text)) for text in words), default=0))


def annotation(text: str, x: Any, y: Any, **more: Any) -> dict[str, Any]:
    return {"text": text, "x": x, "y": y, "showarrow": False, "font": {"size": look.AXIS, "color": look.MUTED}, **more}


def marker(fill: str, hatch: str = "", ink: str = look.MUTED) -> dict[str, Any]:
    """The look of a bar: plain or hatched."""
    if not hatch:
        return {"color": fill, "line": {"color": look.PAPER, "width": 1}}
    return {"color": fill, "line": {"color": look.RULE, "width": 1},
            "pattern": {"shape": hatch, "fgcolor": ink, "bgcolor": fill, "size": 7, "solidity": 0.25,
                        "fillmode": "replace"}}
