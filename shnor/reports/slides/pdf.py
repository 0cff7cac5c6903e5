"""A deck as PDF: one slide a page with «откуда цифры» at the end, or a handout of four slides a page with lines for
notes. A deck in, bytes out: typst draws, fonts are inside, the same deck gives the same bytes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shnor.reports.slides import tables
from shnor.reports.slides.bodies import LEAST, Content, content, table, task
from shnor.reports.slides.deck import Blank, Body, Deck, Grid, Ratio, Slide, Task, Words
from shnor.reports.slides.typeset import LINE, compiled, largest
from shnor.wording import NBSP, day, listed

PAGES: dict[Ratio, tuple[float, float]] = {"16:9": (960, 540), "4:3": (720, 540)}
"""Width and height in points: 13⅓ × 7½ and 10 × 7½ inches."""
SIDE, TOP, FOOT, GAP = 36, 28, 22, 12
"""Margins of a page, and what parts its blocks."""
TITLES, OPENING = (34, 31, 28, 26, 24), (54, 48, 42, 36, 32)
WHERE_FROM = "Откуда цифры"
PRINTED, WIDE, TALL, WRITTEN = 8 / 18, 648, 292, 516
"""Of the handout: a slide of 4:3 is printed at so much of its size, its letters are 8 points then; its body at most;
the width of a line of the page."""
HAND = 90.0
"""A row that is written into by hand: 14 millimetres on paper."""
PAPER, APART = 766, 6
"""How tall a page of it is without its margins, and what parts two slides at least, in points."""
_TEMPLATE = Path(__file__).with_name("slides.typ")


def pdf(deck: Deck, ratio: Ratio = "16:9") -> bytes:
    """One slide a page; hidden slides and the tables behind the numbers come last."""
    width, height = PAGES[ratio]
    contents = [_page(deck, slide, place + 1, ratio) for place, slide in enumerate((*deck.shown, *_hidden(deck)))]
    contents += [page for page in _sources(deck, len(contents), ratio)]
    return _made(deck, {"width": width, "height": height, "handout": False}, contents)


def handout(deck: Deck) -> bytes:
    """About four slides an A4 page, without the hidden ones and the opening, whose name stands on every page: title,
    picture and source at the left, lines to write on at the right. What is said in words takes less room."""
    shown = [(place, slide) for place, slide in enumerate(deck.shown, 1) if slide.body or place > 1]
    rows = [_row(slide, place) for place, slide in shown or [*enumerate(deck.shown, 1)]]
    return _made(deck, {"handout": True, "width": 0, "height": 0, "scale": PRINTED, "pages": _packed(rows)}, rows)


def _row(slide: Slide, number: int) -> Content:
    """A slide of the handout. height: of all of it, in points of the page."""
    tall = _height_in_words(slide)
    body = _content(slide.body, WIDE, tall)
    title = f"{slide.title} · {slide.body.minutes}{NBSP}мин" if isinstance(slide.body, Task) else slide.title
    said = {"title": largest(title, WRITTEN, (11, 10), 2, bold=True), "lead": largest(slide.lead, WRITTEN, (9,), 1),
            "source": largest(slide.source, 290, (8,), 2)}
    height = sum(one.height for one in said.values()) + 7 + PRINTED * tall
    return Content({**{name: one._asdict() for name, one in said.items()}, "number": number, "height": height,
                    "body": {**body.data, "width": WIDE, "height": tall}}, body.picture)


def _content(body: Body | None, width: float, height: float) -> Content:
    """As on a slide; the time of a task stands in its title."""
    if isinstance(body, Task):
        return Content(task(body, width, height, timed=False))
    return content(body, width, height) if body else Content({"kind": "none"})


def _height_in_words(slide: Slide) -> float:
    """Of the body on a slide, as it is printed."""
    match slide.body:
        case Words(lines=lines):
            return min(TALL, max(100.0, 55.0 * len(lines)))
        case Task(questions=questions):
            return min(TALL, 45.0 * len(questions))
        case Blank(rows=rows):
            return min(TALL, 50 + HAND * rows)
        case None:
            return 80
    return TALL


def _packed(rows: list[Content]) -> list[list[int]]:
    """Which rows stand on which page; they share the room that is left, as far as they stay together."""
    pages: list[list[int]] = [[]]
    for place, row in enumerate(rows):
        if pages[-1] and sum(rows[one].data["height"] + APART for one in pages[-1]) + row.data["height"] > PAPER:
            pages.append([])
        pages[-1].append(place)
    return pages


def _made(deck: Deck, page: dict[str, Any], contents: list[Content]) -> bytes:
    pictures = {}
    slides = []
    for place, one in enumerate(contents):
        if one.picture:
            pictures[f"{place}.svg"] = one.picture
        slides.append({**one.data, "picture": f"{place}.svg" if one.picture else ""})
    about = f"{deck.place} · на {day(deck.day)}" if deck.place else f"на {day(deck.day)}"
    data = {"name": deck.name, "about": about, "label": deck.label, "slides": slides, **page}
    return compiled(_TEMPLATE, data, pictures, deck.day)


def _hidden(deck: Deck) -> tuple[Slide, ...]:
    return tuple(slide for slide in deck.slides if slide.hidden)


def _page(deck: Deck, slide: Slide, number: int, ratio: Ratio) -> Content:
    wide, tall = PAGES[ratio][0] - 2 * SIDE, PAGES[ratio][1]
    title = largest(slide.title, wide, TITLES if slide.body else OPENING, 2 if slide.body else 3, bold=True)
    lead = largest(slide.lead, wide, (22, 20, LEAST) if slide.body else (28, 24, 20), 2)
    source = largest(slide.source, wide, (LEAST,), 2)
    top = TOP + title.height + lead.height + GAP
    foot = FOOT + LINE * LEAST + (source.height + 4 if source.lines else 0) + GAP
    room = {"top": top, "width": wide, "height": tall - top - foot}
    body = content(slide.body, wide, room["height"]) if slide.body else Content({"kind": "none"})
    place = deck.place if number == 1 and not slide.body else ""
    return Content({"title": title._asdict(), "lead": lead._asdict(), "source": source._asdict(), "number": number,
                    "place": place, "side": SIDE, "up": TOP, "foot": FOOT, "body": {**body.data, **room}}, body.picture)


def _sources(deck: Deck, before: int, ratio: Ratio) -> Iterator[Content]:
    """Each table behind numbers once, on as many pages as it needs; those that are a hidden slide stand there."""
    wide, tall = PAGES[ratio][0] - 2 * SIDE, PAGES[ratio][1]
    for grid, slides in _tables(deck).items():
        words = f"К {'слайду' if len(slides) == 1 else 'слайдам'} {listed([str(one) for one in slides])}"
        title, lead = largest(WHERE_FROM, wide, TITLES, 1, bold=True), largest(words, wide, (20, LEAST), 2)
        top = TOP + title.height + lead.height + GAP
        height = tall - top - FOOT - LINE * LEAST - GAP
        for laid in tables.pages(grid, wide, height, LEAST):
            before += 1
            yield Content({"title": title._asdict(), "lead": lead._asdict(), "source": {"lines": [], "size": LEAST},
                           "number": before, "place": "", "side": SIDE, "up": TOP, "foot": FOOT,
                           "body": {**table(laid, grid.numbers), "top": top, "width": wide, "height": height}})


def _tables(deck: Deck) -> dict[Grid, list[int]]:
    """Each table that is no hidden slide itself, with the numbers of the slides it stands behind."""
    printed = {slide.body for slide in _hidden(deck) if isinstance(slide.body, Grid)}
    found: dict[Grid, list[int]] = {}
    for place, slide in enumerate(deck.shown):
        if slide.sources and slide.sources not in printed:
            found.setdefault(slide.sources, []).append(place + 1)
    return found
