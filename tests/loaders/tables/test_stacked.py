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
