"""What is built once is what the pages ask for, for as long as nothing it was built from changes."""

import weakref
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from shnor.scope import EVERYTHING, Scope
from shnor.service.figures.kept import Kept
from shnor.service.month.forms import SHIPPED
from shnor.service.pages import courses, overview, support
from shnor.service.pages.courses import LISTED
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from tests.service.conftest import MARKS, PLAN, SCHOOLS, file

DAY = date(2026, 11, 27)


def session(store=None, state=None):
    return Session(store, EVERYTHING, DAY, DAY, state, state is not None, False, False, "", "координатор",
                   ZoneInfo("Europe/Moscow"), SHIPPED)


@pytest.mark.parametrize(("builder", "short", "spelled"), [
    pytest.param(courses.build, {}, {"year": None, "whose": LISTED, "subject": "", "compare": ()}, id="courses"),
    pytest.param(support.build, {}, {"year": None}, id="support"),
    pytest.param(overview.build, {}, {"period": ""}, id="overview"),
])
def test_a_default_named_or_not_is_one_question(builder, short, spelled):
    assert cache.asked(builder, session(), day=DAY, **short) == cache.asked(builder, session(), day=DAY, **spelled)


def test_another_year_is_another_question():
    assert cache.asked(courses.build, session(), day=DAY, year=2025) != cache.asked(courses.build, session(), day=DAY)


@pytest.fixture
def names():
    """A builder of its own that counts how often it is asked."""
    calls = []

    def built(view, kind):
        calls.append(kind)
        return sorted(row[0] for row in view.rows(kind).select("cell").fetchall())

    def asked(store, kind, state=None, whose=None):
        return cache.built(whose or session(store, state), built, kind), len(calls)
    asked.calls = calls
    return asked


def test_a_change_of_another_kind_leaves_it_alone(store, send, names):
    send(file("школы.csv", SCHOOLS))
    first = names(store, "schools")
    send(file("планы.csv", PLAN))
    assert names(store, "schools") == first == (["C2", "C3"], 1)


def test_a_change_of_its_kind_builds_it_anew(store, send, names):
    send(file("школы.csv", SCHOOLS), file("планы.csv", PLAN))
    assert names(store, "progress") == ([], 1)
    send(file("отметки.csv", MARKS))
    assert names(store, "progress")[1] == 2


def test_after_a_change_what_was_asked_last_is_ready(store, send, names):
    send(file("школы.csv", SCHOOLS), file("планы.csv", PLAN))
    assert names(store, "progress") == ([], 1)
    send(file("отметки.csv", MARKS))
    cache.renew(store)
    assert names.calls == ["progress"] * 2
    assert names(store, "progress") == (["E2", "E3"], 2)


def test_what_a_school_asked_is_made_when_it_asks_again(store, send, names):
    """Whoever accepts does not wait for the pages of thirty schools."""
    send(file("школы.csv", SCHOOLS), file("планы.csv", PLAN))
    director = replace(session(store), scope=Scope("director", frozenset({"Ш05"})))
    assert names(store, "progress", whose=director) == ([], 1)
    send(file("отметки.csv", MARKS))
    cache.renew(store)
    assert names.calls == ["progress"]
    assert names(store, "progress", whose=director) == (["E2", "E3"], 2)


def test_who_asked_of_the_past_is_not_asked_again(store, send, names):
    before = send(file("школы.csv", SCHOOLS), file("планы.csv", PLAN))
    names(store, "progress", before)
    send(file("отметки.csv", MARKS))
    cache.renew(store)
    assert names(store, "schools")[1] == 2


def test_what_cannot_be_made_any_more_disturbs_nobody(store, send, names, caplog):
    """The last question fails, the one before it is made ready all the same."""
    send(file("школы.csv", SCHOOLS), file("планы.csv", PLAN))
    names(store, "progress")
    failing = []

    def built(view):
        failing.append(1)
        return 1 // 0
    with pytest.raises(ZeroDivisionError):
        cache.built(session(store), built)
    send(file("отметки.csv", MARKS))
    cache.renew(store)
    assert (len(failing), names.calls) == (2, ["progress"] * 2)
    assert "ZeroDivisionError" in caplog.text


def test_a_past_state_is_what_it_was(store, send, names):
    before = send(file("школы.csv", SCHOOLS), file("планы.csv", PLAN))
    send(file("отметки.csv", MARKS))
    assert len(names(store, "progress")[0]) == 2
    assert names(store, "progress", before)[0] == []


def test_a_builder_that_reads_more_than_before_keeps_past_states_apart(store, send):
    """Over an empty base it looks at schools alone, later at lists too: a newer state must not answer for an older."""
    def built(view):
        schools = view.rows("schools").select("cell").fetchall()
        return len(view.rows("statuses").select("cell").fetchall()) if schools else None

    def at(state=None):
        return cache.built(session(store, state), built)
    assert at() is None
    send(file("школы.csv", SCHOOLS))
    send(file("перечень.csv", [["Школа", "Статус", "С даты"], ["МБОУ ООШ № 5", "ШНОР", "01.01.2026"]]))
    assert [at(), at(1), at(2)] == [1, 0, 1]


def test_what_is_drawn_is_drawn_once_for_its_data():
    calls = []

    def draw(data):
        calls.append(data)
        return data.upper()
    data = "дата"
    assert [cache.drawn(data, draw), cache.drawn(data, draw), calls] == ["ДАТА", "ДАТА", [data]]


def test_of_the_same_data_each_drawing_and_each_thing_beside_it_has_its_own():
    def small(data, name):
        return f"{data} {name}"

    def large(data, name):
        return f"{data} {name}".upper()
    data = "дата"
    assert [cache.drawn(data, draw, name) for draw in (small, large) for name in ("раз", "два")] == [
        "дата раз", "дата два", "ДАТА РАЗ", "ДАТА ДВА"]


def test_what_is_written_on_the_spot_is_never_taken_for_another():
    """Both have one name, and what they say hangs on what stands around them."""
    def beside(name):
        return lambda data: f"{data} {name}"
    data = "дата"
    assert [cache.drawn(data, beside(name)) for name in ("раз", "два")] == ["дата раз", "дата два"]


class Thing:
    def __init__(self, name):
        self.name = name


def test_what_was_drawn_of_a_thing_neither_holds_it_nor_is_taken_for_the_next_one_at_its_place():
    def draw(thing):
        return thing.name
    thing = Thing("файл")
    seen = weakref.ref(thing)
    assert cache.drawn(thing, draw) == "файл"
    del thing
    assert seen() is None
    assert [cache.drawn(Thing(name), draw) for name in ("раз", "два", "три")] == ["раз", "два", "три"]


def test_drawings_take_room_like_any_other_thing(monkeypatch):
    monkeypatch.setattr(cache, "KEPT", Kept(2))
    calls = []

    def draw(data):
        calls.append(data)
    pages = ["первая", "вторая", "третья"]
    for data in (*pages, *pages[::-1]):
        cache.drawn(data, draw)
    assert calls == ["первая", "вторая", "третья", "первая"]


def test_what_one_scope_asked_is_not_given_to_another(filled):
    """Equal questions, also once each of them is kept; what is drawn hangs on the answer it is drawn from."""
    asking = [replace(session(filled, filled.state), scope=scope, past=False) for scope in (
        EVERYTHING, Scope("director", frozenset({"Ш05"})), Scope("director", frozenset({"Ш09"})))]
    for _ in range(2):
        found = [cache.built(one, overview.build, day=DAY) for one in asking]
        drawn = [cache.drawn(one, lambda page: [line.card.school_id for line in page.lines]) for one in found]
        assert [[card.school_id for card in page.cards] for page in found] == [["Ш05", "Ш09"], ["Ш05"], ["Ш09"]]
        assert drawn == [["Ш05", "Ш09"], ["Ш05"], ["Ш09"]]
