"""What has begun and is not counted yet, told by period and by the day it will count from."""

from datetime import date

import pytest

from shnor.service.figures import topics
from shnor.service.pages import running, summary
from tests.service.conftest import DAY, SCHOOLS, file

HEAD = ["Школа", "Когда", "Состояние", "Предмет", "Человек"]
COURSES = [HEAD, ["МБОУ ООШ № 5", "ноябрь 2026", "", "химия", "3"], ["МБОУ ООШ № 5", "ноябрь 2026", "", "физика", "2"],
           ["МБОУ ООШ № 5", "IV квартал 2026", "", "химия", "4"], ["МБОУ ООШ № 5", "26.11.2026", "", "химия", "1"],
           ["МБОУ ООШ № 5", "октябрь 2026", "", "химия", "5"], ["МБОУ ООШ № 5", "2026", "по плану", "химия", "9"]]


def told(store, kind, day=DAY):
    with store.view() as view:
        return [(one.title, one.rows, one.first, *([one.last] if one.last > one.first else []))
                for one in running.build(view, kind, day=day)]


def people(store, day):
    with store.view() as view:
        [figure] = topics.counted(view, ["course_people"], by=(), as_of=day)
    return figure.numerator


@pytest.fixture
def courses(store, send):
    send(file("школы.csv", SCHOOLS))
    send(file("курсы.csv", COURSES))
    return store


NOVEMBER, QUARTER = ("ноябрь 2026 года", 2, date(2026, 11, 30)), ("IV квартал 2026 года", 1, date(2026, 12, 31))


@pytest.mark.parametrize(("day", "expected", "counted"), [
    pytest.param(date(2026, 9, 30), [], 0, id="nothing-has-begun"),
    pytest.param(DAY, [NOVEMBER, QUARTER], 6, id="the-day"),
    pytest.param(date(2026, 11, 30), [QUARTER], 11, id="the-last-day-of-the-month-counts-it"),
    pytest.param(date(2026, 12, 31), [], 15, id="the-last-day-of-the-quarter"),
])
def test_what_is_not_counted_is_told_and_what_is_told_is_not_counted(courses, day, expected, counted):
    """A plan is no fact and is never awaited."""
    assert told(courses, "courses", day) == expected
    assert people(courses, day) == counted


def test_works_of_spring_are_told_in_winter(store, send):
    send(file("школы.csv", SCHOOLS))
    head = ["Процедура", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»"]
    send(file("впр.csv", [head, ["ВПР", "2025/26", "МБОУ ООШ № 5", "6", "математика", "12", "1", "3", "5", "3"]]))
    assert told(store, "results", date(2026, 1, 15)) == [("ВПР, 2025–2026 учебный год", 1, date(2026, 5, 20))]
    assert told(store, "results", date(2026, 5, 20)) == []


def test_of_works_on_several_days_the_first_and_the_last_are_told(store, send):
    send(file("школы.csv", SCHOOLS))
    head = ["Процедура", "Учебный год", "Дата", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»"]
    send(file("впр.csv", [head, *(["ВПР", "2025/26", day, "МБОУ ООШ № 5", grade, "математика", "12", "1", "3", "5", "3"]
                                  for grade, day in (("5", "21.04.2026"), ("6", "23.04.2026"), ("7", "22.04.2026")))]))
    title = "ВПР, 2025–2026 учебный год"
    assert told(store, "results", date(2026, 1, 15)) == [(title, 3, date(2026, 4, 21), date(2026, 4, 23))]
    assert told(store, "results", date(2026, 4, 22)) == [(title, 1, date(2026, 4, 23))]


def test_a_year_of_the_summary_is_shown_when_it_is_over(store, send):
    send(file("школы.csv", SCHOOLS))
    send(file("свод.csv", [["Школа", "Показатель", "Период", "Значение"],
                           ["МБОУ ООШ № 5", "Качество знаний, %", "2025", "48,5"],
                           ["МБОУ ООШ № 5", "Качество знаний, %", "2026", "50"]]))
    with store.view() as view:
        periods = [summary.build(view, day=day)[0].periods for day in (DAY, date(2026, 12, 31))]
    assert periods == [("2025",), ("2025", "2026")]
    assert told(store, "indicator_values") == [("2026 год", 1, date(2026, 12, 31))]
