"""Two moments of many things: ○──● with the interval of the newer one behind it; a small group is said as people, a
square each, for both moments, away from the axis of shares."""

import re
import textwrap
from collections.abc import Callable
from typing import Any

from shnor import look
from shnor.charts.facts import FEW, Chart, Point, Series
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace
from shnor.wording import NBSP

NAME, MARK, LINE, GAP, TICKS = 17, 28, 20, 10, 30
"""Pixels: a line of a name, a dumbbell under it, a line of people, what parts two rows, the axis of dumbbells."""
WIDE, LETTER = 40, 8
"""So many letters of a name stand in a line on a telephone; so wide is a letter at most."""
PEOPLE = 20
"""So many squares are counted at a glance; more are left to their number."""
COUNTED, OTHER = "■", "□"
BRACKETS = re.compile(r"\([^()]{1,24}\)")


def dumbbell(chart: Chart) -> Figure:
    """A row a series under its name; its points are (before, after) or (before, after, beside): the last is what it is
    compared with, drawn as |. Fewer than ten at either moment: the row stands in a panel of its own below, a line a
    moment, a square a person, filled for those counted."""
    shares, people = [row for row in chart.series if not small(row)], [row for row in chart.series if small(row)]
    places, tall = _places(shares, lambda series: MARK)
    below, deep = _places(people, lambda series: LINE * len(series.points[:2]))
    axis = TICKS if shares else 0
    inner = tall + axis + deep
    rows = [*zip(places, shares, strict=True)]
    right = 16 + LETTER * max((len(_counts(series)) for series in shares), default=0)
    traces = [_bands(rows), _beside(chart, rows), _stems(rows), _ends(chart, rows, 0), _ends(chart, rows, 1)]
    told = [note for place, series in rows for note in (*_named(place, series), _right(place, series))]
    told += [note for place, series in zip(below, people, strict=True)
             for note in (*_named(place + tall + axis, series), *_people(chart, place + tall + axis, series))]
    return canvas.figure(
        chart, [trace for trace in traces if trace["x"]] or [_empty()], inner + 16,
        xaxis={**canvas.shares(max(canvas.top_of(shares), 0.5), side="bottom", visible=bool(shares)),
               "automargin": False},
        yaxis={**canvas.axis(range=[tall, 0], showline=False), "visible": False,
               "domain": [1 - tall / inner if inner else 0, 1]} if shares else {"visible": False, "fixedrange": True},
        annotations=[{**note, "y": 1 - note["y"] / inner, "yref": "paper"} for note in told],
        margin={"l": 12, "r": right, "t": 8, "b": 8})


def small(series: Series) -> bool:
    """One of its moments has fewer people than have a place on the axis of shares."""
    return any(point.value is None and 0 < (point.n or 0) < FEW for point in series.points[:2])


def _places(rows: list[Series], under: Callable[[Series], int]) -> tuple[list[int], int]:
    """Where each row begins, in pixels from the top of its panel, and how tall the panel is. under: what stands under
    the name."""
    places, top = [], 0
    for series in rows:
        places.append(top)
        top += NAME * len(_lines(series)) + under(series) + GAP
    return places, top


def _lines(series: Series) -> list[str]:
    """What stands in brackets is not parted."""
    name = BRACKETS.sub(lambda found: found[0].replace(" ", NBSP), series.name)
    return textwrap.wrap(name, WIDE, break_long_words=False) or [""]


def _under(place: int, series: Series) -> int:
    return place + NAME * len(_lines(series))


def _middle(place: int, series: Series) -> float:
    """Of the dumbbell of a row."""
    return _under(place, series) + MARK / 2


def _note(text: str, y: float, x: float = 0, **more: Any) -> dict[str, Any]:
    """y: pixels from the top."""
    return canvas.annotation(text, x, y, xref="paper", xanchor="left", yanchor="middle", align="left",
                             **{"xshift": -8, "font": {"size": look.DETAIL, "color": look.INK}, **more})


def _named(place: int, series: Series) -> list[dict[str, Any]]:
    return [_note(line, place + NAME * (number + 0.5)) for number, line in enumerate(_lines(series))]


def _right(place: int, series: Series) -> dict[str, Any]:
    return _note(_counts(series), _middle(place, series), x=1, xshift=8)


def _counts(series: Series) -> str:
    """«5 из 12 → 4 из 11»."""
    return " → ".join(f"{point.k} из {point.n}" if point.n else point.words for point in series.points[:2]
                      if point.k is not None)


def _people(chart: Chart, place: int, series: Series) -> list[dict[str, Any]]:
    """A line a moment: its name, a square a person, how many of how many; it leads to its rows."""
    found = []
    named = LETTER * max(len(point.at) for point in series.points[:2])
    for number, point in enumerate(series.points[:2]):
        middle = _under(place, series) + LINE * (number + 0.5)
        said = _led(_squares(point), point, look.BLUE7) + _led(point.words, point, look.INK)
        found += [_note(point.at, middle, font={"size": look.AXIS, "color": look.MUTED}),
                  _note(said, middle, xshift=named, hovertext=canvas.hint(chart, series, point))]
    return found


def _squares(point: Point) -> str:
    if point.k is None or not point.n or point.n > PEOPLE:
        return ""
    return f"{COUNTED * point.k}{OTHER * (point.n - point.k)}  "


def _led(text: str, point: Point, colour: str) -> str:
    """Plotly writes a «%» before «2F» once more: the slash of a school year stands as it is."""
    link = point.link.replace("%2F", "/")
    tag, named = ("a", f" href='{link}' target='_self'") if link else ("span", "")
    return f"<{tag}{named} style='color:{colour}'>{text}</{tag}>" if text else ""


def _empty() -> Trace:
    """Streamlit refuses a figure without a trace."""
    return {"type": "scatter", "x": [None], "y": [None], "hoverinfo": "skip"}


Rows = list[tuple[int, Series]]


def _bands(rows: Rows) -> Trace:
    held = [(_middle(place, series), point) for place, series in rows for point in series.points[1:2]
            if point.low is not None and point.high is not None]
    return {"type": "bar", "orientation": "h", "width": 16, "hoverinfo": "skip", "marker": {"color": look.BLUE1},
            "y": [middle for middle, _ in held], "base": [point.low for _, point in held],
            "x": [(point.high or 0) - (point.low or 0) for _, point in held]}


def _stems(rows: Rows) -> Trace:
    x: list[Any] = []
    y: list[Any] = []
    for place, series in rows:
        ends, middle = [point.value for point in series.points[:2]], _middle(place, series)
        if len(ends) == 2 and None not in ends:
            x, y = [*x, *ends, None], [*y, middle, middle, None]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip",
            "line": {"color": look.BLUE5, "width": 2}}


def _ends(chart: Chart, rows: Rows, moment: int) -> Trace:
    """Before is hollow, after is filled."""
    return _marks(chart, rows, moment, {
        "size": 13, "symbol": "circle", "color": look.BLUE7 if moment else look.PAPER,
        "line": {"color": look.BLUE7, "width": 2}})


def _beside(chart: Chart, rows: Rows) -> Trace:
    return _marks(chart, rows, 2, {"size": 18, "symbol": "line-ns", "line": {"color": look.MUTED, "width": 2}})


def _marks(chart: Chart, rows: Rows, moment: int, marker: dict[str, Any]) -> Trace:
    held = [(_middle(place, series), series, point) for place, series in rows
            for point in series.points[moment:moment + 1] if point.value is not None]
    return {"type": "scatter", "mode": "markers", "x": [point.value for *_, point in held],
            "y": [middle for middle, *_ in held], "marker": marker,
            **canvas.told(chart, [(series, point) for _, series, point in held])}
