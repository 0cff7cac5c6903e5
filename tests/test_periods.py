"""Periods: their bounds, codes and Russian titles."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.periods import Period, containing, final_day, first_day, month, month_of, parse, span, year

KINDS = ("month", "quarter", "half_year", "year", "school_year", "school_half_year")


@pytest.mark.parametrize(("kind", "day", "code", "start", "end", "title"), [
    pytest.param("month", "2024-02-10", "2024-02", "2024-02-01", "2024-02-29", "февраль 2024 года", id="leap-february"),
    pytest.param("quarter", "2026-11-05", "2026-Q4", "2026-10-01", "2026-12-31", "IV квартал 2026 года", id="quarter"),
    pytest.param("half_year", "2026-06-30", "2026-H1", "2026-01-01", "2026-06-30", "I полугодие 2026 года", id="half"),
    pytest.param("year", "2026-01-01", "2026", "2026-01-01", "2026-12-31", "2026 год", id="year"),
    pytest.param("school_year", "2026-08-31", "2025/26", "2025-09-01", "2026-08-31", "2025–2026 учебный год",
                 id="last-day-of-school-year"),
    pytest.param("school_half_year", "2026-09-01", "2026/27-1", "2026-09-01", "2026-12-31",
                 "I полугодие 2026–2027 учебного года", id="first-school-half"),
    pytest.param("school_half_year", "2026-03-01", "2025/26-2", "2026-01-01", "2026-05-31",
                 "II полугодие 2025–2026 учебного года", id="second-school-half"),
])
def test_period_of_a_day(kind, day, code, start, end, title):
    period = containing(kind, date.fromisoformat(day))
    assert (period.code, str(period.start), str(period.end), period.title) == (code, start, end, title)


@given(st.sampled_from(KINDS), st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_code_is_read_back_and_neighbours_meet(kind, day):
    period = containing(kind, day)
    assert parse(period.code) == period
    assert period.next().previous() == period


def test_months_and_years_by_number():
    assert (month(2026, 11).code, year(2026).code) == ("2026-11", "2026")


@pytest.mark.parametrize("text", ["", "26", "2026-13-1", "2026-Q5", "ноябрь"])
def test_an_unknown_code_is_refused(text):
    with pytest.raises(ValueError, match=text or None):
        parse(text)


def test_a_day_is_in_its_period_up_to_the_last_one():
    november = Period("month", date(2026, 11, 1))
    assert [date(2026, 11, day) in november for day in (1, 30)] == [True, True]
    assert date(2026, 12, 1) not in november


@pytest.mark.parametrize(("code", "first", "final", "in_month"), [
    pytest.param("2026-11-18", "2026-11-18", "2026-11-18", "2026-11-01", id="a-day"),
    pytest.param("2026-11", "2026-11-01", "2026-11-30", "2026-11-01", id="a-month"),
    pytest.param("2026-12", "2026-12-01", "2026-12-31", "2026-12-01", id="a-month-of-31-days"),
    pytest.param("2026", "2026-01-01", "2026-12-31", None, id="a-year-has-no-month"),
    pytest.param("2025/26-1", "2025-09-01", "2025-12-31", None, id="a-school-half-year"),
    pytest.param("2026-10-26/2026-11-01", "2026-10-26", "2026-11-01", "2026-10-01", id="days-over-a-border-of-months"),
    pytest.param("2023-11-01/2023-12-31", "2023-11-01", "2023-12-31", None, id="two-months-are-in-neither"),
])
def test_days_and_month_of_a_code(code, first, final, in_month):
    month_is = month_of(code)
    assert (str(first_day(code)), str(final_day(code)), month_is and str(month_is)) == (first, final, in_month)


def test_code_of_a_span_of_days():
    assert span(date(2026, 10, 26), date(2026, 11, 1)) == "2026-10-26/2026-11-01"
