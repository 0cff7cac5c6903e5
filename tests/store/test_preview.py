"""What a file would change, before anything is stored."""

from dataclasses import replace

import pytest

from shnor.datasets import Place
from shnor.errors import StoreError
from shnor.store import Change
from tests.store.toy import BY, FEB, JAN, MAR, WHY, accept, batch, delivery, memory, preview


@pytest.fixture
def store():
    store = memory()
    accept(store, ("A", JAN, "план", 2), ("B", JAN, "план", None), ("B", FEB, "план", 1))
    yield store
    store.close()


def test_added_changed_unchanged_and_missing_are_counted_apart(store):
    table, = preview(store, ("A", JAN, "план", 3), ("C", JAN, "план"), ("B", FEB, "план", 1)).tables
    assert (table.added, table.changed, table.unchanged) == (1, 1, 1)
    assert table.changes == (Change({"school": "A", "month": JAN}, "lessons", 2, 3, (Place("Посещения", ("A2",)),)),)
    assert table.first_added == ({"school": "C", "month": JAN, "result": "план", "lessons": None},)
    assert table.missing == ({"school": "B", "month": JAN},)
    assert store.state == 1


@pytest.mark.parametrize(("old", "new", "changed"), [
    pytest.param(None, None, 0, id="empty-stays-empty"),
    pytest.param(None, 0, 1, id="empty-is-not-zero"),
    pytest.param(5, None, 1, id="becomes-empty"),
    pytest.param(5, 5, 0, id="same"),
])
def test_empty_is_a_value_of_its_own(store, old, new, changed):
    accept(store, ("A", MAR, "план", old))
    assert preview(store, ("A", MAR, "план", new)).tables[0].changed == changed


def test_missing_is_counted_only_inside_the_months_of_the_file(store):
    assert preview(store, ("A", MAR, "план")).tables[0].missing == ()


def test_a_withdrawn_row_is_not_there_to_compare_with(store):
    store.withdraw(1, BY, WHY)
    assert preview(store, ("A", JAN, "план", 2)).tables[0].added == 1


def test_the_same_bytes_are_recognised(store):
    rows = ("A", JAN, "план", 2), ("B", JAN, "план", None), ("B", FEB, "план", 1)
    again = preview(store, *rows)
    assert (again.empty, again.seen) == (True, store.uploads()[0].moment)
    assert preview(store, ("A", JAN, "иначе", 2)).seen is None


def test_long_lists_are_cut_and_counts_are_not(store):
    first = [(f"Ш{n}", MAR, "план") for n in range(600)]
    table = preview(store, *first).tables[0]
    assert (table.added, len(table.first_added)) == (600, 50)
    accept(store, *first)
    table = preview(store, *[(school, month, "сделано") for school, month, _ in first]).tables[0]
    assert (table.changed, len(table.changes)) == (600, 500)


def test_a_key_twice_is_refused_with_both_addresses(store):
    with pytest.raises(StoreError, match="A2 и лист «Посещения», A3") as refused:
        preview(store, ("Школа-тайна", JAN, "1"), ("Школа-тайна", JAN, "2"))
    assert "тайна" not in str(refused.value)


def test_a_key_twice_in_two_tables_of_a_file_is_refused(store):
    two = replace(delivery(), batches=(batch(("C", JAN, "1")), batch(("C", JAN, "2"), sheet="Продолжение")))
    with pytest.raises(StoreError, match="«Продолжение»"):
        store.preview(two)


def test_an_empty_key_is_refused_with_its_address(store):
    with pytest.raises(StoreError, match="A2: не заполнено"):
        preview(store, ("A", None, "1"))


def test_an_empty_table_changes_nothing(store):
    nothing = preview(store)
    assert nothing.empty
    assert nothing.tables[0].missing == ()
