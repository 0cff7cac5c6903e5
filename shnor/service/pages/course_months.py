"""How the courses of a year add up month by month beside their plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from shnor import periods

LONG = 92
"""A period of more days than this is longer than a quarter: its month is not known."""
NEEDED = ("is_done", "is_planned", "n_finished", "finisher", "n_of_plan", "plan_finisher", "n_certificates",
          "n_planned", "day", "known_on")


@dataclass(frozen=True)
class Month:
    """Sums from the beginning of the year. last: the last day of the month, of the running month the day of the count.
    people, of_plan, certificates: finished by then, None where the month is still to come or is not known. planned:
    people whose plan ends by then; of a plan for the whole year all of them; None: there is no plan."""

    last: date
    people: int | None
    of_plan: int | None
    certificates: int | None
    planned: int | None


@dataclass(frozen=True)
class Curve:
    """The twelve months. yearly: rows of finished courses that name no month; they stand at the end of the year.
    flat: the plan names no months at all."""

    months: tuple[Month, ...] = ()
    yearly: int = 0
    flat: bool = True


def curve(rows: pa.Table, year: int, day: date) -> Curve:
    """rows: marked on the day of the count, of that year."""
    listed = rows.select(NEEDED).to_pylist()
    done = [row for row in listed if row["is_done"]]
    plan = [row for row in listed if row["is_planned"]]
    flat = all(map(_long, plan))
    lasts = [periods.last_day(year, number) for number in range(1, 13)]
    months = tuple(_month(done, plan, last, day, flat=flat, newest=last >= day or last == lasts[-1])
                   for last in lasts)
    return Curve(months, sum(map(_long, done)), flat)


def _long(row: dict) -> bool:
    return (row["known_on"] - row["day"]).days > LONG


def _month(done: Sequence[dict], plan: Sequence[dict], last: date, day: date, *, flat: bool, newest: bool) -> Month:
    """newest: what is counted by the day is counted here: a course of the year may end after it."""
    until = day if newest else last
    told = [row for row in done if row["known_on"] <= until]
    coming = last.replace(day=1) > day or (not newest and all(map(_long, done)))
    planned = sum(row["n_planned"] for row in plan if flat or _ends_by(row, last)) if plan else None
    if coming or not done:
        return Month(min(last, day), None, None, None, planned)
    return Month(min(until, day), _people(told, "n_finished", "finisher"), _people(told, "n_of_plan", "plan_finisher"),
                 sum(row["n_certificates"] for row in told), planned)


def _ends_by(row: dict, last: date) -> bool:
    """The plan of the row ends by then; what ends after the year belongs to its end."""
    return row["known_on"] <= last or (last.month, last.day) == (12, 31)


def _people(rows: Iterable[dict], numbers: str, keys: str) -> int:
    """People told as numbers, and those known by keys, each once."""
    told = list(rows)
    return sum(row[numbers] for row in told) + len({row[keys] for row in told if row[keys]})
