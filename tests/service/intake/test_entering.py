"""Events typed on the screen."""

from datetime import UTC, datetime

import pytest

from shnor.errors import ShnorError
from shnor.service.intake import by_hand, entering
from shnor.service.pages import support
from tests.actors import COORDINATOR, coordinator
from tests.service.conftest import DAY, SCHOOLS, file

MOMENT = datetime(2026, 11, 27, 9, tzinfo=UTC)
VALUES = {"period": "18.11.2026", "event_kind": "ВКС", "topic": "Итоги", "organiser": "центр", "participants": "14",
          "schools": "МБОУ ООШ № 5, МБОУ ООШ № 9", "state": "проведено"}


@pytest.fixture
def known(store, send):
    send(file("школы.csv", SCHOOLS))
    return store


def held(store):
    with store.view() as view:
        data = support.build(view, day=DAY)
    return {kind: figure.numerator for kind, figure in data.held.items()}


def test_an_event_is_in_the_count_at_once_and_taken_back(known):
    assert entering.accepted(known, by_hand.event(VALUES, MOMENT), DAY, COORDINATOR) is None
    assert held(known) == {"видеоконференция": 1}
    known.withdraw(known.uploads()[0].id, coordinator("методист"), "ошибка")
    assert held(known) == {}


def test_a_second_click_changes_nothing(known):
    for _ in range(2):
        assert entering.accepted(known, by_hand.event(VALUES, MOMENT), DAY, COORDINATOR) is None
    assert (held(known), len(known.uploads())) == ({"видеоконференция": 1}, 2)


def test_what_is_asked_is_not_stored(known):
    item = entering.accepted(known, by_hand.event(VALUES | {"participants": "ок. 15"}, MOMENT), DAY, COORDINATOR)
    assert ([issue.code for issue in item.checked.issues], held(known)) == (["number-doubt"], {})


def test_a_line_of_a_report_is_a_row_a_kind(known):
    text = "В ноябре - декабре 2025 года проведено 2 практико-ориентированных семинара, 1 вебинар, 1 видеоконференция"
    assert entering.accepted(known, entering.line(text, "", "МБОУ ООШ № 5", MOMENT), DAY, COORDINATOR) is None
    assert held(known) == {"практико-ориентированный семинар": 2, "вебинар": 1, "видеоконференция": 1}


def test_the_typed_time_comes_before_the_one_of_the_sentence(known):
    line = entering.line("В 2024 году проведено 3 вебинара", "март 2026", "", MOMENT)
    entering.accepted(known, line, DAY, COORDINATOR)
    with known.view() as view:
        assert view.rows("events").select("period").fetchall() == [("2026-03",)]


@pytest.mark.parametrize(("text", "when", "words"), [
    pytest.param("2 семинара, 3 хакатона", "2026", "Не прочитано: «3 хакатона»", id="unknown-kind"),
    pytest.param("2 семинара", "", "Укажите, когда", id="no-time"),
    pytest.param("", "2026", "пустая строка", id="nothing"),
])
def test_a_line_that_is_not_understood_says_why(text, when, words):
    with pytest.raises(ShnorError, match=words):
        entering.line(text, when, "", MOMENT)
