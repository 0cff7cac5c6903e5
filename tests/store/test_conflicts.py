"""A preview stays valid beside what others change in other rows; a changed row of its own refuses it by name."""

import threading
from dataclasses import replace

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.errors import MonthApproved, StateMoved
from shnor.store import conflicts
from tests.store.toy import BY, FEB, JAN, MAR, RULES, VISITS, WHY, accept, batch, delivery, memory, preview, seen


@pytest.fixture
def store():
    """File 1: A and B in January. File 2: B in February."""
    opened = memory()
    accept(opened, ("A", JAN, "план", 2), ("B", JAN, "план"))
    accept(opened, ("B", FEB, "план"))
    yield opened
    opened.close()


def told(refused) -> list[tuple]:
    """(school, month, column, shown, now, told by the file) of each conflict."""
    return [(*one.key.values(), one.column, one.shown, one.now, one.told) for one in refused.value.conflicts]


@pytest.mark.parametrize("other", [
    pytest.param(lambda store: accept(store, ("C", JAN, "план")), id="another-row-of-the-month"),
    pytest.param(lambda store: accept(store, ("B", JAN, "сделано")), id="a-row-the-file-has-not"),
    pytest.param(lambda store: accept(store, ("A", JAN, "план", 2), ("C", MAR, "план")), id="the-same-words-again"),
    pytest.param(lambda store: store.withdraw(2, BY, WHY), id="a-file-of-other-rows-withdrawn"),
    pytest.param(lambda store: store.approve(MAR, BY), id="another-month-approved"),
    pytest.param(lambda store: store.decide(BY, "режим", names="with"), id="a-decision"),
    pytest.param(lambda store: [store.withdraw(1, BY, WHY), store.restore(1, BY, WHY)], id="withdrawn-and-back"),
])
def test_what_leaves_its_rows_alone_leaves_a_preview_valid(store, other):
    shown = preview(store, ("A", JAN, "сделано", 3), ("A", FEB, "план"))
    other(store)
    moved = store.state
    assert store.accept(shown, BY) == store.state == moved + 1
    rows = seen(store)
    assert (rows["A", JAN], rows["A", FEB]) == ("сделано", "план")


@pytest.mark.parametrize(("rows", "other", "conflicts"), [
    pytest.param([("A", JAN, "сделано", 2)], lambda store: accept(store, ("A", JAN, "отказ", 2)),
                 [("A", JAN, "result", "план", "отказ", "сделано")], id="another-word"),
    pytest.param([("A", JAN, "план", 2), ("C", JAN, "план")], lambda store: accept(store, ("A", JAN, "план", 5)),
                 [("A", JAN, "lessons", 2, 5, 2)], id="a-row-the-file-repeats"),
    pytest.param([("A", JAN, "сделано", 2)], lambda store: accept(store, ("A", JAN, "сделано", 2)),
                 [("A", JAN, "result", "план", "сделано", "сделано")], id="the-same-told-by-others"),
    pytest.param([("C", JAN, "план")], lambda store: accept(store, ("C", JAN, "сделано")),
                 [("C", JAN, "", False, True, True), ("C", JAN, "result", None, "сделано", "план")], id="a-row-came"),
    pytest.param([("B", FEB, "сделано")], lambda store: store.withdraw(2, BY, WHY),
                 [("B", FEB, "", True, False, True)], id="a-row-went"),
    pytest.param([("A", JAN, "сделано", None)], lambda store: accept(store, ("A", JAN, "план", None)),
                 [("A", JAN, "lessons", 2, None, None)], id="a-value-emptied"),
])
def test_a_changed_row_of_its_own_refuses_a_preview(store, rows, other, conflicts):
    shown = preview(store, *rows)
    other(store)
    state, before = store.state, seen(store)
    with pytest.raises(StateMoved) as refused:
        store.accept(shown, BY)
    assert (told(refused), store.state, seen(store)) == (conflicts, state, before)


@pytest.mark.parametrize(("rows", "other", "sentence"), [
    pytest.param([("A", JAN, "сделано", 2)], [("A", JAN, "отказ", 7)],
                 "A, январь 2026: Итог — было «план», теперь «отказ», в файле «сделано», "
                 "Уроков — было 2, теперь 7, в файле 2.", id="both-words"),
    pytest.param([("C", JAN, "план")], [("C", JAN, "план")],
                 "C, январь 2026: такой строки не было, теперь она есть, в ней то же, что в файле.", id="came"),
    pytest.param([("B", FEB, "сделано")], None,
                 "B, февраль 2026: этой строки больше нет, её файл вернули, как было, или заменили.", id="went"),
    pytest.param([(school, MAR, "план") for school in "ABCDE"], [(school, MAR, "отказ") for school in "ABCDE"],
                 "; и ещё строк: 2.", id="the-first-rows-by-name"),
])
def test_the_sentence_says_which_row_both_words_and_what_to_do(store, rows, other, sentence):
    shown = preview(store, *rows)
    accept(store, *other) if other else store.withdraw(2, BY, WHY)
    with pytest.raises(StateMoved) as refused:
        store.accept(shown, BY)
    said = str(refused.value)
    assert said.startswith("Пока вы смотрели, данные изменились. ")
    assert sentence in said
    assert said.endswith("Посмотрите, что изменится теперь, и примите ещё раз, если верно то, что в файле.")


def test_all_conflicts_are_told_beyond_the_rows_a_preview_lists(store):
    rows = [(f"Ш{n:03}", MAR, "план") for n in range(600)]
    shown = preview(store, *rows)
    accept(store, ("Ш599", MAR, "отказ"))
    with pytest.raises(StateMoved) as refused:
        store.accept(shown, BY)
    assert told(refused) == [("Ш599", MAR, "", False, True, True), ("Ш599", MAR, "result", None, "отказ", "план")]


def test_an_approved_month_is_refused_as_such(store):
    shown = preview(store, ("A", JAN, "сделано", 2))
    store.approve(JAN, BY)
    with pytest.raises(MonthApproved):
        store.accept(shown, BY)


def test_an_accepted_preview_stays_accepted_whatever_came_later(store):
    shown = preview(store, ("A", JAN, "сделано", 2))
    assert store.accept(shown, BY) == 3
    accept(store, ("A", JAN, "отказ", 2))
    assert (store.accept(shown, BY), store.state, seen(store)["A", JAN]) == (3, 4, "отказ")


@pytest.mark.parametrize(("other", "removed"), [
    pytest.param(("C", JAN, "план"), None, id="a-missing-row-more"),
    pytest.param(("B", JAN, "отказ"), None, id="a-missing-row-changed"),
    pytest.param(("B", FEB, "отказ"), {("A", JAN): "сделано", ("B", FEB): "отказ"}, id="a-row-of-another-month"),
])
def test_missing_rows_are_rows_of_the_file_where_they_are_removed(store, other, removed):
    shown = preview(store, ("A", JAN, "сделано", 2))
    accept(store, other)
    if removed is None:
        with pytest.raises(StateMoved) as refused:
            store.accept(shown, BY, remove_missing=True)
        assert {one.in_file for one in refused.value.conflicts} == {False}
    else:
        store.accept(shown, BY, remove_missing=True)
        assert seen(store) == removed


def test_a_replaced_row_that_changed_refuses(store):
    schema = pa.schema([(name, VISITS[name].arrow) for name in VISITS.key])
    keys = {"visits": pa.Table.from_pylist([{"school": "B", "month": FEB}], schema)}
    shown = [store.preview(replace(delivery(("A", MAR, "1"), file=name), replaced=keys)) for name in ("a", "b")]
    accept(store, ("B", JAN, "отказ"))
    assert store.accept(shown[0], BY) == 4
    with pytest.raises(StateMoved, match="B, февраль 2026: этой строки больше нет"):
        store.accept(shown[1], BY)


def test_kinds_and_rows_nobody_touched_are_not_compared(store, monkeypatch):
    sought, compared, near, whole = [], [], conflicts.touched, conflicts.moved
    monkeypatch.setattr(conflicts, "touched", lambda kind, *rest: sought.append(kind.id) or near(kind, *rest))
    monkeypatch.setattr(conflicts, "moved", lambda kind, *rest: compared.append(kind.id) or whole(kind, *rest))
    first, second, third = (preview(store, ("A", month, "1")) for month in (JAN, FEB, MAR))
    rules = store.preview(replace(delivery(), batches=(batch((1, 0.5), kind=RULES, sheet="Правила"),)))
    store.accept(rules, BY)
    store.accept(first, BY)
    assert (sought, compared) == ([], [])
    store.accept(second, BY)
    assert (sought, compared) == (["visits"], [])
    accept(store, ("A", MAR, "2"))
    with pytest.raises(StateMoved):
        store.accept(third, BY)
    assert compared == ["visits"]


def test_own_lines_are_no_news_and_those_of_others_are(store):
    shown = preview(store, ("A", JAN, "сделано", 2))
    own = accept(store, ("A", JAN, "отказ", 2))
    store.refuse_moved(shown, own=[own])
    store.withdraw(1, BY, WHY)
    store.restore(1, BY, WHY)
    store.refuse_moved(shown, own=[own])
    accept(store, ("A", JAN, "другое", 2))
    with pytest.raises(StateMoved):
        store.refuse_moved(shown, own=[own])


def test_what_files_have_touched_since(store):
    accept(store, ("A", MAR, "1"), ("B", MAR, "1"))
    store.accept(store.preview(replace(delivery(), batches=(batch((1, 0.5), kind=RULES, sheet="Правила"),))), BY)
    store.approve(FEB, BY)
    moved = store.moved(2)
    assert (moved.newest, moved.schools) == (4, {"visits": {"A", "B"}, "rules": {""}})
    assert (store.moved(2, own=[3]).schools, store.moved(4).newest) == ({"rules": {""}}, 0)


def test_what_is_asked_in_the_turn_of_the_writer_may_refuse(store):
    def no():
        raise StateMoved("Проверка теперь говорит другое.")
    shown = preview(store, ("A", MAR, "1"))
    with pytest.raises(StateMoved, match="Проверка"):
        store.accept(shown, BY, still=no)
    assert store.state == 2
    store.accept(shown, BY)
    assert store.accept(shown, BY, still=no) == 3


KEYS = st.sampled_from([(school, month) for school in "AB" for month in (JAN, FEB)])
FILES = st.dictionaries(KEYS, st.sampled_from("xyz"), min_size=1, max_size=3)


def rows_of(file):
    return [(*key, value) for key, value in file.items()]


@settings(max_examples=30, deadline=None)
@given(before=FILES, shown=FILES, others=st.lists(FILES | st.just("withdraw"), max_size=3))
def test_a_preview_is_accepted_exactly_when_its_rows_are_as_they_were(before, shown, others):
    store = memory()
    accept(store, *rows_of(before))
    then, view = seen(store), preview(store, *rows_of(shown))
    for other in others:
        if other != "withdraw":
            made = preview(store, *rows_of(other))
            if not made.empty:
                store.accept(made, BY)
        elif store.uploads()[0].live:
            store.withdraw(store.uploads()[0].id, BY, WHY)
    now, state = seen(store), store.state
    changed = {key for key in shown if then.get(key) != now.get(key)}
    if view.empty:
        return
    if changed:
        with pytest.raises(StateMoved) as refused:
            store.accept(view, BY)
        assert {tuple(one.key.values()) for one in refused.value.conflicts} == changed
        assert (store.state, seen(store)) == (state, now)
    else:
        assert (store.accept(view, BY), seen(store)) == (state + 1, {**now, **shown})
    store.close()


@pytest.mark.slow
def test_thirty_threads_accept_beside_each_other():
    """Each sends a file of its own school for six months, and every third one the same row besides."""
    store, months = memory(), [JAN.replace(month=month) for month in range(1, 7)]
    accept(store, ("общая", JAN, "начало"))
    made, refused, broken = [], [], []

    def work(number):
        try:
            for month in months:
                common = [("общая", JAN, f"{number} {month.month}")] if number % 3 == 0 else []
                shown = preview(store, (f"Ш{number}", month, "сделано"), *common)
                together.wait()
                try:
                    made.append((store.accept(shown, BY), number, month, bool(common)))
                except StateMoved as moved:
                    refused.append((number, month, moved))
        except BaseException as error:
            broken.append(error)
            together.abort()

    together = threading.Barrier(30)
    threads = [threading.Thread(target=work, args=(number,)) for number in range(30)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert broken == []
    assert sorted(state for state, *_ in made) == list(range(2, store.state + 1))
    assert [entry.state for entry in store.journal()] == list(range(store.state, 0, -1))
    assert {number % 3 for number, *_ in refused} <= {0}
    assert all({one.key["school"] for one in moved.conflicts} == {"общая"} for *_, moved in refused)
    assert len(made) + len(refused) == 180
    assert [common for *_, common in made].count(True) >= 6, "of those with the common row one a round goes in"
    rows = seen(store)
    assert {(f"Ш{number}", month) for _, number, month, _ in made} == rows.keys() - {("общая", JAN)}
    newest = max((state, number, month) for state, number, month, common in made if common)
    assert rows["общая", JAN] == f"{newest[1]} {newest[2].month}"
    store.close()
