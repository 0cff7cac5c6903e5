"""Registers of deficits as offices keep them: the school above or as a row of its own, groups in any words."""

from datetime import date

from tests.loaders.made import checked, grid, records, said

FOUND = date(2026, 8, 28)


def test_a_register_of_a_school_takes_school_and_day_from_above():
    result = checked(grid(
        ("Реестр профессиональных дефицитов педагогов МБОУ ООШ № 5",), ("на дату", "28.08.2026"),
        ("№", "Предмет", "Вид дефицита", "Описание", "Кол-во педагогов", "Метод диагностики"), (1, 2, 3, 4, 5, 6),
        (1, "Математика", "предметный", "задачи с параметром", 3, "SAM"),
        (2, "физика", "личностный", "работа в паре", 1, None)))
    assert said(result) == []
    assert records(result, "school_id", "found_on", "subject", "deficit", "people", "group_id", "year") == [
        ("Ш05", FOUND, "математика", "задачи с параметром", 3, "subject", 2026),
        ("Ш05", FOUND, "физика", "работа в паре", 1, "other", 2026)]


def test_schools_may_stand_as_rows_over_their_deficits():
    result = checked(grid(
        ("Дата диагностики", "ПРЕДМЕТ", "Характер дефицита", "Выявленный дефицит :", "Дата устранения"),
        ("МБОУ ООШ № 5", None, None, None, None), ("28.08.2026", "химия", "психолого-педагогический", "мотивация",
                                                   None),
        ("МБОУ СОШ № 2", None, None, None, None), ("28.08.2026", None, None, "оценивание", "20.11.2026"),
        merged=((1, 0, 1, 4), (3, 0, 3, 4))))
    assert said(result) == []
    assert records(result, "school_id", "subject", "group_id", "closed_on") == [
        ("Ш05", "химия", "psychology", None), ("Ш02", "", None, date(2026, 11, 20))]


def test_deficits_are_never_taken_for_staff():
    result = checked(grid(("Школа", "Предмет", "Число педагогов", "Группа дефицита", "Чем выявлен", "Устранён у"),
                          ("МБОУ ООШ № 5", "физика", 3, "предметный", "тест", 1)))
    assert ([issue.code for issue in result.issues], result.batches) == (["missing-column"], ())
    assert "«Профессиональные дефициты», но нет столбца «Дефицит»" in result.issues[0].message
