"""A base is closed when nobody reads it any more: the engine would end the whole process otherwise."""

import threading

import pytest

from shnor.errors import StoreError
from shnor.store.readers import Readers
from tests.store.toy import JAN, accept, memory


def test_a_page_comes_to_its_end_before_the_base_is_closed():
    store = memory()
    accept(store, ("A", JAN, "1"))
    order, reading, go_on = [], threading.Event(), threading.Event()

    def page() -> None:
        with store.view() as view:
            reading.set()
            go_on.wait(10)
            order.append(len(view.rows("visits").fetchall()))

    def close() -> None:
        store.close()
        order.append("closed")

    threads = [threading.Thread(target=page), threading.Thread(target=close)]
    threads[0].start()
    reading.wait(10)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert order == [1, "closed"]


def test_nobody_begins_to_read_what_is_closed():
    store = memory()
    store.close()
    with pytest.raises(StoreError, match="уже закрыта"):
        store.about()


def test_who_does_not_end_is_not_waited_for_for_ever():
    readers = Readers()
    with readers.one():
        assert not readers.end(0.01)
    assert readers.end(0.01)
