"""Different people are counted without keeping a name."""

import pytest

from shnor.loaders.tables.personal import clean
from shnor.loaders.tables.persons import Persons
from tests.loaders.made import grid


@pytest.mark.parametrize(("first", "second", "same"), [
    pytest.param(("Иванова Анна Петровна",), ("ИВАНОВА  Анна Петровна",), True, id="case-and-spaces"),
    pytest.param(("Королёва А.П.",), ("Королева А. П.",), True, id="yo-and-dots"),
    pytest.param(("Иванова", "Анна"), ("Иванова", "Алла"), False, id="two-columns"),
    pytest.param(("Иванова", "Анна"), ("Иванова Анна",), True, id="columns-or-one"),
    pytest.param(("Cидорова А П",), ("Сидорова А.П.",), True, id="a-latin-letter"),
    pytest.param(("Педагог 1",), ("Педагог 11",), False, id="placeholders"),
])
def test_who_is_the_same_person(first, second, same):
    persons = Persons()
    assert (persons.number(*first) == persons.number(*second)) is same


def test_nobody_has_no_number():
    assert Persons().number(None, " ") == 0


def test_rows_know_whom_they_named_and_no_name_is_left():
    persons = Persons()
    rows = (("№", "Фамилия", "Имя получателя", "Предмет", "Номер документа", "Пол"),
            (1, "Иванова", "Анна", "химия", "0123", "жен"), (2, "Петров", "Олег", "физика", "0124", "муж"),
            (3, "Иванова", "Анна", "биология", "0125", "жен"))
    cleaned = clean(grid(*rows), persons)
    assert cleaned.persons == (0, 1, 2, 1)
    assert cleaned.grid.cells[1:] == ((1, None, None, "химия", None, None), (2, None, None, "физика", None, None),
                                      (3, None, None, "биология", None, None))
    again = clean(grid(rows[0], rows[2]), persons)
    assert again.persons == (0, 2), "a person on the next sheet is the same person"


def test_numbers_of_documents_stay_where_nobody_is_named():
    cells = (("Документ", "Номер документа"), ("приказ", "96"))
    assert clean(grid(*cells)).grid.cells == cells
