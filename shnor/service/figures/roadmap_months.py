"""A roadmap by month: what was planned and what was done, adding up."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from shnor import periods
from shnor.periods import Period

BEYOND = 12
"""So many months before and after the period are shown at most: a mistyped year is not drawn."""
COLUMNS = ["is_planned", "is_due", "is_done", "due_date", "fact_date"]


@dataclass(frozen=True)
class Month:
    """What adds up to the end of a month, of the running month to the day of the count. first: day of the month; last:
    the day it is counted to. planned: deadlines whose last day is not after the month, come or not. done: those done on
    a named day. due: those that have come; met: of them those done on a named day. None: the month has not begun."""

    first: date
    last: date
    planned: int
    done: int | None = None
    due: int | None = None
    met: int | None = None


def by_month(rows: pa.Table, period: Period, day: date) -> tuple[Month, ...]:
    """The months of the period, and those around it in which something is due or was done. rows: marked deadlines;
    those whose day is not known are in no month."""
    listed = rows.select(COLUMNS).to_pylist()
    planned = sorted(row["due_date"] for row in listed if row["is_planned"] and row["due_date"])
    due = sorted(row["due_date"] for row in listed if row["is_due"])
    done = sorted(row["fact_date"] for row in listed if row["is_done"] and row["fact_date"])
    met = sorted(max(row["due_date"], row["fact_date"]) for row in listed
                 if row["is_due"] and row["is_done"] and row["fact_date"])
    return tuple(_month(month, planned, done, due, met, day) for month in _months(period, (*planned, *done)))


def _month(month: Period, planned: Sequence[date], done: Sequence[date], due: Sequence[date], met: Sequence[date],
           day: date) -> Month:
    ends = bisect_right(planned, month.end)
    if month.start > day:
        return Month(month.start, month.end, ends)
    last = min(month.end, day)
    return Month(month.start, last, ends, *(bisect_right(days, last) for days in (done, due, met)))


def _months(period: Period, days: Iterable[date]) -> list[Period]:
    inside = [periods.containing("month", day).start for day in days]
    first, last = (periods.containing("month", day).start for day in (period.start, period.end))
    most = [number for number in map(_number, inside) if _number(first) - BEYOND <= number <= _number(last) + BEYOND]
    numbers = range(min([*most, _number(first)]), max([*most, _number(last)]) + 1)
    return [periods.month(number // 12, number % 12 + 1) for number in numbers]


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
