"""Tests of competence by level: a group header over the levels, the day above or in the rows."""

from datetime import date

from tests.loaders.made import checked, grid, records, said


def test_levels_stand_under_one_merged_header():
    result = checked(grid(
        ("Диагностика учителей",), ("Дата тестирования", "15.09.2026"),
        ("Школа", "Предмет", "Приняли участие", "Уровень", None, None, "Прошли успешно"),
        (None, None, None, "высокий", "средний", "низкий", None), ("МБОУ ООШ № 5", "Математика", 12, 1, 9, 2, 12),
        merged=((2, 3, 2, 5),)))
    assert said(result) == []
    assert records(result, "school_id", "held_on", "subject", "took_part", "high", "middle", "low", "passed",
                   "year") == [
        ("Ш05", date(2026, 9, 15), "математика", 12, 1, 9, 2, 12, 2026)]


def test_a_list_of_the_municipality_has_no_school():
    result = checked(grid(("№", "КАТЕГОРИЯ РАБОТНИКОВ", "Количество участников диагностики", "Высокий*",
                           "Дата проведения"),
                          (1, 2, 3, 4, 5), (1, "руководители", 9, 0, "15.09.2026")))
    assert (said(result), records(result, "school_id", "role", "took_part", "high", "low")) == (
        [], [("", "руководители", 9, 0, None)])


def test_more_in_levels_than_took_part_is_said():
    result = checked(grid(("Дата диагностики", "Прошли диагностику", "Высокий уровень", "Низкий уровень"),
                          ("15.09.2026", 3, 2, 2)))
    assert said(result) == [("B2", "competence-levels")]
