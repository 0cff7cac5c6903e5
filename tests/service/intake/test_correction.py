"""One accepted value is corrected on the spot, with a ground, and can be taken back."""

from datetime import UTC, date, datetime

import pytest

from shnor.errors import ShnorError
from shnor.service.intake import correction, drop
from tests.actors import COORDINATOR, coordinator
from tests.service.conftest import DAY, file

MOMENT = datetime(2026, 11, 27, 9, tzinfo=UTC)
COURSES = ["Школа", "Когда", "Предмет", "Программа", "Человек"]


def accepted(store, *files) -> int:
    drop.accept_all(store, drop.review(store, files, DAY), by=COORDINATOR)
    return store.uploads()[0].id


def found(store, upload: int, cell: str):
    with store.view() as view:
        return correction.values(view, upload, "Таблица 1", cell, day=DAY)


def people(store) -> list[int]:
    with store.view() as view:
        return [count for count, in view.rows("courses").select("people").fetchall()]


@pytest.fixture
def courses(filled) -> int:
    """The upload of a file of courses."""
    return accepted(filled, file("курсы.csv", [COURSES, ["МБОУ ООШ № 5", "ноябрь 2026", "физика", "Опыты", "2"]]))


@pytest.mark.parametrize(("cell", "column"), [
    pytest.param("E2", ["people"], id="a-value"), pytest.param("A2", [], id="a-key-would-be-another-row"),
    pytest.param("E1", [], id="a-head"), pytest.param("E9", [], id="nothing-there")])
def test_what_can_be_corrected_at_a_cell(filled, courses, cell, column):
    assert [value.column for value in found(filled, courses, cell)] == column


def test_a_correction_is_a_file_of_one_row_with_author_and_ground(filled, courses):
    [value] = found(filled, courses, "E2")
    assert value.now == "2"
    made = correction.file(value, "3", MOMENT)
    assert correction.corrected(filled, value, made, "звонок директора", DAY, coordinator("методист")) is None
    newest = max(filled.uploads(), key=lambda upload: upload.id)
    assert (people(filled), newest.who, newest.note) == ([3], "методист", "исправлено: звонок директора")
    assert found(filled, courses, "E2") == ()
    filled.withdraw(newest.id, by=coordinator("методист"), reason="ошибка")
    assert people(filled) == [2]


def test_what_is_understood_from_a_value_changes_with_it(filled):
    plan = next(upload.id for upload in filled.uploads() if upload.file == "планы.csv")
    value = next(one for one in found(filled, plan, "H2") if one.column == "deadline")
    made = correction.file(value, "апрель 2026", MOMENT)
    assert correction.corrected(filled, value, made, "письмо № 4", DAY, coordinator("методист")) is None
    with filled.view() as view:
        ends = {number: end for number, end in view.rows("roadmap").select("number", "deadline_end").fetchall()}
    assert ends["1.2"] == date(2026, 10, 31)
    assert date(2026, 4, 30) in ends.values()


def test_a_correction_that_says_nothing_new_is_refused(filled, courses):
    [value] = found(filled, courses, "E2")
    with pytest.raises(ShnorError, match="исправлять нечего"):
        correction.corrected(filled, value, correction.file(value, "2", MOMENT), "", DAY, coordinator("методист"))
    assert people(filled) == [2]


def test_a_value_nobody_can_read_is_asked_about(filled, courses):
    [value] = found(filled, courses, "E2")
    item = correction.corrected(filled, value, correction.file(value, "много", MOMENT), "", DAY, COORDINATOR)
    assert item is not None
    assert item.checked.issues
    assert people(filled) == [2]
