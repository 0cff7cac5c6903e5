"""A year of courses month by month: a few marked rows, sums counted by eye."""

from datetime import date

import pyarrow as pa
import pytest

from shnor import periods
from shnor.service.pages.course_months import NEEDED, curve

DAY = date(2026, 11, 27)


def row(period, **told):
    """done= or plan= people."""
    done, plan = told.get("done", 0), told.get("plan", 0)
    return {"is_done": int("done" in told), "is_planned": int("plan" in told), "n_finished": done,
            "n_of_plan": told.get("of_plan", 0), "n_certificates": told.get("documents", done), "n_planned": plan,
            "finisher": told.get("key"), "plan_finisher": told.get("key") if told.get("of_plan") == 0 else None,
            "day": periods.first_day(period), "known_on": periods.final_day(period)}


def year(*rows, of=2026, day=DAY):
    columns = {name: [one[name] for one in rows] for name in NEEDED}
    return curve(pa.table(columns), of, day)


def people(found):
    return [month.people for month in found.months]


def planned(found):
    return [month.planned for month in found.months]


def test_people_and_certificates_add_up_to_the_day_and_no_further():
    found = year(row("2026-03", done=3, documents=4), row("2026-05-12", done=2), row("2026-11-13", done=1))
    assert people(found) == [0, 0, 3, 3, 5, 5, 5, 5, 5, 5, 6, None]
    assert [month.certificates for month in found.months][2] == 4
    assert (found.months[10].last, found.months[2].last) == (DAY, date(2026, 3, 31))


def test_a_person_known_by_a_key_is_counted_once():
    found = year(row("2026-03", done=0, key="а", documents=1), row("2026-05", done=0, key="а", documents=1),
                 row("2026-06", done=0, key="б", documents=1))
    assert people(found)[2:6] == [1, 1, 1, 2]


def test_a_plan_of_the_year_is_flat_and_a_plan_by_months_grows():
    yearly = year(row("2026", plan=10), row("2026-03", done=3))
    assert (planned(yearly), yearly.flat) == ([10] * 12, True)
    monthly = year(row("2026-03", plan=4), row("2026-Q4", plan=6), row("2026-03", done=3))
    assert (planned(monthly), monthly.flat) == ([0, 0, *[4] * 9, 10], False)


def test_a_row_without_a_month_in_a_plan_by_months_belongs_to_its_end():
    assert planned(year(row("2026-03", plan=4), row("2026", plan=1)))[2:] == [*[4] * 9, 5]


def test_a_year_told_as_a_whole_has_no_months():
    found = year(row("2025", done=27), of=2025)
    assert (people(found), found.yearly) == ([*[None] * 11, 27], 1)


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([row("2026", plan=5)], None, id="a-plan-alone"), pytest.param([], None, id="no-rows")])
def test_where_nobody_finished_nothing_is_said_of_months(rows, expected):
    assert {*people(year(*rows))} == {expected}


def test_a_course_that_ends_after_the_new_year_belongs_to_december():
    found = year(row("2025-12-20..2026-01-20", done=2), row("2025-03", done=1), of=2025)
    assert people(found)[-2:] == [1, 3]
