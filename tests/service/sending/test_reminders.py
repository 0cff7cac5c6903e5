"""Letters a coordinator takes to remind schools: three things at most, each with why, its day and its link."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shnor.service.centre.schools import SchoolCard
from shnor.service.month.debts import Debt
from shnor.service.month.forms import FORMS
from shnor.service.month.owed import Cell, Grid, Line
from shnor.service.sending import reminders

OCT, NOV, DEC, DAY = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1), date(2026, 11, 27)
REPORT = Cell("Ш09", "month", NOV, "waiting", date(2026, 11, 25))
OCTOBER = Cell("Ш09", "month", OCT, "waiting", date(2026, 10, 26))
TERM = Cell("Ш09", "quarter", NOV, "waiting", date(2026, 11, 12))
PARTIAL = replace(REPORT, state="partial", missing=("Педагоги",))
ASKED = replace(REPORT, state="questions", questions=2)
AHEAD = replace(REPORT, month=DEC, due=date(2026, 12, 25))
MOVED = replace(REPORT, state="moved", due=date(2026, 12, 4), why="письмо школы № 31")
ABOUT = {"sent 2026-11": "2026-11-20", "contact": "координатор, тел. 2-14-15"}
ORIGIN = "https://monitor.example.ru"


def card(cell: Cell) -> SchoolCard:
    return SchoolCard(cell.school_id, f"МБОУ ООШ № {cell.school_id[1:].lstrip('0')}", None, "", None, None, (), ())


def grid(*cells: Cell) -> Grid:
    return Grid(FORMS[cells[0].form], (NOV,), tuple(Line(card(cell), (cell,)) for cell in cells))


def debt(cell: Cell) -> Debt:
    return Debt(cell.form, cell.month, cell.due, ((card(cell), cell),), ())


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_letter_says_of_each_thing_its_day_and_why():
    assert plain(reminders.to_school([OCTOBER, TERM, REPORT], day=DAY, rows={NOV: 6}, about=ABOUT)) == """\
Коллеги, напоминаем, чего ждём от школы:

– Отчёт за октябрь, срок был 26.10. Пока отчёта нет, сроки за октябрь стоят как «нет сведений».
– Итоги I четверти, срок был 12.11. По ним видно, с какими предметами нужна помощь.
– Отчёт за ноябрь (6 строк, файл отправлен 20.11), срок был 25.11. Пока отчёта нет, сроки за ноябрь стоят как \
«нет сведений».

Если изменений за месяц нет, достаточно поставить «да» в ячейке B7. Если уже отправили, спасибо. \
Вопросы: координатор, тел. 2-14-15."""


@pytest.mark.parametrize(("cell", "said"), [
    (PARTIAL, "Отчёт за ноябрь, срок был 25.11. Пришёл без листа «Педагоги»: пришлите, пожалуйста, и его."),
    (replace(PARTIAL, missing=("Месяц", "Педагоги")), "Пришёл без листов «Месяц» и «Педагоги»: пришлите, пожалуйста, "
                                                      "и их."),
    (ASKED, "Отчёт за ноябрь, срок был 25.11. Файл пришёл и ждёт ответа на 2 вопроса: без этого его не принять."),
    (MOVED, "Отчёт за ноябрь, срок 04.12. Срок перенесён: письмо школы № 31."),
    (AHEAD, "Отчёт за декабрь, срок 25.12. По нему отмечаем дорожную карту школы."),
    (replace(REPORT, due=DAY), "Отчёт за ноябрь, срок сегодня. По нему отмечаем дорожную карту школы."),
    (replace(REPORT, month=date(2025, 11, 1)), "Отчёт за ноябрь 2025 года, срок был 25.11."),
])
def test_a_thing_by_how_it_stands(cell, said):
    assert said in plain(reminders.to_school([cell], day=DAY))


def test_how_little_of_a_report_is_enough_is_said_where_one_is_awaited():
    assert ["«да» в ячейке" in reminders.to_school([cell], day=DAY) for cell in (REPORT, TERM, PARTIAL, ASKED)] == [
        True, False, False, False]


def test_a_link_leads_to_the_report_of_its_month_and_there_is_none_on_ones_own_computer():
    there, here = (reminders.to_school([OCTOBER, TERM], day=DAY, origin=origin) for origin in (ORIGIN, ""))
    assert [line for line in there.split("\n") if "http" in line] == [
        "  https://monitor.example.ru/report?month=2026-10", "  https://monitor.example.ru/report?month=2026-11"]
    assert "http" not in here


def test_the_weightiest_stand_first_and_three_go_into_a_letter():
    late = replace(REPORT, due=date(2026, 11, 25))
    before = [debt(cell) for cell in (AHEAD, OCTOBER, replace(PARTIAL, month=date(2026, 9, 1)))]
    [cells] = reminders.owing((grid(late), grid(TERM)), NOV, before, day=DAY).values()
    assert [(cell.form, cell.month.month, cell.state) for cell in cells] == [
        ("month", 10, "waiting"), ("quarter", 11, "waiting"), ("month", 11, "waiting"), ("month", 9, "partial"),
        ("month", 12, "waiting")]
    assert reminders.to_school(cells, day=DAY).count("\n– ") == reminders.MOST == 3


@pytest.mark.parametrize(("cell", "weight"), [
    (REPORT, reminders.OVERDUE), (PARTIAL, reminders.PARTIAL), (ASKED, reminders.ASKED), (AHEAD, reminders.AHEAD),
    (replace(REPORT, due=DAY), reminders.AHEAD), (MOVED, reminders.AHEAD)])
def test_weights(cell, weight):
    assert reminders.weight(cell, DAY) == weight


KEY, OLD = ("Ш09", "month", NOV), ("Ш09", "month", OCT)


@pytest.mark.parametrize(("cell", "more", "left"), [
    pytest.param(REPORT, {}, ["waiting"], id="awaited"),
    pytest.param(REPORT, {"waiting": {KEY: 0}}, [], id="lies-here-without-questions"),
    pytest.param(REPORT, {"waiting": {KEY: 2}}, ["questions"], id="lies-here-with-questions"),
    pytest.param(OCTOBER, {"waiting": {OLD: 0}}, [], id="of-an-older-month-lies-here"),
    pytest.param(PARTIAL, {"waiting": {KEY: 0}}, [], id="the-missing-sheet-lies-here"),
    pytest.param(REPORT, {"closed": {NOV}}, [], id="approved"),
    *(pytest.param(replace(REPORT, state=state), {"waiting": {KEY: 2}}, [], id=state)
      for state in ("accepted", "not_required", "not_asked"))])
def test_nothing_that_is_done_is_asked_for(cell, more, left):
    given = ((grid(cell),), NOV) if cell.month == NOV else ((), NOV, [debt(cell)])
    found = reminders.owing(*given, day=DAY, **more)
    assert [one.state for one in found.get("Ш09", ())] == left


def test_schools_stand_by_number_and_a_month_counts_once():
    twelve = replace(REPORT, school_id="Ш12")
    found = reminders.owing((grid(twelve, replace(REPORT, school_id="Ш05", state="accepted")), grid(TERM)), NOV,
                            [debt(twelve), debt(OCTOBER)], day=DAY)
    assert list(found.items()) == [("Ш09", (OCTOBER, TERM)), ("Ш12", (twelve,))]


def test_a_school_gets_one_letter_a_calendar_month_whatever_it_is_about():
    about = {reminders.taken_key("Ш09", DAY): "2026-11-27", reminders.taken_key("Ш12", DAY): "",
             reminders.taken_key("Ш05", date(2026, 10, 30)): "2026-10-30"}
    for day in (DAY, DAY + timedelta(days=3)):
        assert reminders.taken(about, ("Ш05", "Ш09", "Ш12"), day) == {"Ш09": DAY}
    assert reminders.taken(about, ("Ш09",), date(2026, 12, 1)) == {}


def of(school: str, *cells: Cell) -> tuple[Cell, ...]:
    return tuple(replace(cell, school_id=school) for cell in cells)


@pytest.mark.parametrize(("owed", "said"), [
    pytest.param({"Ш09": of("Ш09", TERM, REPORT), "Ш12": of("Ш12", TERM, REPORT)},
                 ["Итоги I четверти, срок был 12.11", "Отчёт за ноябрь, срок был 25.11"], id="all-owe-all"),
    pytest.param({"Ш05": of("Ш05", TERM), "Ш09": of("Ш09", OCTOBER, REPORT, TERM), "Ш12": of("Ш12", TERM, PARTIAL)},
                 ["Итоги I четверти, срок был 12.11", "От некоторых школ — отчёт за октябрь, срок был 26.10",
                  "От некоторых школ — отчёт за ноябрь, срок был 25.11"], id="three-at-most-what-all-owe-first"),
    pytest.param({"Ш09": of("Ш09", PARTIAL), "Ш12": of("Ш12", replace(PARTIAL, missing=("Месяц",)))},
                 ["Отчёт за ноябрь, срок был 25.11"], id="sheets-of-all"),
])
def test_a_common_letter_accuses_nobody_of_what_others_owe(owed, said):
    lines = plain(reminders.to_all(owed, day=DAY)).split("\n")
    assert [line.removeprefix("– ").split(". ")[0] for line in lines if line.startswith("– ")] == said


def test_a_common_letter_tells_no_sheets_and_reasons_of_one_school():
    text = reminders.to_all({"Ш09": (PARTIAL,), "Ш12": of("Ш12", MOVED, ASKED)}, day=DAY, origin=ORIGIN)
    assert [word for word in ("Педагоги", "№", "2 вопроса") if word in text] == []
    assert text.count("https://monitor.example.ru/report?month=2026-11") == 3
    assert "пришлите, пожалуйста, недостающие листы" in text


def test_nobody_is_reminded_of_nothing():
    assert reminders.to_all({}, day=DAY) == ""
