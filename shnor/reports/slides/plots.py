"""A picture of a slide as Plotly draws it there: in letters of a page, at half its size, so that twice as large they
are read from the back row. Nothing in it leads anywhere, and no word of it is a mark of HTML."""

from dataclasses import dataclass, replace
from html import escape
from typing import Any

from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import Shape, canvas, shape
from shnor.reports.slides.deck import Picture

ROOM = 210
"""So high is what every slide has for a picture, in pixels of a page, with a title of two lines."""
ACROSS, PANELS = 3, 8
"""Small panels in a row, up to six of them (more: one more in a row), and the most that are still read."""
_OF_HEIGHT = ("trend", "plan_fact", "adding_up")
HIGH = 226
"""So high are small panels on most slides: their heads are laid out for it."""
_SQUEEZED = {"bars": 0.85, "dumbbell": 0.88, "dots": 0.78, "distribution": 0.88}
"""A picture of rows may become lower by so much: then its letters touch."""
_BAR, _THIN, _MANY, _AROUND = 44, 26, 4, 14
"""Of bars of 100 %: a row, a row where there are more than so many of them, what stands above and below them all."""
_NAMED, _UNDER = 46, 20
"""Of such bars under their names: a row, the bar in it."""
BELOW = 19
"""So much lower are bars without the numbers of their axis."""
_FEW_LETTERS, _SIDE = 34, 12
"""So many letters of a group said in words stand in a line; the margin of names, which takes the room it needs."""
_HATCHES = {"/": ("135deg",), "\\": ("45deg",), "x": ("45deg", "135deg"), "|": ("90deg",), "-": ("0deg",),
            ".": ("45deg",)}


@dataclass(frozen=True)
class Key:
    """A part of the legend. background: its look, in CSS."""

    word: str
    background: str


@dataclass(frozen=True)
class Plot:
    """figure: for Plotly. least: so low it may become; stretches: it may become as high as there is room. shown: so
    many series of the chart stand in it, the first ones. legend: stands outside of it, where its words need no columns.
    wide: of a narrower picture the names above bars would be cut."""

    figure: dict[str, Any]
    least: int
    stretches: bool
    shown: int
    legend: tuple[Key, ...] = ()
    wide: int = 0


def plot(picture: Picture) -> Plot:
    """Of a picture with more rows than a slide has room for the first ones are drawn."""
    chart, kind = _plain(picture), picture.shape.kind
    if kind in _OF_HEIGHT:
        figure = replace(picture.shape, options=_with(picture.shape, height=ROOM))(chart)
        return Plot(_quiet(figure), ROOM, True, len(chart.series))
    if kind == "multiples":
        return _panels(chart, picture.shape)
    for shown in range(len(chart.series) or 1, 0, -1):
        figure = _rows(kind, picture.shape(replace(chart, series=chart.series[:shown])))
        least = round(figure["layout"]["height"] * _SQUEEZED[kind])
        if least <= ROOM:
            break
    names = [note["text"] for note in figure["layout"].get("annotations", ()) if note.get("yshift") == _UNDER // 2 + 1]
    return Plot(_quiet(figure), least, False, min(shown, len(chart.series)), _legend(figure),
                canvas.room(names, 0) + 2 * _SIDE if names else 0)


def _rows(kind: str, figure: dict[str, Any]) -> dict[str, Any]:
    """Names and counts beside rows take the room they need, the legend leaves the picture."""
    layout = {**figure["layout"], "showlegend": False}
    if kind == "bars":
        layout = _without_axis(layout, max((end for trace in figure["data"] for end in trace["x"]), default=0))
    if kind in ("dots", "distribution"):
        layout["margin"] = {**layout["margin"], "l": _SIDE}
    if kind == "dots":
        layout["margin"]["r"] = canvas.room((note["text"] for note in layout.get("annotations", ())), 0)
    return {"data": figure["data"], "layout": _bars(layout) if kind == "distribution" else layout}


def _without_axis(layout: dict[str, Any], longest: float) -> dict[str, Any]:
    """Words stand at the end of each bar: nothing is looked up below, and no rule runs behind letters."""
    return {**layout, "height": layout["height"] - BELOW, "margin": {**layout["margin"], "b": _AROUND // 2},
            "xaxis": {**layout["xaxis"], "showgrid": False, "showticklabels": False, "showline": False,
                      "range": [0, max(longest, 1)]}}


def _bars(layout: dict[str, Any]) -> dict[str, Any]:
    """Bars of 100 % without their legend. What is said of a small group stands in two lines."""
    names = layout["yaxis"].get("ticktext", ())
    notes = [{**note, "text": canvas.two_lines(note["text"], _FEW_LETTERS), "align": "left"}
             for note in layout.get("annotations", ())]
    layout = {**layout, "height": _BAR * (len(names) or 1) + _AROUND, "annotations": notes,
              "margin": {**layout["margin"], "b": _AROUND // 2}}
    if any(name.count("<br>") > 1 for name in names):
        return _above(layout, len(names))
    return _many(layout, len(names)) if len(names) > _MANY else layout


def _above(layout: dict[str, Any], rows: int) -> dict[str, Any]:
    """Long names stand above their bars in one line: at the left they would take half of the slide."""
    named = _named(layout["yaxis"])
    sizes = [note["text"] for note in named if note["x"]]
    return {**layout, "height": _NAMED * rows + _AROUND, "bargap": 1 - _UNDER / _NAMED,
            "annotations": [*named, *_words_alone(layout)], "margin": {**layout["margin"], "r": canvas.room(sizes, 0)},
            "yaxis": {**layout["yaxis"], "showticklabels": False, "autorange": False, "range": [rows - 0.68, -0.62]}}


def _named(axis: dict[str, Any]) -> list[dict[str, Any]]:
    """Each name above its bar, its n at the end of it."""
    parts = [text.rpartition("<br>") for text in axis["ticktext"]]
    base = {"xref": "paper", "xanchor": "left", "font": axis["tickfont"]}
    return [note for place, (name, _, size) in enumerate(parts) for note in (
        canvas.annotation(name.replace("<br>", " "), 0, place, **base, yanchor="bottom", yshift=_UNDER // 2 + 1),
        canvas.annotation(size, 1, place, **base, xshift=8))]


def _many(layout: dict[str, Any], rows: int) -> dict[str, Any]:
    """Bars close to one another: a name and its n in one line, no numbers above the bars."""
    axis = layout["yaxis"]
    return {**layout, "height": _THIN * rows + _AROUND, "bargap": 0.2, "annotations": _words_alone(layout), "yaxis": {
        **axis, "ticktext": [text.replace("<br>", ", ") for text in axis["ticktext"]]}}


def _words_alone(layout: dict[str, Any]) -> list[dict[str, Any]]:
    """Small groups said in words, without the numbers above narrow parts: those would lie on what stands there."""
    return [note for note in layout["annotations"] if note.get("xanchor") == "left"]


def _legend(figure: dict[str, Any]) -> tuple[Key, ...]:
    parts = [trace for trace in figure["data"] if "legendrank" in trace]
    return tuple(Key(part["name"], _background(part["marker"]))
                 for part in sorted(parts, key=lambda part: part["legendrank"]))


def _background(marker: dict[str, Any]) -> str:
    pattern = marker.get("pattern", {})
    lines = [f"repeating-linear-gradient({turn}, {pattern['fgcolor']} 0 3px, transparent 3px 9px)"
             for turn in _HATCHES.get(pattern.get("shape", ""), ())]
    return ", ".join((*lines, marker["color"]))


def _panels(chart: Chart, of: Shape) -> Plot:
    series = chart.series[:PANELS]
    across = min(len(series), ACROSS) or 1 if len(series) <= 2 * ACROSS else ACROSS + 1
    rows = -(-len(series) // across) or 1
    if across > ACROSS:
        series = tuple(replace(one, points=tuple(map(_short, one.points))) for one in series)
    drawn = replace(of, options=_with(of, across=across, panel=(HIGH - 16) // rows))(replace(chart, series=series))
    drawn["layout"]["margin"] = {**drawn["layout"]["margin"], "b": 4}  # each panel has room for its years itself
    return Plot(_quiet(drawn), ROOM, True, len(series))


def _short(point: Point) -> Point:
    """«3/9» of a small group: in a narrow panel its words would lie on the next ones."""
    few = point.value is None and point.k is not None and point.n is not None
    return replace(point, text=f"{point.k}/{point.n}") if few else point


def _with(of: Shape, **more: Any) -> tuple[tuple[str, Any], ...]:
    return shape(of.kind, **{**dict(of.options), **more}).options


def _quiet(figure: dict[str, Any]) -> dict[str, Any]:
    """Set, day and source stand under the picture: they are not said again at each point, where they would not fit. The
    name of the block of a page is nothing for a file."""
    traces = [{**trace, "hovertext": [text.split("<br><i>")[0] for text in trace["hovertext"]], "customdata": None}
              if "hovertext" in trace else trace for trace in figure["data"]]
    layout = {name: value for name, value in figure["layout"].items() if name not in ("meta", "legend")}
    return {"data": traces, "layout": {**layout, "autosize": False}}


def _plain(picture: Picture) -> Chart:
    """Without links; what Plotly would read as a mark is written as letters. A part with a look of its own keeps its
    name: by it the look is found, and the word of the look is drawn."""
    chart = picture.chart
    known = {at for at, _ in picture.shape.styles}
    return replace(chart, title=_letters(chart.title), set=_letters(chart.set), source=_letters(chart.source),
                   breaks=tuple(replace(one, before=_letters(one.before), words=_letters(one.words))
                                for one in chart.breaks),
                   series=tuple(_plain_series(one, known) for one in chart.series))


def _plain_series(series: Series, known: set[str]) -> Series:
    return replace(series, name=_letters(series.name), words=_letters(series.words), link="",
                   points=tuple(_plain_point(point, known) for point in series.points))


def _plain_point(point: Point, known: set[str]) -> Point:
    return replace(point, at=point.at if point.at in known else _letters(point.at), text=_letters(point.text),
                   why=_letters(point.why), link="")


def _letters(text: str) -> str:
    return escape(text, quote=False)
