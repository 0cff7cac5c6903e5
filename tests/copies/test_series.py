"""Which copies stay when a copy is made every working day."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from shnor.copies import series
from shnor.copies.names import BEFORE_RETURN, DAILY, Named


def days(*told: str) -> list[datetime]:
    return [datetime.strptime(f"{one} 2026", "%d.%m %Y") for one in told]


@pytest.mark.parametrize(("made", "gone"), [
    pytest.param([], [], id="none"),
    pytest.param(["27.11"], [], id="one"),
    pytest.param(["21.11", "22.11", "23.11", "24.11", "25.11", "26.11", "27.11"], [], id="seven-days"),
    # 20.11 is the newest of the week 16–22.11 no more, and of no day of the last seven
    pytest.param(["20.11", "21.11", "22.11", "23.11", "24.11", "25.11", "26.11", "27.11"], ["20.11"], id="eighth-day"),
    pytest.param(["02.11", "03.11", "06.11", "09.11", "13.11", "16.11", "20.11", "23.11", "24.11", "25.11", "26.11",
                  "27.11"], ["02.11", "03.11", "09.11"], id="one-a-week"),
    pytest.param(["30.01", "27.02", "02.02", "31.03", "15.03", "30.04", "29.05", "30.06", "31.07", "31.08", "30.09",
                  "30.10", "27.11"], ["02.02", "15.03"], id="one-a-month"),
])
def test_seven_days_four_weeks_twelve_months(made, gone):
    assert set(days(*made)) - series.kept(days(*made)) == set(days(*gone))


def test_of_two_copies_of_a_day_the_later_stays():
    morning, evening = datetime(2026, 11, 27, 8), datetime(2026, 11, 27, 18)
    assert series.kept([morning, evening]) == {evening}


def test_two_years_of_daily_copies_leave_at_most_the_sum_and_the_newest():
    made = [datetime(2025, 1, 1) + timedelta(day) for day in range(730)]
    stay = series.kept(made)
    assert (len(stay), max(stay), min(stay)) == (20, made[-1], datetime(2026, 1, 31))


def test_what_a_person_made_or_what_was_made_before_a_return_is_never_removed():
    old = datetime(2020, 1, 1)
    copies = [Named(Path("a"), datetime(2026, 11, 27)), Named(Path("b"), old, why=BEFORE_RETURN), Named(Path("d"), old),
              *(Named(Path(f"c{hour}"), datetime(2026, 11, 26, hour), why=DAILY) for hour in (8, 9))]
    assert [copy.path.name for copy in series.superfluous(copies)] == ["c8"]
