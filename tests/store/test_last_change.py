"""The last state that touched a kind: the key under which what is made of the kind may be kept."""

import shutil
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.store import Store, View
from tests.clock import noon
from tests.store.toy import BY, DIRECTOR, FEB, JAN, KINDS, RULES, WHY, accept, batch, delivery, memory

NEITHER = frozenset()


def accept_kinds(store: Store, kinds: tuple[str, ...], value: int) -> int:
    """A file with one row of each of these kinds."""
    batches = {"visits": batch(("A", JAN, str(value))), "rules": batch((1, value), kind=RULES, sheet="Правила")}
    return store.accept(store.preview(replace(delivery(), batches=tuple(batches[kind] for kind in kinds))), BY)


def contents(view: View) -> dict[str, list[tuple]]:
    """Kind → its rows and where they came from."""
    return {kind: sorted(view.rows(kind).fetchall()) for kind in KINDS}


def last_changes(store: Store, state: int | None = None) -> tuple[int, int, int]:
    """(visits, rules, visits with approvals)."""
    with store.view(state=state) as view:
        return (view.last_change({"visits"}), view.last_change({"rules"}),
                view.last_change({"visits"}, approvals=True))


def test_an_empty_base_has_no_change():
    assert last_changes(memory()) == (0, 0, 0)


def test_each_line_counts_for_the_kinds_of_its_file():
    store = memory()
    accept_kinds(store, ("visits",), 1)
    accept_kinds(store, ("rules",), 2)
    accept_kinds(store, ("visits", "rules"), 3)
    store.withdraw(2, BY, WHY)
    store.restore(2, BY, WHY)
    store.withdraw(1, BY, WHY)
    assert [last_changes(store, state)[:2] for state in range(7)] == [
        (0, 0), (1, 0), (1, 2), (3, 3), (3, 4), (3, 5), (6, 5)]


def test_several_kinds_have_the_latest_of_their_changes():
    store = memory()
    accept_kinds(store, ("visits",), 1)
    accept_kinds(store, ("rules",), 2)
    with store.view() as view:
        assert [view.last_change(kinds) for kinds in ({"visits", "rules"}, set(), {"other"})] == [2, 0, 0]


def test_approvals_count_when_asked_for_and_decisions_never():
    store = memory()
    accept_kinds(store, ("visits",), 1)
    store.approve(FEB, BY)
    store.reopen(FEB, BY, WHY)
    store.decide(BY, "хранить имена", names="with")
    assert [last_changes(store, state)[2] for state in range(5)] == [0, 1, 2, 3, 3]
    assert last_changes(store) == (1, 0, 3)


def test_a_key_keeps_scopes_and_left_out_files_of_the_kind_apart():
    store = memory()
    accept_kinds(store, ("visits",), 1)
    accept_kinds(store, ("rules",), 2)

    def key(*where, **named):
        with store.view(*where, **named) as view:
            return view.key_of({"rules"})
    assert key(without=frozenset({2})) != key() != key(DIRECTOR)
    assert key(without=frozenset({1})) == key(state=2) == key()


def test_each_opening_is_a_generation(tmp_path):
    first, second = tmp_path / "base.duckdb", tmp_path / "other.duckdb"
    keys, rows = [], []
    for path, result in ((first, "1"), (second, "2")):
        store = Store.open(path, kinds=KINDS, clock=noon)
        accept(store, ("A", JAN, result))
        store.close()
    for replacement in (None, second):  # the same path, the same number of the state, another file
        if replacement:
            shutil.copy(replacement, first)
        store = Store.open(first, kinds=KINDS, clock=noon)
        with store.view() as view:
            assert view.generation == store.generation
            keys.append((view.key, view.key_of({"visits"})))
            rows.append(contents(view)["visits"][0][2])
        store.close()
    assert rows == ["1", "2"]
    assert not set(keys[0]) & set(keys[1])


ACTIONS = st.lists(st.one_of(st.sampled_from([("visits",), ("rules",), ("visits", "rules")]), st.integers(1, 6),
                             st.just("approve")), min_size=1, max_size=7)
"""Kinds of a new file, the number of a file to take out or back, or a month approved or reopened."""


def run(store: Store, actions: list) -> list[tuple[str, ...]]:
    """What each line of the journal touched."""
    touched: list[tuple[str, ...]] = []
    files: list[tuple[str, ...]] = []
    live: list[bool] = []
    approved = False
    for action in actions:
        if action == "approve":
            store.reopen(FEB, BY, WHY) if approved else store.approve(FEB, BY)
            approved = not approved
            touched.append(())
        elif isinstance(action, tuple):
            accept_kinds(store, action, len(touched))
            files, live = [*files, action], [*live, True]
            touched.append(action)
        elif action <= len(files):
            (store.withdraw if live[action - 1] else store.restore)(action, BY, WHY)
            live[action - 1] = not live[action - 1]
            touched.append(files[action - 1])
    return touched


@settings(max_examples=20, deadline=None)
@given(actions=ACTIONS, without=st.frozensets(st.integers(1, 6), max_size=2))
def test_equal_keys_show_equal_rows_and_an_untouched_kind_keeps_its_key(actions, without):
    store = memory()
    touched = run(store, actions)
    seen: dict[str, dict[tuple, list[tuple]]] = {kind: {} for kind in KINDS}
    for state in range(store.state + 1):
        for left_out in (NEITHER, without):
            with store.view(state=state, without=left_out) as view:
                for kind, rows in contents(view).items():
                    assert seen[kind].setdefault(view.key_of({kind}), rows) == rows
    changes = [last_changes(store, state)[:2] for state in range(store.state + 1)]
    for line, old, new in zip(touched, changes, changes[1:], strict=False):
        assert (new[0] != old[0], new[1] != old[1]) == ("visits" in line, "rules" in line)
    store.close()
