"""Russian working days of a five-day week: holidays of the Labour Code and the days off the government moves each year.

The days come from the package `holidays`, which needs no network; its table of moved days names the decree of each
year. A year whose decree is not in it yet has the holidays of the Labour Code and plain weekends.
"""

from datetime import date, timedelta
from functools import lru_cache

from holidays.countries.russia import Russia

SATURDAY = 5


def is_working(day: date) -> bool:
    """A Saturday may be worked, a Monday may be off."""
    off, worked = _of_year(day.year)
    return day in worked or (day.weekday() < SATURDAY and day not in off)


def moved(day: date, *, back: bool = False) -> date:
    """The day itself if people work on it, else the next working day (back: the one before)."""
    step = timedelta(days=-1 if back else 1)
    while not is_working(day):
        day += step
    return day


def nth(first: date, number: int) -> date:
    """The number-th working day on or after `first`, counted from 1."""
    day = moved(first)
    for _ in range(number - 1):
        day = moved(day + timedelta(days=1))
    return day


@lru_cache(maxsize=64)
def _of_year(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Days off beside plain weekends, and worked weekends."""
    known = Russia(years=year)
    return frozenset(known), frozenset(day for day in known.weekend_workdays if day.year == year)
