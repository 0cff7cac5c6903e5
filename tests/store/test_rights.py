"""Who may change the base, asked of the store itself: whatever page or service forgets to ask."""

from dataclasses import replace
from functools import partial

import pytest

from shnor.datasets import KINDS as ALL_KINDS
from shnor.errors import NotAllowed
from shnor.scope import Actor, Scope
from shnor.store import Store
from tests.actors import COORDINATOR, director
from tests.clock import noon
from tests.store.toy import FEB, JAN, MAR, RULES, WHY, accept, batch, delivery, memory, preview, seen

OTHERS = [Actor(role, Scope(role, schools)) for role, schools in (
    ("head", None), ("director", frozenset("A")), ("curator", frozenset("AB")), ("guest", frozenset()))]
CHANGES = {
    "withdraw": lambda store, by: store.withdraw(1, by, WHY), "restore": lambda store, by: store.restore(2, by, WHY),
    "approve": lambda store, by: store.approve(JAN, by), "reopen": lambda store, by: store.reopen(FEB, by, WHY),
    "decide": lambda store, by: store.decide(by, "режим", names="with"),
    "describe": lambda store, by: store.describe(by, municipality="Чужой"),
    "copy": lambda store, by: store.copy_to("copy.duckdb", by),
    "make-names": lambda store, by: store.people.making(by).__enter__(),
    "erase-names": lambda store, by: store.people.erasing(by).__enter__()}


@pytest.fixture
def store():
    opened = memory()
    accept(opened, ("A", JAN, "1"), ("B", JAN, "2"))
    accept(opened, ("A", FEB, "1"))
    opened.withdraw(2, COORDINATOR, WHY)
    opened.approve(FEB, COORDINATOR)
    yield opened
    opened.close()


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("by", OTHERS, ids=lambda by: by.title)
def test_nobody_but_the_coordinator_changes_anything(store, change, by):
    before = store.state, store.about()
    with pytest.raises(NotAllowed, match="только координатор"):
        CHANGES[change](store, by)
    assert (store.state, store.about()) == before


@pytest.mark.parametrize("by", [by for by in OTHERS if by.title != "director"], ids=lambda by: by.title)
def test_a_file_is_accepted_by_no_one_else(store, by):
    with pytest.raises(NotAllowed, match="только координатор"):
        store.accept(preview(store, ("A", MAR, "3")), by)
    assert ("A", MAR) not in seen(store)


def test_a_director_sends_rows_of_the_own_schools(store):
    state = store.accept(preview(store, ("A", MAR, "3"), ("B", MAR, "3")), director("A", "B"))
    assert (state, store.journal()[0].who, seen(store)["A", MAR]) == (store.state, "директор", "3")


@pytest.mark.parametrize("file", [
    pytest.param(delivery(("A", MAR, "3"), ("B", MAR, "3")), id="a-row-of-another"),
    pytest.param(delivery(("", MAR, "3")), id="a-row-of-nobody"),
    pytest.param(replace(delivery(("A", MAR, "3")), school="B"), id="sent-for-another"),
    pytest.param(replace(delivery(("A", MAR, "3")), replaced={
        "visits": delivery(("B", JAN)).batches[0].table.select(["school", "month"])}), id="replaces-of-another")])
def test_but_not_a_single_other_one(store, file):
    with pytest.raises(NotAllowed, match="не только вашей школы"):
        store.accept(store.preview(file), director("A"))
    assert ("A", MAR) not in seen(store)


def test_nor_what_the_centre_alone_decides(store):
    rules = replace(delivery(), batches=(batch((1, 0.5), kind=RULES, sheet="Правила"),))
    with pytest.raises(NotAllowed, match="не отчёт за месяц"):
        store.accept(store.preview(rules), director("A"))


def test_nor_takes_away_what_the_file_leaves_out(store):
    with pytest.raises(NotAllowed):
        store.accept(preview(store, ("A", JAN, "9")), director("A"), remove_missing=True)
    assert seen(store)["B", JAN] == "2"


ROADMAP, PROGRESS = ALL_KINDS["roadmap"], ALL_KINDS["progress"]


def planned(kind, school: str | None, plan: str):
    row = {"plan": plan, "number": "1", "period": "2026", "milestone": 1, "school_id": school, "month": JAN}
    return batch(tuple(row.get(column.name) for column in kind.stored), kind=kind, sheet=kind.sheet)


@pytest.mark.parametrize(("kind", "plan", "allowed"), [
    pytest.param(PROGRESS, "А", True, id="a-report-on-the-own-plan"),
    pytest.param(PROGRESS, "Округ", True, id="on-the-plan-of-all"),
    pytest.param(PROGRESS, "Б", False, id="on-the-plan-of-another"),
    pytest.param(ROADMAP, "Б", False, id="the-plan-of-another"),
    pytest.param(ROADMAP, "Округ", False, id="the-plan-of-all")])
def test_a_row_is_not_written_over_anothers_by_its_key(kind, plan, allowed):
    store = Store.open(":memory:", kinds={one.id: one for one in (ROADMAP, PROGRESS)}, clock=noon)
    for number, (school, name) in enumerate([("A", "А"), ("B", "Б"), (None, "Округ")]):
        file = replace(delivery(), sha256=str(number), batches=(planned(ROADMAP, school, name),))
        store.accept(store.preview(file), COORDINATOR)
    send = partial(store.accept, store.preview(replace(delivery(), batches=(planned(kind, "A", plan),))))
    if allowed:
        assert send(director("A")) == 4
    else:
        with pytest.raises(NotAllowed):
            send(director("A"))


def test_an_event_shared_with_another_school_is_not_the_own_alone():
    store = Store.open(":memory:", kinds={"events": ALL_KINDS["events"]}, clock=noon)
    for codes, allowed in (("A", True), ("A;B", False)):
        row = {"period": "2026-01", "event_kind": "семинар", "topic": codes, "school_id": "A", "school_codes": codes,
               "state": "held", "number": 1}
        table = batch(tuple(row.get(column.name) for column in ALL_KINDS["events"].stored), kind=ALL_KINDS["events"])
        shown = store.preview(replace(delivery(), batches=(table,)))
        if allowed:
            assert store.accept(shown, director("A")) == 1
        else:
            with pytest.raises(NotAllowed):
                store.accept(shown, director("A"))
