"""Who helps a school: in two foreign shapes, by whose words, without the names of people."""

from datetime import date

import pytest

from tests.loaders.made import checked, grid, records, said

TITLE = ("Закрепление наставников за школами перечня",)
MENTORS = ("№ п/п", "ШКОЛА-НАСТАВНИК :", "Наставляемая  школа", "Дата\nзакрепления", "Приказ")


def test_mentors_fixed_to_schools_begin_with_their_posts():
    """«Директор …» in the last row is a helper and no signature."""
    result = checked(grid(TITLE, (), MENTORS, (1, 2, 3, 4, 5),
                          (1, "директор гимназии № 1", "МБОУ ООШ № 5", "24.11.2025", "от 24.11.2025 № 212"),
                          (2, "директор лицея", "МБОУ СОШ № 2", "24.11.2025", "от 24.11.2025 № 212")))
    assert said(result) == []
    assert records(result, "school_id", "role_id", "who", "valid_from", "document") == [
        ("Ш05", "mentor", "директор гимназии № 1", date(2025, 11, 24), "от 24.11.2025 № 212"),
        ("Ш02", "mentor", "директор лицея", date(2025, 11, 24), "от 24.11.2025 № 212")]


def test_a_row_that_begins_with_a_post_is_kept_and_the_signature_is_not():
    rows = (("директор гимназии № 1", "МБОУ ООШ № 5", "24.11.2025"), ("Директор центра", "____", None))
    result = checked(grid(("Наставник", "Школа", "Закреплён с"), *rows))
    assert records(result, "who", "school_id") == [("директор гимназии № 1", "Ш05")]


def test_tutors_by_subject_under_a_header_of_two_rows():
    result = checked(grid(
        ("Тьюторы МТКП",), ("Предмет", "Тьютор (должность, место работы)", "Закреплённая школа", "Закреплён", None),
        (None, None, None, "с", "по"), ("Математика", "учитель СОШ № 11", "МБОУ ООШ № 5", "01.09.2026", "31.05.2027"),
        merged=((1, 3, 1, 4),)))
    assert said(result) == []
    assert records(result, "school_id", "role", "role_id", "subject", "valid_to") == [
        ("Ш05", "тьютор", "tutor", "математика", date(2027, 5, 31))]


@pytest.mark.parametrize(("role", "role_id"), [
    ("муниципальный координатор 500+", "municipal_coordinator"), ("Школьный координатор", "school_coordinator"),
    ("ментор", "mentor"), ("советник", "other")])
def test_what_is_not_in_the_list_of_roles_keeps_its_words(role, role_id):
    result = checked(grid(("Школа", "Роль", "Кто помогает", "С даты"),
                          ("МБОУ ООШ № 5", role, "методист", "01.09.2026")))
    assert records(result, "role", "role_id") == [(role, role_id)]


def test_a_name_is_not_kept_and_its_row_is():
    result = checked(grid(("Наставник", "Школа", "Закреплён с"),
                          ("Лебяжьева Мария Ивановна", "МБОУ ООШ № 5", "01.09.2026"),
                          ("Ручьёв Олег Петрович", "МБОУ ООШ № 5", "01.09.2026")))
    assert (said(result), result.acceptable) == ([("A1", "personal-column")], True)
    assert records(result, "who", "role_id") == [("наставник", "mentor"), ("наставник 2", "mentor")]


def test_of_a_name_beside_a_post_the_post_is_left():
    result = checked(grid(("Школа", "Роль", "Кто помогает", "С даты"),
                          ("МБОУ ООШ № 5", "куратор", "Лебяжьева М. И., директор лицея", "01.09.2026")))
    assert (said(result), records(result, "who")) == ([("C2", "personal-text")], [("директор лицея",)])
