"""A table of monitoring with the columns входной, промежуточный, итоговый: each is a month of the school year named."""

import pytest

from tests.loaders.made import checked, grid, records

NAMES = ("school_id", "indicator", "period", "value", "unit")
TITLE = ("Мониторинг программ повышения качества, 2025–2026 учебный год",)
POINTS = [("", "Уровень ВСОКО, %", "2025-09", 40.0), ("", "Уровень ВСОКО, %", "2026-01", 55.0),
          ("", "Уровень ВСОКО, %", "2026-06", 70.0)]


def told(*rows):
    return [row[:4] for row in records(checked(grid(*rows)), *NAMES)]


@pytest.mark.parametrize("head", [
    pytest.param(("Показатель", "Входной", "Промежуточный", "Итоговый"), id="names-alone"),
    pytest.param(("Показатель", "Входной (сентябрь)", "Промежуточный (январь)", "Итоговый (июнь)"), id="with-months"),
    pytest.param(("Показатель", "Входной мониторинг", "Промежуточный мониторинг", "Итоговый мониторинг"),
                 id="of-monitoring"),
    pytest.param(("Наименование показателя", "Входное значение", "Промежуточное значение", "Итоговое значение"),
                 id="values"),
])
def test_three_columns_are_three_months_of_the_school_year_above(head):
    assert told(TITLE, head, ("Уровень ВСОКО, %", 40, 55, 70)) == POINTS


def test_months_with_their_years_need_no_title():
    head = ("Показатель", "Входной – сентябрь 2025", "Промежуточный – январь 2026", "Итоговый – июнь 2026")
    assert told(head, ("Уровень ВСОКО, %", 40, 55, 70)) == POINTS


def test_schools_down_and_points_across():
    rows = told(("Доля выполненных мер, 2025–2026 учебный год",), ("Школа", "Входной", "Промежуточный", "Итоговый"),
                ("МБОУ ООШ № 5", 10, 20, 30), ("МБОУ СОШ № 2", 15, None, 35))
    assert [(school, period, value) for school, _, period, value in rows] == [
        ("Ш05", "2025-09", 10.0), ("Ш05", "2026-01", 20.0), ("Ш05", "2026-06", 30.0), ("Ш02", "2025-09", 15.0),
        ("Ш02", "2026-06", 35.0)]


def test_in_a_calendar_year_nobody_has_said_which_september():
    result = checked(grid(("Мониторинг за 2026 год",), ("Показатель", "Входной", "Промежуточный", "Итоговый"),
                          ("Уровень ВСОКО, %", 40, 55, 70)))
    assert not [batch for batch in result.batches if batch.kind == "indicator_values"]


def test_a_final_mark_alone_is_a_name_like_any_other():
    rows = told(("Свод за 2026 год",), ("Школа", "Итоговый показатель", "Качество, %"), ("МБОУ ООШ № 5", 12, 40))
    assert rows == [("Ш05", "Итоговый показатель", "2026", 12.0), ("Ш05", "Качество, %", "2026", 40.0)]
