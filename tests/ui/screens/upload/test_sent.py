"""«Кто сдал» as a picture: each cell leads to its file or to the reminder, many schools are a square each."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from shnor.service.centre.schools import SchoolCard
from shnor.service.month.brought import Brought
from shnor.service.month.debts import Debt
from shnor.service.month.forms import FORMS
from shnor.service.month.owed import Cell, Grid, Line
from shnor.ui.screens.upload.sent import Sent, _older, dense, matrix, short

NOV, DUE = date(2026, 11, 1), date(2026, 11, 25)


class Session:
    """As far as it is asked here."""

    day = today = date(2026, 11, 27)
    past = False


def cell(school: str, state: str, day: int = 0, **more) -> Cell:
    return Cell(school, "month", NOV, state, DUE, came=date(2026, 11, day) if day else None, **more)


def sent(*cells: Cell, tray=(), files=()) -> Sent:
    cards = [SchoolCard(one.school_id, f"МБОУ ООШ № {place}", place, "", None, None, (), ())
             for place, one in enumerate(cells, 1)]
    lines = tuple(Line(card, (one,)) for card, one in zip(cards, cells, strict=True))
    return Sent(NOV, (Grid(FORMS["month"], (NOV,), lines),), dict(tray), dict(files), {})


def led(shown: Sent) -> list[str]:
    return re.findall(r"href='([^']+)' data-shnor-press", unescape(str(matrix(Session(), shown))))


KEY = ("Ш05", "month", NOV)


@pytest.mark.parametrize(("shown", "address"), [
    pytest.param(sent(cell("Ш05", "waiting")), "/upload?remind=%D0%A805&month=2026-11", id="reminder"),
    pytest.param(sent(cell("Ш05", "partial", 24, missing=("Педагоги",))), "/upload?remind=%D0%A805&month=2026-11",
                 id="reminder-of-a-sheet"),
    pytest.param(sent(cell("Ш05", "accepted", 24), files={KEY: Brought(7, "Месяц")}.items()),
                 "/source?upload=7&sheet=%D0%9C%D0%B5%D1%81%D1%8F%D1%86", id="its-file"),
    pytest.param(sent(cell("Ш05", "accepted", 24, by_list=True)), "/school?school=%D0%A805", id="of-a-list"),
    pytest.param(sent(cell("Ш05", "questions", questions=2), tray={KEY: "abc"}.items()),
                 "/upload?open=abc&month=2026-11", id="file-in-the-box"),
    pytest.param(sent(cell("Ш05", "accepted", 24), tray={KEY: "abc"}.items()), "/school?school=%D0%A805",
                 id="accepted-stays-accepted")])
def test_where_a_cell_leads(shown, address):
    assert led(shown) == [address]


def test_many_schools_are_a_square_each_with_all_words_and_a_legend():
    shown = dense(Session(), sent(cell("Ш05", "accepted", 24), cell("Ш09", "waiting")))
    assert re.findall(r"aria-label='([^']+)'", shown.replace("\u00a0", " ")) == [
        "МБОУ ООШ № 1, Отчёт за ноябрь: принято 24.11", "МБОУ ООШ № 2, Отчёт за ноябрь: ждём, срок был 25.11"]
    assert re.findall(r"</span> ([а-яё, ]+)</span>", shown) == ["принято", "ждём"]


def test_a_school_without_a_number_stands_by_its_name():
    card = sent(cell("ОЛХ", "waiting")).cards[0]
    assert (short(card), short(replace(card, number=None, name="Ольховская школа"))) == ("№ 1", "Ольховская школа")


@pytest.mark.parametrize(("schools", "said"), [
    (1, "За прошлые месяцы ждём: отчёт за октябрь — № 1."), (2, "За прошлые месяцы ждём: отчёт за октябрь — № 1, № 2."),
    (8, "За прошлые месяцы ждём: отчёт за октябрь — № 1, № 2, № 3, № 4, № 5, № 6 и ещё 2.")])
def test_debts_of_months_before_are_named(schools, said):
    cards = sent(*(cell(f"Ш{place:02}", "waiting") for place in range(schools))).cards
    debt = Debt("month", date(2026, 10, 1), date(2026, 10, 26), tuple((card, None) for card in cards), ())
    drawn = unescape(re.sub("<[^>]+>", "", str(_older(Session(), [debt])))).replace("\u00a0", " ")
    assert drawn == said
