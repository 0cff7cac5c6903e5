"""Working days against the published calendars; the library behind them must know every moved day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor import workdays

# Decrees of the government of 10.08.2023 № 1314, 04.10.2024 № 1335, 24.09.2025 № 1466, holidays of article 112 of the
# Labour Code: weekdays that are off, and Saturdays that are worked.
OFF = {
    2024: "01.01 02.01 03.01 04.01 05.01 08.01 23.02 08.03 29.04 30.04 01.05 09.05 10.05 12.06 04.11 30.12 31.12",
    2025: "01.01 02.01 03.01 06.01 07.01 08.01 01.05 02.05 08.05 09.05 12.06 13.06 03.11 04.11 31.12",
    2026: "01.01 02.01 05.01 06.01 07.01 08.01 09.01 23.02 09.03 01.05 11.05 12.06 04.11 31.12",
}
WORKED = {2024: "27.04 02.11 28.12", 2025: "01.11", 2026: ""}
# working days of the year in the same calendars
TOTAL = {2024: 248, 2025: 247, 2026: 247}
YEARS = pytest.mark.parametrize("year", sorted(OFF))
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def of_year(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]


@YEARS
def test_weekdays_off_are_those_of_the_calendar(year):
    found = [f"{day:%d.%m}" for day in of_year(year) if day.weekday() < 5 and not workdays.is_working(day)]
    assert found == OFF[year].split()


@YEARS
def test_worked_saturdays_are_those_of_the_calendar(year):
    found = [f"{day:%d.%m}" for day in of_year(year) if day.weekday() >= 5 and workdays.is_working(day)]
    assert found == WORKED[year].split()


@YEARS
def test_so_many_working_days(year):
    assert sum(map(workdays.is_working, of_year(year))) == TOTAL[year]


@pytest.mark.parametrize(("year", "day"), [
    pytest.param(2020, "2020-05-04", id="2020"), pytest.param(2021, "2021-02-22", id="2021"),
    pytest.param(2022, "2022-03-07", id="2022"), pytest.param(2023, "2023-05-08", id="2023"),
    pytest.param(2027, "2027-02-22", id="2027")])
def test_days_moved_in_other_years_are_known(year, day):
    assert not workdays.is_working(date.fromisoformat(day))


@pytest.mark.parametrize(("start", "back", "day"), [
    pytest.param("2026-11-25", False, "2026-11-25", id="wednesday"),
    pytest.param("2026-10-25", False, "2026-10-26", id="sunday"),
    pytest.param("2026-10-25", True, "2026-10-23", id="sunday-back"),
    pytest.param("2026-01-05", False, "2026-01-12", id="january"),
    pytest.param("2025-05-01", False, "2025-05-05", id="may"),
    pytest.param("2024-11-02", False, "2024-11-02", id="worked-saturday")])
def test_a_day_off_moves(start, back, day):
    assert workdays.moved(date.fromisoformat(start), back=back) == date.fromisoformat(day)


@pytest.mark.parametrize(("first", "number", "day"), [
    pytest.param("2026-12-01", 5, "2026-12-07", id="december"), pytest.param("2026-01-01", 1, "2026-01-12", id="first"),
    pytest.param("2026-01-01", 5, "2026-01-16", id="january"), pytest.param("2026-05-01", 5, "2026-05-08", id="may"),
    pytest.param("2024-11-01", 2, "2024-11-02", id="worked-saturday-counts")])
def test_working_day_of_a_month(first, number, day):
    assert workdays.nth(date.fromisoformat(first), number) == date.fromisoformat(day)


@given(DAYS, st.booleans())
def test_a_moved_day_is_worked_and_nothing_worked_lies_between(day, back):
    found = workdays.moved(day, back=back)
    between = [min(day, found) + timedelta(days=n) for n in range(abs((found - day).days) + 1)]
    assert [one for one in between if workdays.is_working(one)] == [found]


@given(DAYS, st.integers(1, 22))
def test_the_nth_working_day_has_so_many_before_it(first, number):
    found = workdays.nth(first, number)
    passed = [first + timedelta(days=n) for n in range((found - first).days + 1)]
    assert sum(map(workdays.is_working, passed)) == number
