"""When a school's rows came first, and which files it sent."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from shnor.datasets import Grid
from shnor.scope import EVERYTHING, Scope
from shnor.store import Report, Store
from tests.store.toy import BY, DIRECTOR, FEB, JAN, KINDS, MAR, WHY, delivery

DAYS = [datetime(2026, 2, day, 9, tzinfo=UTC) for day in (1, 2, 5, 9, 11, 12)]  # opening looks at the clock too


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
        return {tuple(key): moment.day for *key, moment, _ in view.arrivals("visits", "school", "month", **filters)}


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


def test_a_list_of_several_schools_is_nobodys_own_file(store):
    own = replace(delivery(("A", MAR, "5", 1)), school="A")
    store.accept(store.preview(own), BY)
    with store.view() as view:
        told = {tuple(key): mine for *key, _, mine in view.arrivals("visits", "school", "month")}
    assert told == {("A", JAN): False, ("B", JAN): False, ("B", FEB): False, ("A", MAR): True}


def test_arrivals_are_never_told_without_the_school(store):
    with store.view() as view, pytest.raises(ValueError, match="school"):
        view.arrivals("visits", "month")


def test_files_of_one_school_for_one_period_with_their_sheets(store):
    sheets = tuple(Grid(name, (("Школа",),), ()) for name in ("Месяц", "Педагоги"))
    file = replace(delivery(("A", MAR, "5", 1), grids=sheets), school="A", period="2026-03")
    store.accept(store.preview(file), BY)
    with store.view() as view:
        assert view.reports(["2026-03"]) == [Report(4, "A", "2026-03", DAYS[4], ("Месяц", "Педагоги"))]
        assert view.reports(["2026-02"]) == []
    with store.view(Scope("director", frozenset({"B"}))) as view:
        assert view.reports(["2026-03"]) == []
    store.withdraw(4, BY, WHY)
    with store.view() as view:
        assert view.reports(["2026-03"]) == []
