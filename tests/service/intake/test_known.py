"""What reading a file knows of the base and of the files beside it."""

import pytest

from shnor.service.intake import drop, known
from tests.actors import COORDINATOR
from tests.service.conftest import DAY, MARKS, PLAN, SCHOOLS, file

TWICE = [PLAN[0], ["План № 5", "МБОУ ООШ № 5", "1.1", "Кадры", "Аудит", "2026", "", "март и октябрь 2026"]]
DONE = [MARKS[0], ["План № 5", "МБОУ ООШ № 5", "октябрь 2026", "1.1", "выполнено", "20.10.2026", "справка", ""]]
FILES = (file("школы.csv", SCHOOLS), file("карта.csv", TWICE), file("отметки.csv", DONE))


@pytest.mark.parametrize("drops", [FILES, [FILES]], ids=["one-after-another", "all-at-once"])
def test_an_activity_with_several_deadlines_is_asked_about(store, drops):
    for files in drops:
        reviewed = drop.review(store, files if isinstance(files, tuple) else (files,), DAY)
        drop.accept_all(store, reviewed, by=COORDINATOR)
    assert [issue.code for issue in reviewed[-1].checked.issues] == ["which-deadline"]
    with store.view() as view:
        marks = view.rows("progress").select("number", "milestone").order("milestone").fetchall()
    assert marks == [("1.1", 1), ("1.1", 2)]


def test_a_new_text_of_the_plan_forgets_its_old_deadlines(store, send):
    send(*FILES[:1])
    send(FILES[1])
    once = [PLAN[0], [*TWICE[1][:-1], "октябрь 2026"]]
    reviewed = drop.review(store, (file("карта.csv", once), FILES[2]), DAY)
    assert reviewed[-1].checked.issues == ()


def test_what_is_known_is_read_once_and_again_when_something_of_it_has_changed(store, send):
    def told():
        with store.view() as view:
            return known.from_view(view, DAY)
    send(*FILES[:1], file("карта.csv", PLAN))
    before = told()
    send(file("отметки.csv", MARKS))
    assert told() is before
    send(FILES[1])
    assert told() is not before
    assert told().deadlines != before.deadlines


def test_the_key_of_what_is_known_names_every_kind_it_reads(store, send):
    send(*FILES[:2])
    with store.view() as view:
        known._read(view, DAY)
        assert view.reads == known.READ
