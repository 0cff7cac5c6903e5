"""Names lie in a file of their own, open only while it is used, and can be deleted whole."""

import duckdb
import pytest

from shnor.errors import StoreError
from shnor.store import Store
from shnor.store.people import FILE, People
from tests.actors import COORDINATOR
from tests.clock import noon


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "база.duckdb", clock=noon)
    yield opened
    opened.close()


def switch_on(store: Store) -> None:
    with store.people.making(COORDINATOR) as made:
        store.describe(COORDINATOR, **made)


def erase(store: Store) -> None:
    with store.people.erasing(COORDINATOR) as erased:
        store.describe(COORDINATOR, **erased)


def remember(people: People, names: dict[str, str], preview: str = "never accepted") -> dict[str, str]:
    """What is there while the file is being accepted."""
    with people.remembered(names, preview):
        return people.names()


def test_without_a_decision_there_is_no_file(store, tmp_path):
    assert (store.people.exists, store.people.names()) == (False, {})
    for needs_it in (store.people.secret, lambda: remember(store.people, {"a1": "Иванова"})):
        with pytest.raises(StoreError, match="рядом с базой нет"):
            needs_it()
    assert not (tmp_path / FILE).exists()


def test_the_secret_is_found_again(store, tmp_path):
    switch_on(store)
    secret = store.people.secret()
    switch_on(store)
    store.close()
    again = Store.open(tmp_path / "база.duckdb", clock=noon)
    assert (again.people.secret(), len(secret)) == (secret, 32)
    again.close()


def test_deleted_names_leave_no_file_and_a_new_secret(store, tmp_path):
    switch_on(store)
    before = store.people.secret()
    erase(store)
    erase(store)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("people")] == []
    switch_on(store)
    assert store.people.secret() != before


def test_the_names_of_another_base_are_left_alone(store, tmp_path):
    switch_on(store)
    other = Store.open(tmp_path / "другая.duckdb", clock=noon)
    for use in (lambda: switch_on(other), other.people.secret, other.people.names, lambda: erase(other)):
        with pytest.raises(StoreError, match="с именами другой базы"):
            use()
    other.close()
    assert len(store.people.secret()) == 32


def test_a_base_in_memory_keeps_no_names():
    store = Store.open(":memory:", clock=noon)
    with pytest.raises(StoreError, match="до закрытия программы"):
        switch_on(store)
    store.close()


def test_a_refusal_of_the_engine_shows_no_name(store, tmp_path, caplog):
    switch_on(store)
    with duckdb.connect(str(tmp_path / FILE)) as connection:
        connection.execute("alter table people add constraint_of varchar")
    with pytest.raises(StoreError, match="Имена не записаны") as refused:
        remember(store.people, {"a1": "Иванова"})
    assert "Иванова" not in f"{refused.value}{caplog.text}"
    assert "people refused: " in caplog.text
    assert store.people.names() == {}


def test_names_that_could_not_be_taken_out_at_once_go_before_anybody_sees_them(store, monkeypatch):
    """The disk was full as the acceptance ended without its file; there is room again, and nobody has started anew."""
    def full(*_):
        raise StoreError("нет места")
    switch_on(store)
    with monkeypatch.context() as while_full:
        while_full.setattr(People, "_settle_names", full)
        remember(store.people, {"a1": "Выдуманова Анна"})
    assert store.people.names() == {}
