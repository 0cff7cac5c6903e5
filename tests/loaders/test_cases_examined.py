"""Twins of the cases in other kinds and wordings: sums of schools, subtotals, merges, numbers with commas."""

from dataclasses import replace

import pytest

from shnor.datasets.looks import Looks
from tests.loaders.made import checked, grid, records, said

COURSES = ("Школа", "Когда", "Предмет или должность", "Программа", "Человек", "Удостоверений")
STAFF = ("Школа", "На дату", "Предмет или должность", "Всего, чел.")
FIFTH = ("МБОУ ООШ № 5", "октябрь 2026", "математика", "Задачи", 2, 2)
ELEVENTH = ("МАОУ СОШ № 11", "октябрь 2026", "физика", "Опыты", 4, 4)
BOTH = [("Ш05", 2), ("Ш11", 4)]


def of_schools(result):
    return records(result, "school_id", "people")


@pytest.mark.parametrize(("rows", "code"), [
    pytest.param((("По округу", None, None, None, 6, 6), FIFTH, ELEVENTH), "schools-summed", id="district-first"),
    pytest.param((FIFTH, ELEVENTH, ("Приозёрный муниципальный округ", "октябрь 2026", "все", None, 6, 6)),
                 "schools-summed", id="district-last"),
    pytest.param((("Все школы", "октябрь 2026", "все", None, 6, 6),
                  ("в том числе: МБОУ ООШ № 5", *FIFTH[1:]), ELEVENTH),
                 "schools-summed", id="including-schools"),
    pytest.param((FIFTH, ("Сельские школы", *FIFTH[1:]), ELEVENTH), "schools-summed", id="group"),
    pytest.param((FIFTH, ("Подытог", None, None, None, 2, 2), ELEVENTH), "totals-left", id="subtotal"),
    pytest.param((FIFTH, ("В целом по МБОУ ООШ № 5", None, None, None, 2, 2), ELEVENTH), "totals-left",
                 id="of-a-school"),
    pytest.param(((None, None, None, None, 6, 6), FIFTH, ELEVENTH), "sum-left", id="nameless-first"),
])
def test_what_counts_schools_once_more_is_left_out_with_a_word(rows, code):
    result = checked(grid(COURSES, *rows))
    assert [name for _, name in said(result)] == [code]
    assert of_schools(result) == BOTH


def test_a_district_alone_is_not_lost():
    result = checked(grid(COURSES, ("Приозёрный муниципальный округ", *FIFTH[1:])))
    assert ("A2", "unknown-school") in said(result)


def test_a_day_and_a_subject_merged_over_rows_stand_in_all_of_them():
    result = checked(grid(STAFF, ("МБОУ ООШ № 5", "01.10.2026", "математика", 3), (None, None, "физика", 2),
                          ("МАОУ СОШ № 11", None, "химия", 1), merged=((1, 0, 2, 0), (1, 1, 3, 1))))
    assert said(result) == []
    assert [(school, f"{day:%d.%m}", people) for school, day, people in
            records(result, "school_id", "on_date", "people")] == [
        ("Ш05", "01.10", 3), ("Ш05", "01.10", 2), ("Ш11", "01.10", 1)]


def test_a_count_merged_over_rows_is_counted_once():
    result = checked(grid(STAFF, ("МБОУ ООШ № 5", "01.10.2026", "математика", 3),
                          ("МБОУ ООШ № 5", "01.10.2026", "физика", None), merged=((1, 3, 2, 3),)))
    assert ("D3", "required") in said(result)


def test_ditto_beside_merged_cells_takes_the_value_above():
    result = checked(grid(COURSES, FIFTH, (None, "-//-", "физика", "Б", 2, 2),
                          (None, "ноябрь 2026", "химия", "В", 3, 3),
                          ("МАОУ СОШ № 11", "--//--", "химия", "В", 1, 1), merged=((1, 0, 3, 0),)))
    assert said(result) == [("B3", "ditto")]
    assert records(result, "school_id", "period", "people") == [
        ("Ш05", "2026-10", 2), ("Ш05", "2026-10", 2), ("Ш05", "2026-11", 3), ("Ш11", "2026-11", 1)]


def test_numbers_of_activities_with_commas_keep_the_tenth():
    rows = [(f"3,{place}", f"Мероприятие {place}", "март 2027") for place in (*range(1, 10), 1, 11)]
    result = checked(grid(("Дорожная карта МБОУ ООШ № 5 на 2027 год",), ("№", "Мероприятие", "Срок"), *rows))
    assert said(result) == [("A12", "tenth")]
    assert [number for number, in records(result, "number")][-3:] == ["3.9", "3.10", "3.11"]


@pytest.mark.parametrize("written", ["2026/10/07", "2026.10.07", "2026-10-07"])
def test_a_year_in_front_is_a_year(written):
    result = checked(grid(STAFF, ("МБОУ ООШ № 5", written, "математика", 3)))
    assert (said(result), f"{records(result, 'on_date')[0][0]:%d.%m.%Y}") == ([], "07.10.2026")


def test_a_count_under_the_table_that_says_nothing_of_itself_is_named():
    head = ("Дата", "Вид", "Тема", "Кто проводил", "Участников")
    result = checked(grid(head, ("06.10.2026", "семинар", "Чтение", "методический центр", 5),
                          (None, None, None, None, 7), ("Итого", None, None, None, 12)))
    assert said(result) == [("E3", "row-nameless"), ("A4", "totals-left")]
    assert result.batches[0].rows == 1


def test_one_hidden_row_is_spoken_of_as_one():
    looks = Looks(hidden_rows=frozenset({1}))
    result = checked(replace(grid(COURSES, FIFTH, ELEVENTH), looks=looks))
    assert "Пока она не взята. Не брать её или взять?" in result.issues[0].message
