"""From which day results are known: the last day of the works a file names, else the calendar of procedures."""

from datetime import date, datetime

import pytest

from tests.loaders.made import checked, grid, records, said

LIST = ("Процедура", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»")
ROW = ("ВПР", "2025/26", "МБОУ ООШ № 5", 6, "Математика", 11, 1, 2, 4, 4)
FIS = ("Группы участников", "Кол-во ОО", "Кол-во участников", "2", "3", "4", "5")
MARKS = ("Класс", "Обучающихся", "«5»", "«4»", "«3»", "«2»")


def days(*rows):
    result = checked(grid(*rows))
    assert said(result) == []
    return [day for day, in records(result, "known_on")]


@pytest.mark.parametrize(("cell", "day"), [
    pytest.param("17.04.2026", date(2026, 4, 17), id="a-text"),
    pytest.param(datetime(2026, 4, 17), date(2026, 4, 17), id="a-day-of-the-sheet"),
    pytest.param("15.04.2026, 17.04.2026", date(2026, 4, 17), id="the-last-of-several"),
    pytest.param("15.04.2026–17.04.2026", date(2026, 4, 17), id="the-end-of-a-span"),
    pytest.param("апрель 2026", date(2026, 4, 30), id="a-month"),
    pytest.param(None, date(2026, 5, 20), id="empty-is-the-end-of-the-window"),
])
def test_a_sheet_of_fis_oko_names_its_day(cell, day):
    assert days(("Статистика по отметкам",), ("ВПР 2026 Математика 6 класс",), ("Предмет:", "Математика"),
                ("Дата:", cell), (), FIS, ("МБОУ ООШ № 5(edu990005)", None, 10, 20, 30, 40, 10)) == [day]


@pytest.mark.parametrize(("above", "day"), [
    pytest.param("Дата проведения: 21.04.2026", date(2026, 4, 21), id="a-label"),
    pytest.param("ВПР по математике проводились 21.04.2026 и 24.04.2026", date(2026, 4, 24), id="a-sentence"),
    pytest.param("ВПР по математике, писали 21 апреля", date(2026, 5, 20), id="a-day-without-its-year"),
    pytest.param("Приказ от 12.01.2026 № 5 о проведении ВПР", date(2026, 5, 20), id="the-day-of-an-order"),
    pytest.param("Составлено 22.06.2026", date(2026, 5, 20), id="the-day-of-the-file"),
])
def test_what_stands_above_a_list(above, day):
    assert days((above,), (), LIST, ROW) == [day]


def test_a_column_of_days_speaks_for_its_rows():
    found = days(("Дата: 30.04.2026",), (), (*LIST, "Дата"), (*ROW, "21.04.2026"), (*ROW[:3], 7, *ROW[4:], None))
    assert found == [date(2026, 4, 21), date(2026, 4, 30)]


@pytest.mark.parametrize(("year", "day"), [
    pytest.param("21.04.2026", date(2026, 4, 21), id="a-day"),
    pytest.param("апрель 2026", date(2026, 4, 30), id="a-month"),
    pytest.param("2026", date(2026, 5, 20), id="a-year")])
def test_a_day_in_the_column_of_the_year_is_the_day_of_the_work(year, day):
    assert days(LIST, ("ВПР", year, *ROW[2:])) == [day]


def test_marks_of_a_quarter_are_known_from_its_end():
    assert days(("МБОУ ООШ № 5. Отметки за I четверть, 2025/26 учебный год, математика",), (), MARKS,
                (6, 11, 1, 2, 4, 4)) == [date(2025, 10, 24)]
