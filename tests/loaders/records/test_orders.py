"""The order of day and month is decided once for a column."""

from datetime import date, datetime

import pytest

from shnor.loaders.types import KEEP
from shnor.loaders.words.day_order import in_order, order_of, turned
from tests.loaders.made import checked, grid, records, said

HEAD = ("Дата", "Вид", "Тема", "Для кого")
TOPIC = ("Лист1", "порядок дня и месяца, столбец A")
TURNED = ("Лист1", "переставленные даты, столбец A")


def events(*days: object, answers: dict | None = None):
    return checked(grid(HEAD, *((day, "семинар", f"Тема {place}", "учителя") for place, day in enumerate(days))),
                   answers=answers)


def days(result) -> list[str]:
    return [code for (code,) in records(result, "period")]


@pytest.mark.parametrize(("texts", "first", "mixed"), [
    pytest.param(("03/04/2026", "04/13/2026"), "сначала месяц", False, id="month"),
    pytest.param(("03/04/2026", "13/04/2026"), "сначала день", False, id="day"),
    pytest.param(("04/13/2026", "13/04/2026"), "", True, id="both"),
    pytest.param(("03/04/2026", "13.04.2026", "2026-04-13"), "", False, id="other-forms-prove-nothing"),
    pytest.param(("04-13-26", "03-04-26"), "сначала месяц", False, id="dashes"),
    pytest.param(("2026/04/13", "45/13/2026", None, 13), "", False, id="no-such-dates"),
])
def test_what_proves_the_order(texts, first, mixed):
    assert (order_of(texts).first, order_of(texts).mixed) == (first, mixed)


@pytest.mark.parametrize(("value", "first", "read"), [
    ("04/13/2026 10:30", "сначала месяц", "13.04.2026 10:30"), ("4/3/26", "сначала месяц", "03.04.26"),
    ("4/3/2026", "сначала день", "04.03.2026"), ("04/13/2026", "сначала день", "13.04.2026"),
    ("03.04.2026", "сначала месяц", "03.04.2026"), (46_000, "сначала месяц", 46_000)])
def test_a_date_in_its_order(value, first, read):
    assert in_order(value, first) == read


def test_only_a_day_to_twelve_can_be_a_month():
    assert turned(date(2026, 4, 3)) == date(2026, 3, 4)
    assert turned(date(2026, 4, 13)) == date(2026, 4, 13)


def test_thirteen_in_the_second_place_decides_for_all():
    result = events("03/04/2026", "04/13/2026", "10/11/2026", "12.10.26", "2026-09-07", "7.9.2026 г.")
    assert days(result) == ["2026-03-04", "2026-04-13", "2026-10-11", "2026-10-12", "2026-09-07", "2026-09-07"]
    assert said(result) == [("A3", "month-first")]
    assert "«04/13/2026» — это 13.04.2026" in result.issues[0].message
    assert result.acceptable


def test_thirteen_in_the_first_place_needs_no_word():
    result = events("03/04/2026", "13/04/2026")
    assert (days(result), said(result)) == (["2026-04-03", "2026-04-13"], [])


@pytest.mark.parametrize(("answer", "read"), [
    pytest.param(None, ["2026-04-03", "2026-11-10"], id="open"),
    pytest.param("сначала день", ["2026-04-03", "2026-11-10"], id="day"),
    pytest.param("сначала месяц", ["2026-03-04", "2026-10-11"], id="month"),
    pytest.param(KEEP, ["2026-04-03", "2026-11-10"], id="as-it-is"),
])
def test_what_nothing_proves_is_asked_once(answer, read):
    result = events("03/04/2026", "10/11/2026", answers={TOPIC: answer} if answer else None)
    assert (days(result), said(result)) == (read, [] if answer else [("A2", "day-month-unclear")])
    if not answer:
        (issue,) = result.issues
        assert (issue.severity, issue.key) == ("question", TOPIC)
        assert [choice.value for choice in issue.choices] == ["сначала день", "сначала месяц"]
        assert issue.choices[1].label == "сначала месяц: «03/04/2026» — это 04.03.2026"


def test_a_column_that_proves_both_asks_of_the_rest():
    result = events("13/04/2026", "04/14/2026", "03/04/2026")
    assert days(result) == ["2026-04-13", "2026-04-14", "2026-04-03"]
    assert said(result) == [("A4", "day-month-unclear")]


def test_the_same_day_and_month_ask_nothing():
    assert said(events("04/04/2026")) == []


@pytest.mark.parametrize(("answer", "read"), [
    pytest.param(None, "2026-04-03", id="open"), pytest.param("переставить", "2026-03-04", id="turned"),
    pytest.param("оставить", "2026-04-03", id="left")])
def test_dates_a_table_program_made_of_such_texts(answer, read):
    """Opened with Russian settings «03/04/2026» becomes 3 April, and «04/13/2026» stays a text."""
    result = events(datetime(2026, 4, 3), "04/13/2026", answers={TURNED: answer} if answer else None)
    assert days(result) == [read, "2026-04-13"]
    assert ("A2", "dates-turned") in said(result) or answer


def test_dates_with_a_day_over_twelve_were_not_turned():
    assert said(events(datetime(2026, 4, 13), datetime(2026, 4, 3), "04/14/2026")) == [("A4", "month-first")]


def test_other_columns_of_days_are_decided_apart():
    head = ("Школа", "Месяц", "№", "Состояние", "Дата")
    result = checked(grid(head, ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполнено", "11/13/2026"),
                          ("МБОУ ООШ № 5", "ноябрь 2026", "1.2", "выполнено", "11/05/2026")))
    assert records(result, "done_date") == [(date(2026, 11, 13),), (date(2026, 11, 5),)]
    assert said(result) == [("E2", "month-first")]


def test_days_are_not_called_outside_their_month_before_their_order_is_settled():
    head = ("Школа", "Месяц", "№", "Состояние", "Дата")
    rows = [("МБОУ ООШ № 5", "ноябрь 2026", number, "выполнено", day)
            for number, day in (("1.1", "11/03/2026"), ("1.2", "11/04/2026"))]
    assert said(checked(grid(head, *rows))) == [("E2", "day-month-unclear")]
    topic = ("Лист1", "порядок дня и месяца, столбец E")
    assert said(checked(grid(head, *rows), answers={topic: "сначала месяц"})) == []
    assert said(checked(grid(head, *rows), answers={topic: "сначала день"})) == [("E2", "outside-month")]
