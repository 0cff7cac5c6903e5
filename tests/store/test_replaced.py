"""Rows of earlier files that stop counting because of a later one: nothing is deleted, and the file taken back brings
them back."""

from dataclasses import replace

import pyarrow as pa
import pytest

from shnor.errors import MonthApproved
from tests.store.toy import BY, FEB, JAN, MAR, VISITS, WHY, accept, delivery, memory, seen


@pytest.fixture
def store():
    """A and B in January, B in February."""
    opened = memory()
    accept(opened, ("A", JAN, "1"), ("B", JAN, "1"), ("B", FEB, "1"))
    yield opened
    opened.close()


def shown(store, *rows, keys=()):
    """A file of these rows that replaces the rows of these keys."""
    schema = pa.schema([(name, VISITS[name].arrow) for name in VISITS.key])
    table = pa.Table.from_pylist([dict(zip(VISITS.key, key, strict=True)) for key in keys], schema)
    return store.preview(replace(delivery(*rows), replaced={"visits": table}))


def test_the_preview_shows_whole_rows_and_does_not_call_them_missing(store):
    [table] = shown(store, ("A", JAN, "2"), keys=[("B", JAN), ("B", FEB)]).tables
    assert [(row["month"], row["result"]) for row in table.replaced] == [(JAN, "1"), (FEB, "1")]
    assert table.missing == ()


def test_replaced_rows_stop_counting_and_come_back(store):
    store.accept(shown(store, ("A", MAR, "2"), keys=[("A", JAN), ("B", FEB)]), BY)
    assert seen(store) == {("A", MAR): "2", ("B", JAN): "1"}
    assert seen(store, state=1) == {("A", JAN): "1", ("B", JAN): "1", ("B", FEB): "1"}
    store.withdraw(2, BY, WHY)
    assert seen(store) == {("A", JAN): "1", ("B", JAN): "1", ("B", FEB): "1"}
    store.restore(2, BY, WHY)
    assert seen(store) == {("A", MAR): "2", ("B", JAN): "1"}


def test_to_take_rows_away_alone_is_a_change(store):
    preview = shown(store, ("A", JAN, "1"), keys=[("B", JAN)])
    assert not preview.empty
    store.accept(preview, BY)
    assert seen(store) == {("A", JAN): "1", ("B", FEB): "1"}


@pytest.mark.parametrize("keys", [[("C", JAN)], [("A", JAN)]], ids=["not-there", "told-by-the-file-itself"])
def test_what_is_not_there_or_told_anew_is_not_replaced(store, keys):
    preview = shown(store, ("A", JAN, "1"), keys=keys)
    assert preview.empty
    assert preview.tables[0].replaced == ()


def test_missing_and_replaced_rows_together(store):
    preview = shown(store, ("A", JAN, "2"), keys=[("B", FEB)])
    assert [(key["school"], key["month"]) for key in preview.tables[0].missing] == [("B", JAN)]
    store.accept(preview, BY, remove_missing=True)
    assert seen(store) == {("A", JAN): "2"}


def test_a_row_of_an_approved_month_is_not_replaced(store):
    store.approve(FEB, BY)
    with pytest.raises(MonthApproved):
        store.accept(shown(store, ("A", MAR, "2"), keys=[("B", FEB)]), BY)
    assert ("B", FEB) in seen(store)
