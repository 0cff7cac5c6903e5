"""Cells of a figure as a source names them."""

import pytest

from sample_data import make
from shnor.sentences.pieces import Amount, Share
from shnor.service.figures import sets
from shnor.service.papers import quoted


@pytest.mark.parametrize(("cells", "said"), [
    pytest.param([], "", id="none"),
    pytest.param(["F12"], "F12", id="one"),
    pytest.param(["F13", "F12"], "F12, F13", id="two-in-order"),
    pytest.param(["F12", "F14", "F15", "F16"], "F12, F14…F16", id="three-that-follow"),
    pytest.param(["AA2", "B10", "B9", "B11", "B2"], "B2, B9…B11, AA2", id="columns-as-a-sheet-has-them"),
])
def test_cells_that_follow_are_a_span(cells, said):
    assert quoted.spans(cells) == said


@pytest.mark.parametrize(("people", "staff", "share"), [
    pytest.param(37, 118, (37, 118), id="of-the-staff"),
    pytest.param(120, 118, (120, None), id="more-than-there-are"),
    pytest.param(37, None, (37, None), id="staff-unknown"),
    pytest.param(None, 118, (None, None), id="nothing-known"),
])
def test_people_are_never_more_than_the_staff(people, staff, share):
    found = quoted.ratio(Amount(people), Amount(staff))
    assert (found.part, found.whole) == share


def test_what_is_left_is_of_the_same_whole():
    assert quoted.rest(Share(29, 33), "с опозданием").value == 4
    assert quoted.rest(Share(None, None), "с опозданием").value is None


@pytest.mark.slow
def test_rows_a_passport_groups_and_that_are_none_are_nothing_known(town):
    """A school nobody has advised: there is no figure of any year and addressee."""
    where = {"year": 2026, "school_id": "Ш01"}
    with town.store.view() as view:
        found = quoted.amount(view, "recommendations_done", day=make.DAY, where=where, part="open")
    assert (found.value, found.source.rows, found.source.set) == (None, 0, sets.NOWHERE)
