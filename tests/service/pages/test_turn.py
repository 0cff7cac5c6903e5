"""The turn of the year: two lists side by side, whom to appoint, what is handed in first; no list of another day."""

from datetime import date

import pytest

from shnor.scope import Scope
from shnor.service.month.forms import Forms
from shnor.service.pages import turn
from tests.service.conftest import DAY, MARKS, PLAN, SCHOOLS, file

REGISTER = [*SCHOOLS, ["Ш03", "3", "МБОУ СОШ № 3"], ["Ш08", "8", "МБОУ СОШ № 8"]]
LISTS = [["Школа", "Статус", "С даты", "По дату", "Основание"],
         ["МБОУ СОШ № 3", "ШНОР", "01.01.2026", "31.12.2026", "приказ № 1"],
         ["МБОУ ООШ № 5", "ШНОР", "01.01.2025", "31.12.2025", "приказ № 0"],
         ["МБОУ ООШ № 5", "ШНОР", "01.01.2026", "31.12.2026", "приказ № 1"],
         ["МБОУ ООШ № 5", "ШНОР", "01.01.2027", "31.12.2027", "приказ № 2"],
         ["МБОУ СОШ № 8", "ШНОР", "01.01.2027", "31.12.2027", "приказ № 2"],
         ["МБОУ ООШ № 9", "зона риска", "01.01.2026", "", "приказ № 1"]]
HELPERS = [["Школа", "Вид помощника", "Кто помогает", "Предмет", "С даты", "По дату"],
           ["МБОУ ООШ № 5", "наставник", "директор МАОУ гимназии № 1", "", "24.11.2025", "31.12.2026"],
           ["МБОУ ООШ № 5", "тьютор", "учитель МАОУ гимназии № 1", "математика", "24.11.2025", ""],
           ["МБОУ СОШ № 3", "наставник", "директор МБОУ СОШ № 4", "", "24.11.2025", ""]]
BEGIN = file("школы.csv", REGISTER), file("планы.csv", PLAN), file("отметки.csv", MARKS)


@pytest.fixture
def beginning():
    return BEGIN


@pytest.fixture
def listed(store, send):
    send(file("перечни.csv", LISTS))
    return store


def built(store, day=DAY, scope=None, **named):
    with store.view(scope or Scope()) as view:
        return turn.build(view, day=day, forms=Forms(), **named)


def changes(made):
    return {one.card.school_id: one.change for one in made.schools}


@pytest.mark.parametrize(("since", "found"), [
    pytest.param(None, {"Ш08": "enters", "Ш03": "leaves", "Ш05": "stays"}, id="the-newest"),
    pytest.param(date(2026, 1, 1), {"Ш03": "enters", "Ш05": "stays"}, id="last-year"),
    pytest.param(date(2025, 1, 1), {"Ш05": "enters"}, id="the-first-of-all"),
    pytest.param(date(2024, 1, 1), {"Ш08": "enters", "Ш03": "leaves", "Ш05": "stays"}, id="no-such-list")])
def test_two_lists_are_put_side_by_side(listed, since, found):
    made = built(listed, since=since)
    assert changes(made) == found
    assert list(changes(made)) == list(found)
    assert made.days == (date(2027, 1, 1), date(2026, 1, 1), date(2025, 1, 1))


def test_without_a_list_there_is_no_turn(store):
    assert built(store) is None


def test_part_of_a_list_is_no_list(listed):
    assert built(listed, scope=Scope("director", frozenset({"Ш05"}))) is None


def test_who_is_to_be_appointed_on_the_first_day(listed, send):
    """A mentor until 31.12.2026 is none on 01.01.2027; who leaves needs nobody, and keeps whom it has."""
    assert not built(listed).helped
    send(file("помощники.csv", HELPERS))
    made = built(listed)
    assert {one.card.school_id: one.lacks for one in made.schools} == {
        "Ш08": ("mentor", "tutor", "curator"), "Ш03": (), "Ш05": ("mentor", "curator")}
    assert {one.card.school_id: one.told for one in made.schools} == {"Ш08": False, "Ш03": True, "Ш05": True}
    assert [one.card.school_id for one in made.lacking("mentor")] == ["Ш05", "Ш08"]
    assert len(made.schools[1].helpers["mentor"]) == 1


def test_what_is_handed_in_first(listed):
    """The first month on a list is not asked for; of who leaves without a roadmap nothing is."""
    told = {one.card.school_id: [(first.form, first.month, first.due) for first in one.forms]
            for one in built(listed).schools}
    assert told == {
        "Ш08": [("month", date(2027, 2, 1), date(2027, 2, 25)), ("quarter", date(2027, 4, 1), date(2027, 4, 12))],
        "Ш03": [],
        "Ш05": [("month", date(2027, 1, 1), date(2027, 1, 25)), ("quarter", date(2027, 1, 1), date(2027, 1, 12))]}


NEXT = [["Дорожная карта", "Школа", "№", "Направление", "Мероприятие", "Год", "Плановое значение", "Срок"],
        ["План № 5 на 2027", "МБОУ ООШ № 5", "1.1", "Кадры", "Аудит", "2027", "1", "март 2027"]]
ADVICE = [["Из какого документа", "Год рекомендации", "№ рекомендации", "Кому рекомендовано", "Школа", "Рекомендация",
           "Срок рекомендации", "Отметка о выполнении"],
          ["справка", "2026", "1", "директору школы", "МБОУ ООШ № 5", "Провести аудит", "01.12.2026", ""],
          ["справка", "2026", "2", "директору школы", "МБОУ ООШ № 5", "Обновить план", "01.09.2026", "выполнена"],
          ["справка", "2026", "3", "методическому центру", "", "Составить график", "01.12.2026", ""]]


def test_new_roadmaps_and_what_is_left_to_do(listed, send):
    send(file("карта.csv", NEXT))
    send(file("рекомендации.csv", ADVICE))
    made = built(listed)
    assert {one.card.school_id: (one.plan, one.left) for one in made.schools} == {
        "Ш08": ("", 0), "Ш03": ("", 0), "Ш05": ("План № 5 на 2027", 1)}
    assert (made.own_plan, made.left, made.year) == ("", 1, 2027)


@pytest.mark.parametrize(("since", "year"), [
    pytest.param("01.01.2027", 2027, id="of-january"), pytest.param("20.11.2026", 2027, id="of-november"),
    pytest.param("01.08.2026", 2026, id="of-august")])
def test_a_list_of_the_autumn_is_for_the_year_that_comes(store, send, since, year):
    send(file("перечни.csv", [LISTS[0], ["МБОУ ООШ № 9", "ШНОР", since, "", "приказ № 3"]]))
    assert built(store).year == year


def test_other_lists_of_a_school_are_named(listed, send):
    send(file("ещё.csv", [LISTS[0], ["МБОУ СОШ № 8", "зона риска", "01.06.2026", "", "приказ № 1"]]))
    assert [other.title for other in built(listed).schools[0].others] == ["зона риска"]
