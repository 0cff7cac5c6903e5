"""A label says no more than the rows behind the figure."""

from datetime import date

import pytest

from shnor.service.figures.sets import Register, in_words, register
from tests.service.conftest import SCHOOLS, file

THREE = Register({"Ш01": "гимназия № 1", "Ш05": "ООШ № 5", "Ш07": "СОШ № 7"}, frozenset({"Ш05", "Ш07"}))
N = "\u00a0"


@pytest.mark.parametrize(("schools", "words"), [
    pytest.param({"Ш01", "Ш05", "Ш07"}, f"по муниципалитету (3{N}школы)", id="all of the register"),
    pytest.param({"Ш05", "Ш07"}, f"по 2{N}школам перечня", id="the list"),
    pytest.param({"Ш05"}, "ООШ № 5", id="one school"),
    pytest.param({"Ш01", "Ш05"}, f"по 2{N}школам", id="a mixture"),
    pytest.param({""}, "школы не указаны", id="rows of no school"),
    pytest.param({"Ш05", "Ш07", ""}, f"по 2{N}школам перечня; кроме того, школы не указаны", id="list and no school"),
    pytest.param(set(), "школы не указаны", id="nothing"),
])
def test_the_name_of_a_set(schools, words):
    assert in_words(THREE, schools) == words


def test_part_of_the_list_says_which_part():
    known = Register({f"Ш0{n}": f"№ {n}" for n in range(1, 6)}, frozenset({"Ш01", "Ш02", "Ш03"}))
    assert in_words(known, {"Ш01", "Ш02"}) == f"по 2 из 3{N}школ перечня"


def test_one_school_of_a_register_of_one_is_that_school():
    assert in_words(Register({"Ш01": "СОШ № 1"}, frozenset({"Ш01"})), {"Ш01"}) == "СОШ № 1"


@pytest.mark.parametrize(("day", "listed"), [
    pytest.param(date(2025, 12, 31), set(), id="the-day-before"), pytest.param(date(2026, 1, 1), {"Ш05"}, id="first"),
    pytest.param(date(2026, 6, 30), {"Ш05"}, id="last"), pytest.param(date(2026, 7, 1), set(), id="the-day-after")])
def test_who_is_on_the_list_of_a_day(store, send, day, listed):
    send(file("школы.csv", SCHOOLS))
    send(file("перечень.csv", [["Школа", "Статус", "С даты", "По дату"],
                               ["МБОУ ООШ № 5", "ШНОР", "01.01.2026", "30.06.2026"],
                               ["МБОУ ООШ № 9", "зона риска", "01.01.2026", "30.06.2026"]]))
    with store.view() as view:
        assert register(view, day).listed == listed
