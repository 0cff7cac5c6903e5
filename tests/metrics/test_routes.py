"""Each case is a few steps of routes; the expected numbers are counted by eye."""

from datetime import date

import pytest

from shnor import periods
from shnor.datasets import ROUTES, STAFF
from shnor.metrics import compute
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
BLANK = {"school_id": "Ш05", "subject": "", "state": "done"}


def step(owner, quarter="2026-Q3", **differs):
    """A row as the loader stores it."""
    known = periods.final_day(quarter)
    return {**BLANK, "owner": owner, "quarter": quarter, "known_on": known, "year": known.year, "step": "курсы",
            **differs}


def teachers(people, school="Ш05"):
    return {"school_id": school, "on_date": date(2026, 9, 20), "subject": "химия", "people": people}


@pytest.fixture
def told(engine):
    """Rows of a figure, one a group."""
    def figures(metric, rows, staff=(), by=()):
        frames = {"routes": engine("routes", table(ROUTES, list(rows), {})),
                  "staff": engine("staff", table(STAFF, list(staff), {}))}
        return compute(metric, frames, by=by, as_of=DAY).to_pylist()
    return figures


@pytest.mark.parametrize(("rows", "people", "teams"), [
    pytest.param([], 0, 0, id="empty"),
    pytest.param([step("М-01")], 1, 0, id="one"),
    pytest.param([step("М-01"), step("М-01", step="стажировка"), step("М-01", "2026-Q4")], 1, 0,
                 id="steps-are-not-people"),
    pytest.param([step("М-01"), step("М-01", school_id="Ш07")], 2, 0, id="a-number-is-known-inside-its-school"),
    pytest.param([step("М-01"), step("команда"), step("Команда", school_id="Ш07")], 1, 2, id="a-team-is-no-person"),
    pytest.param([step("М-01", "2026-Q4", state="planned")], 1, 0, id="all-still-ahead"),
    pytest.param([step("М-01", "2027-Q1")], 0, 0, id="not-before-its-year"),
    pytest.param([step("М-01", state="dropped"), step("команда", state="dropped")], 0, 0, id="all-steps-dropped"),
    pytest.param([step("М-01", state="dropped"), step("М-01", step="стажировка")], 1, 0, id="one-step-dropped"),
])
def test_people_and_teams(told, rows, people, teams):
    assert [figure["numerator"] for figure in told("routes_people", rows)] == [people]
    assert [figure["numerator"] for figure in told("routes_teams", rows)] == [teams]


@pytest.mark.parametrize(("rows", "staff", "routes", "all_staff"), [
    pytest.param([step("М-01"), step("М-02")], [teachers(13)], 2, 13, id="two-of-thirteen"),
    pytest.param([step("М-01")], [], 0, 0, id="the-staff-is-not-known"),
    pytest.param([step("М-01")], [teachers(13), teachers(22, "Ш07")], 1, 13,
                 id="a-school-without-routes-takes-no-part"),
    pytest.param([step("М-01"), step("М-02", school_id="Ш07")], [teachers(13), teachers(22, "Ш07")], 2, 35,
                 id="two-schools"),
    pytest.param([step(f"М-{n}") for n in range(5)], [teachers(3)], 3, 3, id="never-more-than-the-staff"),
    pytest.param([step("М-01", "2025-Q4"), step("М-02")], [teachers(13)], 1, 13, id="of-this-year"),
    pytest.param([step("команда")], [teachers(13)], 0, 0, id="a-team-is-no-share-of-the-staff"),
])
def test_of_the_staff(told, rows, staff, routes, all_staff):
    [figure] = told("routes_staff_share", rows, staff)
    assert (figure["numerator"], figure["denominator"]) == (routes, all_staff)


@pytest.mark.parametrize(("rows", "done", "due", "more"), [
    pytest.param([step("М-01"), step("М-02", state="going")], 1, 2, (0, 0, 0), id="one-of-two"),
    pytest.param([step("М-01", "2026-Q4"), step("М-02", "2026-Q4", state="going")], 0, 0, (1, 1, 0),
                 id="a-quarter-that-is-not-over"),
    pytest.param([step("М-01", "2026-Q4", known_on=DAY)], 1, 1, (0, 0, 0), id="on-its-last-day"),
    pytest.param([step("М-01", state="dropped"), step("М-02")], 1, 1, (0, 0, 1), id="dropped-takes-no-part"),
    pytest.param([step("М-01", state="planned")], 0, 1, (0, 0, 0), id="planned-in-a-quarter-that-is-over"),
    pytest.param([], 0, 0, (0, 0, 0), id="empty"),
])
def test_steps(told, rows, done, due, more):
    [figure] = told("routes_steps", rows)
    assert (figure["numerator"], figure["denominator"]) == (done, due)
    assert (figure["is_ahead_done"], figure["is_ahead"], figure["is_dropped"]) == more


def test_steps_by_quarter(told):
    rows = step("М-01", "2026-Q2"), step("М-01", state="going"), step("М-02")
    found = told("routes_steps", rows, by=("quarter",))
    assert [(row["quarter"], row["numerator"], row["denominator"]) for row in found] == [
        ("2026-Q2", 1, 1), ("2026-Q3", 1, 2)]


@pytest.mark.parametrize(("rows", "routes"), [
    pytest.param([step("М-01")], 0, id="nothing-was-changed"),
    pytest.param([step("М-01", correction="стажировка", corrected_on=DAY)], 1, id="on-the-day"),
    pytest.param([step("М-01", correction="стажировка", corrected_on=date(2026, 11, 28))], 0, id="a-day-later"),
    pytest.param([step("М-01", correction="стажировка")], 1, id="the-day-is-not-told"),
    pytest.param([step("М-01", correction=text, step=text) for text in ("а", "б")], 1, id="two-corrections-of-one"),
    pytest.param([step("М-01", correction=""), step("команда", correction="срок")], 1, id="a-team-has-a-route-too"),
])
def test_corrected(told, rows, routes):
    assert [figure["numerator"] for figure in told("routes_corrected", rows)] == [routes]
