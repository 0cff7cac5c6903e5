"""«Карточка вашей школы»: one A4 page for one school alone, its figures and the questions of the room with space to
write. Whatever comes in, a card is one page: letters become smaller, then the last lines give way to a sentence."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from shnor.charts.drawn import drawn, letters
from shnor.charts.facts import in_words
from shnor.reports.slides.deck import Card, Picture
from shnor.reports.slides.typeset import LINE, compiled, largest
from shnor.wording import day, typeset

WIDTH, HEIGHT = 511, 736
"""What the margins leave of an A4 page, in points."""
SIZES = (12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8)
TITLE, NAMES, GAP, BETWEEN = (22, 20, 18, 16), 0.42, 14, 5
"""Letters of the name; so much of the width have the names of lines; between parts; between lines."""
DRAWN, BESIDE, SMALL = (150, 128), 16, 9
"""How tall a picture alone and one of several is, what parts two, and its letters."""
PICTURES, WRITTEN = 4, 20
"""At most so many pictures; how far lines to write on lie apart."""
FOOTER = "Карточка сделана для школы: данных других школ в ней нет."
ROOMY, SMALLEST = (4, 3, 2), 10
"""So many lines to write on has a question, rather than letters above this size; below it one is enough."""
ASKED = 5
"""Questions beyond so many give way before the figures of the school do."""
NOT_ALL = "Поместилось не всё: остальное есть на странице школы."
_TEMPLATE = Path(__file__).with_name("cards.typ")


class _Laid(NamedTuple):
    """Texts of the card in letters of one size, with their heights. cut: something was left out."""

    size: float
    lines: list[tuple[list[str], list[str]]]
    questions: list[list[str]]
    cut: bool

    def height(self, written: int) -> float:
        """With so many lines to write on below each question."""
        tall = sum(LINE * self.size * max(len(name), len(words)) + BETWEEN for name, words in self.lines)
        asked = sum(LINE * self.size * len(lines) + written * WRITTEN + BETWEEN for lines in self.questions)
        return tall + asked + (LINE * self.size if self.cut else 0) + GAP * (bool(self.lines) + bool(self.questions))


def card(one: Card) -> bytes:
    """The page as PDF."""
    return cards((one,))


def cards(several: Sequence[Card]) -> bytes:
    """A page a card, in their order. Raises ValueError for none."""
    if not several:
        raise ValueError("no cards")
    pages: list[dict[str, Any]] = []
    pictures: dict[str, str] = {}
    for place, one in enumerate(several):
        page, drawings = _page(one)
        names = [f"{place}-{number}.svg" for number in range(len(drawings))]
        pictures |= dict(zip(names, drawings, strict=True))
        pages.append({**page, "pictures": [{**about, "file": name} for about, name in zip(
            page["pictures"], names, strict=True)]})
    return compiled(_TEMPLATE, {"cards": pages, "width": WIDTH, "height": HEIGHT, "gap": GAP, "between": BETWEEN,
                                "written": WRITTEN, "footer": FOOTER}, pictures, several[0].day)


def _page(one: Card) -> tuple[dict[str, Any], list[str]]:
    title = largest(one.school, WIDTH, TITLE, 3, bold=True)
    shown = one.pictures[:PICTURES]
    wide, tall = (WIDTH, DRAWN[0]) if len(shown) == 1 else ((WIDTH - BESIDE) / 2, DRAWN[1])
    about = [_about(picture, wide) for picture in shown]
    rows = [about[place:place + 2] for place in range(0, len(about), 2)]
    drawings = sum(tall + max(LINE * (10 * len(of["title"]) + 8) for of in row) + 8 for row in rows)
    head = LINE * 10 + max(title.height, LINE * 22) + GAP
    laid = _laid(one, HEIGHT - head - drawings - (GAP if rows else 0), cut=len(one.pictures) > len(shown))
    page = {"about": f"Карточка вашей школы · на {day(one.day)}", "label": one.label, "title": title._asdict(),
            "size": laid.size, "lines": laid.lines, "questions": laid.questions, "names": NAMES * WIDTH,
            "not_all": NOT_ALL if laid.cut else "", "pictures": about, "drawn": [wide, tall]}
    return page, [drawn(picture.chart, picture.shape, wide, tall, SMALL) for picture in shown]


def _about(picture: Picture, width: float) -> dict[str, Any]:
    chart = picture.chart
    source = " · ".join(filter(None, (chart.set, f"на {day(chart.day)}", chart.source)))
    return {"title": letters.fitted(typeset(chart.title), width, 10, 2, bold=True), "alt": in_words(chart),
            "source": letters.cut(source, width, 8)}


def _laid(one: Card, room: float, *, cut: bool) -> _Laid:
    """In the largest letters with which everything has room; else what there is too much of gives way."""
    large = [size for size in SIZES if size >= SMALLEST]
    for written, sizes in (*((lines, large) for lines in ROOMY), (1, SIZES)):
        for size in sizes:
            found = _set(one, size, cut=cut, most=(3, 6))
            if found.height(written) <= room and not (size > SIZES[-1] and _is_cut(found)):
                return found
    while found.height(1) > room and (found.lines or found.questions):
        asked = len(found.questions) > ASKED or not found.lines
        found = found._replace(cut=True, **(
            {"questions": found.questions[:-1]} if asked else {"lines": found.lines[:-1]}))
    return found


def _set(one: Card, size: float, *, cut: bool, most: tuple[int, int]) -> _Laid:
    """most: lines of a name and of what is said."""
    wide = NAMES * WIDTH - BETWEEN
    lines = [(letters.fitted(typeset(name), wide, size, most[0], bold=True),
              letters.fitted(typeset(words), WIDTH - NAMES * WIDTH, size, most[1])) for name, words in one.lines]
    asked = [letters.fitted(typeset(question), WIDTH - 2 * size, size, 3, bold=True) for question in one.questions]
    return _Laid(size, lines, asked, cut)


def _is_cut(laid: _Laid) -> bool:
    """A text ends with «…» in letters that might be smaller."""
    return any(text and text[-1].endswith("…") for pair in (*laid.lines, *([one] for one in laid.questions))
               for text in pair)
