"""«Карточка вашей школы»: one page each, whatever comes in."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shnor.charts.shapes import shape
from shnor.reports.slides import cards as papers
from shnor.reports.slides.cards import NOT_ALL, card, cards
from shnor.reports.slides.deck import Card, Picture
from tests.reports.slides import decks
from tests.reports.slides.decks import DAY, LABEL
from tests.reports.slides.printed import asked, fonts, needs_poppler, outside, pages, sizes

QUESTIONS = ("Что из сказанного похоже на вашу школу?", "Какая помощь нужна до декабря?", "Кто отвечает?")
OWN = Picture(replace(decks.TREND, set="МБОУ ООШ № 5"), shape("trend"))
CARD = Card("МБОУ ООШ № 5", DAY, (("Отметка «2», математика", "12 из 40 (30 %)"), ("Курсы", "завершили 4 из 5")),
            (OWN, Picture(decks.ROADMAP, shape("distribution", decks.PARTS))), QUESTIONS, LABEL)
BLANK = Card("", DAY, questions=QUESTIONS)
LONG = "Очень длинное название показателя дорожной карты и пояснение к нему "
LETTERS = st.text("абвгдежзABC «»№%0123456789-", max_size=300)


@needs_poppler
def test_its_own_figures_and_the_questions_of_the_room(tmp_path):
    page, = pages(card(CARD), tmp_path)
    for said in ("МБОУ ООШ № 5", "на 27.11.2026", "12 из 40 (30 %)", "завершили 4 из 5", "96 из 421", "22,8 %",
                 *QUESTIONS, LABEL, "данных других школ в ней нет"):
        assert said in page
    assert NOT_ALL not in page


@pytest.mark.parametrize(("room", "size"), [
    pytest.param(530, 12, id="four-lines-to-write-on"), pytest.param(520, 11.5, id="smaller-letters"),
    pytest.param(400, 11.5, id="two-lines"), pytest.param(348, 12, id="one-line"),
    pytest.param(340, 11.5, id="one-line-and-smaller")])
def test_letters_give_way_to_room_for_writing(room, size):
    """At 12 ten lines take 10 × (15 + 5), three questions 3 × (15 + 5 + 20 a line to write on), two gaps 28."""
    found = papers._laid(replace(CARD, lines=(("Курсы", "4 из 5"),) * 10), room, cut=False)
    assert (found.size, len(found.lines), found.cut) == (size, 10, False)


@needs_poppler
def test_a_blank_card_has_a_line_for_the_name(tmp_path):
    page, = pages(card(BLANK), tmp_path)
    assert page.startswith("Карточка вашей школы · на 27.11.2026 Школа 1. Что из сказанного")
    assert LABEL not in page


@needs_poppler
def test_a_page_a_school_in_their_order(tmp_path):
    said = pages(cards((replace(BLANK, school="МБОУ ООШ № 5"), replace(BLANK, school="МБОУ СОШ № 3"), BLANK)), tmp_path)
    assert [("№ 5" in page, "№ 3" in page) for page in said] == [(True, False), (False, True), (False, False)]


@needs_poppler
@pytest.mark.parametrize(("one", "all_said"), [
    pytest.param(replace(CARD, lines=CARD.lines * 6), True, id="many-lines"),
    pytest.param(replace(CARD, lines=((LONG * 3, LONG * 6),) * 30), False, id="too-many-lines"),
    pytest.param(replace(CARD, pictures=CARD.pictures * 3), False, id="too-many-pictures"),
    pytest.param(replace(CARD, questions=(LONG * 9,) * 20), False, id="too-many-questions"),
    pytest.param(Card(LONG * 9, DAY, ((LONG * 9, LONG * 9),) * 30, (OWN,) * 9, (LONG * 9,) * 20, LABEL), False,
                 id="too-much-of-all"),
    pytest.param(replace(CARD, school="Ш" * 400), True, id="a-name-without-spaces"),
    pytest.param(Card("", DAY), True, id="nothing")])
def test_it_is_one_page(one, all_said, tmp_path):
    data = card(one)
    page, = pages(data, tmp_path)
    assert (NOT_ALL not in page) == all_said
    assert outside(data, tmp_path) == []
    assert min(sizes(data, tmp_path)) >= 8


@needs_poppler
@given(name=LETTERS, lines=st.lists(st.tuples(LETTERS, LETTERS), max_size=40), questions=st.lists(LETTERS, max_size=12),
       pictures=st.integers(0, 6))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_is_one_page_whatever_comes(name, lines, questions, pictures, tmp_path):
    data = card(Card(name, DAY, tuple(lines), (OWN,) * pictures, tuple(questions), LABEL))
    assert len(pages(data, tmp_path)) == 1


@needs_poppler
def test_nobody_is_named_in_what_the_file_says_of_itself(tmp_path):
    about = asked("pdfinfo", card(CARD), tmp_path)
    assert "Author" not in about
    assert "№ 5" not in about
    assert {inside for _, inside in fonts(card(CARD), tmp_path)} == {"yes"}


def test_the_same_card_gives_the_same_bytes():
    assert card(CARD) == card(replace(CARD))


def test_no_cards_are_no_file():
    with pytest.raises(ValueError, match="no cards"):
        cards(())
