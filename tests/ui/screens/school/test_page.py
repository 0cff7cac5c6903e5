"""The top of the page of a school and what its conclusion is founded on, as far as everybody sees it."""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.scope import Scope
from shnor.service.centre.schools import SchoolCard, Status
from shnor.service.pages.grounds import Grounds, Reason
from shnor.ui.kit import block
from shnor.ui.run import session as sessions
from shnor.ui.screens.school import grounds, page, seen_by

DAY = date(2026, 11, 27)
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False)
SHNOR = Status("shnor", "ШНОР", date(2027, 1, 1), None, "приказ № 2", 1)
RISK = Status("risk_zone", "зона риска", date(2026, 1, 1), None, "приказ № 1", 2)


def card(number: int, *statuses: Status, coming=(), years=()) -> SchoolCard:
    return SchoolCard(f"Ш{number:02}", f"СОШ № {number}", number, "", None, None, statuses, years, coming)


@pytest.mark.parametrize(("now", "coming", "said"), [
    pytest.param((), (), ["Школа сейчас не входит ни в один перечень."], id="on-no-list"),
    pytest.param((), (SHNOR,), ["Школа сейчас не входит ни в один перечень; с 01.01.2027 войдёт в перечень ШНОР."],
                 id="on-one-to-come"),
    pytest.param((RISK,), (SHNOR,), ["зона риска: с 01.01.2026, приказ № 1", "с 01.01.2027 войдёт в перечень ШНОР"],
                 id="on-another")])
def test_a_list_the_school_will_be_on_is_named(now, coming, said):
    assert grounds.listed(SimpleNamespace(card=card(8, *now, coming=coming))) == said


@pytest.mark.parametrize(("of", "before", "after"), [
    pytest.param(5, 3, 7, id="in-the-middle"), pytest.param(3, None, 5, id="the-first"),
    pytest.param(7, 5, None, id="the-last"), pytest.param(4, 3, 5, id="off-the-list"),
    pytest.param(6, 5, 7, id="on-another-list")])
def test_neighbours_are_those_on_the_list_by_number(of, before, after):
    cards = [card(3, SHNOR), card(4), card(5, SHNOR), card(6, RISK), card(7, SHNOR)]
    found = page.neighbours(cards, next(one for one in cards if one.number == of))
    assert [one and one.number for one in found] == [before, after]


def test_where_nobody_is_on_the_list_neighbours_are_all_schools():
    found = page.neighbours([card(1), card(2), card(3)], card(2))
    assert [one and one.number for one in found] == [1, 3]


def test_accompanied_schools_stand_first_in_the_choice():
    cards = [card(1), card(2, RISK), card(3, SHNOR), card(5, SHNOR)]
    assert [one.number for one in page.in_order(cards)] == [3, 5, 2, 1]


def entry(since: date, until: date | None) -> Status:
    return Status("shnor", "ШНОР", since, until, "", 1)


Y2023, Y2025, Y2026, Y2027 = (entry(date(year, 1, 1), date(year, 12, 31)) for year in (2023, 2025, 2026, 2027))


@pytest.mark.parametrize(("entries", "now", "said"), [
    pytest.param((Y2026, Y2027), True, "в перечне: 2026, включена на 2027", id="goes-on"),
    pytest.param((Y2023,), False, "была в перечне: 2023", id="long-ago"),
    pytest.param((Y2027,), False, "включена в перечень на 2027", id="only-to-come"),
    pytest.param((Y2023, Y2025, Y2026), True, "в перечне: 2023 2025–2026", id="with-a-gap"),
    pytest.param((entry(date(2016, 1, 1), None),), True, "в перечне: 2016–2026", id="without-an-end"),
    pytest.param((entry(date(2027, 1, 1), None),), False, "включена в перечень на 2027", id="to-come-without-an-end"),
    pytest.param((entry(date(2026, 12, 15), None),), False, "включена в перечень на 2026", id="later-this-year"),
    pytest.param((entry(date(2025, 1, 1), date(2027, 6, 30)),), True, "в перечне: 2025–2026, включена на 2027",
                 id="one-entry-into-the-next-year"),
    pytest.param((entry(date(2026, 1, 1), date(2026, 6, 30)),), False, "была в перечне: 2026", id="over-this-year")])
def test_only_years_on_the_list_are_named(entries, now, said):
    one = SchoolCard("Ш05", "СОШ № 5", 5, "", None, None, entries if now else (), (), entries=entries)
    strip = re.sub("<span class='shnor-aloud'>.*?</span>", "", str(page._strip(one, DAY)))
    assert re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", strip)).replace(" ,", ",").strip() == said


def test_each_year_on_the_list_says_its_days():
    one = SchoolCard("Ш05", "СОШ № 5", 5, "", None, None, (Y2026,), (), entries=(Y2026, Y2027))
    assert re.findall("class='(on|coming)' title='([^']*)'", str(page._strip(one, DAY))) == [
        ("on", "с 01.01.2026 по 31.12.2026"), ("coming", "с 01.01.2027 по 31.12.2027")]


def test_a_school_that_never_was_on_the_list_says_so():
    assert "в перечень ШНОР не входила" in str(page._strip(card(1), DAY))


@pytest.mark.parametrize(("role", "seen"), [("coordinator", True), ("head", False), ("director", False),
                                            ("curator", False), ("guest", False)])
def test_reasons_are_for_the_centre_alone(role, seen):
    assert sessions.sees_grounds(SimpleNamespace(scope=Scope(role))) is seen


@pytest.mark.parametrize(("role", "who", "seen"), [
    ("coordinator", "координатор", True), ("coordinator", "методист", False),
    ("coordinator", "методический центр", True), ("head", "руководитель центра", False),
    ("director", "директор МБОУ ООШ № 5", False)])
def test_names_of_teachers_are_for_the_coordinator_alone(role, who, seen):
    assert sessions.sees_names(SimpleNamespace(scope=Scope(role), who=who)) is seen


@pytest.mark.parametrize(("reason", "words"), [
    pytest.param(Reason("не выполнено ", "1 из 19", " наступивших", "roadmap_done_due", {}, "not_done"),
                 "Не выполнено 1 из 19 наступивших", id="with-rows"),
    pytest.param(Reason("отчёта нет за ", "октябрь"), "Отчёта нет за октябрь", id="in-the-table-of-reports"),
    pytest.param(Reason("отчёты сданы", ""), "Отчёты сданы", id="without-a-figure")])
def test_a_reason_is_one_sentence(reason, words):
    assert block.words(grounds._reason(SESSION, reason)) == words


@pytest.mark.parametrize("rule", ["", "Соответствует порогам правила 2025 года."])
def test_the_rule_is_told_apart_from_what_is_only_compared(rule):
    """Figures the answer rests on are folded below it."""
    ruled = (Reason("ОГЭ, математика: 3 из 8", ""),) if rule else ()
    body = str(grounds._reasons(SESSION, Grounds((), (), (Reason("отчёты сданы", ""),), rule, ruled)))
    assert "Это сравнение, а не правило отбора" in body
    told = [words in body for words in ("По правилу выявления", "Все проверенные цифры: 1", "это не цель")]
    assert told == [bool(rule)] * 3


def test_reasons_have_one_name_where_they_stand_and_where_they_are_left_out():
    shown = str(grounds._reasons(SESSION, Grounds((Reason("отчёты сданы", ""),), (), (), "")))
    assert "<h4>На что обратить внимание <small>видит только центр</small></h4>" in shown
    assert seen_by.APART.endswith(
        "нет данных других школ и нет разделов «На что обратить внимание» и «По правилу выявления».")
