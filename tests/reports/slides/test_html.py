"""The file of a show: all of it is inside, every number is there, no word of it is a mark."""

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.reports.slides.deck import Blank, Deck, Grid, Picture, Slide, Steps, Task, Words
from shnor.reports.slides.html import html, policy
from shnor.wording import typeset
from tests.reports.slides.decks import DAY, LABEL, LINK, deck, image, without

DRAWS = re.compile(r'<script type="text/plain" id="drawing">(.*?)</script>', re.DOTALL)
MARK = '</script><img src=x onerror="hacked=1"><script>hacked=1</script><b>'


def written(one: Deck) -> str:
    """Without the program of Plotly, which is long and nobody's words."""
    return DRAWS.sub("", html(one).decode())


class Tags(HTMLParser):
    """What stands in the file, by the names of tags and of their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *(name for name, _ in attrs)))


def test_nothing_is_asked_of_anybody():
    text = written(deck())
    assert re.findall(r"https?:|//[a-z]|@import|url\(", text) == []
    assert {address[:11] for address in re.findall(r'(?:src|href|action|data)="([^"]*)"', text)} == {"data:image/"}
    assert "default-src 'none'" in unescape(text)


def test_its_two_programs_alone_may_run():
    text = html(deck()).decode()
    programs = [DRAWS.search(text)[1], re.search(r"<script>(.*?)</script>", text, re.DOTALL)[1]]
    for program in programs:
        assert f"'sha256-{b64encode(hashlib.sha256(program.encode()).digest()).decode()}'" in policy()
    assert policy().count("sha256") == 2
    assert "unsafe-eval" not in policy()


def test_the_program_of_plotly_comes_once_with_its_licence_and_only_for_a_picture():
    found = DRAWS.findall(html(deck()).decode())
    assert len(found) == 1
    assert "MIT license" in found[0][:300]
    assert DRAWS.findall(html(without(deck(), Picture)).decode()) == []


def test_every_number_of_every_picture_is_in_it():
    one = deck()
    text = written(replace(one, slides=tuple(replace(slide, sources=None) for slide in one.slides)))
    points = [point for slide in one.slides if isinstance(slide.body, Picture)
              for series in slide.body.chart.series for point in series.points]
    assert len(points) == 80
    assert [point for point in points if point.words not in text] == []


def test_what_is_said_is_in_it():
    one, text = deck(), unescape(written(deck()))
    for slide in one.slides:
        assert all(said in text for said in (typeset(slide.title), typeset(slide.lead), *slide.notes))
    assert all(cell in text for cell in ("131", "436", "Получили «2»"))
    assert one.name in text


@pytest.mark.parametrize("label", [LABEL, ""])
def test_every_slide_has_its_label(label):
    one = deck(label)
    assert written(one).count(f'<span class="label">{label}</span>') == len(one.slides)


def test_no_way_back_to_the_rows_leaves_the_house():
    assert LINK in str(deck())
    text = written(deck())
    assert [part for part in ("/source", "school=", "marks_2", "href") if part in text] == []


def test_hidden_slides_are_not_counted():
    text = written(deck())
    assert "16 из 16" in text
    assert text.count(" data-hidden>") == 1


def said_everywhere(word: str) -> Deck:
    """A deck with a word in every place that has room for one."""
    grid = Grid((word, word), ((word, word),))
    chart = Chart(word, word, word, word, DAY, word, (
        Series(word, (Point(word, word, 5, 10, 0.5), Point("б", word, 2, 7)), words=word),))
    bodies = (Picture(chart, shape("dots")), Picture(chart, shape("trend")), Picture(chart, shape("multiples")), grid,
              Words((word,)), Steps(((word, word),)), Task((word,)), Blank((word,)), replace(image(), alt=word))
    return Deck(word, word, DAY, label=word, slides=tuple(
        Slide(id=f"s{place}", title=word, body=body, lead=word, source=word, notes=(word,), sources=grid)
        for place, body in enumerate(bodies)))


def test_a_word_is_never_a_mark():
    assert Tags(written(said_everywhere(MARK))).found == Tags(written(said_everywhere("словечко"))).found
    assert "hacked=1<" not in written(said_everywhere(MARK))


def test_a_word_of_a_picture_is_no_mark_of_plotly():
    text = written(said_everywhere("<a href='https://example.org'>сюда</a>"))
    assert "\\u003ca href" not in text
    assert "\\u0026lt;a href='https://example.org'\\u0026gt;сюда" in text


def test_the_same_deck_is_the_same_file():
    assert html(deck()) == html(deck())


def test_what_stands_over_a_picture_is_not_said_again_under_it():
    (slide,) = [slide for slide in deck().slides if slide.id == "multiples"]
    told = replace(slide, source=f"{slide.body.chart.title} · по 6 школам", sources=None, notes=())
    text = re.sub(r'aria-label="[^"]*"', "", written(replace(deck(), slides=(told,))).partition("<script")[0])
    assert text.count(slide.body.chart.title) == 1
    assert "<span>по 6\u00a0школам</span>" in text or "<span>по 6 школам</span>" in text
