"""Tables of ours under each other on one sheet: none is lost, each keeps its addresses."""

import pytest

from tests.loaders.made import checked, grid, said

STAFF = (("Школа", "На дату", "Предмет или должность", "Всего, чел."), ("МБОУ ООШ № 5", "01.10.2026", "математика", 3))
COURSES = (("Школа", "Когда", "Предмет или должность", "Человек"), ("МБОУ СОШ № 2", "октябрь 2026", "физика", 2))
TURNED = (("Человек", "Предмет или должность", "Когда", "Школа"), (4, "химия", "октябрь 2026", "МБОУ ООШ № 5"))
REQUESTS = (("Школа", "Месяц", "Что нужно", "Кому"), ("МБОУ ООШ № 5", "октябрь 2026", "тьютор", "центру"))
EMPTY = (None,)


def tables(result):
    return sorted((batch.kind, batch.sheet, row["cell"], row.get("people") or row.get("need"))
                  for batch in result.batches for row in batch.table.to_pylist())


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param((*STAFF, EMPTY, *COURSES),
                 [("courses", "Лист1, ниже", "D5", 2), ("staff", "Лист1", "D2", 3)], id="the-wider-one-below"),
    pytest.param((*COURSES, EMPTY, ("Кадры",), *STAFF),
                 [("courses", "Лист1", "D2", 2), ("staff", "Лист1, ниже", "D6", 3)], id="with-a-title"),
    pytest.param((*REQUESTS, EMPTY, *STAFF, EMPTY, *COURSES),
                 [("courses", "Лист1, ниже 2", "D8", 2), ("requests", "Лист1", "C2", "тьютор"),
                  ("staff", "Лист1, ниже", "D5", 3)], id="three"),
    pytest.param((*TURNED, EMPTY, *COURSES),
                 [("courses", "Лист1", "A2", 4), ("courses", "Лист1, ниже", "D5", 2)], id="one-kind-in-other-columns"),
])
def test_every_table_is_read(rows, expected):
    result = checked(grid(*rows))
    assert said(result) == []
    assert tables(result) == expected


def test_a_header_once_more_is_the_same_table():
    result = checked(grid(*COURSES, EMPTY, *COURSES[:1], ("МБОУ ООШ № 5", "октябрь 2026", "химия", 1)))
    assert [(batch.sheet, batch.rows) for batch in result.batches] == [("Лист1", 2)]


PEOPLE = (("ФИО", "Должность", "Дата рождения"), ("Орлов О. О.", "учитель физики", "01.02.1980"))
PROTOCOL = (("Код участника", "Класс", "Предмет", "Балл", "Отметка"), ("1001", "6А", "математика", 12, 4))
FAR = tuple((*COURSES[1][:2], f"предмет {letter}", 1) for letter in "абвгдежзиклмнопрст")


@pytest.mark.parametrize(("above", "rows", "code", "counted"), [
    pytest.param((*COURSES, EMPTY), PEOPLE, "foreign-shape", [("courses", 1)], id="people"),
    pytest.param((*COURSES, EMPTY, ("Список",), EMPTY), PEOPLE, "foreign-shape", [("courses", 1)], id="titled"),
    pytest.param((*COURSES, ("Список",)), PEOPLE, "foreign-shape", [("courses", 1)], id="no-empty-row"),
    pytest.param((*COURSES, *FAR, EMPTY), PEOPLE, "foreign-shape", [("courses", 19)], id="far-below"),
    pytest.param((*COURSES, EMPTY), PROTOCOL, "protocol-counted", [("courses", 1), ("results", 1)], id="protocol"),
    pytest.param(COURSES, PROTOCOL, "protocol-counted", [("courses", 1), ("results", 1)], id="protocol-close"),
])
def test_a_known_foreign_table_below_is_named_and_ours_is_read(above, rows, code, counted):
    result = checked(grid(*above, *rows))
    assert code in [issue.code for issue in result.issues]
    assert [(batch.kind, batch.rows) for batch in result.batches] == counted
    kept = str([sheet.grid.cells for sheet in result.kept if "ниже" in sheet.grid.sheet])
    assert "1001" not in kept
    assert "учитель физики" not in kept


def test_words_of_a_foreign_header_in_a_record_divide_nothing():
    deficits = ("МБОУ ООШ № 5", "октябрь 2026", "профессиональные дефициты", "учитель")
    result = checked(grid(*REQUESTS, EMPTY, deficits))
    assert [batch.kind for batch in result.batches if "ниже" in batch.sheet] == []
    assert not any("ниже" in issue.sheet for issue in result.issues)
