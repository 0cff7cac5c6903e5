"""Sheets of ФИС ОКО, rebuilt with invented schools: groups become levels, percentages become pupils."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.loaders.kinds.fis_oko import rebuilt
from shnor.loaders.kinds.groups import LEFT, Group, group
from shnor.loaders.types import Known, School
from tests.loaders.made import checked, grid, records, said

KNOWN = Known(date(2026, 11, 27), (School("Ш05", "МБОУ ООШ № 5", 5, aliases=("edu990005",)),
                                   School("Ш08", "МБОУ СОШ № 8", 8, aliases=("edu990008", "edu990014"))))
TOP = (("Статистика по отметкам",), (), ("ВПР 2026 Математика 6 класс",), ("Предмет:", "Математика"),
       ("Максимальный первичный балл:", 16), ("Дата:", "14.04.2026"), ())
HEAD = ("Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5)
DISTRICT = ("Приозёрный муниципальный округ(reg99_m012)", 12, 300, 10.0, 40.0, 40.0, 10.0)
SMALL = ("МБОУ «ООШ № 5»(edu990005)", None, 11, 36.36, 45.45, 9.09, 9.09)
JOURNAL = ("Группы участников", "Кол-во участников(всего)",
           "Понизили (Отметка < Отметка по журналу) %", "Понизили (Отметка < Отметка по журналу) Кол-во участников",
           "Подтвердили (Отметка = Отметке по журналу) %",
           "Подтвердили (Отметка = Отметке по журналу) Кол-во участников",
           "Повысили (Отметка > Отметка по журналу) %", "Повысили (Отметка > Отметка по журналу) Кол-во участников")


def marks(*rows):
    return checked(grid(*TOP, HEAD, *rows, sheet="МА 6 Статистика по отметкам"), known=KNOWN)


def journal(*rows):
    return checked(grid(*TOP, JOURNAL, *rows, sheet="МА 6 Сравнение отметок с отметк"), known=KNOWN)


def test_percentages_become_pupils_of_their_level():
    result = marks(("Вся выборка", 35589, 1722202, 5.06, 32.92, 44.33, 17.69),
                   ("Приозёрный край", 900, 40000, 9.1, 40.2, 36.3, 14.4), DISTRICT, SMALL)
    assert said(result) == []
    assert records(result, "level", "school_id", "school_count", "participants", "n2", "n3", "n4", "n5")[2:] == [
        ("municipality", "", 12, 300, 30, 120, 120, 30), ("school", "Ш05", None, 11, 4, 5, 1, 1)]
    assert records(result, "procedure", "school_year", "grade", "subject", "source_kind")[0] == (
        "ВПР", "2025/26", 6, "математика", "rebuilt")
    assert [row[0] for row in records(result, "level")] == ["country", "region", "municipality", "school"]


def test_percentages_no_pupils_answer_to_are_an_error():
    [issue] = marks(("МБОУ «ООШ № 5»(edu990005)", None, 11, 37, 45.45, 9.09, 8.46)).issues
    assert (issue.code, issue.cell) == ("fis-percent", "C9")
    assert "участников 11, проценты 37 + 45,45 + 9,09 + 8,46" in issue.message


def test_two_logins_of_one_school_are_added_up():
    result = marks(("СОШ № 8(edu990008)", None, 11, 36.36, 45.45, 9.09, 9.09),
                   ("СОШ № 14(edu990014)", None, 4, 25, 25, 25, 25))
    assert records(result, "school_id", "participants", "n2", "n3", "n4", "n5") == [("Ш08", 15, 5, 6, 2, 2)]
    assert said(result) == [("A10", "fis-two-logins")]


def test_an_unknown_login_and_an_unknown_group_are_told():
    result = marks(("МБОУ СОШ № 99(edu999999)", None, 4, 25, 25, 25, 25), ("Сельские школы", 3, 4, 25, 25, 25, 25))
    assert said(result) == [("A9", "unknown-school"), ("A10", "group-left")]


def test_a_comparison_with_the_journal_keeps_pairs_and_no_participants():
    result = journal(("Приозёрный край", 100, 20, 20, 70, 70, 10, 10), ("ООШ № 5(edu990005)", 10, 20, 2, 70, 7, 10, 1))
    assert (said(result), result.batches[0].layout) == ([], "fis_journal")
    assert records(result, "level", "part", "lowered", "confirmed", "raised", "participants") == [
        ("region", "journal", 20, 70, 10, None), ("school", "journal", 2, 7, 1, None)]


def test_a_comparison_that_does_not_add_up_is_refused():
    [issue] = journal(("ООШ № 5(edu990005)", 11, 20, 2, 70, 7, 10, 1)).issues
    assert (issue.code, "всего 11, а понизили, подтвердили и повысили вместе 10" in issue.message) == (
        "results-pairs", True)


@pytest.mark.parametrize(("text", "expected"), [
    ("Вся выборка", Group("country", "Вся выборка")), ("Приозёрный край", Group("region", "Приозёрный край")),
    ("Приозёрная область(reg99)", Group("region", "Приозёрная область")),
    ("Заречный район(reg99_m013)", Group("municipality", "Заречный район")),
    ("МБОУ СОШ № 8 (EDU990008)", Group("school", "МБОУ СОШ № 8", "edu990008")), ("Девочки", Group(LEFT, "Девочки")),
    ("sch990008 | МБОУ СОШ № 8", Group("school", "МБОУ СОШ № 8", "sch990008")),
    ("МБОУ ООШ № 5(sch990005)", Group("school", "МБОУ ООШ № 5", "sch990005")),
    ("Заречный район Приозёрного края", Group("municipality", "Заречный район Приозёрного края")),
    ("Приозёрный автономный округ", Group("region", "Приозёрный автономный округ")),
    ("МБОУ СОШ № 3 Приозёрного района", Group("school", "МБОУ СОШ № 3 Приозёрного района")), ("Прочее", None)])
def test_a_group(text, expected):
    assert group(text) == expected


@given(st.lists(st.integers(0, 400), min_size=4, max_size=4).filter(any))
def test_what_was_rounded_to_two_decimals_comes_back(counts):
    n = sum(counts)
    assert rebuilt([round(100 * count / n, 2) for count in counts], n) == counts


@given(st.lists(st.integers(0, 500_000), min_size=4, max_size=4).filter(lambda counts: sum(counts) > 6_000))
def test_of_a_country_the_numbers_add_up_and_give_the_percentages_back(counts):
    n = sum(counts)
    percents = [round(100 * count / n, 2) for count in counts]
    found = rebuilt(percents, n)
    assert sum(found) == n
    assert all(abs(100 * count / n - p) < 0.03 for count, p in zip(found, percents, strict=True))


def test_both_reports_in_one_workbook_do_not_collide():
    sheets = (grid(*TOP, HEAD, SMALL, sheet="МА 6 Статистика"),
              grid(*TOP, JOURNAL, ("ООШ № 5(edu990005)", 10, 20, 2, 70, 7, 10, 1), sheet="МА 6 Сравнение"))
    assert said(checked(*sheets, known=KNOWN)) == []
