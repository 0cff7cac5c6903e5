"""A label says no more than the rows behind the figure."""

from datetime import date

import pytest

from shnor.service.figures import topics
from shnor.service.figures.sets import Register, day_of, in_words, register
from tests.service.conftest import SCHOOLS, file

THREE = Register({"Ш01": "гимназия № 1", "Ш05": "ООШ № 5", "Ш07": "СОШ № 7"}, frozenset({"Ш05", "Ш07"}), 2026)
N = "\u00a0"


@pytest.mark.parametrize(("schools", "words"), [
    pytest.param({"Ш01", "Ш05", "Ш07"}, f"по муниципалитету (3{N}школы)", id="all of the register"),
    pytest.param({"Ш05", "Ш07"}, f"по 2{N}школам перечня 2026{N}года", id="the list"),
    pytest.param({"Ш05"}, "ООШ № 5", id="one school"),
    pytest.param({"Ш01", "Ш05"}, f"по 2{N}школам", id="a mixture"),
    pytest.param({""}, "школы не указаны", id="rows of no school"),
    pytest.param({"Ш05", "Ш07", ""}, f"по 2{N}школам перечня 2026{N}года; кроме того, записи без указания школы",
                 id="list and no school"),
    pytest.param(set(), "школы не указаны", id="nothing"),
])
def test_the_name_of_a_set(schools, words):
    assert in_words(THREE, schools) == words


def test_part_of_the_list_says_which_part():
    known = Register({f"Ш0{n}": f"№ {n}" for n in range(1, 6)}, frozenset({"Ш01", "Ш02", "Ш03"}), 2025)
    assert in_words(known, {"Ш01", "Ш02"}) == f"по 2 из 3{N}школ перечня 2025{N}года"


def test_one_school_of_a_register_of_one_is_that_school():
    assert in_words(Register({"Ш01": "СОШ № 1"}, frozenset({"Ш01"}), 2026), {"Ш01"}) == "СОШ № 1"


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


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2027, 1, 1)], ids=str)
def test_each_year_is_named_by_its_own_list(store, send, day):
    send(file("школы.csv", [*SCHOOLS, ["Ш11", "11", "МБОУ ООШ № 11"]]))
    send(file("перечни.csv", [["Школа", "Статус", "С даты", "По дату"],
                              ["МБОУ ООШ № 5", "ШНОР", "01.01.2025", "31.12.2025"],
                              ["МБОУ ООШ № 9", "ШНОР", "01.01.2025", "31.12.2026"],
                              ["МБОУ ООШ № 11", "ШНОР", "01.01.2026", "31.12.2026"]]))
    send(file("курсы.csv", [["Школа", "Период", "Состояние", "Человек", "Удостоверений"],
                            ["МБОУ ООШ № 5", "март 2025", "завершили", "3", "3"],
                            ["МБОУ ООШ № 9", "март 2025", "завершили", "2", "2"],
                            ["МБОУ ООШ № 9", "март 2026", "завершили", "1", "1"],
                            ["МБОУ ООШ № 11", "март 2026", "завершили", "4", "4"]]))
    with store.view() as view:
        figures = topics.counted(view, ["course_people"], as_of=day)
        [together] = topics.counted(view, ["course_people"], by=(), as_of=day, where={"school_id": ("Ш09", "Ш11")})
    assert {(figure.group["year"], figure.numerator, figure.set.replace(N, " ")) for figure in figures} == {
        ("2025", 5, "по 2 школам перечня 2025 года"), ("2026", 5, "по 2 школам перечня 2026 года")}
    assert (together.numerator, together.set.replace(N, " ")) == (7, "по 2 школам перечня 2026 года")


@pytest.mark.parametrize(("period", "day", "of_list"), [
    pytest.param("2026", date(2027, 1, 11), date(2026, 12, 31), id="a-year-that-ended"),
    pytest.param("2026", date(2026, 11, 27), date(2026, 11, 27), id="a-year-that-runs"),
    pytest.param("2025/26", date(2027, 1, 11), date(2026, 8, 31), id="a-school-year"),
    pytest.param("2026-11", date(2026, 12, 1), date(2026, 11, 30), id="a-month"),
    pytest.param("2026-11-18", date(2026, 12, 1), date(2026, 11, 18), id="a-day")])
def test_the_day_whose_list_is_the_list_of_a_period(period, day, of_list):
    assert day_of(period, day) == of_list
