"""How marks or answers are spread: bars of 100 %, n at the left; answers of a scale diverge around its middle."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from shnor import look
from shnor.charts.facts import FEW, Chart, Point, Series
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace
from shnor.charts.styles import Style, light
from shnor.wording import number, percent

ROW, NAME, LINE, SAID = 44, 30, 15, 24
"""Pixels of a row, letters in a line of its name, pixels of a line beyond two, letters in a line of few people."""
NARROW = 0.06
"""A part narrower than this of the bar has no letters inside: they stand above it."""


def distribution(chart: Chart, styles: Mapping[str, Style], *, middle: Sequence[str] = (), things: bool = False,
                 ) -> Figure:
    """A bar a series, cut by its points in their order. styles: part → its look. middle: parts of a scale that lie
    below its middle: bars begin left of 0 by so much; the points run from one end of the scale to the other. A series
    of fewer than FEW is said in words. things: no people are counted: every bar is drawn, its parts show their numbers.
    """
    least = 1 if things else FEW
    bars = [series for series in chart.series if whole(series)]
    given = {point.at for series in bars for point in series.points if point.k}
    styles = {at: style for at, style in styles.items() if at in given}
    parts = inner_first([at for at in chart.places if at in styles], middle)
    ranks = left_to_right(parts, middle)
    traces = [{**_part(chart, bars, at, styles[at], middle, least), "legendrank": ranks.index(at)} for at in parts]
    names = ["<br>".join([*textwrap.wrap(series.name, NAME), f"из {number(whole(series))}"]) for series in bars]
    left = max((sum(_share(point, series) for point in series.points if point.at in middle) for series in bars
                if whole(series) >= least), default=0.0) if middle else 0.0
    row = ROW + LINE * max(0, _tall(names) - 2)
    return canvas.figure(
        chart, traces, 34 + row * len(bars) + _legend(chart, styles) * 22,
        barmode="relative" if middle else "stack", bargap=0.36,
        xaxis=canvas.axis(range=[-left - 0.02, 1.005 if not middle else 1.02 - _least_left(bars, middle)],
                          showticklabels=False),
        yaxis=canvas.axis(tickvals=[*range(len(bars))], ticktext=names, autorange="reversed", showline=False,
                          tickfont={"size": look.AXIS, "color": look.INK}),
        annotations=[note for place, series in enumerate(bars) for note in (
            [_few(series, place)] if whole(series) < least else [] if middle or things else _narrow(series, place,
                                                                                                     parts))],
        showlegend=True, legend={"orientation": "h", "x": 0, "xref": "container", "y": 0, "yref": "container",
                                 "yanchor": "bottom", "font": {"size": look.AXIS}, "traceorder": "normal"},
        shapes=[{"type": "line", "x0": 0, "x1": 0, "y0": 0, "y1": 1, "yref": "paper", "line": {
            "color": look.MUTED, "width": 1}}] if middle else [],
        margin={"l": 110, "r": 8, "t": 6, "b": 8 + _legend(chart, styles) * 22})


def inner_first(parts: list[str], middle: Sequence[str]) -> list[str]:
    """On each side of 0 bars are laid from the middle outwards."""
    left, right = ([at for at in parts if (at in middle) is below] for below in (True, False))
    if not left:
        return right
    return [*reversed(left), *right] if parts[0] in middle else [*left, *reversed(right)]


def left_to_right(parts: list[str], middle: Sequence[str]) -> list[str]:
    """As they lie, for the legend."""
    return [*(at for at in reversed(parts) if at in middle), *(at for at in parts if at not in middle)]


def _part(chart: Chart, bars: Sequence[Series], at: str, style: Style, middle: Sequence[str],
          least: int) -> Trace:
    pairs = [(place, series, point) for place, series in enumerate(bars) for point in series.points
             if point.at == at and whole(series) >= least]
    shares = [_share(point, series) for _, series, point in pairs]
    sign = -1 if at in middle else 1
    return {"type": "bar", "orientation": "h", "name": style.word, "x": [sign * share for share in shares],
            "y": [place for place, _, _ in pairs], "marker": canvas.marker(style.fill, style.pattern, style.ink),
            "text": [_inside(point, series, least) if share >= NARROW else ""
                     for (_, series, point), share in zip(pairs, shares, strict=True)],
            "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
            "textfont": {"size": look.DETAIL, "color": look.INK if light(style.fill) else look.PAPER},
            **canvas.told(chart, [(series, point) for _, series, point in pairs])}


def _tall(names: Sequence[str]) -> int:
    """Lines of the longest."""
    return max((name.count("<br>") + 1 for name in names), default=0)


def _inside(point: Point, series: Series, least: int) -> str:
    """Of people their share, of things their number."""
    return percent(point.k or 0, whole(series), 0) if least == FEW else number(point.k or 0)


def whole(series: Series) -> int:
    return sum(point.k or 0 for point in series.points)


def _share(point: Point, series: Series) -> float:
    return (point.k or 0) / whole(series)


def _least_left(bars: Sequence[Series], middle: Sequence[str]) -> float:
    return min((sum(_share(point, series) for point in series.points if point.at in middle) for series in bars),
               default=0.0)


def _few(series: Series, place: int) -> dict[str, Any]:
    words = ", ".join(f"{point.at}: {point.k}" for point in series.points if point.k)
    return canvas.annotation("<br>".join(textwrap.wrap(words, SAID)), 0, place, xanchor="left", xshift=6, align="left",
                             font={"size": look.DETAIL, "color": look.INK})


def _narrow(series: Series, place: int, parts: Sequence[str]) -> list[dict[str, Any]]:
    """The share of a narrow part above it; nothing where the part laid before it has none inside either."""
    own = {point.at: point for point in series.points if point.k}
    found, end, before = [], 0.0, 1.0
    for at in filter(own.__contains__, parts):
        share = _share(own[at], series)
        if share < NARROW <= before:
            found.append(canvas.annotation(percent(own[at].k or 0, whole(series), 0), end + share / 2, place,
                                           yanchor="bottom", yshift=13, font={"size": look.AXIS, "color": look.INK}))
        end, before = end + share, share
    return found


def _legend(chart: Chart, styles: Mapping[str, Style]) -> int:
    """Lines of the legend on a telephone."""
    letters = sum(len(styles[at].word) + 6 for at in chart.places if at in styles)
    return max(1, -(-letters // 64))
