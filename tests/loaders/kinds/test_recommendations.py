"""Recommendations of a справка by addressee, of a visit by rows."""

from datetime import date

from tests.loaders.made import checked, grid, records, said


def test_advice_is_numbered_anew_for_each_addressee():
    result = checked(grid(
        ("Рекомендации по итогам справки от 27.12.2025 № 31",),
        ("№ п/п", "СОДЕРЖАНИЕ РЕКОМЕНДАЦИИ", "Срок исполнения :"),
        ("Управлению образования", None, None), (1, "Утвердить перечень", "15.01.2026"),
        (2, "Провести совещание", None),
        ("Директорам школ", None, None), (1, "Скорректировать план ВШК", "15.12.2026"),
        merged=((2, 0, 2, 2), (5, 0, 5, 2))))
    assert said(result) == []
    assert {row[:2] for row in records(result, "source", "year")} == {
        ("Рекомендации по итогам справки от 27.12.2025 № 31", 2025)}
    assert {row[0] for row in records(result, "given_on")} == {date(2025, 12, 27)}
    assert records(result, "addressee_id", "number", "text", "due", "state") == [
        ("authority", "1", "Утвердить перечень", date(2026, 1, 15), "open"),
        ("authority", "2", "Провести совещание", None, "open"),
        ("director", "1", "Скорректировать план ВШК", date(2026, 12, 15), "open")]


def test_a_paper_of_a_visit_has_addressees_in_a_column_and_no_numbers():
    result = checked(grid(("Протокол выезда от 12.11.2026 в МБОУ ООШ № 5",),
                          ("АДРЕСНАЯ РЕКОМЕНДАЦИЯ", "Адресат", "Исполнение"),
                          (1, 2, 3), ("Назначить тьютора", "методический центр", "исполнено"),
                          ("Открыть кружок", "родители", None),
                          ("Обновить сайт", None, None)))
    assert said(result) == []
    assert records(result, "school_id", "year", "number", "addressee", "addressee_id", "state") == [
        ("Ш05", 2026, "1", "методический центр", "centre", "done"), ("Ш05", 2026, "1", "родители", "other", "open"),
        ("Ш05", 2026, "1", "", None, "open")]


def test_advice_of_no_paper_is_refused_by_its_name():
    result = checked(grid(("Рекомендация", "Кому"), ("Обновить сайт", "директору")))
    assert {issue.code for issue in result.issues} == {"missing-column"}
    assert all("«Рекомендации и задачи»" in issue.message for issue in result.issues)
