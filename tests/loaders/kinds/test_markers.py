"""Signs of a list of the край: by rows and by works; «нет» is a fact, an empty cell is nothing."""

import pytest

from shnor.loaders.types import School
from tests.loaders.made import KNOWN, TODAY, Known, checked, grid, records, said

WORKS = ("Год", "Логин", "Муниципалитет", "ОО", "4 РУ", "4 МА", "5 РУ", "5 МА", "Количество маркеров")


def test_a_list_of_the_region_by_works():
    result = checked(grid(("Маркеры ВПР",), WORKS, (2025, "edu990005", "Приозёрный", "МБОУ ООШ № 5", 1, 0, None, "-",
                                                    1)))
    assert [(issue.code, issue.value) for issue in result.issues] == [("columns-left", "«Муниципалитет»")]
    assert records(result, "school_id", "school_year", "year", "grade", "subject", "sign", "is_marked", "cell") == [
        ("Ш05", "2025", 2025, "4", "русский язык", "отмечено", 1, "E3"),
        ("Ш05", "2025", 2025, "4", "математика", "не отмечено", 0, "F3"),
        ("Ш05", "2025", 2025, "5", "математика", "не отмечено", 0, "H3")]


def test_schools_of_such_a_list_may_be_logins_alone():
    known = Known(TODAY, (*KNOWN.schools, School("Ш09", "МБОУ ООШ № 9", 9, aliases=("edu990009",))))
    result = checked(grid(("2026 год",), ("ЛОГИН", "4 ру", "8 Ис"), ("edu990009", 1, 0)), known=known)
    assert (said(result), records(result, "school_id", "year", "grade", "subject", "is_marked")) == (
        [], [("Ш09", 2026, "4", "русский язык", 1), ("Ш09", 2026, "8", "история", 0)])


def test_a_list_by_rows_has_its_year_and_source_above():
    result = checked(grid(
        ("Список школ с признаками необъективности, ВПР 2025-2026",), ("Источник", "письмо от 01.09.2026 № 1207"),
        ("№", "ОО", "Учебный предмет", "Класс", "Признаки необъективности"), (1, 2, 3, 4, 5),
        (1, "МБОУ ООШ № 5", "математика", 5, "завышенный средний балл"), (2, "МБОУ СОШ № 2", "математика", 5, "нет")))
    assert said(result) == []
    assert records(result, "school_id", "school_year", "year", "sign", "is_marked", "source") == [
        ("Ш05", "2025/26", 2026, "завышенный средний балл", 1, "письмо от 01.09.2026 № 1207"),
        ("Ш02", "2025/26", 2026, "не отмечено", 0, "письмо от 01.09.2026 № 1207")]


@pytest.mark.parametrize(("written", "sign", "is_marked"), [
    ("-", "не отмечено", 0), ("нет", "не отмечено", 0), ("0", "не отмечено", 0), ("Не отмечено.", "не отмечено", 0),
    ("+", "отмечено", 1), (2, "отмечено", 1), ("рост балла", "рост балла", 1)])
def test_what_stands_for_a_sign(written, sign, is_marked):
    result = checked(grid(("Школа", "Учебный год", "Признак"), ("МБОУ ООШ № 5", "2025/26", written)))
    assert (said(result), records(result, "sign", "is_marked")) == ([], [(sign, is_marked)])


def test_an_empty_sign_is_neither():
    result = checked(grid(("Школа", "Учебный год", "Признак"), ("МБОУ ООШ № 5", "2025/26", None),
                          ("МБОУ СОШ № 2", "2025/26", "нет")))
    assert said(result) == [("C2", "required")]
