"""Two moments of many things: ○──● with the interval of the newer one behind it; a small group is drawn as people."""

from typing import Any

from shnor import look
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace

ROW = 34
PEOPLE = 0.026
"""Of the axis: how far apart the people of a small group stand."""


def dumbbell(chart: Chart) -> Figure:
    """A row a series; its points are (before, after) or (before, after, beside): the last is what it is compared with,
    drawn as |. Names stand left, counts right. Now fewer than ten: dots, filled for those counted, and no |: people
    have no place on the axis, which is there only where some row has."""
    rows = [*enumerate(chart.series)]
    traces = [_bands(rows), _beside(chart, rows), _stems(rows), _ends(chart, rows, 0), _ends(chart, rows, 1),
              *[_people(chart, place, series) for place, series in rows if small(series)]]
    top = canvas.top_of(chart.series)
    return canvas.figure(
        chart, [trace for trace in traces if trace["x"]], 30 + ROW * len(rows) + 26,
        xaxis=canvas.shares(max(top, 0.5), side="bottom", visible=not all(map(small, chart.series))),
        yaxis=canvas.axis(tickvals=[place for place, _ in rows], ticktext=[_name(series) for _, series in rows],
                          range=[len(rows) - 0.4, -0.6], showline=False, ticklen=0,
                          tickfont={"size": look.DETAIL, "color": look.INK}),
        annotations=[canvas.annotation(_counts(series), 1, place, xref="paper", xanchor="left", xshift=8,
                                       font={"size": look.DETAIL, "color": look.INK}) for place, series in rows],
        margin={"l": 120, "r": 124, "t": 8, "b": 30})


def small(series: Series) -> bool:
    """One of its moments has no place on the axis of shares, and people to draw."""
    return bool(series.points[1:]) and series.points[1].value is None and bool(series.points[1].n)


def _name(series: Series) -> str:
    words = series.name.split(", ")
    if len(series.name) < 26 or len(words) < 2:
        return series.name
    first = 2 if len(words) > 2 else 1
    return f"{', '.join(words[:first])},<br>{', '.join(words[first:])}"


def _counts(series: Series) -> str:
    """«5/12 → 4/11»."""
    told = [f"{point.k}/{point.n}" if point.n else point.words for point in series.points[:2] if point.k is not None]
    return " → ".join(told)


def _bands(rows: list[tuple[int, Series]]) -> Trace:
    held = [(place, point) for place, series in rows for point in series.points[1:2]
            if point.low is not None and point.high is not None]
    return {"type": "bar", "orientation": "h", "width": 0.5, "hoverinfo": "skip", "marker": {"color": look.BLUE1},
            "y": [place for place, _ in held], "base": [point.low for _, point in held],
            "x": [(point.high or 0) - (point.low or 0) for _, point in held]}


def _stems(rows: list[tuple[int, Series]]) -> Trace:
    x: list[Any] = []
    y: list[Any] = []
    for place, series in rows:
        ends = [point.value for point in series.points[:2]]
        if len(ends) == 2 and None not in ends:
            x, y = [*x, *ends, None], [*y, place, place, None]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip",
            "line": {"color": look.BLUE5, "width": 2}}


def _ends(chart: Chart, rows: list[tuple[int, Series]], moment: int) -> Trace:
    """Before is hollow, after is filled."""
    held = [(place, series, point) for place, series in rows for point in series.points[moment:moment + 1]
            if point.value is not None and not small(series)]
    return {"type": "scatter", "mode": "markers", "x": [point.value for *_, point in held],
            "y": [place for place, *_ in held],
            "marker": {"size": 13, "symbol": "circle", "color": look.BLUE7 if moment else look.PAPER,
                       "line": {"color": look.BLUE7, "width": 2}},
            **canvas.told(chart, [(series, point) for _, series, point in held])}


def _beside(chart: Chart, rows: list[tuple[int, Series]]) -> Trace:
    held = [(place, series, point) for place, series in rows for point in series.points[2:3]
            if point.value is not None and not small(series)]
    return {"type": "scatter", "mode": "markers", "x": [point.value for *_, point in held],
            "y": [place for place, *_ in held],
            "marker": {"size": 18, "symbol": "line-ns", "line": {"color": look.MUTED, "width": 2}},
            **canvas.told(chart, [(series, point) for _, series, point in held])}


def _people(chart: Chart, place: int, series: Series) -> Trace:
    """As many dots as wrote, those counted filled."""
    point: Point = series.points[1]
    wrote, counted = point.n or 0, point.k or 0
    return {"type": "scatter", "mode": "markers", "x": [0.01 + PEOPLE * (who + 0.5) for who in range(wrote)],
            "y": [place] * wrote,
            "marker": {"size": 9, "color": [look.BLUE7 if who < counted else look.PAPER for who in range(wrote)],
                       "line": {"color": look.BLUE7, "width": 1.5}},
            **canvas.told(chart, [(series, point)] * wrote)}
