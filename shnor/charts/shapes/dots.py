"""A share of each of many on one axis from 0 to 100 %: a dot with its interval, in the order given, never by size."""

from typing import Any

from shnor import look
from shnor.charts.facts import FEW, Chart, Point, Series
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace
from shnor.wording import NBSP

ROW = 30


def dots(chart: Chart) -> Figure:
    """A row a series, its first point: the share, its interval behind it, counts at the right. A small group is said in
    words, at the right as well: at 0 they would look like a value. A quiet series is what the others are looked at
    beside: grey, its share drawn as a line through all rows."""
    rows = [(place, series, series.points[0]) for place, series in enumerate(chart.series) if series.points]
    placed = [row for row in rows if _placed(row[2])]
    return canvas.figure(
        chart, [trace for trace in (_bands(placed), _dots(chart, placed)) if trace["y"]], 16 + ROW * len(rows) + 30,
        xaxis={**canvas.shares(1.03), "tickvals": [0, 0.5, 1], "ticktext": [f"{n}{NBSP}%" for n in (0, 50, 100)]},
        yaxis=canvas.axis(tickvals=[place for place, *_ in rows], ticktext=[series.name for _, series, _ in rows],
                          range=[len(rows) - 0.4, -0.6], showline=False, showgrid=True, gridcolor=look.RULE,
                          tickfont={"size": look.DETAIL, "color": look.INK}),
        shapes=[{"type": "line", "x0": point.value, "x1": point.value, "y0": 0, "y1": 1, "yref": "paper",
                 "line": {"color": look.MUTED, "width": 1, "dash": "dot"}}
                for _, series, point in placed if series.quiet],
        annotations=[_words(place, point) for place, _, point in rows],
        margin={"l": 120, "r": canvas.room([point.words for *_, point in rows], 128), "t": 4, "b": 30})


def _placed(point: Point) -> bool:
    """A group of fewer than FEW has no place on an axis of shares."""
    return point.value is not None and point.k is not None and (point.n or 0) >= FEW


def _bands(rows: list[tuple[int, Series, Point]]) -> Trace:
    held = [(place, point.low, point.high) for place, _, point in rows
            if point.low is not None and point.high is not None]
    return {"type": "bar", "orientation": "h", "width": 0.5, "hoverinfo": "skip", "marker": {"color": look.BLUE3,
            "opacity": 0.45}, "y": [place for place, *_ in held], "base": [low for _, low, _ in held],
            "x": [high - low for _, low, high in held]}


def _dots(chart: Chart, rows: list[tuple[int, Series, Point]]) -> Trace:
    return {"type": "scatter", "mode": "markers", "x": [point.value for *_, point in rows],
            "y": [place for place, *_ in rows],
            "marker": {"size": 12, "symbol": ["diamond" if series.quiet else "circle" for _, series, _ in rows],
                       "color": [look.MUTED if series.quiet else look.BLUE7 for _, series, _ in rows]},
            **canvas.told(chart, [(series, point) for _, series, point in rows])}


def _words(place: int, point: Point) -> dict[str, Any]:
    """Counts at the right; what has no place on the axis leads to its rows itself."""
    words = point.words
    if point.link and not _placed(point):
        words = f"<a href='{point.link}' target='_self' style='color:{look.INK}'>{words}</a>"
    return canvas.annotation(words, 1, place, xref="paper", xanchor="left", xshift=8,
                             font={"size": look.DETAIL, "color": look.INK})
