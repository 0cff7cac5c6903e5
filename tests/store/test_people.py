"""Names lie in a file of their own, open only while it is used, and can be deleted whole."""

from functools import partial

import duckdb
import pytest

from shnor.errors import StoreError
from shnor.store import Store
from shnor.store.people import FILE
from tests.actors import COORDINATOR
from tests.clock import noon


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "база.duckdb", clock=noon)
    yield opened
    opened.close()


def test_without_a_decision_there_is_no_file(store, tmp_path):
    assert (store.people.exists, store.people.names()) == (False, {})
    for needs_it in (store.people.secret, lambda: store.people.remember({"a1": "Иванова"})):
        with pytest.raises(StoreError, match="рядом с базой нет"):
            needs_it()
    assert not (tmp_path / FILE).exists()


def test_names_and_the_secret_are_found_again(store, tmp_path):
    store.people.create(COORDINATOR)
    assert store.people.remember({"a1": "Иванова", "b2": "Петров"}) == {"a1", "b2"}
    assert store.people.remember({"a1": "ИВАНОВА", "c3": "Сидорова"}) == {"c3"}
    secret = store.people.secret()
    store.people.create(COORDINATOR)
    store.close()
    again = Store.open(tmp_path / "база.duckdb", clock=noon)
    assert (again.people.secret(), len(secret)) == (secret, 32)
    assert again.people.names() == {"a1": "Иванова", "b2": "Петров", "c3": "Сидорова"}
    again.close()


def test_names_are_taken_out_again(store):
    store.people.create(COORDINATOR)
    store.people.remember({"a1": "Иванова", "b2": "Петров"})
    store.people.forget({"b2"})
    store.people.forget(frozenset())
    assert store.people.names() == {"a1": "Иванова"}


def test_deleted_names_leave_no_file_and_a_new_secret(store, tmp_path):
    store.people.create(COORDINATOR)
    before = store.people.secret()
    store.people.erase(COORDINATOR)
    store.people.erase(COORDINATOR)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("people")] == []
    store.people.create(COORDINATOR)
    assert store.people.secret() != before


def test_the_names_of_another_base_are_left_alone(store, tmp_path):
    store.people.create(COORDINATOR)
    other = Store.open(tmp_path / "другая.duckdb", clock=noon)
    for use in (partial(other.people.create, COORDINATOR), other.people.secret, other.people.names):
        with pytest.raises(StoreError, match="с именами другой базы"):
            use()
    other.close()


def test_a_base_in_memory_keeps_no_names():
    store = Store.open(":memory:", clock=noon)
    with pytest.raises(StoreError, match="до закрытия программы"):
        store.people.create(COORDINATOR)
    store.close()


def test_a_refusal_of_the_engine_shows_no_name(store, tmp_path, caplog):
    store.people.create(COORDINATOR)
    with duckdb.connect(str(tmp_path / FILE)) as connection:
        connection.execute("alter table people add constraint_of varchar")
    with pytest.raises(StoreError, match="Имена не записаны") as refused:
        store.people.remember({"a1": "Иванова"})
    assert "Иванова" not in f"{refused.value}{caplog.text}"
    assert "people refused: " in caplog.text
    assert store.people.names() == {}
