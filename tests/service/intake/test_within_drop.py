"""Files of one drop that tell of the same rows."""

import pytest

from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.service.intake.within_drop import OTHER, THIS
from tests.actors import COORDINATOR
from tests.loaders.made import xlsx
from tests.service.conftest import DAY, MARKS, PLAN, SCHOOLS, file

HEAD = ["Школа", "Когда", "Предмет", "Программа", "Часов", "Человек"]
THREE = ["МБОУ ООШ № 9", "05.11.2026", "химия", "Опыты", "36", "3"]
FOUR = [*THREE[:5], "4"]
TOPIC = ("Таблица 1", "тот же отчёт: a.csv")


def codes(items):
    return [[issue.code for issue in item.checked.issues] for item in items]


@pytest.fixture
def schools(store, send):
    send(file("школы.csv", SCHOOLS))
    return store


def people(store):
    with store.view() as view:
        return [count for count, in view.rows("courses").select("people").fetchall()]


@pytest.mark.parametrize("second", [
    pytest.param(file("a (1).csv", [HEAD, THREE]), id="a-copy"),
    pytest.param(Incoming("a.xlsx", xlsx(HEAD, THREE)), id="in-another-format"),
    pytest.param(file("b.csv", [list(reversed(HEAD)), list(reversed(THREE))]), id="in-another-order"),
])
def test_what_came_twice_is_taken_once(schools, second):
    items = drop.review(schools, [file("a.csv", [HEAD, THREE]), second], DAY)
    assert codes(items) == [[], ["sent-twice"]]
    assert [item.ready for item in items] == [True, False]
    drop.accept_all(schools, items, by=COORDINATOR)
    assert people(schools) == [3]


@pytest.mark.parametrize(("answer", "codes_of_second", "counted"), [
    pytest.param("", ["files-differ"], [4], id="not-answered"),
    pytest.param(THIS, [], [4], id="this-one"),
    pytest.param(OTHER, [], [3], id="the-other"),
])
def test_a_corrected_file_in_the_same_drop_is_asked_about(schools, answer, codes_of_second, counted):
    second = Incoming("b.csv", file("b.csv", [HEAD, FOUR]).data, {TOPIC: answer} if answer else {})
    items = drop.review(schools, [file("a.csv", [HEAD, THREE]), second], DAY)
    assert codes(items) == [[], codes_of_second]
    assert not answer or "F2" not in str(items[1].checked.issues)
    drop.accept_all(schools, items, by=COORDINATOR)
    assert people(schools) == counted


def test_a_column_one_of_them_leaves_empty_is_no_contradiction(schools):
    items = drop.review(schools, [file("a.csv", [HEAD, THREE]), file("b.csv", [
        [*HEAD, "Организация"], [*THREE, "институт"]])], DAY)
    assert codes(items) == [[], ["sent-twice"]]


def test_marks_of_one_activity_in_two_files(schools, send):
    send(file("планы.csv", PLAN))
    other = [MARKS[0], [*MARKS[1][:4], "выполняется", "", "", ""]]
    items = drop.review(schools, [file("a.csv", MARKS[:2]), file("b.csv", other)], DAY)
    [issue] = items[1].checked.issues
    assert "там «выполнено», здесь «выполняется»" in issue.message
