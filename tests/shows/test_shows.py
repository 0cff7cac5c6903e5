"""Shows that are kept: the order to count them, never the numbers."""

from datetime import UTC, datetime, timedelta

import pytest

from shnor.errors import NotAllowed
from shnor.shows import Drawing, Item, Look, NoShow, Shows, Told

FIRST = datetime(2026, 11, 24, 9, tzinfo=UTC)
ITEMS = (Item("title", "ready", "title"),
         Item("b1", "block", "results", "results-trend", (("subject", "математика"), ("grade", "5"))),
         Item("o1", "own", "task", title="Обсудим", lines=("Первый вопрос", "Второй"), minutes=7, hidden=True))
LETTERS = ("Ш09", "Ш05", "Ш12")


@pytest.fixture
def shows(tmp_path):
    moments = iter(FIRST + timedelta(minutes=n) for n in range(1000))
    made = Shows(tmp_path / "monitor.duckdb", lambda: next(moments))
    yield made
    made.close()


def test_a_show_comes_back_as_it_was_kept(shows, tmp_path):
    made = shows.kept.make("  Что  помогло ", ITEMS, LETTERS, by="координатор")
    again = Shows(tmp_path / "monitor.duckdb", lambda: FIRST).kept.get(made.id)
    assert again == made
    assert (again.name, again.items, again.letters, again.by) == ("Что помогло", ITEMS, LETTERS, "координатор")
    assert (again.knowingly, again.guests) == ("", False)


def test_a_change_leaves_the_rest_and_comes_first(shows):
    old, new = (shows.kept.make(name, ITEMS, LETTERS, by="один") for name in ("старый", "новый"))
    assert [show.name for show in shows.kept.all()] == ["новый", "старый"]
    shows.kept.change(old.id, items=ITEMS[:1], guests=True)
    first, second = shows.kept.all()
    assert (first.name, first.items, first.letters, first.guests) == ("старый", ITEMS[:1], LETTERS, True)
    assert second == new


def test_a_show_that_is_gone_is_said_so(shows):
    made = shows.kept.make("показ", ITEMS, LETTERS, by="один")
    shows.kept.drop(made.id)
    for asked in (shows.kept.get, shows.kept.change):
        with pytest.raises(NoShow, match="Такого показа нет"):
            asked(made.id)
    with pytest.raises(NotAllowed, match="нет названия"):
        shows.kept.make("  ", ITEMS, LETTERS, by="один")


def test_pictures_go_with_their_show(shows):
    made = shows.kept.make("показ", ITEMS, LETTERS, by="один")
    shows.kept.draw(made.id, "o1", Drawing("png", b"1"))
    shows.kept.draw(made.id, "o1", Drawing("jpeg", b"2"))
    assert shows.kept.drawings(made.id) == {"o1": Drawing("jpeg", b"2")}
    shows.kept.drop(made.id)
    assert shows.kept.drawings(made.id) == {}


def test_what_a_room_has_heard_stays_known(shows):
    made = shows.kept.make("показ", ITEMS, LETTERS, by="один")
    told = Told("low_mark_share, grade=5", frozenset({"Ш05", "Ш09", "Ш12"}))
    shows.told.put(made.id, [told])
    shows.told.put(made.id, [told])
    shows.kept.drop(made.id)
    assert shows.told.all() == {told}


def test_one_look_is_taken_at_a_time(shows):
    assert shows.looks.now() is None
    shows.looks.take(Look("первый.potx", b"1"))
    shows.looks.take(Look("второй.potx", b"2"))
    assert shows.looks.now() == Look("второй.potx", b"2")
    shows.looks.take(None)
    assert shows.looks.now() is None
