"""Risk profiles: one school above, or schools as rows; factors by their words."""

from tests.loaders.made import checked, grid, records, said


def test_a_profile_of_one_school_and_year():
    result = checked(grid(
        ("Рисковый профиль МБОУ ООШ № 5, 2026 год",), ("№", "Рисковый фактор", "ЗНАЧИМОСТЬ ФАКТОРА", "Актуальный :"),
        (1, 2, 3, 4),
        (1, "Нехватка педагогических кадров", "высокая", "да"), (2, "Буллинг", "низкий", None)))
    assert said(result) == []
    assert records(result, "school_id", "year", "factor", "factor_id", "level", "chosen") == [
        ("Ш05", 2026, "Нехватка педагогических кадров", "staff_shortage", "high", "yes"),
        ("Ш05", 2026, "Буллинг", "other", "low", "no")]


def test_schools_as_rows_under_a_year():
    result = checked(grid(("Год", "2026"), ("Фактор", "Уровень фактора", "Меры"), ("МБОУ ООШ № 5", None, None),
                          ("Низкий уровень оснащения школы", "Высокий", "закупка"), ("МБОУ СОШ № 2", None, None),
                          ("Низкая учебная мотивация обучающихся", None, None), merged=((2, 0, 2, 2), (4, 0, 4, 2))))
    assert said(result) == []
    assert records(result, "school_id", "year", "factor_id", "level", "measure") == [
        ("Ш05", 2026, "low_equipment", "high", "закупка"), ("Ш02", 2026, "low_motivation", None, None)]


def test_a_profile_without_its_year_is_refused_by_its_name():
    result = checked(grid(("Школа", "Фактор риска", "Уровень риска"),
                          ("МБОУ ООШ № 5", "Дисциплина в классе", "средний")))
    assert [issue.code for issue in result.issues] == ["missing-column"]
    assert "«Рисковый профиль школы», но нет столбца «Год профиля»" in result.issues[0].message
