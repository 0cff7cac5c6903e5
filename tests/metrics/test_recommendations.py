"""What came of recommendations, counted by eye; how lists are numbered."""

from datetime import date

import pytest

from shnor.datasets import RECOMMENDATIONS
from shnor.metrics import compute
from shnor.metrics.recommendations import Numbering, numbering, numberings
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
ADVICE = {"source": "справка за 2025 год", "year": 2025, "addressee_id": "director", "school_id": "", "text": "План",
          "state": "open"}
DONE = {"state": "done"}


@pytest.fixture
def told(engine):
    """The figures of a metric over these rows, numbered in their order."""
    def figures(metric, *rows, by=()):
        numbered = [{**ADVICE, "number": str(place), **row} for place, row in enumerate(rows, 1)]
        frames = {"recommendations": engine("recommendations", table(RECOMMENDATIONS, numbered, {}))}
        return compute(metric, frames, by=by, as_of=DAY).to_pylist()
    return figures


@pytest.mark.parametrize(("row", "done", "of", "late"), [
    pytest.param({}, 0, 1, 0, id="open-without-a-day"),
    pytest.param(DONE, 1, 1, 0, id="done-without-a-day"),
    pytest.param({**DONE, "done_on": DAY}, 1, 1, 0, id="done-on-the-day"),
    pytest.param({**DONE, "done_on": date(2026, 11, 28)}, 0, 1, 0, id="done-a-day-later"),
    pytest.param({**DONE, "done_on": date(2026, 11, 28), "due": date(2026, 11, 1)}, 0, 1, 1, id="done-later-was-late"),
    pytest.param({"due": date(2026, 11, 26)}, 0, 1, 1, id="its-day-has-passed"),
    pytest.param({"due": DAY}, 0, 1, 0, id="due-on-the-day"),
    pytest.param({"due": date(2026, 11, 26), "state": "going"}, 0, 1, 1, id="somebody-is-at-it-and-the-day-passed"),
    pytest.param({"due": date(2026, 11, 26), **DONE}, 1, 1, 0, id="done-is-never-late"),
    pytest.param({"due": date(2026, 11, 26), "state": "dropped"}, 0, 0, 0, id="taken-off-counts-nowhere"),
    pytest.param({"year": 2027, "due": date(2026, 11, 26)}, 0, 0, 0, id="of-a-year-that-has-not-begun"),
    pytest.param({"year": 2026, "given_on": DAY}, 0, 1, 0, id="given-on-the-day"),
    pytest.param({"year": 2026, "given_on": date(2026, 11, 28)}, 0, 0, 0, id="given-a-day-later"),
    pytest.param({"year": 2027, "given_on": date(2026, 11, 20)}, 0, 1, 0, id="given-before-its-year"),
])
def test_what_came_of_one(told, row, done, of, late):
    [share], [count] = told("recommendations_done", row), told("recommendations_late", row)
    assert (share["numerator"], share["denominator"], share["is_late"], count["numerator"]) == (done, of, late, late)


def test_two_eight_and_five_are_counted_by_addressee(told):
    """The published справка: 2 to the authority, 8 to the centre, 5 to directors."""
    rows = [{"addressee_id": who, **(DONE if place < done else {})}
            for who, n, done in (("authority", 2, 1), ("centre", 8, 8), ("director", 5, 0)) for place in range(n)]
    figures = told("recommendations_done", *rows, by=("addressee_id",))
    assert {row["addressee_id"]: (row["numerator"], row["denominator"], row["status"]) for row in figures} == {
        "authority": (1, 2, "small"), "centre": (8, 8, "small"), "director": (0, 5, "small")}


def test_nothing_is_no_data(told):
    assert [row["status"] for row in told("recommendations_done")] == ["no_data"]


def test_four_parts_are_the_whole(engine):
    states = [{"state": state, "due": due} for state in ("open", "going", "done", "dropped")
              for due in (None, date(2026, 1, 1), date(2027, 1, 1))]
    from shnor.metrics.recommendations import MARKING
    rows = table(RECOMMENDATIONS, [{**ADVICE, "number": str(n), **row} for n, row in enumerate(states)], {})
    marked = MARKING.trace(MARKING.classify(engine("recommendations", rows), as_of=DAY), as_of=DAY)
    sums = {name: sum(marked[f"is_{name}"].to_pylist()) for name in ("given", "done", "going", "open", "late",
                                                                     "dropped")}
    assert sums == {"given": 9, "done": 3, "going": 2, "open": 2, "late": 2, "dropped": 3}


@pytest.mark.parametrize(("row", "carried", "kept"), [
    pytest.param({}, 0, 0, id="new"),
    pytest.param({"carried_from": 2024}, 1, 1, id="from-the-year-before"),
    pytest.param({"carried_from": 2024, **DONE}, 1, 0, id="and-done"),
    pytest.param({"carried_from": 2025}, 0, 0, id="of-its-own-year"),
    pytest.param({"carried_from": 2024, "state": "dropped"}, 0, 0, id="taken-off"),
])
def test_what_is_carried_over(told, row, carried, kept):
    [figure] = told("recommendations_carried", row)
    assert (figure["numerator"], figure["is_kept"]) == (carried, kept)


@pytest.mark.parametrize(("numbers", "missing", "doubled"), [
    pytest.param(["1", "2", "3", "5", "6", "7", "8", "9", "10"], ("4",), (), id="nine-tasks-numbered-to-ten"),
    pytest.param(["1", "2", "3"], (), (), id="whole"),
    pytest.param(["2", "3"], ("1",), (), id="without-the-first"),
    pytest.param(["1", "2", "2"], (), ("2",), id="twice"),
    pytest.param(["1.", "2)", " 3 "], (), (), id="as-printed"),
    pytest.param(["1.1", "1.3", "2.1"], ("1.2",), (), id="lists-inside"),
    pytest.param(["б", "–"], (), (), id="no-numbers"),
    pytest.param([], (), (), id="empty"),
])
def test_a_list_is_numbered_without_gaps(numbers, missing, doubled):
    assert numbering(numbers) == Numbering(missing, doubled)


@pytest.mark.parametrize(("lists", "wrong"), [
    pytest.param([["1", "2"], ["1", "2", "3"]], {"first": (), "second": ()}, id="each-from-one"),
    pytest.param([["1", "2"], ["3", "4"]], {"": ()}, id="one-numbering-through-both"),
    pytest.param([["1", "2"], ["4"]], {"": ("3",)}, id="a-gap-between-them"),
    pytest.param([["1"], ["1", "3"]], {"first": (), "second": ("2",)}, id="a-gap-in-the-second"),
    pytest.param([["1", "3"]], {"": ("2",)}, id="one-list"),
])
def test_lists_of_one_paper(lists, wrong):
    named = dict(zip(("first", "second"), lists, strict=False))
    assert {name: one.missing for name, one in numberings(named).items()} == wrong
