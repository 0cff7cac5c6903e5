"""What is kept is never shown for another base, another state, another day; how much is kept has a limit."""

import shutil
import threading
from datetime import date

import pytest

from shnor.service import bases
from shnor.service.figures import topics
from shnor.service.figures.kept import MEGABYTE, Kept
from shnor.service.intake import drop
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.service.conftest import DAY, MARKS, PLAN, SCHOOLS, file


def accepted(store, *files):
    drop.accept_all(store, drop.review(store, files, DAY), by=COORDINATOR)
    return store.state


def done(store, state=None, day=DAY):
    with store.view(state=state) as view:
        [figure] = topics.counted(view, ["roadmap_done_due"], as_of=day)
    return figure.numerator, figure.denominator


@pytest.fixture
def path(tmp_path):
    """A base with a register and plans, closed."""
    path = tmp_path / "shnor.duckdb"
    store = bases.open_base(path, now=noon)
    accepted(store, file("школы.csv", SCHOOLS), file("планы.csv", PLAN))
    store.close()
    return path


def test_another_file_under_the_same_number_after_a_restore_gives_its_own_figures(path):
    """State 3 is once the marks of № 5; the base is put back, and state 3 is a mark of № 9."""
    copy = shutil.copy(path, path.with_name("copy.duckdb"))
    store = bases.open_base(path, now=noon)
    assert (accepted(store, file("отметки.csv", MARKS)), done(store), done(store, 2)) == (3, (1, 3), (0, 3))
    store.close()
    shutil.copy(copy, path)
    again = bases.open_base(path, now=noon)
    other = [MARKS[0], *([plan, "МБОУ ООШ № 9", "ноябрь 2026", "1.1", "выполнено", "19.11.2026", "", ""]
                         for plan in ["План № 9"])]
    both = [*other, ["План № 5", "МБОУ ООШ № 5", "октябрь 2026", "1.2", "выполнено", "10.10.2026", "", ""]]
    assert (accepted(again, file("отметки.csv", both)), done(again), done(again, 2)) == (3, (2, 3), (0, 3))
    again.close()


def test_a_withdrawal_and_a_day_count_anew(path):
    store = bases.open_base(path, now=noon)
    accepted(store, file("отметки.csv", MARKS))
    assert [done(store), done(store, day=date(2026, 3, 31))] == [(1, 3), (1, 1)]
    store.withdraw(3, COORDINATOR, "ошибка")
    assert [done(store), done(store, 3)] == [(0, 3), (1, 3)]
    store.close()


def test_a_change_of_another_kind_leaves_the_marked_rows_alone(path):
    store = bases.open_base(path, now=noon)
    with store.view() as view:
        before = topics.marked(view, topics.METRICS["roadmap_done_due"].marking, as_of=DAY)
    accepted(store, file("перечень.csv", [["Школа", "Статус", "С даты"], ["МБОУ ООШ № 5", "ШНОР", "01.01.2026"]]))
    with store.view() as view:
        assert topics.marked(view, topics.METRICS["roadmap_done_due"].marking, as_of=DAY) is before
    store.close()


def test_what_was_asked_for_longest_ago_goes_out():
    kept, made = Kept(10), []

    def get(key, size):
        return kept.get(key, lambda: made.append(key) or key, lambda _: size)
    for key, size in (("а", 4), ("б", 4), ("а", 4), ("в", 4), ("а", 4), ("б", 4)):
        get(key, size)
    assert made == ["а", "б", "в", "б"]


def test_a_thing_larger_than_all_the_room_is_given_and_not_kept():
    kept, made = Kept(10), []
    for _ in range(2):
        assert kept.get("а", lambda: made.append(1) or "а", lambda _: 11) == "а"
    assert made == [1, 1]


@pytest.mark.parametrize(("size", "times"), [
    pytest.param(1024 * 1024, 1, id="exactly"), pytest.param(1024 * 1024 + 1, 2, id="a-byte-more")])
def test_a_megabyte_has_room_for_a_megabyte(size, times):
    kept, made = Kept(MEGABYTE), []
    for _ in range(2):
        kept.get("а", lambda: made.append(1), lambda _: size)
    assert len(made) == times


def test_what_cannot_be_made_is_tried_again():
    kept = Kept(10)
    with pytest.raises(ZeroDivisionError):
        kept.get("а", lambda: 1 // 0, lambda _: 1)
    assert kept.get("а", lambda: 7, lambda _: 1) == 7


def test_two_at_once_wait_for_one_making():
    kept, made, begun = Kept(10), [], threading.Event()

    def make():
        made.append(1)
        begun.wait(0.2)
        return "а"
    threads = [threading.Thread(target=kept.get, args=("а", make, lambda _: 1)) for _ in range(4)]
    for thread in threads:
        thread.start()
    begun.set()
    for thread in threads:
        thread.join()
    assert made == [1]
