"""What schools have sent by month: № 5 in October, nobody since; № 9 has a plan and sends nothing."""

from datetime import date

import pytest

from shnor.service.month.forms import SHIPPED, Forms, Rule
from shnor.service.pages import sent
from tests.service.conftest import DAY, PLAN, SCHOOLS, file

MAIN = Forms((*SHIPPED, Rule("month", sheets=("progress",)), Rule("quarter", months=(), sheets=("results",))))
SEP, OCT, NOV = (date(2026, month, 1) for month in (9, 10, 11))


@pytest.fixture
def found(filled):
    with filled.view() as view:
        return sent.build(view, day=DAY, forms=MAIN)


def test_months_are_those_in_which_reports_are_collected_the_awaited_one_last(found):
    assert found.awaited == NOV
    assert found.until(NOV) == (SEP, OCT, NOV)
    assert found.until(SEP, 4) == (*(date(2026, month, 1) for month in (3, 4, 5)), SEP)


@pytest.mark.parametrize(("schools", "october", "november"), [
    pytest.param(None, (2, 1), (2, 0), id="all"), pytest.param({"Ш05"}, (1, 1), (1, 0), id="one"),
    pytest.param({"Ш77"}, (0, 0), (0, 0), id="nobody")])
def test_reports_of_a_choice_of_schools(found, schools, october, november):
    sums = [found.sums(month, schools) for month in (OCT, NOV)]
    assert [(of.expected, of.accepted) for of in sums] == [october, november]


def test_reports_of_a_school_in_the_order_of_the_months(found):
    cells = found.by_school((OCT, NOV))
    assert {school: [cell.state for cell in own] for school, own in cells.items()} == {
        "Ш05": ["accepted", "waiting"], "Ш09": ["waiting", "waiting"]}


def test_marks_of_a_month_are_counted_by_school_and_state(filled):
    with filled.view() as view:
        assert [sent.marks(view, month) for month in (OCT, NOV)] == [{"Ш05": {"not_done": 1}}, {}]


def test_an_empty_base_has_months_and_nothing_in_them(store):
    with store.view() as view:
        found = sent.build(view, day=DAY, forms=MAIN)
    assert (found.of(NOV), found.debts, found.sums(NOV).expected) == ((), (), 0)


def test_of_months_before_any_report_nobody_is_asked(store, send):
    send(file("школы.csv", SCHOOLS), file("планы.csv", PLAN))
    with store.view() as view:
        before = sent.build(view, day=DAY, forms=MAIN)
    assert [before.sums(month).expected for month in (OCT, NOV)] == [0, 2]
    assert before.by_school((OCT, NOV))["Ш05"][0] is None
