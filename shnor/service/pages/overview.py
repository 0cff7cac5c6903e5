"""What the first page says: where each school stands, whether the plan holds, what needs doing today."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from shnor import metrics, periods
from shnor.metrics.standings import AHEAD, AWAITED, NO_REPORT, NOT_DONE
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import roadmap, sets
from shnor.service.figures.roadmap import Deadline, Parts, Plan
from shnor.service.figures.rows import only
from shnor.service.pages import curves
from shnor.service.pages.curves import Curve
from shnor.store import View

NEXT = 40
"""So many of the nearest deadlines are told one by one."""
OPEN = (NOT_DONE, NO_REPORT, AWAITED)
"""What a deadline that has come still asks for."""


@dataclass(frozen=True)
class Line:
    """A school of the matrix: its card and the counts of its roadmaps of the period (None: it has none)."""

    card: SchoolCard
    counts: Parts | None


@dataclass(frozen=True)
class Coming:
    """Deadlines of one day ahead: how many, and of how many schools; 0 of the municipality alone."""

    day: date
    count: int
    schools: int


@dataclass(frozen=True)
class Overview:
    """own: counts of the municipality's plan; directions: the same by direction; lines: schools by number, with the
    statuses of the period shown. listed: how many are on its list; list_year: the list's.
    next_dates: the nearest deadlines ahead; coming: all of them by day. cards: every school of the register, by number.
    open: standing of OPEN → (code of the school, "" = the municipality; number), schools by number. curve: plan and
    fact of the municipality's own plan, without one of all plans together. without_plan: where the period shown ended
    before the year of the day, who has no roadmap of that year: None for the municipality that had one before, schools
    on the list of the day. in_time: code of the school, "" = the municipality → of what was due and done how many in
    time, how many later; those without a date are neither."""

    period: str
    plans: tuple[Plan, ...]
    own: Parts | None
    directions: dict[str, Parts]
    lines: tuple[Line, ...]
    register: int
    listed: int
    list_year: int
    next_dates: tuple[Deadline, ...]
    without_plan: tuple[SchoolCard | None, ...] = ()
    cards: tuple[SchoolCard, ...] = ()
    coming: tuple[Coming, ...] = ()
    open: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    curve: Curve = field(default_factory=Curve)
    in_time: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def build(view: View, *, day: date, period: str = "") -> Overview:
    plans = roadmap.plans(view)
    period = period or roadmap.current_period(plans, day)
    list_day = sets.day_of(period, day) if period else day
    schools = cards(view, list_day)
    rows = roadmap.marked(view, as_of=day, where={"period": period})
    counts = {school: parts for (school,), parts in roadmap.parts(rows, "school_id").items()}
    lines = tuple(Line(card, counts.get(card.school_id)) for card in schools
                  if card.statuses or card.school_id in counts)
    own, hidden = only(rows, **roadmap.OWN), sets.register(view, list_day).hidden
    directions = roadmap.parts(own, "direction")
    ahead = only(rows, standing=AHEAD)
    return Overview(
        period=period, plans=tuple(plan for plan in plans if period in plan.periods), own=counts.get(""),
        directions={direction: parts for (direction,), parts in directions.items()},
        lines=lines, register=hidden.schools if hidden else len(schools),
        listed=hidden.listed if hidden else sum(card.on_list for card in schools),
        list_year=list_day.year,
        next_dates=tuple(_next_dates(roadmap.deadlines(ahead))),
        without_plan=_without_plan(view, plans, period, day), cards=tuple(schools), coming=_coming(ahead),
        open=_open(rows, schools),
        curve=curves.of_deadlines(own if own.num_rows else rows, day), in_time=_in_time(rows))


def _in_time(rows: pa.Table) -> dict[str, tuple[int, int]]:
    counted = metrics.count(rows, ("school_id",), ["is_on_time", "is_dated"])
    return {row["school_id"] or "": (row["is_on_time"], row["is_dated"] - row["is_on_time"])
            for row in counted.to_pylist()}


def _coming(ahead: pa.Table) -> tuple[Coming, ...]:
    counted = ahead.group_by(["due_date"], use_threads=False).aggregate([
        ("plan", "count"), ("school_id", "count_distinct")])
    found = [Coming(row["due_date"], row["plan_count"], row["school_id_count_distinct"])
             for row in counted.to_pylist() if row["due_date"]]
    return tuple(sorted(found, key=lambda one: one.day))


def _open(rows: pa.Table, schools: Sequence[SchoolCard]) -> dict[str, tuple[tuple[str, str], ...]]:
    place = {"": -1, **{card.school_id: number for number, card in enumerate(schools)}}
    found: dict[str, list[tuple[str, str]]] = {standing: [] for standing in OPEN}
    for row in only(rows, standing=OPEN).select(["standing", "school_id", "number"]).to_pylist():
        found[row["standing"]].append((row["school_id"] or "", row["number"]))
    return {standing: tuple(sorted(dict.fromkeys(told), key=lambda one: (
        place.get(one[0], len(place)), roadmap.number_key(one[1])))) for standing, told in found.items()}


def _without_plan(view: View, plans: Sequence[Plan], period: str, day: date) -> tuple[SchoolCard | None, ...]:
    """Nobody while the period shown is of the year of the day or later."""
    if not period or periods.parse(period).end.year >= day.year:
        return ()
    planned = {plan.school_id for plan in plans if any(_of_year(code, day.year) for code in plan.periods)}
    own = any(not plan.school_id for plan in plans) and "" not in planned
    return (*([None] if own else []),
            *(card for card in cards(view, day) if card.on_list and card.school_id not in planned))


def _of_year(code: str, year: int) -> bool:
    period = periods.parse(code)
    return period.start.year <= year <= period.end.year


def _next_dates(deadlines: Iterable[Deadline]) -> list[Deadline]:
    ahead = [row for row in deadlines if row.due_date]
    return sorted(ahead, key=lambda row: (row.due_date or date.max, row.school_id or "", row.number))[:NEXT]
