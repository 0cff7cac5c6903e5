"""Items of lists: a row an item, or a column an item; «-» is «нет», an empty cell tells nothing."""

from tests.loaders.made import checked, grid, records, said

ITEM, STATE = "item", "state"


def test_a_sheet_of_one_school_names_school_list_and_year_above():
    result = checked(grid(
        ("МБОУ ООШ № 5, ВСОКО и ВШК, 2026 год",), ("№ п/п", "ЧТО ПРОВЕРЯЕМ", "Есть / нет", "Реквизиты"), (1, 2, 3, 4),
        (1, "План ВШК на год", "+", "приказ от 30.08.2026 № 96"), (2, "Справка по итогам ВСОКО", "на доработке", None),
        (3, "Положение о ВСОКО", "–", None), (4, "План ВСОКО на год", None, None)))
    assert said(result) == []
    assert {row[:3] for row in records(result, "school_id", "checklist", "year")} == {("Ш05", "ВСОКО и ВШК", 2026)}
    assert records(result, "number", STATE) == [(1, "there"), (2, "returned"), (3, "absent"), (4, None)]


def test_papers_of_a_project_as_columns_become_items():
    result = checked(grid(
        ("Документы проекта (МЭДК), 2026 год",), ("Школа", "Приказ о координаторе", "САМОДИАГНОСТИКА",
                                                  "Концепция развития", "Фото"),
        ("МБОУ ООШ № 5", "+", "-", "подтверждено", "да"), ("МБОУ СОШ № 2", "+", None, None, None)))
    assert [(issue.code, issue.value) for issue in result.issues] == [("columns-left", "«Фото»")]
    assert records(result, "school_id", ITEM, "number", STATE, "cell") == [
        ("Ш05", "Приказ о назначении школьного координатора", 1, "there", "B3"),
        ("Ш05", "Самодиагностика", 2, "absent", "C3"), ("Ш05", "Концепция развития", 3, "confirmed", "D3"),
        ("Ш02", "Приказ о назначении школьного координатора", 1, "there", "B4")]


def test_schools_as_rows_and_the_list_beside_its_label():
    result = checked(grid(("Перечень", "Направления МНЦ"), ("Год", "2026"), ("Направление", "Отметка"),
                          ("МБОУ ООШ № 5", None),
                          ("консалтинг", "да"), merged=((3, 0, 3, 1),)))
    assert (said(result), records(result, "school_id", "checklist", "year", ITEM, STATE)) == (
        [], [("Ш05", "Направления МНЦ", 2026, "консалтинг", "there")])


def test_who_has_looked_has_no_name():
    result = checked(grid(("Школа", "Какой перечень", "Год", "Пункт", "Наличие", "Кто отметил"),
                          ("МБОУ ООШ № 5", "Сайт", 2026, "Раздел", "есть", "куратор Лебяжьева М. И.")))
    assert records(result, "checked_by") == [("куратор",)]
