"""Sessions of two programmes; every number is counted by eye in the rows above it."""

from datetime import date

import pytest

from shnor.service.pages import programmes
from shnor.service.pages.programmes import ATTENDANCE, PEOPLE, SESSIONS
from shnor.wording import NBSP
from tests.service.conftest import DAY, SCHOOLS, file

HEAD = ["Программа помощи", "Модуль", "Занятие", "Тема занятия", "Дата занятия", "Предмет", "Приглашено",
        "Пришли на занятие", "Школы"]
SESSIONS_OF_YEAR = [
    HEAD,
    ["Методический абонемент", "Уроки", "1", "Цель урока", "05.03.2026", "математика", "20", "18", "ООШ № 5, ООШ № 9"],
    ["Методический абонемент", "Уроки", "2", "Итог урока", "12.03.2026", "", "20", "", "ООШ № 5"],
    ["Методический абонемент", "Отметки", "1", "Критерии", "17.12.2026", "", "14", "", "ООШ № 5"],
    ["Умные каникулы", "", "1", "Практикум", "26.10.2026–01.11.2026", "химия", "", "9", "ООШ № 9"],
    ["Методический абонемент", "Уроки", "1", "Старое", "05.03.2025", "", "9", "9", ""]]
LOG = [["Дата", "Вид", "Тема", "Кто проводил", "Школы", "Сколько", "Предмет"],
       ["19.03.2026", "консультация", "Дроби", "тьютор", "ООШ № 5", "3", "Математика"],
       ["20.03.2026", "семинар", "Итоги", "центр", "ООШ № 9", "", ""]]


@pytest.fixture
def beginning():
    return [file("школы.csv", SCHOOLS)]


@pytest.fixture
def built(store, tables):
    def of(*files, **how):
        tables(*files)
        with store.view() as view:
            return programmes.build(view, **{"day": DAY, "year": 2026, **how})
    return of


def counts(part):
    return [(part.figures[name].numerator, part.figures[name].denominator) for name in (SESSIONS, PEOPLE, ATTENDANCE)]


def test_each_programme_has_its_sessions_and_people(built):
    subscription, holidays = built(SESSIONS_OF_YEAR).programmes
    assert (subscription.whole.name, counts(subscription.whole)) == (
        "Методический абонемент", [(2, None), (18, None), (18, 20)])
    assert (holidays.whole.name, counts(holidays.whole)) == ("Умные каникулы", [(1, None), (9, None), (0, 0)])
    assert [(part.name, counts(part)[0][0]) for part in subscription.modules] == [("Уроки", 2), ("Отметки", 0)]
    assert (holidays.modules, subscription.coming, holidays.coming) == ((), date(2026, 12, 17), None)


def test_holidays_stand_once_in_the_month_they_began(built):
    subscription, holidays = built(SESSIONS_OF_YEAR).programmes
    assert holidays.whole.held == (0,) * 9 + (1, 0, 0)
    assert (holidays.whole.across, subscription.whole.across) == (("2026-10-26/2026-11-01",), ())


def test_schools_that_took_part(built):
    subscription, holidays = built(SESSIONS_OF_YEAR).programmes
    assert (subscription.whole.schools, holidays.whole.schools) == (2, 1)
    assert built().set == f"по муниципалитету (2{NBSP}школы)"


def test_help_by_subject_is_events_and_sessions(built):
    data = built(SESSIONS_OF_YEAR, LOG)
    assert (data.subjects, data.kinds) == (("математика", "химия"), ("консультация",))
    assert (data.by_subject, data.sessions) == ({("консультация", "математика"): 3}, {"математика": 1, "химия": 1})


def test_of_one_school(built):
    data = built(SESSIONS_OF_YEAR, LOG, schools=("Ш09",))
    assert [counts(one.whole)[0][0] for one in data.programmes] == [1, 1]
    assert (data.by_subject, data.sessions) == ({}, {"математика": 1, "химия": 1})


def test_without_sessions(built):
    data = built(LOG)
    assert (data.known, data.programmes, data.sessions, data.set) == (False, (), {}, "")


def test_another_year(built):
    [subscription] = built(SESSIONS_OF_YEAR, year=2025).programmes
    assert counts(subscription.whole) == [(1, None), (9, None), (9, 9)]
