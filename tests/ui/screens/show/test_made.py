"""Blocks of pages in a show: every one of them, for every choice of its page, tells a room nothing it may not know."""

import re
import shutil
from pathlib import Path

import pytest

from sample_data import make
from shnor.charts.facts import Point, Series
from shnor.reports.slides.deck import Grid, Picture
from shnor.service import bases
from shnor.service.show import blocks, deck, letters
from shnor.service.show.blocks import FEW, NOTHING_LEFT
from shnor.service.show.room import Absent
from shnor.shows import Item, Show
from shnor.ui.kit.block import has_room_numbers
from shnor.ui.kit.links import followed
from shnor.ui.run.session import centre
from shnor.ui.screens.show import again, made
from tests.clock import noon
from tests.ui.screens.show.test_again import ADDRESSES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def session(example_base, tmp_path_factory):
    copy = Path(shutil.copy(example_base("priozerny"), tmp_path_factory.mktemp("made") / "demo.duckdb"))
    store = bases.open_base(copy, now=noon)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SHNOR_TODAY", make.DAY.isoformat())
        patched.setenv("SHNOR_DATA", str(copy.parent))
        yield centre(store)
    store.close()


@pytest.fixture(scope="module")
def view(session):
    with session.view() as opened:
        yield opened


def room(view, knowingly=""):
    order = deck.order(view, make.DAY)
    return deck.opened(view, Show("s", "Показ", noon(), noon(), "к", order, (), knowingly), make.DAY)


def slides(session, view, page, knowingly=""):
    """(block as its page shows it, its slide) of each block of each choice."""
    for address in ADDRESSES[page]:
        for shown in again.WAYS[page](session, address).shown:
            told = made.piece(shown, plain=page in again.PLAIN)
            try:
                of = room(view, knowingly)
                yield told, of, blocks.slide(of, "b", told, followed)
            except Absent:
                continue


def points(slide):
    if isinstance(slide.body, Picture):
        return [(series.name, point) for series in slide.body.chart.series for point in series.points]
    return []


@pytest.mark.parametrize("page", again.WAYS)
def test_no_block_names_a_school_or_leads_anywhere(page, session, view):
    found = list(slides(session, view, page, "координатор"))
    known = letters.known(view)
    for told, _, slide in found:
        said = list(deck.texts(slide))
        for school in known.values():
            for word in (school.name, *(one for one in school.others if not one.isdigit())):
                assert not [text for text in said if word.lower() in text.lower()], (told.title, word)
        assert not [text for text in said if "source?" in text or "school?" in text]
    assert found or page == "summary"  # the example has none


@pytest.mark.parametrize("page", again.WAYS)
def test_a_block_leads_into_a_show_where_a_slide_of_it_can_come(page, session, view):
    """Of the municipality; of one school what is left of its few people is another matter."""
    for shown in again.WAYS[page](session, {}).shown:
        try:
            come = blocks.slide(room(view, "координатор"), "b", made.piece(shown, plain=page in again.PLAIN), followed)
        except Absent:
            come = None
        assert bool(come) is has_room_numbers(shown.block, plain=page in again.PLAIN), shown.block.id


@pytest.mark.parametrize("page", ["results", "surveys", "courses"])
def test_numbers_of_people_are_of_three_schools_or_rounded(page, session, view):
    """Of a line under a letter there are whole percents and ranges alone."""
    for _, of, slide in slides(session, view, page):
        for name, point in points(slide):
            if of.letters.code(name):
                assert (point.k, point.n, point.low, point.high) == (None, None, None, None)
                assert not re.search(r"\d+ из \d|,\d", point.text)
        if isinstance(slide.body, Grid):
            for row in slide.body.rows:
                assert not of.letters.code(row[0]) or not re.search(r"\d+ из \d|,\d", " ".join(row[1:])), row


@pytest.mark.parametrize("page", ["results", "surveys", "courses"])
def test_schools_stand_by_their_letters(page, session, view):
    for _, of, slide in slides(session, view, page):
        if isinstance(slide.body, Picture):
            codes = [code for series in slide.body.chart.series if (code := of.letters.code(series.name))]
            assert codes == sorted(codes, key=of.letters.place)


@pytest.mark.parametrize(("page", "block"), [("results", "results-grades"), ("surveys", "surveys-trend"),
                                             ("school", "school-results")])
def test_a_block_of_one_school_waits_for_a_confirmation(page, block, session, view):
    address = {"school": "Ш05"} if page == "school" else {"schools": "Ш05"}
    [shown] = [one for one in again.WAYS[page](session, address).shown if one.block.id == block]
    asked = room(view)
    with pytest.raises(Absent, match=re.escape(FEW)):
        blocks.slide(asked, "b", made.piece(shown), followed)
    assert asked.masks.recognisable == {"Ш05"}
    assert blocks.slide(room(view, "координатор"), "b", made.piece(shown), followed).title


def test_a_picture_of_ranges_alone_is_left_out(session, view):
    """«Менее 10» has no place on it."""
    blocks_of_school = again.WAYS["courses"](session, {"schools": "Ш05"}).shown
    [shown] = [one for one in blocks_of_school if one.block.id == "courses-year"]
    with pytest.raises(Absent, match=re.escape(NOTHING_LEFT)):
        blocks.slide(room(view, "координатор"), "b", made.piece(shown), followed)


def test_an_exact_number_of_the_list_stays(session, view):
    [shown] = [one for one in again.WAYS["results"](session, {}).shown if one.block.id == "results-trend"]
    slide = blocks.slide(room(view), "b", made.piece(shown), followed)
    assert [(point.k, point.n) for _, point in points(slide)][-2:] == [(131, 436), (96, 421)]
    assert slide.title == shown.block.title


def test_a_kept_block_is_counted_in_the_show(session, view):
    of = room(view)
    item = Item("b", "block", "results", "results-trend", (("subject", "математика"),))
    assert made._of_block(session, of, item).title.startswith("ВПР, математика")
    with pytest.raises(Absent, match="больше нет"):
        made._of_block(session, of, Item("b", "block", "handbook", "any"))


def test_a_number_nobody_can_follow_is_not_shown(view):
    masked = blocks.Masked(room(view), followed)
    [(name, [point])] = masked.lines([("строка", (Point("2026", "12 из 40", 12, 40, 0.3),))])
    assert (name, point.why, point.k) == ("строка", blocks.UNFOLLOWED, None)
    assert Series(name, (point,)).points[0].text == ""
