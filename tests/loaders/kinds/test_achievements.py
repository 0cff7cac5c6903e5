"""Contests, grants, practices and materials: of one sort by the title, of several by a column."""

from datetime import date

from tests.loaders.made import checked, grid, records, said

HEADER = ("Школа", "Что это", "Название конкурса, гранта, материала", "День конкурса, гранта", "Итог участия")


def test_a_list_of_contests_does_not_say_it_in_every_row():
    result = checked(grid(
        ("Участие школ",), ("№", "ОО", "НАЗВАНИЕ КОНКУРСА", "Дата :", "Уровень мероприятия", "Результат участия"),
        (1, 2, 3, 4, 5, 6),
        (1, "МБОУ ООШ № 5", "Учитель года", "18.11.2026", "краевой", "призёр")))
    assert said(result) == []
    assert records(result, "school_id", "achievement_type", "type_id", "held_on", "year", "result") == [
        ("Ш05", "конкурс", "contest", date(2026, 11, 18), 2026, "призёр")]


def test_a_library_has_sorts_of_its_own_and_no_days():
    result = checked(grid(
        ("Вид материала", "Материал", None, "Уровень"), (None, "Название материала", "Где опубликовано", None),
        ("методичка", "Урок смешанных групп", "https://a.example", None), ("стенд", "Стена успеха", None, None),
        merged=((0, 1, 0, 2),)))
    assert (said(result), records(result, "achievement_type", "type_id", "school_id", "year")) == (
        [], [("методичка", "material", "", None), ("стенд", "other", "", None)])


def test_a_contest_without_its_name_is_refused_by_its_kind():
    result = checked(grid(("Что это", "Уровень конкурса", "Итог участия", "День конкурса, гранта"),
                          ("конкурс", "краевой", "призёр", "18.11.2026")))
    assert ([issue.code for issue in result.issues], result.batches) == (["missing-column"], ())
    assert "«Конкурсы, гранты, практики, материалы»" in result.issues[0].message


def test_a_day_tells_rows_apart_and_need_not_be_there():
    result = checked(grid(HEADER, ("МБОУ ООШ № 5", "конкурс", "Учитель года", "10.02.2026", "призёр"),
                          ("МБОУ ООШ № 5", "конкурс", "Учитель года", "10.03.2026", "участник"),
                          (None, "методический материал", "Памятка", None, None)))
    assert said(result) == []
    assert records(result, "type_id", "year", "occasion") == [
        ("contest", 2026, "2026-02-10"), ("contest", 2026, "2026-03-10"), ("material", None, "")]
