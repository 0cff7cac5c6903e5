"""The four tiles: what they say with everything, with little, with nothing."""

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.metrics import Figure
from shnor.metrics.change import Change
from shnor.service.figures.lines import Cell, Line
from shnor.service.figures.roadmap import Parts
from shnor.service.month.forms import FORMS, MONTH, Forms
from shnor.service.month.owed import Cell as Report
from shnor.service.month.owed import Grid
from shnor.service.month.owed import Line as Sending
from shnor.service.pages.curves import Curve
from shnor.service.pages.overview import Overview
from shnor.service.pages.results import NOTHING
from shnor.service.pages.sent import Sent
from shnor.service.pages.works import Chosen
from shnor.ui.kit import html
from shnor.ui.screens.overview import tiles
from shnor.ui.screens.overview.bar import Shown
from tests.ui.screens.overview.test_today import card, text

NOV, DUE, DAY = date(2026, 11, 1), date(2026, 11, 25), date(2026, 11, 27)
SHOWN = Shown(NOV, DAY, "helped")
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False, state=0, forms=Forms())


def sent(*states: str) -> Sent:
    lines = tuple(Sending(card(n), (Report(f"Ш{n}", "month", NOV, state, DUE),)) for n, state in enumerate(states, 1))
    return Sent((Grid(MONTH, (NOV,), lines),), (NOV,), ())


@pytest.mark.parametrize(("states", "value", "words"), [
    (("accepted",), "1 из 1", "сдан"), (("accepted", "accepted"), "2 из 2", "сданы все"),
    (("accepted", "waiting", "partial"), "1 из 3", "*ждём *№ 2 · частично № 3"),
    (("waiting",) * 4, "0 из 4", "*ждём *от 4 школ"), (("waiting",) * 21, "0 из 21", "*ждём *от 21 школы"),
    (("not_required",), "– ", "ни от кого не ждём")])
def test_reports_of_the_month(states, value, words):
    cards = [card(n) for n in range(1, len(states) + 1)]
    tile = tiles.reports(SESSION, sent(*states), SHOWN, cards, {one.school_id for one in cards})
    assert (f"{text(tile.value)} {tile.whole}", text(tile.words)) == (value, words)


def test_marks_of_the_term_stand_in_a_line_of_their_own():
    own = sent("accepted", "accepted")
    lines = tuple(Sending(card(n), (Report(f"Ш{n}", "quarter", NOV, state, DUE),))
                  for n, state in enumerate(("accepted", "waiting"), 1))
    both = replace(own, grids=(*own.grids, Grid(FORMS["quarter"], (NOV,), lines)))
    tile = tiles.reports(SESSION, both, SHOWN, [card(1), card(2)], {"Ш1", "Ш2"})
    assert text(tile.words) == "сданы все\n*итоги I четверти*: 1 из 2"


PARTS = replace(Parts(*[0] * 16), due=36, confirmed=31, awaited=2, not_done=2, no_report=1, done=33, planned=41)


@pytest.mark.parametrize(("counts", "in_time", "words"), [
    pytest.param(PARTS, {"": (29, 4)}, "в срок 29 · позже 4\nне выполнено 2 · нет сведений 1", id="all-known"),
    pytest.param(replace(PARTS, undated=3), {"": (29, 1)},
                 "в срок 29 · позже 1 · дата не названа 3\nне выполнено 2 · нет сведений 1", id="without-a-date"),
    pytest.param(PARTS, {}, "не выполнено 2 · нет сведений 1", id="no-day-is-known"),
    pytest.param(replace(PARTS, ahead_done=1, done=34), {"": (33, 0)},
                 "в срок 33\nне выполнено 2 · нет сведений 1", id="what-is-done-early-is-no-part-of-it")])
def test_done_of_what_was_due_is_not_called_in_time(counts, in_time, words):
    data = Overview(period="2026", plans=(), own=counts, directions={}, lines=(), register=0, listed=0, list_year=2026,
                    next_dates=(), in_time=in_time)
    tile = tiles.deadlines(SESSION, data, SHOWN, ())
    assert (tile.name, text(tile.value), tile.whole) == ("Дорожная карта муниципалитета", "33", "из 36 наступивших")
    assert text(tile.words) == words


def test_without_a_roadmap_the_tile_leads_to_where_one_is_taken_in():
    data = Overview(period="", plans=(), own=None, directions={}, lines=(), register=0, listed=0, list_year=2026,
                    next_dates=())
    tile = tiles.deadlines(SESSION, data, SHOWN, ())
    assert (text(tile.value), text(tile.words), tile.source.page) == ("–", "дорожных карт в базе нет", "upload")


def results(k: int, n: int, change: Change | None, status: str = "ok"):
    figure = Figure("low_mark_share", {"school_year": "2025/26"}, "по 6 школам", DAY, k, n, k / n, 0.1, 0.3, status, n,
                    "доля")
    line = Line("", (None, Cell(figure, {})), change)
    return replace(NOTHING, total=line, years=("2024/25", "2025/26"), chosen=Chosen("ВПР", subject="математика"))


FALL = Change(131, 436, 96, 421, -0.13, -0.013, "fall", 1, 6, ())


@pytest.mark.parametrize(("data", "value", "words"), [
    pytest.param(results(96, 421, FALL), "22,8 % 96 из 421", "*−7,2 п.п.* за год, снижение подтверждается", id="fall"),
    pytest.param(results(96, 421, replace(FALL, verdict="one", family=26)), "22,8 % 96 из 421",
                 "таких на 35 меньше, чем в 2024–2025: пока не вывод", id="one-of-many"),
    pytest.param(results(96, 421, replace(FALL, verdict="open", k0=97)), "22,8 % 96 из 421",
                 "таких на 1 меньше, чем в 2024–2025: пока не вывод", id="open"),
    pytest.param(results(3, 8, None, "small"), "3 из 8", "сравнить не с чем", id="few"),
    pytest.param(NOTHING, "– ", "результатов в базе нет", id="none")])
def test_low_marks_give_no_conclusion_the_interval_does_not_give(data, value, words):
    tile = tiles.low(SESSION, data)
    assert (f"{text(tile.value)} {tile.whole}", text(tile.words)) == (value, words)


def test_years_of_different_classes_are_no_change_and_no_line():
    ends = tuple(Line(name, cells, None) for name, cells in (("5 класс", (1, None)), ("6 класс", (None, 1))))
    data = results(12, 60, FALL)
    tile = tiles.low(SESSION, replace(data, years=data.years[-2:], grades=ends))
    assert text(tile.words) == "разные классы, по годам не сравниваем"
    assert re.findall("points='([^']+)'", tile.picture) == ["256.0,4.0"]


def learned(**totals: tuple[int, int | None]):
    figures = {name: Figure(name, {}, "по 6 школам", DAY, k, n, None, None, None, "ok", 1, "педагог")
               for name, (k, n) in totals.items()}
    return SimpleNamespace(totals=figures, where={}, year=2026)


@pytest.mark.parametrize(("data", "said"), [
    (learned(course_plan_share=(47, 52)), ("Курсы по плану 2026 года", "47", "при плане 52")),
    (learned(course_plan_share=(12, 10)), ("Курсы по плану 2026 года", "12", "при плане 10")),
    (learned(course_people=(21, None)), ("Завершили курсы, 2026 год", "21", "педагог")),
    (learned(course_people=(5, None)), ("Завершили курсы, 2026 год", "5", "педагогов")),
    (learned(), ("Курсы", "–", ""))])
def test_courses(data, said):
    tile = tiles.courses(SESSION, data, Curve())
    assert (tile.name, text(tile.value), tile.whole) == said


def test_every_tile_is_a_target_as_a_whole():
    drawn = html._tile(tiles.low(SESSION, results(96, 421, FALL)))
    assert "<div class='value'><a class='shnor-figure' href='/source?metric=low_mark_share" in drawn
