"""Items of lists counted by eye, and in what two years of a list differ."""

from datetime import date

import pytest

from shnor.datasets import CHECKLISTS
from shnor.metrics import compute
from shnor.metrics.checklists import Difference, differences
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
ITEM = {"school_id": "Ш05", "checklist": "ВСОКО и ВШК", "year": 2026, "item": "План ВШК", "state": "there"}
METRICS = ("checklist_present", "checklist_confirmed", "checklist_returned", "checklist_unmarked")


@pytest.fixture
def told(engine):
    """The numerators of all four and their denominator."""
    def figures(*rows):
        frames = {"checklists": engine("checklists", table(CHECKLISTS, list(rows), ITEM))}
        found = [compute(metric, frames, as_of=DAY).to_pylist()[0] for metric in METRICS]
        assert len({one["denominator"] for one in found}) == 1
        return [*(one["numerator"] for one in found), found[0]["denominator"]]
    return figures


@pytest.mark.parametrize(("item", "counts"), [
    pytest.param({}, [1, 0, 0, 0, 1], id="there"),
    pytest.param({"state": "confirmed"}, [1, 1, 0, 0, 1], id="confirmed-is-there"),
    pytest.param({"state": "returned"}, [0, 0, 1, 0, 1], id="returned-is-not-there"),
    pytest.param({"state": "absent"}, [0, 0, 0, 0, 1], id="absent-is-known"),
    pytest.param({"state": None}, [0, 0, 0, 1, 1], id="no-mark-is-nothing-known"),
    pytest.param({"checked_on": DAY}, [1, 0, 0, 0, 1], id="marked-on-the-day"),
    pytest.param({"checked_on": date(2026, 11, 28)}, [0, 0, 0, 1, 1], id="marked-later"),
])
def test_an_item_has_one_part(told, item, counts):
    assert told(item) == counts


def test_schools_and_lists_add_up(told):
    assert told({}, {"school_id": "Ш07", "state": "confirmed"}, {"checklist": "Сайт", "state": None}) == [2, 1, 0, 1, 3]


def test_no_lists_are_no_data(engine):
    frames = {"checklists": engine("checklists", table(CHECKLISTS, [], {}))}
    [figure] = compute("checklist_present", frames, as_of=DAY).to_pylist()
    assert (figure["denominator"], figure["status"]) == (0, "no_data")


SEVEN = tuple(f"направление {number}" for number in range(1, 8))


@pytest.mark.parametrize(("before", "after", "found"), [
    pytest.param(SEVEN, (*SEVEN, "банк информации"), (7, 8, ("банк информации",), ()), id="seven-and-an-eighth"),
    pytest.param(SEVEN, SEVEN[1:], (7, 6, (), ("направление 1",)), id="one-left-out"),
    pytest.param(("Банк  данных",), ("банк данных",), None, id="case-and-spaces-do-not-matter"),
    pytest.param((), SEVEN, None, id="no-list-the-year-before"),
    pytest.param(SEVEN, (), None, id="no-list-this-year"),
])
def test_what_differs_from_the_list_of_last_year(before, after, found):
    assert differences({"МТКП": (before, after)}) == ((Difference("МТКП", *found),) if found else ())
