"""Sessions of programmes of a few rows, counted by eye."""

from datetime import date

import pytest

from shnor import periods
from shnor.datasets import PROGRAMMES
from shnor.metrics import compute
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)


def session(period="2026-03-05", **differs):
    """A row as the loader stores it."""
    return {"programme": "Методический абонемент", "module": "Оценивание", "session": "1", "subject": "",
            "school_id": "", "period": period, "year": periods.first_day(period).year,
            "month": periods.month_of(period), "known_on": periods.final_day(period), **differs}


@pytest.fixture
def told(engine):
    """The figures of a metric over these rows."""
    def figures(metric, *rows, by=(), day=DAY):
        frames = {"programmes": engine("programmes", table(PROGRAMMES, list(rows), {}))}
        return compute(metric, frames, by=by, as_of=day).to_pylist()
    return figures


HOLIDAYS = session("2026-10-26/2026-11-01", programme="Умные каникулы", module="", came=20)


@pytest.mark.parametrize(("rows", "count"), [
    pytest.param([], 0, id="nothing"),
    pytest.param([session(), session(session="2")], 2, id="two-sessions"),
    pytest.param([session(str(DAY))], 1, id="on-its-day"),
    pytest.param([session("2026-11-28")], 0, id="not-before-its-day"),
    pytest.param([HOLIDAYS], 1, id="over-a-border-of-months-once"),
    pytest.param([session(), session(school_id="Ш05"), session(school_id="Ш07")], 1, id="centre-and-schools-once"),
    pytest.param([session(school_id="Ш07"), session(school_id="Ш05")], 1, id="two-schools-once"),
    pytest.param([session(subject="физика"), session(subject="химия")], 2, id="another-subject-is-another-session"),
    pytest.param([session(), session("2026-03-06", school_id="Ш05")], 2, id="another-day"),
])
def test_sessions_are_counted_once(told, rows, count):
    (row,) = told("programme_sessions", *rows)
    assert row["numerator"] == count


@pytest.mark.parametrize(("day", "count"), [(date(2026, 10, 31), 0), (date(2026, 11, 1), 1), (DAY, 1)], ids=str)
def test_smart_holidays_count_from_their_last_day(told, day, count):
    (row,) = told("programme_sessions", HOLIDAYS, day=day)
    assert row["numerator"] == count


def test_sessions_by_programme_and_year(told):
    found = told("programme_sessions", session(), session("2025-03-05"), HOLIDAYS, by=("programme", "year"))
    assert {(row["programme"], row["year"]): row["numerator"] for row in found} == {
        ("Методический абонемент", 2026): 1, ("Методический абонемент", 2025): 1, ("Умные каникулы", 2026): 1}


@pytest.mark.parametrize(("rows", "people", "silent"), [
    pytest.param([session(came=18), session(session="2", came=2)], 20, 0, id="sum"),
    pytest.param([session(came=18), session(school_id="Ш05", came=7)], 18, 0, id="the-centre's-number-counts"),
    pytest.param([session(), session(school_id="Ш05", came=7), session(school_id="Ш07", came=4)], 11, 0,
                 id="schools-add-up-where-the-centre-is-silent"),
    pytest.param([session(), session(session="2", came=0)], 0, 1, id="untold-is-not-nobody"),
    pytest.param([session("2026-12-01", came=9)], 0, 0, id="still-to-come"),
])
def test_people_who_came(told, rows, people, silent):
    (row,) = told("programme_people", *rows)
    assert (row["numerator"], row["is_uncounted"]) == (people, silent)


@pytest.mark.parametrize(("rows", "counts", "over"), [
    pytest.param([session(invited=20, came=18), session(session="2", invited=5, came=5)], (23, 25), 0, id="sum"),
    pytest.param([session(invited=20), session(session="2", came=5)], (0, 0), 0, id="one-side-alone-says-nothing"),
    pytest.param([session(invited=20, came=0)], (0, 20), 0, id="nobody-came"),
    pytest.param([session(invited=4, came=5), session(session="2", invited=5, came=4)], (4, 5), 1,
                 id="more-than-invited"),
    pytest.param([session(invited=9, came=9), session(school_id="Ш05", invited=3, came=1)], (9, 9), 0,
                 id="told-twice-counts-once"),
])
def test_who_came_of_those_invited(told, rows, counts, over):
    (row,) = told("programme_attendance", *rows)
    assert ((row["numerator"], row["denominator"]), row["is_over"]) == (counts, over)
