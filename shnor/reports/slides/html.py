"""The show itself: one file of HTML with everything inside, opened by a double click, without a network. What a key
does is in deck.js beside, what is drawn in pictures.js, what the speaker alone sees in speaker.js."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from shnor import look
from shnor.charts import CONFIG
from shnor.charts.facts import Point, in_words, table
from shnor.charts.script import plotly_script
from shnor.reports.slides.caption import caption
from shnor.reports.slides.deck import Blank, Deck, Grid, Image, Picture, Slide, Steps, Task, Words
from shnor.reports.slides.plots import Plot, plot
from shnor.wording import day, typeset

_HERE = Path(__file__).parent
_STYLE = (_HERE / "deck.css").read_text("utf-8")
_PROGRAM = '(() => {\n"use strict";\n' + "\n".join(
    (_HERE / f"{name}.js").read_text("utf-8") for name in ("pictures", "speaker", "deck")) + "})();"
_CONFIG = {**CONFIG, "displayModeBar": False, "responsive": False}
_SAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
_EMPTY = Markup("")
SHORT = 5
"""A step said in more letters than so many is no number: months are smaller."""


def html(deck: Deck) -> bytes:
    """The file, in UTF-8."""
    plots = {slide.id: plot(slide.body) for slide in deck.slides if isinstance(slide.body, Picture)}
    head = Markup('<!doctype html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">\n'
                  '<meta http-equiv="Content-Security-Policy" content="{}">\n'
                  '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
                  "<title>{}</title>\n").format(policy(), deck.name)
    numbers = {slide.id: number for number, slide in enumerate(deck.shown, 1)}
    slides = Markup("\n").join(_slide(deck, slide, numbers, plots) for slide in deck.slides)
    pictures = {"config": _CONFIG, "plots": {
        name: {"figure": one.figure, "stretches": one.stretches, "wide": one.wide} for name, one in plots.items()}}
    return "".join((
        head, "<style>\n", look.css(), f":root {{ --font: {look.FONT}; }}\n", _STYLE, "</style>\n</head>\n<body>\n",
        '<main id="stage">\n', slides, "\n</main>\n",
        '<script type="application/json" id="pictures">', _json(pictures), "</script>\n",
        *(('<script type="text/plain" id="drawing">', plotly_script(), "</script>\n") if plots else ()),
        "<script>", _PROGRAM, "</script>\n</body>\n</html>\n")).encode()


@lru_cache(maxsize=1)
def policy() -> str:
    """What the file may do: run its own two scripts, ask nobody for anything. Who serves it says the same."""
    scripts = " ".join(f"'sha256-{b64encode(hashlib.sha256(one.encode()).digest()).decode()}'"
                       for one in (plotly_script(), _PROGRAM))
    return (f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data: blob:; "
            "base-uri 'none'; form-action 'none'")


def _json(value: Any) -> str:
    """It stands inside a page: no letter of it ends a script."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_SAFE)


def _slide(deck: Deck, slide: Slide, numbers: dict[str, int], plots: dict[str, Plot]) -> Markup:
    number = numbers.get(slide.id)
    said = f"{number} из {len(numbers)}" if number else "скрытый слайд"
    return Markup(
        '<section class="slide {kind}" id="{id}" role="group" aria-roledescription="слайд" aria-label="{said}"'
        ' data-seconds="{seconds}"{minutes}{hidden}>\n<header><h1>{title}</h1>{lead}</header>\n{body}\n{source}'
        '<footer><span class="foot"><span>{place}</span><span class="going"></span></span>'
        '<span class="label">{label}</span><span class="number">{said}</span></footer>\n'
        '<div class="notes" hidden>{notes}</div><div class="sources" hidden>{sources}</div>\n</section>').format(
        kind=type(slide.body).__name__.lower() if slide.body else "opening", id=f"slide-{slide.id}", said=said,
        seconds=slide.seconds, hidden=Markup(" data-hidden") if slide.hidden else _EMPTY,
        minutes=Markup(' data-minutes="{}"').format(slide.body.minutes) if isinstance(slide.body, Task) else _EMPTY,
        title=typeset(slide.title), lead=_line("lead", slide.lead), body=_body(slide, plots),
        source=_source(slide, plots.get(slide.id)), label=deck.label,
        place=" · ".join(filter(None, (deck.place, f"данные на {day(deck.day)}"))),
        notes=_EMPTY.join(Markup("<p>{}</p>").format(one) for one in slide.notes), sources=_sources(slide))


def _line(kind: str, text: str) -> Markup:
    return Markup('<p class="{}">{}</p>').format(kind, typeset(text)) if text else _EMPTY


def _source(slide: Slide, drawn: Plot | None) -> Markup:
    """The line under the body. Where there was no room for all rows, it says where the others are."""
    said = slide.source
    if isinstance(slide.body, Picture) and caption(slide.body, slide.title).startswith(slide.body.chart.title):
        said = said.removeprefix(f"{slide.body.chart.title} · ")  # it stands over the picture
    if drawn and isinstance(slide.body, Picture) and drawn.shown < len(slide.body.chart.series):
        rest = f"показаны первые {drawn.shown} из {len(slide.body.chart.series)}, все — по клавише S"
        said = " · ".join(filter(None, (said, rest)))
    return Markup('<p class="source{}"><span>{}</span><span class="more"></span></p>').format(
        "" if said else " empty", typeset(said))


def _sources(slide: Slide) -> Markup:
    """The table behind the numbers: as it was given, else the points of the picture."""
    if slide.sources:
        return _table(slide.sources)
    if not isinstance(slide.body, Picture):
        return _table(slide.body) if isinstance(slide.body, Grid) else _EMPTY
    heads, rows = table(slide.body.chart)
    cells = tuple(tuple(cell.words if isinstance(cell, Point) else cell for cell in row) for row in rows)
    return _table(Grid(heads, cells, tuple(range(1, 1 + len(slide.body.chart.places)))))


def _body(slide: Slide, plots: dict[str, Plot]) -> Markup:
    body = slide.body
    if isinstance(body, Picture):
        return _figure(slide, body, plots[slide.id])
    if isinstance(body, Grid):
        return _sized(_table(body), 38, 34, 30, 27, 24)
    if isinstance(body, Words):
        return _sized(_words(body), 54, 48, 42, 36, 32, 28, 24)
    if isinstance(body, Steps):
        return _sized(_steps(body.steps), 38, 34, 30, 27, 24)
    if isinstance(body, Task):
        return _sized(_task(body), 42, 38, 34, 30, 27, 24)
    if isinstance(body, Blank):
        return _sized(_blank(body), 32, 28, 24)
    if isinstance(body, Image):
        return Markup('<div class="body"><img src="data:image/{};base64,{}" alt="{}"></div>').format(
            body.kind, b64encode(body.data).decode(), body.alt)
    return Markup('<div class="body"></div>')


def _figure(slide: Slide, body: Picture, drawn: Plot) -> Markup:
    legend = _EMPTY.join(Markup('<li><i style="background:{}"></i>{}</li>').format(one.background, one.word)
                         for one in drawn.legend)
    return Markup('<figure class="body"><figcaption>{}</figcaption>{}<div class="frame" role="img" aria-label="{}">'
                  '<div class="plot" data-plot="{}"></div></div></figure>').format(
        caption(body, slide.title), Markup('<ul class="legend">{}</ul>').format(legend) if legend else _EMPTY,
        in_words(body.chart), slide.id)


def _sized(inner: Markup, *sizes: int) -> Markup:
    """sizes: of its letters; the first that fits is taken."""
    return Markup('<div class="body" data-sizes="{}">{}</div>').format(" ".join(map(str, sizes)), inner)


def _table(grid: Grid) -> Markup:
    def row(cells: Sequence[str], tag: str) -> Markup:
        return Markup("<tr>{}</tr>").format(_EMPTY.join(
            Markup("<{tag}{kind}>{cell}</{tag}>").format(
                tag=Markup(tag), cell=cell, kind=Markup(' class="digits"') if place in grid.numbers else _EMPTY)
            for place, cell in enumerate(cells)))

    return Markup("<table><thead>{}</thead><tbody>{}</tbody></table>").format(
        row(grid.head, "th"), _EMPTY.join(row(cells, "td") for cells in grid.rows))


def _words(body: Words) -> Markup:
    return Markup("<ul{}>{}</ul>").format(Markup(' class="boxes"') if body.boxes else _EMPTY, _EMPTY.join(
        Markup("<li>{}</li>").format(line) for line in body.lines))


def _steps(steps: Sequence[tuple[str, str]]) -> Markup:
    worded = any(len(large) > SHORT for large, _ in steps)
    return Markup("<ol{}>{}</ol>").format(Markup(' class="worded"') if worded else _EMPTY, _EMPTY.join(
        Markup("<li><b>{}</b><span>{}</span></li>").format(large, what) for large, what in steps))


def _task(body: Task) -> Markup:
    return Markup('<ol>{}</ol><p class="clock" role="timer">{}</p>').format(
        _EMPTY.join(Markup("<li>{}</li>").format(one) for one in body.questions), f"{body.minutes}:00")


def _blank(body: Blank) -> Markup:
    """Its cells are written into before the room."""
    cells = _EMPTY.join(Markup('<td contenteditable="true" aria-label="{}"></td>').format(head)
                        for head in body.head)
    columns = _EMPTY.join(Markup('<col style="width: {:.1f}%">').format(100 * share) for share in body.shares)
    return Markup("<table><colgroup>{}</colgroup><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
        columns, _EMPTY.join(Markup("<th>{}</th>").format(head) for head in body.head),
        _EMPTY.join(Markup("<tr>{}</tr>").format(cells) for _ in range(body.rows)))
