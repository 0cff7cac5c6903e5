"""The engine gives up over a full disk; it is opened anew as soon as there is room, while others look at their pages.
Files of the process do not grow meanwhile, so it is one of its own: `test_full_disk` starts it."""

import resource
import threading

import duckdb
import pytest

from shnor.errors import StoreError
from shnor.store import Store, View
from shnor.store.connection import FULL
from tests.clock import noon
from tests.store.loading import large
from tests.store.toy import BY, FEB, JAN, KINDS, accept, seen

FIRST = {("A", JAN): "1"}


@pytest.fixture
def store(tmp_path):
    store = Store.open(tmp_path / "base.duckdb", kinds=KINDS, clock=noon)
    accept(store, ("A", JAN, "1"))
    yield store
    store.close()


@pytest.fixture
def full():
    """No file grows while it lasts."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)

    def switch(*, on: bool) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 if on else most, most))
    yield switch
    switch(on=False)


def spoil(store: Store, full) -> None:
    """As a change that is too large for the log of the engine leaves it: it goes into the base itself."""
    shown = store.preview(large(2))
    full(on=True)
    with pytest.raises(StoreError, match=r"Диск заполнен: .* программа продолжит сама"):
        store.accept(shown, BY)
    full(on=False)


def test_after_a_full_disk_the_same_store_reads_and_writes(store, full):
    generation = store.generation
    spoil(store, full)
    assert (seen(store), store.state) == (FIRST, 1)
    assert store.generation != generation
    assert accept(store, ("A", FEB, "2")) == 2


def test_while_the_disk_is_full_a_change_is_a_sentence_and_pages_go_on(store, full):
    full(on=True)
    for _ in range(2):
        with pytest.raises(StoreError) as refused:
            store.approve(JAN, BY)
        assert str(refused.value) == FULL
        assert seen(store) == FIRST
    full(on=False)
    assert store.approve(JAN, BY) == 2


def read_after(view: View, happens) -> None:
    other = threading.Thread(target=happens)
    other.start(), other.join()
    view.rows("visits").fetchall()


def test_a_page_that_was_open_gets_a_sentence_and_the_next_one_works(store, full):
    with pytest.raises(StoreError, match="Диск заполнен"), store.view() as view:
        read_after(view, lambda: spoil(store, full))
    assert seen(store) == FIRST


def read_and_ask(store: Store, full) -> None:
    with store.view():
        spoil(store, full)
        store.about()


def test_a_page_that_asks_on_does_not_wait_for_itself(store, full):
    with pytest.raises(StoreError, match="Диск заполнен"):
        read_and_ask(store, full)
    assert seen(store) == FIRST


def test_an_error_of_ours_stays_one(store):
    with pytest.raises(duckdb.BinderException), store.view() as view:
        view.rows("visits").filter("no_column > 1").fetchall()
    assert seen(store) == FIRST
