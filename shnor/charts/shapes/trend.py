"""A share or a number over years, waves or months: a line with its interval as a band, n under each point, a gap where
nothing is known, a break where the series is broken."""

from collections.abc import Sequence
from typing import Any

from shnor import look
from shnor.charts.facts import MOST, Chart, Point, Series, focused
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace
from shnor.wording import number, percent

TOP, FOOT, LETTERS = 18, 52, 14
"""Above and below the plot, and the height of a name, in pixels."""
UPRIGHT = 20
"""So many letters fit from the foot of the plot to its top."""
NEAR = {"около": "≈", "менее": "до ", "более": "от "}
"""How what is told about is written at its point."""
ACROSS, WAVES = 4, 2
"""So many school years, and so many months with their year, have room for their names in one line on a telephone."""


def trend(chart: Chart, height: int = 260, *, of_shares: bool = True) -> Figure:
    """One line a series; with one series its band and n are drawn, of several the bands of those in colour."""
    series = focused(chart.series)
    traces: list[Trace] = []
    coloured = [one for one in series if not one.quiet]
    for one in sorted(series, key=lambda one: not one.quiet):
        place = coloured.index(one) if one in coloured else -1
        traces += lines_of(chart, one, place, labels=len(coloured) < 3)
    top = max((point.value or 0 for one in chart.series for point in one.points), default=0)
    axis = canvas.values(chart) if of_shares or chart.ends else canvas.counts(top)
    names = _names(series, axis["range"], height) if len(series) > 1 else []
    return canvas.figure(
        chart, traces, height,
        xaxis=canvas.axis(type="category", categoryorder="array", categoryarray=[*chart.places],
                          tickvals=[*chart.places], ticktext=_ticks(chart), tickangle=0,
                          range=[-0.35, len(chart.places) - 0.65]),
        yaxis=axis,
        shapes=[_broken(chart, one.before) for one in chart.breaks if one.before in chart.places],
        annotations=[*_words_of_breaks(chart), *_few(chart), *_empty(chart), *names],
        margin={"l": 44, "r": 86 if len(series) > 1 else 16, "t": TOP, "b": FOOT})


def lines_of(chart: Chart, series: Series, place: int, *, axes: dict[str, str] | None = None,
             labels: bool = True) -> list[Trace]:
    """Band, line and points of a series. place: which colour; −1: grey. axes: of a panel of its own. labels: each point
    has its value beside it; where there are too many lines for them, their bands are paler too."""
    quiet = place < 0
    colour = canvas.QUIET if quiet else canvas.COLOURS[place % len(canvas.COLOURS)]
    traces: list[Trace] = []
    for run in runs(chart, series):
        if not quiet and all(point.low is not None for point in run):
            traces.append(_band(run, colour, axes, 0.13 if labels else 0.06))
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
    """«22,8 %» of a share, «3,12» of a mean, the number itself of a count."""
    if point.n and point.k is not None:
        return percent(point.k, point.n)
    if point.n:
        return number(point.value or 0, 2)
    return number(point.value or 0) if point.k is not None else _near(point.text)


def _near(text: str) -> str:
    """«≈30 %» of «около 30 %»: beside a point there is little room."""
    word, _, rest = text.partition(" ")
    return f"{NEAR[word]}{rest}" if word in NEAR and rest[:1].isdigit() else text


def _band(run: list[Point], colour: str, axes: dict[str, str] | None, thick: float) -> Trace:
    places = [point.at for point in run]
    red, green, blue = (int(colour[at:at + 2], 16) for at in (1, 3, 5))
    return {"type": "scatter", "mode": "lines", "x": [*places, *reversed(places)],
            "y": [*(point.high for point in run), *(point.low for point in reversed(run))], "fill": "toself",
            "fillcolor": f"rgba({red},{green},{blue},{thick})", "line": {"width": 0}, "hoverinfo": "skip",
            **(axes or {})}


def _ticks(chart: Chart) -> list[str]:
    """With one series n stands under each point."""
    own = {point.at: point for point in chart.series[0].points} if len(chart.series) == 1 else {}
    named = [_in_lines(at, len(chart.places)) for at in chart.places]
    return [f"{name}<br>из {number(own[at].n or 0)}" if own.get(at) and own[at].n else name
            for name, at in zip(named, chart.places, strict=True)]


def _in_lines(at: str, places: int) -> str:
    """Many school years stand in two lines each, so do months with their year: «ноябрь», «2025»."""
    if at[:4].isdigit():
        named = at.replace("–", "–<br>") if places > ACROSS else at
        return named.replace(" ", "<br>", 1) if places > WAVES else named
    head, _, year = at.rpartition(" ")
    return f"{head}<br>{year}" if head and year.isdigit() and places > WAVES else at


def _broken(chart: Chart, before: str) -> dict[str, Any]:
    place = chart.places.index(before) - 0.5
    return {"type": "line", "x0": place, "x1": place, "y0": 0, "y1": 1, "yref": "paper",
            "line": {"color": look.MUTED, "width": 1, "dash": "dot"}}


def _words_of_breaks(chart: Chart) -> list[dict[str, Any]]:
    return [canvas.annotation(one.words, chart.places.index(one.before) - 0.5, 1, yref="paper", yanchor="bottom")
            for one in chart.breaks if one.before in chart.places]


def _names(series: Sequence[Series], ends_of: Sequence[float], height: int) -> list[dict[str, Any]]:
    """The name of each line at its end, apart from one another. ends_of: the axis."""
    inside = (height - TOP - FOOT) / (ends_of[1] - ends_of[0])
    ends = sorted(((point.value or 0) * inside, place, point) for place, one in enumerate(series)
                  if (point := next((at for at in reversed(one.points) if at.value is not None), None)))
    notes: list[dict[str, Any]] = []
    lowest = -float(LETTERS)
    for at, place, point in ends:
        free = max(at, lowest + LETTERS)
        lowest = free
        letters = {"size": look.AXIS, "color": look.MUTED if series[place].quiet else look.INK}
        notes.append(canvas.annotation(series[place].name, point.at, point.value, xanchor="left", xshift=8,
                                       yshift=free - at, font=letters))
    return notes


def _few(chart: Chart) -> list[dict[str, Any]]:
    """A small group has no place on the axis of shares: its counts stand as words at the foot of it."""
    low = [series for series in chart.series if not series.quiet and any(map(in_words_alone, series.points))]
    return [canvas.annotation(f"{series.name}: {point.text}" if len(chart.series) > 1 else point.text, point.at,
                              chart.ends[0] if chart.ends else 0, yanchor="bottom", yshift=14 * place)
            for place, series in enumerate(low[:MOST]) for point in series.points if in_words_alone(point)]


def _empty(chart: Chart) -> list[dict[str, Any]]:
    """With one series an empty place says in itself why it is empty, from the foot up; much in two lines."""
    if len(chart.series) != 1:
        return []
    return [canvas.annotation(canvas.two_lines(point.words, UPRIGHT), point.at, 0.5, yref="paper", textangle=-90)
            for point in chart.series[0].points if point.value is None and not point.text]


def in_words_alone(point: Point) -> bool:
    return point.value is None and bool(point.text)
