"""Registers of papers: of one kind by their header, of a school by their title."""

from datetime import date

from tests.loaders.made import checked, grid, records, said


def test_a_register_of_orders_says_what_it_is_of_in_its_header():
    result = checked(grid(
        ("Управление образования",), ("№ п/п", "№ ПРИКАЗА", "Дата приказа :", "О чём", "Исполнитель"), (1, 2, 3, 4, 5),
        (1, "118-пр", "20.11.2025", "О перечне школ", "отдел"),
        (2, "478-пр", "23.12.2025", "О дорожной карте", "отдел")))
    assert [(issue.code, issue.value) for issue in result.issues] == [("columns-left", "«Исполнитель»")]
    assert records(result, "document_type", "number", "signed_on", "title", "school_id") == [
        ("приказ", "118-пр", date(2025, 11, 20), "О перечне школ", ""),
        ("приказ", "478-пр", date(2025, 12, 23), "О дорожной карте", "")]


def test_papers_of_a_school_under_a_header_of_two_rows():
    result = checked(grid(
        ("Документы МБОУ ООШ № 5",), ("Вид документа", "Реквизиты", None, "Наименование документа"),
        (None, "Рег. №", "Дата подписания", None), ("положение", "12", "30.08.2026", "О ВСОКО"),
        merged=((1, 1, 1, 2),)))
    assert (said(result), records(result, "document_type", "number", "school_id")) == ([], [("положение", "12", "Ш05")])


def test_a_register_that_names_no_kind_of_paper_is_refused_by_its_name():
    result = checked(grid(("Журнал",), ("Рег. №", "Дата регистрации", "Краткое содержание"),
                          ("12", "30.08.2026", "О сайте")))
    assert ([issue.code for issue in result.issues], result.acceptable) == (["missing-column"], False)
    assert "похоже на форму «Документы», но нет столбца «Вид документа»" in result.issues[0].message
