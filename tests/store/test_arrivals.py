"""When a school's rows came first."""

from datetime import UTC, datetime

import pytest

from shnor.scope import EVERYTHING, Scope
from shnor.store import Store
from tests.store.toy import BY, DIRECTOR, FEB, JAN, KINDS, WHY, delivery

DAYS = [datetime(2026, 2, day, 9, tzinfo=UTC) for day in (1, 2, 5, 9, 11)]  # opening looks at the clock too


@pytest.fixture
def store():
    """№ 1 on the 2nd: A in January; № 2 on the 5th: A corrected; № 3 on the 9th: B in January and February."""
    days = iter(DAYS)
    store = Store.open(":memory:", kinds=KINDS, clock=lambda: next(days))
    for rows in ([("A", JAN, "1", 3)], [("A", JAN, "2", 3)], [("B", JAN, "3", 1), ("B", FEB, "4", 1)]):
        store.accept(store.preview(delivery(*rows)), BY)
    yield store
    store.close()


def came(store: Store, scope: Scope = EVERYTHING, state: int | None = None, **filters: object) -> dict:
    with store.view(scope, state) as view:
        return {tuple(key): moment.day for *key, moment in view.arrivals("visits", "school", "month", **filters)}


def test_a_correction_does_not_make_the_first_file_late(store):
    assert came(store) == {("A", JAN): 2, ("B", JAN): 9, ("B", FEB): 9}


def test_a_file_taken_back_did_not_come(store):
    store.withdraw(1, BY, WHY)
    assert came(store)["A", JAN] == 5
    assert came(store, state=3)["A", JAN] == 2


def test_a_past_state_knows_what_had_come(store):
    assert came(store, state=2) == {("A", JAN): 2}


def test_filters_and_the_scope_hold(store):
    assert came(store, month=FEB) == {("B", FEB): 9}
    assert came(store, DIRECTOR) == {("A", JAN): 2}


def test_arrivals_are_never_told_without_the_school(store):
    with store.view() as view, pytest.raises(ValueError, match="school"):
        view.arrivals("visits", "month")
