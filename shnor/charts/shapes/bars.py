"""Numbers side by side as bars from 0: a part against its whole (bullet), or plain counts."""

import textwrap
from collections.abc import Sequence
from typing import Any

from shnor import look
from shnor.charts.facts import Chart, Point
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace

ROW, BAR, THIN, LINE, GAP = 30, 18.6, 10.2, 17, 10
"""Pixels: a row with its name at the left, a bar, one before its whole, a line of a name above its bar, what parts such
rows."""
BESIDE, TOGETHER, WIDE = 16, 30, 40
"""With more letters than so many a name stands above its bar: at the left it would take the place of the bars on a
narrow screen; so it does where the longest name and the longest value have more together. So many stand in a line
there."""


def bars(chart: Chart, *, whole: bool = True) -> Figure:
    """A row a series, in the order given; its first point is drawn. whole: behind it n as a pale bar: how far it is to
    the plan; else the number alone."""
    rows = [(place, series, series.points[0]) for place, series in enumerate(chart.series) if series.points]
    names = _lines([series.name for _, series, _ in rows], max((len(point.words) for *_, point in rows), default=0))
    tall = max((name.count("<br>") + 1 for name in names), default=0)
    row = BAR + LINE * tall + GAP if tall else ROW
    first = (LINE * tall + BAR / 2 + 2) / row if tall else 0.5
    known = [one for one in rows if one[2].k is not None]
    top = max((_end(point, whole=whole) for *_, point in known), default=0)
    behind: Trace = {"type": "bar", "orientation": "h", "width": BAR / row, "hoverinfo": "skip",
                     "marker": {"color": look.BLUE1}, "y": [place for place, _, point in known if point.n],
                     "x": [point.n for *_, point in known if point.n]}
    front: Trace = {
        "type": "bar", "orientation": "h", "width": (THIN if whole else BAR) / row, "marker": {"color": look.BLUE7},
        "y": [place for place, *_ in known], "x": [point.k for *_, point in known],
        **canvas.told(chart, [(series, point) for _, series, point in known])}
    return canvas.figure(
        chart, [behind, front] if whole and behind["x"] else [front], round(row * len(rows)) + 40, barmode="overlay",
        xaxis=canvas.lengths(top),
        yaxis=canvas.axis(tickvals=[place for place, *_ in rows], ticktext=[series.name for _, series, _ in rows],
                          range=[len(rows) - first, -first], showline=False, ticklabelstandoff=6,
                          showticklabels=not tall, tickfont={"size": look.DETAIL, "color": look.INK}),
        annotations=[*(_value(place, point, whole=whole) for place, _, point in rows),
                     *(_name(place, name) for (place, *_), name in zip(rows, names, strict=False))],
        margin={"l": 12 if tall else 120, "r": canvas.room([point.words for *_, point in rows], 96), "t": 4, "b": 26})


def _lines(names: Sequence[str], value: int) -> list[str]:
    """Names as they stand above their bars; none where all of them fit at the left. value: letters of the longest."""
    longest = max(map(len, names), default=0)
    if longest <= BESIDE and longest + value <= TOGETHER:
        return []
    return ["<br>".join(textwrap.wrap(name, WIDE)) for name in names]


def _end(point: Point, *, whole: bool) -> int:
    return max(point.k or 0, point.n or 0) if whole else point.k or 0


def _value(place: int, point: Point, *, whole: bool) -> dict[str, Any]:
    return canvas.annotation(point.words, _end(point, whole=whole), place, xanchor="left", xshift=6,
                             font={"size": look.DETAIL, "color": look.INK})


def _name(place: int, name: str) -> dict[str, Any]:
    return canvas.annotation(name, 0, place, xanchor="left", xshift=-3, yanchor="bottom", yshift=BAR / 2 - 2,
                             align="left", font={"size": look.DETAIL, "color": look.INK})
