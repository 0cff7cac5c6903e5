"""Accept, withdraw, restore, approve: small tables with the answer in sight."""

import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from shnor.errors import MonthApproved, StateMoved, StoreError
from shnor.store import Step, Store
from shnor.store.steps import STEPS
from tests.actors import coordinator
from tests.clock import noon
from tests.store.toy import BY, FEB, JAN, KINDS, MAR, RULES, WHY, accept, batch, delivery, memory, preview, seen


@pytest.fixture
def store():
    store = memory()
    yield store
    store.close()


def test_a_new_base_is_empty_and_at_state_0(store):
    assert (store.state, seen(store), store.uploads(), store.journal()) == (0, {}, [], [])


def test_a_newer_file_stands_over_an_older_one(store):
    accept(store, ("A", JAN, "план"), ("B", JAN, "план"))
    accept(store, ("A", JAN, "сделано"))
    assert seen(store) == {("A", JAN): "сделано", ("B", JAN): "план"}


def test_withdrawing_brings_back_what_was_before(store):
    accept(store, ("A", JAN, "план"))
    accept(store, ("A", JAN, "сделано"), ("B", JAN, "сделано"))
    store.withdraw(2, BY, WHY)
    assert seen(store) == {("A", JAN): "план"}


def test_restoring_does_not_make_a_file_the_newest(store):
    accept(store, ("A", JAN, "первый"))
    accept(store, ("A", JAN, "второй"))
    store.withdraw(1, BY, WHY)
    store.restore(1, BY, WHY)
    assert seen(store) == {("A", JAN): "второй"}


def test_a_clock_set_back_changes_no_order(tmp_path):
    """A battery is empty, the machine wakes up in 2020: what is done later stays later."""
    told = noon()
    store = Store.open(tmp_path / "base.duckdb", kinds=KINDS, clock=lambda: told)
    accept(store, ("A", JAN, "первый"))
    told = datetime(2020, 1, 1, tzinfo=UTC)
    accept(store, ("A", JAN, "второй"))
    store.close()
    store = Store.open(tmp_path / "base.duckdb", kinds=KINDS, clock=lambda: told)
    accept(store, ("A", JAN, "третий"))
    store.withdraw(3, BY, WHY)
    assert (store.lost, seen(store)) == (None, {("A", JAN): "второй"})
    assert [seen(store, state=state).get(("A", JAN)) for state in range(5)] == [
        None, "первый", "второй", "третий", "второй"]
    assert [(entry.state, entry.action, entry.moment.year) for entry in store.journal()] == [
        (4, "withdraw", 2020), (3, "accept", 2020), (2, "accept", 2020), (1, "accept", 2026)]
    assert [upload.id for upload in store.uploads()] == [3, 2, 1]
    store.close()


def test_every_past_state_can_be_seen(store):
    accept(store, ("A", JAN, "первый"))
    accept(store, ("A", JAN, "второй"))
    store.withdraw(2, BY, WHY)
    assert [seen(store, state=state).get(("A", JAN)) for state in range(4)] == [None, "первый", "второй", "первый"]


def test_the_effect_of_a_withdrawal_can_be_seen_before_it(store):
    accept(store, ("A", JAN, "первый"))
    accept(store, ("A", JAN, "второй"))
    assert seen(store, without=frozenset({2})) == {("A", JAN): "первый"}
    assert store.state == 2


def test_missing_rows_stay_unless_asked(store):
    accept(store, ("A", JAN, "1"), ("B", JAN, "1"), ("B", FEB, "1"))
    accept(store, ("A", JAN, "2"))
    assert seen(store) == {("A", JAN): "2", ("B", JAN): "1", ("B", FEB): "1"}


def test_missing_rows_of_the_same_month_are_removed_on_request_and_come_back(store):
    accept(store, ("A", JAN, "1"), ("B", JAN, "1"), ("B", FEB, "1"))
    accept(store, ("A", JAN, "2"), remove_missing=True)
    assert seen(store) == {("A", JAN): "2", ("B", FEB): "1"}
    store.withdraw(2, BY, WHY)
    assert seen(store) == {("A", JAN): "1", ("B", JAN): "1", ("B", FEB): "1"}


def test_removal_alone_is_a_change(store):
    accept(store, ("A", JAN, "1"), ("B", JAN, "1"))
    accept(store, ("A", JAN, "1"), remove_missing=True)
    assert seen(store) == {("A", JAN): "1"}


def test_a_file_without_changes_is_refused_with_a_sentence(store):
    accept(store, ("A", JAN, "1"))
    with pytest.raises(StoreError, match="нет изменений"):
        accept(store, ("A", JAN, "1"))
    assert store.state == 1


def test_unchanged_rows_of_a_mixed_file_outlive_the_older_file(store):
    accept(store, ("A", JAN, "1"))
    accept(store, ("A", JAN, "1"), ("B", JAN, "1"))
    store.withdraw(1, BY, WHY)
    assert seen(store) == {("A", JAN): "1", ("B", JAN): "1"}


def test_a_preview_is_refused_when_its_rows_have_moved_on(store):
    old = preview(store, ("A", JAN, "1"))
    accept(store, ("A", JAN, "2"))
    with pytest.raises(StateMoved, match="данные изменились"):
        store.accept(old, BY)
    assert seen(store) == {("A", JAN): "2"}


def test_a_preview_is_accepted_once(store):
    first = preview(store, ("A", JAN, "1"))
    assert store.accept(first, BY) == 1
    accept(store, ("B", JAN, "1"))
    assert (store.accept(first, BY), store.state) == (1, 2)


def test_two_threads_accept_one_preview_once(store):
    shown, states, together = preview(store, ("A", JAN, "1")), [], threading.Barrier(2)

    def click():
        together.wait()
        states.append(store.accept(shown, BY))

    threads = [threading.Thread(target=click) for _ in range(2)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert (states, len(store.uploads())) == ([1, 1], 1)


def test_a_preview_of_another_base_is_refused(store):
    other = memory()
    with pytest.raises(StoreError, match="другой базы"):
        store.accept(preview(other, ("A", JAN, "1")), BY)


def test_two_kinds_of_one_file_are_one_state_and_src_is_unique(store):
    file = replace(delivery(), batches=(batch(("A", JAN, "1"), ("B", JAN, "1")),
                                        batch((1, 0.5), kind=RULES, sheet="Правила")))
    assert store.accept(store.preview(file), BY) == 1
    with store.view() as view:
        sources = [src for kind in KINDS for src, in view.rows(kind).select("src").fetchall()]
    assert len(set(sources)) == 3
    assert store.uploads()[0].kinds == ("visits", "rules")


def test_row_numbers_do_not_run_out_after_thousands_of_files(tmp_path):
    def many(cursor):
        cursor.execute("insert into journal values (5000, date '2026-11-27', 'Центр', 'accept', 5000, null, '', 'x')")
        cursor.execute("insert into uploads values (5000, '', '', [], '', '', 5000, 0)")
    Store.open(tmp_path / "base.duckdb", kinds=KINDS, clock=noon).close()
    store = Store.open(tmp_path / "base.duckdb", kinds=KINDS, steps=(*STEPS, Step("many files", many)), clock=noon)
    accept(store, ("A", JAN, "1"), ("B", JAN, "1"))
    accept(store, ("A", JAN, "2"), remove_missing=True)
    with store.view() as view:
        assert view.rows("visits").select("src").fetchall() == [(5_002_000_000,)]
    assert seen(store) == {("A", JAN): "2"}
    store.close()


@pytest.mark.parametrize(("act", "sentence"), [
    pytest.param(lambda store: store.withdraw(2, BY, WHY), "уже вернули", id="withdrawn-twice"),
    pytest.param(lambda store: store.restore(1, BY, WHY), "и так учитывается", id="restored-while-live"),
    pytest.param(lambda store: store.withdraw(9, BY, WHY), "журнале действий нет", id="unknown-file"),
    pytest.param(lambda store: store.withdraw(1, BY, "  "), "причину", id="no-reason"),
    pytest.param(lambda store: store.approve(JAN, BY), "уже утверждён", id="approved-twice"),
    pytest.param(lambda store: store.reopen(FEB, BY, WHY), "не утверждён", id="opened-while-open"),
    pytest.param(lambda store: store.reopen(JAN, BY, ""), "причину", id="opened-without-reason"),
    pytest.param(lambda store: seen(store, state=99), "не было", id="state-to-come"),
])
def test_what_cannot_be_done_is_said_and_changes_nothing(store, act, sentence):
    accept(store, ("A", MAR, "1"))
    accept(store, ("A", MAR, "2"))
    store.withdraw(2, BY, WHY)
    store.approve(JAN, BY)
    with pytest.raises(StoreError, match=sentence):
        act(store)
    assert store.state == 4


def test_an_approved_month_takes_no_rows_until_opened(store):
    store.approve(date(2026, 1, 15), BY)
    with pytest.raises(MonthApproved, match="январь 2026 года"):
        accept(store, ("A", JAN, "1"))
    accept(store, ("A", FEB, "1"))
    store.reopen(JAN, BY, WHY)
    accept(store, ("A", JAN, "1"))
    assert (store.approved(), store.approved(1)) == (frozenset(), frozenset({JAN}))


def test_files_of_an_approved_month_cannot_be_taken_back_or_returned(store):
    accept(store, ("A", JAN, "1"))
    accept(store, ("A", JAN, "2"))
    store.withdraw(2, BY, WHY)
    store.approve(JAN, BY)
    with pytest.raises(MonthApproved):
        store.withdraw(1, BY, WHY)
    with pytest.raises(MonthApproved):
        store.restore(2, BY, WHY)


def test_the_journal_says_who_did_what_when_and_why():
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    store = Store.open(":memory:", kinds=KINDS, clock=lambda: noon)
    store.accept(preview(store, ("A", JAN, "1")), BY, note="из письма")
    store.withdraw(1, coordinator("Методист"), WHY)
    store.approve(JAN, BY)
    told = [(e.state, e.moment, e.who, e.action, e.upload, e.month, e.note) for e in store.journal()]
    assert told == [(3, noon, BY.title, "approve", None, JAN, ""),
                    (2, noon, "Методист", "withdraw", 1, None, WHY),
                    (1, noon, BY.title, "accept", 1, None, "из письма")]
    upload = store.uploads()[0]
    assert (upload.id, upload.live, upload.rows, upload.moment, upload.note) == (1, False, 1, noon, "из письма")


class Click(BaseException):
    """As Streamlit stops a script: not an Exception."""


class Clicked(Store):
    """Interrupted when everything is written and nothing is committed."""

    @contextmanager
    def _writing(self):
        with super()._writing() as cursor:
            yield cursor
            raise Click


def test_a_click_in_the_middle_leaves_nothing_and_the_store_goes_on(tmp_path):
    clicked = Clicked.open(tmp_path / "base.duckdb", kinds=KINDS, clock=noon)
    with pytest.raises(Click):
        accept(clicked, ("A", JAN, "1"))
    assert (clicked.state, seen(clicked), clicked.uploads()) == (0, {}, [])
    clicked.close()
    store = Store.open(tmp_path / "base.duckdb", kinds=KINDS, clock=noon)
    assert (accept(store, ("A", JAN, "1")), seen(store)) == (1, {("A", JAN): "1"})
    store.close()


def test_a_refusal_of_the_engine_is_a_sentence_and_a_line_in_the_log(store, caplog):
    with pytest.raises(StoreError, match="ничего не изменилось"):
        store.approve(JAN, coordinator(None))
    assert (store.state, store.approved()) == (0, frozenset())
    assert "write refused: ConstraintException" in caplog.text
