"""Methodical help of two schools; every number is counted by eye in the rows above it."""

from datetime import date

import pytest

from shnor.service.figures import sources
from shnor.service.pages import support
from shnor.ui.screens.support import page as ui
from shnor.wording import NBSP
from tests.service.conftest import DAY, SCHOOLS, file

HEAD = ["Дата", "Вид", "Тема", "Кто проводил", "Школы", "План или факт", "Сколько"]
LOG = [HEAD,
       ["2026", "семинары", "", "", "", "по плану", "8"],
       ["28.01.2026", "семинар", "ВПР", "центр", "ООШ № 5, ООШ № 9", "", ""],
       ["25.02.2026", "семинар", "Чтение", "центр", "ООШ № 5", "", ""],
       ["апрель 2026", "консультации", "Математика", "тьютор", "ООШ № 5", "", "3"],
       ["I полугодие 2026", "вебинар", "", "центр", "", "", "2"],
       ["26.10.2026–01.11.2026", "интенсив", "Умные каникулы", "центр", "ООШ № 9", "", ""],
       ["08.12.2026", "выезд", "Выезд наставника", "наставник", "ООШ № 5", "по плану", ""],
       ["10.06.2026", "семинар", "Итоги", "центр", "ООШ № 5", "отменено", ""]]
BEFORE = [HEAD,
          ["14.01.2024", "семинар", "Начало журнала", "центр", "ООШ № 5", "", ""],
          ["19.02.2025", "семинар", "Оценивание", "центр", "ООШ № 5", "", ""],
          ["10.12.2025", "семинар", "Итоги года", "центр", "ООШ № 5", "", ""]]


@pytest.fixture
def beginning():
    return [file("школы.csv", SCHOOLS)]


@pytest.fixture
def page(store, send):
    """The page of these logs on a day."""
    def built(*logs, **how):
        for number, rows in enumerate(logs):
            send(file(f"журнал {number}.csv", rows))
        with store.view() as view:
            return support.build(view, **{"day": DAY, **how})
    return built


def test_by_kind_against_the_plan(page):
    data = page(LOG)
    assert {kind: figure.numerator for kind, figure in data.held.items()} == {
        "семинар": 2, "вебинар": 2, "консультация": 3, "интенсив": 1}
    assert {kind: (figure.numerator, figure.denominator) for kind, figure in data.plan.items()} == {
        "семинар": (2, 8), "выезд": (0, 1)}


def test_by_month(page):
    assert page(LOG).by_month == {
        (date(2026, 1, 1), "семинар"): 1, (date(2026, 2, 1), "семинар"): 1, (date(2026, 4, 1), "консультация"): 3,
        (None, "вебинар"): 2, (date(2026, 10, 1), "интенсив"): 1}


def test_each_school_is_told_how_it_is_helped(page):
    five, nine = page(LOG).schools
    assert (five.card.name, five.counts, five.others) == (
        "МБОУ ООШ № 5", {"выезд": 0, "консультация": 3, "мастер-класс": 0}, {"семинар": 2})
    assert (nine.others, five.visit["day"], nine.visit) == ({"семинар": 1, "интенсив": 1}, date(2026, 12, 8), None)


def test_help_of_one_school_is_the_same(page, store):
    five = page(LOG).schools[0]
    with store.view() as view:
        assert support.help_of(view, "Ш05", day=DAY) == five


def test_what_schools_hold_themselves_is_apart(page):
    data = page([HEAD, ["18.11.2026", "семинар", "Чтение", "школа", "ООШ № 5", "", "2"]])
    assert (data.held, data.own) == ({}, {"семинар": 2})
    assert ui.nothing(data) == ("За 2026 год о помощи центра, наставников, тьюторов и кураторов записей нет. "
                                f"Школы провели сами: 2{NBSP}семинара.")


def test_what_comes_has_a_day(page):
    assert [(row["day"], row["event_kind"]) for row in page(LOG).coming] == [(date(2026, 12, 8), "выезд")]


def test_what_comes_begins_with_today(page):
    planned = [HEAD, *([day, "семинар", "ВПР", "центр", "", "по плану", ""]
                       for day in ("26.11.2026", "27.11.2026", "декабрь 2026", "2027"))]
    data = page(BEFORE, planned)
    assert [row["period"] for row in data.coming] == ["2026-11-27", "2026-12"]
    assert (data.year, data.years) == (2026, (2027, 2026, 2025, 2024))


def test_the_same_months_of_last_year(page):
    compared = page(BEFORE, LOG).compared
    assert (compared.equal, compared.before) == (True, {"семинар": 1})
    assert compared.then == support.Window(date(2025, 1, 1), date(2025, 11, 27))


def test_the_same_day_of_last_year_is_in(page):
    compared = page([*BEFORE, ["27.11.2025", "семинар", "Ноябрь", "центр", "ООШ № 5", "", ""]], LOG).compared
    assert (compared.then.last, compared.before) == (date(2025, 11, 27), {"семинар": 2})


def test_a_leap_day_is_compared_with_the_28th(page):
    log = [HEAD, *([f"10.01.{year}", "семинар", "ВПР", "центр", "ООШ № 5", "", ""] for year in (2022, 2023, 2024))]
    assert page(log, day=date(2024, 2, 29)).compared.then.last == date(2023, 2, 28)


def test_nothing_in_these_months_of_a_log_that_was_kept_is_nothing_held(page):
    compared = page([*BEFORE[:2], BEFORE[3]], LOG).compared
    assert (compared.then.first, compared.then.last, compared.before) == (date(2025, 1, 1), date(2025, 11, 27), {})


def test_two_months_and_twelve_are_never_compared_as_totals(page):
    """The published numbers of 2023 (two months) and of 2024 (a year)."""
    two = [HEAD, ["ноябрь–декабрь 2023", "практико-ориентированные семинары", "", "центр", "", "", "2"],
           ["ноябрь–декабрь 2023", "вебинар", "", "центр", "", "", "1"]]
    twelve = [HEAD, ["2024", "практико-ориентированный семинар", "", "центр", "", "", "8"],
              ["2024", "вебинар", "", "центр", "", "", "6"]]
    compared = page(two, twelve, day=date(2024, 12, 31)).compared
    assert (compared.equal, compared.now.months, compared.then.months) == (False, 12, 2)
    assert compared.averages("практико-ориентированный семинар", 8) == (pytest.approx(8 / 12), 1.0)


def test_a_year_known_only_as_a_whole_is_compared_by_month(page):
    whole = [HEAD, ["2025", "семинар", "", "центр", "", "", "12"],
             ["05.03.2024", "семинар", "ВПР", "центр", "", "", ""]]
    compared = page(whole, LOG).compared
    assert (compared.now.months, compared.then.months, compared.before) == (11, 12, {"семинар": 12})


def test_where_last_year_s_log_begins_later_nothing_is_compared(page):
    assert page([HEAD, ["10.12.2025", "семинар", "Итоги", "центр", "", "", ""]], LOG).compared is None


def test_an_earlier_year_is_shown_to_its_end(page):
    data = page(BEFORE, LOG, year=2025)
    assert (data.last, data.held["семинар"].numerator, data.years) == (date(2025, 12, 31), 2, (2026, 2025, 2024))


@pytest.mark.parametrize(("day", "held"), [
    pytest.param(date(2026, 1, 4), {}, id="it-goes-on"),
    pytest.param(date(2026, 1, 5), {"интенсив": 1}, id="over"),
    pytest.param(DAY, {"интенсив": 1}, id="long-over")])
def test_what_goes_over_the_turn_of_a_year_is_of_the_year_it_began_in(page, day, held):
    data = page([HEAD, ["28.12.2025–05.01.2026", "интенсив", "Каникулы", "центр", "ООШ № 5", "", ""]], day=day,
                year=2025)
    assert {kind: figure.numerator for kind, figure in data.held.items()} == held


@pytest.mark.parametrize(("year", "current"), [
    pytest.param(None, True, id="this-year"), pytest.param(2025, False, id="last-year")])
def test_what_comes_belongs_to_the_newest_year(page, year, current):
    assert page(BEFORE, LOG, year=year).current is current


@pytest.mark.parametrize(("where", "numbers"), [
    pytest.param({"event_kind": "семинар", "year": "2026"}, [2], id="a-kind"),
    pytest.param({"event_kind": "семинар", "year": "2026", "school_codes": "Ш09"}, [1], id="of-a-school-of-several"),
    pytest.param({"event_kind": "консультация", "year": "2026", "month": "2026-04-01"}, [3], id="of-a-month"),
    pytest.param({"event_kind": "вебинар", "year": "2026", "month": ""}, [2], id="without-month"),
    pytest.param({"event_kind": "семинар", "year": "2026", "day__to": "2026-01-31"}, [1], id="up-to-a-day"),
])
def test_a_number_leads_to_its_rows(page, store, where, numbers):
    page(LOG)
    with store.view() as view:
        behind = sources.rows_behind(view, "events_count", as_of=DAY, where=where)
    assert [figure.numerator for figure in behind.figures] == numbers
    assert sum(row.cells["number"] for row in behind.rows) == numbers[0]


def test_of_a_plan_both_sides_are_shown(page, store):
    page(LOG)
    with store.view() as view:
        behind = sources.rows_behind(view, "events_plan_share", as_of=DAY,
                                     where={"event_kind": "семинар", "year": "2026"})
    assert sorted(row.cells["state"] for row in behind.rows) == ["held", "held", "planned"]


def test_whom_it_was_for(page):
    data = page(LOG)
    assert data.set.replace(NBSP, " ") == "по муниципалитету (2 школы); кроме того, записи без указания школы"
    assert data.held["консультация"].set == "МБОУ ООШ № 5"


@pytest.mark.parametrize(("day", "year", "others"), [
    pytest.param(DAY, 2026, {"семинар": 2}, id="this-year"),
    pytest.param(date(2027, 1, 11), 2026, {"семинар": 2}, id="in-january-the-year-before"),
    pytest.param(date(2025, 12, 31), 2025, {"семинар": 2}, id="on-an-older-day")])
def test_help_of_a_school_is_of_its_newest_year(page, store, day, year, others):
    page(BEFORE, LOG)
    with store.view() as view:
        found = support.help_of(view, "Ш05", day=day)
    assert (found.year, found.others) == (year, others)


def test_of_one_school_only_its_own_is_counted(page):
    data = page(BEFORE, LOG, whose="Ш09")
    assert ({kind: figure.numerator for kind, figure in data.held.items()}, data.total.numerator, data.set) == (
        {"семинар": 1, "интенсив": 1}, 2, "МБОУ ООШ № 9")
    assert (data.plan, data.compared, data.where) == ({}, None, {"school_codes": ("Ш09",)})


def test_what_each_school_got_is_the_same_whichever_is_chosen(page):
    whole, one = page(LOG), page(whose="Ш09")
    assert (one.schools, one.by_school, one.ahead) == (whole.schools, whole.by_school, whole.ahead)


@pytest.mark.parametrize("whose", ["Ш77", "list", "all"])
def test_of_schools_that_are_none_everything_is_counted(page, whose):
    data = page(LOG, whose=whose)
    assert (data.whose, data.total.numerator, data.where) == (support.EVERY, 8, {})


def test_by_school_and_month(page):
    found = page(LOG).by_school
    assert {month: n for (school, kind, month), n in found.items() if (school, kind) == ("Ш05", "семинар")} == {
        date(2026, 1, 1): 1, date(2026, 2, 1): 1}
    assert found["Ш05", "консультация", date(2026, 4, 1)] == 3


def test_what_is_planned_for_a_month_stands_in_it(page):
    data = page(LOG)
    assert {place: [row["period"] for row in rows] for place, rows in data.planned.items()} == {
        (date(2026, 12, 1), "выезд"): ["2026-12-08"]}
    assert data.ahead == {("Ш05", "выезд", date(2026, 12, 1)): 1}


def test_kinds_are_those_held_planned_or_held_the_year_before(page):
    assert page(BEFORE, LOG).kinds == ["семинар", "вебинар", "консультация", "выезд", "интенсив"]
