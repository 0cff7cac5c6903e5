"""A name of a school or a word of a file is no command of the language PDFs are set in, in whichever paper."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from shnor.charts.shapes import shape
from shnor.reports import sheet as of_school
from shnor.reports.papers import pages, sheet
from shnor.reports.papers.blocks import Own, Section, Table
from shnor.reports.slides.cards import card
from shnor.reports.slides.deck import Card, Deck, Grid, Picture, Slide, Words
from shnor.reports.slides.pdf import handout, pdf
from tests.reports.papers import made
from tests.reports.slides import decks, printed

MARKUP = '#read("/etc/passwd") #{1+1} $x$ *b* _i_ @r <l> \\u{41} /*c*/'
PART = Section("ground", MARKUP, (Own("why", MARKUP), Table(MARKUP, (MARKUP,), ((MARKUP,),), MARKUP)))
OF_PAPER = replace(made.NOTE, title=MARKUP, sections=(PART,), label=MARKUP,
                   requisites=replace(made.REQUISITES, centre=MARKUP, post=MARKUP))
CHART = replace(decks.DOTS, title=MARKUP, set=MARKUP,
                series=tuple(replace(one, name=MARKUP) for one in decks.DOTS.series))
DECK = Deck(MARKUP, MARKUP, decks.DAY, (
    Slide("opening", MARKUP, lead=MARKUP), Slide("words", MARKUP, Words((MARKUP,)), source=MARKUP),
    Slide("table", MARKUP, Grid((MARKUP,), ((MARKUP,),))),
    Slide("dots", MARKUP, Picture(CHART, shape("dots")))), MARKUP)
PAPERS: dict[str, Callable[[], bytes]] = {
    "note": lambda: pages.pdf(OF_PAPER), "sheet-of-a-meeting": lambda: sheet.pdf(replace(OF_PAPER, kind="sheet")),
    "sheet-of-a-school": lambda: of_school.pdf(of_school.SchoolSheet(
        MARKUP, decks.DAY, about=MARKUP, needed=((MARKUP, MARKUP),), words=((MARKUP, MARKUP),))),
    "card": lambda: card(Card(MARKUP, decks.DAY, ((MARKUP, MARKUP),), (Picture(CHART, shape("dots")),), (MARKUP,))),
    "slides": lambda: pdf(DECK), "handout": lambda: handout(DECK)}


@printed.needs_poppler
@pytest.mark.parametrize(("paper", "times"), [
    ("note", 10), ("sheet-of-a-meeting", 7), ("sheet-of-a-school", 6), ("card", 10), ("slides", 21), ("handout", 14)])
def test_what_looks_like_a_command_is_printed_as_it_is_written(paper, times, tmp_path):
    """Word by word, for a line may break; a heading is printed in capitals."""
    said = "".join(printed.pages(PAPERS[paper](), tmp_path)).replace(" ", "").casefold()
    words = MARKUP.casefold().split()
    assert {word: said.count(word) for word in words} == dict.fromkeys(words, times)
