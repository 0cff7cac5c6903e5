"""What stands above a table does not speak for rows under a line that says otherwise."""

import pytest

from tests.loaders.made import checked, grid, said

COURSES = ("№", "Предмет", "Программа", "Человек")
FIVE, ELEVEN = "Курсы педагогов МБОУ ООШ № 5", "Курсы педагогов МАОУ СОШ № 11"
ONE, TWO = (1, "математика", "ОГЭ", 2), (2, "физика", "ОГЭ", 3)


@pytest.mark.parametrize("again", [
    pytest.param((("",), (f"{ELEVEN} за ноябрь 2026",), COURSES), id="a-table-of-its-own"),
    pytest.param(((ELEVEN,),), id="a-line-alone"),
    pytest.param((("Школа:", "МАОУ СОШ № 11"),), id="a-label"),
])
def test_rows_under_another_school_are_not_taken_for_the_first(again):
    result = checked(grid((f"{FIVE} за ноябрь 2026",), COURSES, ONE, *again, TWO))
    assert "another-inside" in {code for _, code in said(result)}
    assert not result.acceptable


def test_rows_under_another_month_are_not_taken_for_the_first():
    result = checked(grid((f"{FIVE} за октябрь 2026",), COURSES, ONE, ("За ноябрь 2026",), COURSES, TWO))
    assert ("A4", "another-inside") in said(result)


@pytest.mark.parametrize("line", [f"{FIVE}, продолжение", "За октябрь 2026", "Естественные науки"])
def test_a_line_of_the_same_is_no_contradiction(line):
    result = checked(grid((f"{FIVE} за октябрь 2026",), COURSES, ONE, (line,), TWO))
    assert "another-inside" not in {code for _, code in said(result)}


def test_a_note_under_the_table_may_name_another_school():
    result = checked(grid((f"{FIVE} за октябрь 2026",), COURSES, ONE, ("МАОУ СОШ № 11 не представила",)))
    assert (said(result), result.acceptable) == ([], True)
