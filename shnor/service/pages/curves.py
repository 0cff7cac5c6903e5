"""Plan and fact of a year, month by month and counted up: the small pictures of the first page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from shnor import periods
from shnor.metrics.courses import MARKING
from shnor.service.figures import topics
from shnor.service.figures.rows import Choice, only
from shnor.store import View

MONTHS = range(1, 13)
Counts = tuple[int | None, ...]
Conditions = tuple[tuple[str, Choice | tuple[Choice, ...]], ...]


@dataclass(frozen=True)
class Curve:
    """Twelve months of a year. plan: how many are due by the end of each; fact: how many of those due on the day were
    done by then, None for months after the day."""

    plan: Counts = ()
    fact: Counts = ()


def of_deadlines(deadlines: pa.Table, day: date) -> Curve:
    """Plan: deadlines that count, by their last day. Fact: those that have come and are done, by the day they were
    done; where that is not told, by the day of the report."""
    told = only(deadlines, is_planned=1).select(["due_date", "fact_date", "report_day", "is_due", "is_done"])
    rows = told.to_pylist()
    plan = [row["due_date"] for row in rows if row["due_date"]]
    if not plan:
        return Curve()
    year = max(plan).year
    done = [min(row["fact_date"] or row["report_day"] or row["due_date"], day) for row in rows
            if row["is_done"] and row["is_due"]]
    return Curve(_summed(plan, year), _until(_summed(done, year), year, day))


def of_courses(view: View, year: int, where: Conditions, *, day: date) -> Curve:
    """Plan and fact of the plan of courses: people by the last day of their period; a plan of the year alone is a level
    line. where: a choice of rows."""
    rows = only(topics.marked(view, MARKING, as_of=day, where=dict(where)), year=year)
    planned: dict[int, int] = {}
    done: dict[int, int] = {}
    met: set[str] = set()
    for row in rows.select(["period", "n_planned", "n_of_plan", "plan_finisher"]).to_pylist():
        month = _month(periods.final_day(row["period"]), year)
        planned[month] = planned.get(month, 0) + (row["n_planned"] or 0)
        person = row["plan_finisher"]
        fresh = bool(person) and person not in met
        met |= {person} if fresh else set()
        done[month] = done.get(month, 0) + (row["n_of_plan"] or 0) + fresh
    total = sum(planned.values())
    if not total:
        return Curve()
    by_year = planned.get(12) == total  # a plan of the whole year says nothing of its months
    return Curve((total,) * 12 if by_year else _running(planned), _until(_running(done), year, day))


def _summed(days: Iterable[date], year: int) -> Counts:
    found: dict[int, int] = {}
    for one in days:
        month = _month(one, year)
        found[month] = found.get(month, 0) + 1
    return _running(found)


def _month(day: date, year: int) -> int:
    """What was before the year counts from its first month on."""
    return 1 if day.year < year else 12 if day.year > year else day.month


def _running(by_month: Mapping[int, int]) -> Counts:
    total, found = 0, []
    for month in MONTHS:
        total += by_month.get(month, 0)
        found.append(total)
    return tuple(found)


def _until(counts: Counts, year: int, day: date) -> Counts:
    last = 12 if day.year > year else day.month if day.year == year else 0
    return tuple(count if month <= last else None for month, count in zip(MONTHS, counts, strict=True))
