"""A share or a number over years, waves or months: a line with its interval as a band, n under each point, a gap where
nothing is known, a break where the series is broken."""

from typing import Any

from shnor import look
from shnor.charts.facts import MOST, Chart, Point, Series, focused
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace
from shnor.wording import number, percent


def trend(chart: Chart, height: int = 260, *, of_shares: bool = True) -> Figure:
    """One line a series; with one series its band and n are drawn, of several the bands of those in colour."""
    series = focused(chart.series)
    traces: list[Trace] = []
    coloured = [one for one in series if not one.quiet]
    for one in sorted(series, key=lambda one: not one.quiet):
        place = coloured.index(one) if one in coloured else -1
        traces += lines_of(chart, one, place, named=len(series) > 1, labels=len(coloured) < 3)
    top = canvas.top_of(chart.series) if of_shares else max(
        (point.value or 0 for one in chart.series for point in one.points), default=0)
    return canvas.figure(
        chart, traces, height,
        xaxis=canvas.axis(type="category", categoryorder="array", categoryarray=[*chart.places],
                          tickvals=[*chart.places], ticktext=_ticks(chart), range=[-0.35, len(chart.places) - 0.65]),
        yaxis=canvas.shares(top) if of_shares else canvas.counts(top),
        shapes=[_broken(chart, one.before) for one in chart.breaks if one.before in chart.places],
        annotations=[*_words_of_breaks(chart), *_few(chart)],
        margin={"l": 44, "r": 86 if len(series) > 1 else 16, "t": 18, "b": 52})


def lines_of(chart: Chart, series: Series, place: int, *, named: bool, axes: dict[str, str] | None = None,
             labels: bool = True) -> list[Trace]:
    """Band, line and points of a series. place: which colour; −1: grey. named: its name stands at the end of the line.
    axes: of a panel of its own."""
    quiet = place < 0
    colour = canvas.QUIET if quiet else canvas.COLOURS[place % len(canvas.COLOURS)]
    traces: list[Trace] = []
    for run in runs(chart, series):
        if not quiet and all(point.low is not None for point in run):
            traces.append(_band(run, colour, axes))
        traces.append({
            "type": "scatter", "mode": "lines+markers+text" if labels and not quiet else "lines+markers",
            "x": [point.at for point in run], "y": [point.value for point in run],
            "line": {"color": colour, "width": 1.5 if quiet else 2.5,
                     "dash": "solid" if quiet else canvas.DASHES[place % len(canvas.DASHES)]},
            "marker": {"size": 6 if quiet else 9, "symbol": canvas.SIGNS[max(place, 0) % len(canvas.SIGNS)],
                       "color": colour},
            "text": [label(point) for point in run], "textposition": "top center", "cliponaxis": False,
            "textfont": {"size": look.DETAIL, "color": look.INK},
            **canvas.told(chart, [(series, point) for point in run]), **(axes or {})})
    if named and (last := next((point for point in reversed(series.points) if point.value is not None), None)):
        traces.append({"type": "scatter", "mode": "text", "x": [last.at], "y": [last.value],
                       "text": [f"  {series.name}"], "textposition": "middle right", "hoverinfo": "skip",
                       "cliponaxis": False,
                       "textfont": {"size": look.AXIS, "color": look.MUTED if quiet else look.INK}})
    return traces


def runs(chart: Chart, series: Series) -> list[list[Point]]:
    """Points that may be joined: a gap and a break part them."""
    own = {point.at: point for point in series.points}
    broken = {one.before for one in chart.breaks}
    found: list[list[Point]] = [[]]
    for at in chart.places:
        point = own.get(at)
        if point is None or point.value is None:
            found.append([])
            continue
        if at in broken:
            found.append([])
        found[-1].append(point)
    return [run for run in found if run]


def label(point: Point) -> str:
    """«22,8 %» of a share, the number itself of a count."""
    if point.n and point.k is not None:
        return percent(point.k, point.n)
    return number(point.value or 0) if point.k is not None else point.text


def _band(run: list[Point], colour: str, axes: dict[str, str] | None) -> Trace:
    places = [point.at for point in run]
    red, green, blue = (int(colour[at:at + 2], 16) for at in (1, 3, 5))
    return {"type": "scatter", "mode": "lines", "x": [*places, *reversed(places)],
            "y": [*(point.high for point in run), *(point.low for point in reversed(run))], "fill": "toself",
            "fillcolor": f"rgba({red},{green},{blue},0.13)", "line": {"width": 0}, "hoverinfo": "skip", **(axes or {})}


def _ticks(chart: Chart) -> list[str]:
    """With one series n stands under each point."""
    if len(chart.series) > 1:
        return [*chart.places]
    own = {point.at: point for point in chart.series[0].points}
    return [f"{at}<br>из {number(own[at].n or 0)}" if own.get(at) and own[at].n else at for at in chart.places]


def _broken(chart: Chart, before: str) -> dict[str, Any]:
    place = chart.places.index(before) - 0.5
    return {"type": "line", "x0": place, "x1": place, "y0": 0, "y1": 1, "yref": "paper",
            "line": {"color": look.MUTED, "width": 1, "dash": "dot"}}


def _words_of_breaks(chart: Chart) -> list[dict[str, Any]]:
    return [canvas.annotation(one.words, chart.places.index(one.before) - 0.5, 1, yref="paper", yanchor="bottom")
            for one in chart.breaks if one.before in chart.places]


def _few(chart: Chart) -> list[dict[str, Any]]:
    """A small group has no place on the axis of shares: its counts stand as words at the foot of it."""
    low = [series for series in chart.series if any(point.value is None and point.k is not None
                                                    for point in series.points)]
    return [canvas.annotation(f"{series.name}: {point.text}" if series.name else point.text, point.at, 0,
                              yanchor="bottom", yshift=14 * place)
            for place, series in enumerate(low[:MOST]) for point in series.points
            if point.value is None and point.k is not None]
