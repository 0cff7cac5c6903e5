"""Who helps three schools; every dot is in the rows above it."""

from datetime import date

import pytest

from shnor.service.pages import helpers
from shnor.ui.screens.school import helped
from tests.service.conftest import DAY, file

SCHOOLS = [["Код школы", "Номер", "Краткое название"], ["Ш05", "5", "МБОУ ООШ № 5"], ["Ш09", "9", "МБОУ ООШ № 9"],
           ["Ш02", "2", "МБОУ СОШ № 2"], ["Ш01", "1", "МАОУ гимназия № 1"]]
LIST = [["Школа", "Статус", "С даты", "По дату"], ["МБОУ ООШ № 5", "ШНОР", "01.01.2026", "31.12.2026"],
        ["МБОУ ООШ № 9", "ШНОР", "01.01.2026", "31.12.2026"]]
STAFF = [["Школа", "На дату", "Предмет или должность", "Всего, чел."],
         *(["МБОУ ООШ № 5", "20.09.2026", subject, "1"] for subject in ("математика", "физика", "музыка"))]
HEAD = ["Школа", "Вид помощника", "Кто помогает", "Предмет", "Приказ о закреплении", "С даты", "По дату"]
HELPERS = [HEAD,
           ["МБОУ ООШ № 5", "наставник", "директор МАОУ гимназии № 1", "", "приказ от 24.11.2025 № 212", "24.11.2025",
            ""],
           ["МБОУ ООШ № 5", "тьютор", "учитель МАОУ гимназии № 1", "математика", "", "13.02.2026", ""],
           ["МБОУ ООШ № 5", "тьютор", "учитель СОШ № 4", "химия", "", "13.02.2025", "31.12.2025"],
           ["МБОУ СОШ № 2", "тьютор", "учитель МАОУ гимназии № 1", "русский язык", "", "13.02.2026", ""]]
LOG = [["Дата", "Вид", "Тема", "Кто проводил", "Школы", "Сколько"],
       ["12.03.2026", "выезд", "Уроки", "наставник", "ООШ № 5", ""],
       ["19.03.2026", "консультация", "Дроби", "тьютор", "ООШ № 5", "3"],
       ["20.03.2026", "консультация", "Дроби", "центр", "ООШ № 9", "2"]]


@pytest.fixture
def beginning():
    return [file("школы.csv", SCHOOLS)]


@pytest.fixture
def built(store, tables):
    def of(*files, **how):
        tables(*files)
        with store.view() as view:
            return helpers.build(view, **{"day": DAY, "year": 2026, **how})
    return of


@pytest.fixture
def said(store, tables):
    """The line under the head of a school, as text."""
    def of(school, *files, coordinator=True):
        tables(*files)
        with store.view() as view:
            found = helpers.of_school(view, school, day=DAY)
        words = helped.line(None, found, coordinator=coordinator)
        return "".join(one if isinstance(one, str) else one.text for one in words)
    return of


def test_schools_of_the_list_and_others_who_are_helped_stand_by_number(built):
    data = built(LIST, STAFF, HELPERS)
    assert [(one.card.school_id, one.told, len(one.helpers)) for one in data.schools] == [
        ("Ш02", True, 1), ("Ш05", True, 2), ("Ш09", False, 0)]
    assert (data.known, data.roles) == (True, ("mentor", "tutor"))


def test_subjects_have_a_tutor_somewhere_or_are_looked_at(built):
    data = built(LIST, STAFF, HELPERS)
    assert (data.subjects, data.rest) == (("русский язык", "математика", "физика"), ())


def test_a_tutor_who_left_is_no_tutor(built):
    [five] = [one for one in built(LIST, STAFF, HELPERS).schools if one.card.school_id == "Ш05"]
    assert [one.subject for one in five.of("tutor")] == ["математика"]
    assert five.untutored == ["физика"]


def test_figures_are_of_the_list(built):
    figures = built(LIST, STAFF, HELPERS).figures
    assert {name: (one.numerator, one.denominator) for name, one in figures.items()} == {
        "support_mentor_share": (1, 2), "support_tutor_share": (1, 2), "support_subjects_untutored": (1, 2)}


def test_what_helpers_held_is_by_who_held_it(built):
    data = built(LIST, HELPERS, LOG)
    assert data.held == {("mentor", "выезд"): 1, ("tutor", "консультация"): 3}
    assert (data.kinds, data.held_set) == (("консультация", "выезд"), "МБОУ ООШ № 5")


def test_nobody_is_entered(built):
    data = built(LIST, STAFF)
    assert (data.known, data.figures["support_mentor_share"].status) == (False, "no_data")


def test_before_the_first_order_nothing_is_known(built):
    assert not built(LIST, HELPERS, day=date(2025, 1, 1)).known


@pytest.mark.parametrize(("school", "coordinator", "words"), [
    pytest.param("Ш05", True, "Наставник: директор МАОУ гимназии № 1 (приказ от 24.11.2025 № 212) · тьютор: математика"
                 " · физика: тьютор не закреплён", id="helped"),
    pytest.param("Ш05", False, "Наставник: директор МАОУ гимназии № 1 (приказ от 24.11.2025 № 212) · тьютор: математика"
                 " · физика: тьютор не закреплён", id="the-school-reads-the-same"),
    pytest.param("Ш09", True, helped.UNTOLD, id="nobody-entered"),
    pytest.param("Ш09", False, "", id="nobody-entered-is-the-coordinator's"),
    pytest.param("Ш02", True, "тьютор: русский язык", id="beyond-the-list-no-hole"),
    pytest.param("Ш01", True, "", id="beyond-the-list-nobody"),
])
def test_the_line_under_the_head(said, school, coordinator, words):
    assert said(school, LIST, STAFF, HELPERS, coordinator=coordinator) == words
