"""What a view is asked for first opens the base; whatever has come by then, it shows the state it was made for."""

import pytest

from shnor.errors import NotAllowed
from shnor.scope import EVERYTHING, Actor, Scope
from shnor.store import Store, Unseen
from shnor.store.past import Past
from tests.clock import noon
from tests.store.toy import BY, DIRECTOR, FEB, JAN, KINDS, WHY, accept, memory

GUEST = Actor("гость", Scope("guest", frozenset()))


def shown(view) -> list[tuple]:
    return sorted(view.rows("visits").select("school", "result").fetchall())


def test_a_view_asked_after_an_acceptance_shows_its_own_state():
    store = memory()
    accept(store, ("A", JAN, "1"))
    with store.view() as view:
        accept(store, ("A", JAN, "2"), ("B", JAN, "3"))
        store.withdraw(1, BY, WHY)
        assert (view.state, shown(view), view.last_change({"visits"})) == (1, [("A", "1")], 1)
        assert [file.upload for file in view._files().values()] == [1]
    with store.view() as view:
        assert (view.state, shown(view)) == (3, [("A", "2"), ("B", "3")])


def test_what_the_store_says_of_itself_is_what_is_written():
    store = memory()
    deeds = [lambda: accept(store, ("A", JAN, "1")), lambda: store.withdraw(1, BY, WHY),
             lambda: store.restore(1, BY, WHY), lambda: store.approve(FEB, BY), lambda: store.reopen(FEB, BY, WHY),
             lambda: store.decide(BY, "решение", names="on"), lambda: store.describe(BY, day="2026-01-15")]
    told = []
    for deed in deeds:
        deed()
        told.append((store.state, len(store.journal()), *sorted(store.about())))
    assert told == [*((number, number) for number in range(1, 6)), (6, 6, "names"), (6, 6, "day", "names")]
    with pytest.raises(NotAllowed):
        store.decide(GUEST, "решение", names="off")
    assert (store.state, store.about()["names"]) == (6, "on")


def test_a_base_that_was_closed_says_the_same(tmp_path):
    for state in (1, 2):
        store = Store.open(tmp_path / "base.duckdb", kinds=KINDS, clock=noon)
        accept(store, ("A", JAN, str(state)))
        assert store.state == state
        store.close()


def test_where_many_ask_a_question_takes_one_thread():
    store = Store.open(":memory:", kinds=KINDS, clock=noon, crowded=True)
    assert store._engine.root.execute("select current_setting('threads')").fetchall() == [(1,)]


def test_own_files_are_known_of_what_came_later_too():
    """As if nobody had asked before."""
    store = memory()
    for rows in ([("A", JAN, "1")], [("A", JAN, "2"), ("B", JAN, "3")], [("A", FEB, "4")], [("B", FEB, "5")]):
        accept(store, *rows)
        with store.view(DIRECTOR) as view, store.view(DIRECTOR) as other:
            other._past = Past()
            assert [one.id for one in view.uploads()] == [one.id for one in other.uploads()]
    with store.view(DIRECTOR) as view, store.view(Scope("curator", frozenset({"A", "B"}))) as both:
        assert ([one.id for one in view.uploads()], [one.id for one in both.uploads()]) == ([3, 1], [4, 3, 2, 1])


def test_a_cut_shows_what_the_engine_shows():
    store = memory()
    accept(store, ("A", JAN, "1"), ("B", JAN, "2"), ("C", JAN, "3"))
    whole = []

    def everybody(view, kind):
        whole.append(view.scope)
        return view.rows(kind).to_arrow_table()
    for schools, rows in (({"A"}, 1), ({"A", "C"}, 2), (set(), 0), ({"Z"}, 0)):
        with store.view(Scope("director", frozenset(schools))) as view:
            assert view.table("visits", everybody).to_pylist() == view.rows("visits").to_arrow_table().to_pylist()
            assert view.table("visits", everybody).num_rows == rows
    assert set(whole) == {EVERYTHING}


@pytest.mark.parametrize(("hidden", "results"), [((), ["5"]), ((3,), ["1"]), ((1, 3), [])])
def test_a_cut_leaves_out_what_is_not_shown_yet(hidden, results):
    """The rows of everybody are cut without it too, so that the row before it counts."""
    store, asked = memory(), []
    accept(store, ("A", JAN, "1"))
    accept(store, ("B", JAN, "2"))
    accept(store, ("A", JAN, "5"))
    unseen = tuple(Unseen(upload, "A", JAN, FEB, frozenset({"visits"})) for upload in hidden)

    def everybody(view, kind):
        asked.append(view.key_of({kind}))
        return view.rows(kind).to_arrow_table()

    def all_arrived(view, kind, *by):
        return view.arrivals(kind, *by)
    with store.view(DIRECTOR, unseen=unseen) as view:
        assert view.table("visits", everybody)["result"].to_pylist() == results
        assert view.arrived("visits", ("school", "month"), all_arrived) == view.arrivals("visits", "school", "month")
        assert asked == [view.everybody().key_of({"visits"})]
        assert asked[0][-1] == unseen
        assert view.taken().table("visits", everybody)["result"].to_pylist() == ["5"]
