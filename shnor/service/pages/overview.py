"""What the first page says: where each school stands, whether the plan holds, what needs doing today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from shnor import periods
from shnor.metrics.standings import AHEAD
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import roadmap, sets
from shnor.service.figures.roadmap import Deadline, Parts, Plan
from shnor.service.figures.rows import only
from shnor.store import View

NEXT = 8


@dataclass(frozen=True)
class Line:
    """A school of the matrix: its card and the counts of its roadmaps of the period (None: it has none)."""

    card: SchoolCard
    counts: Parts | None


@dataclass(frozen=True)
class Overview:
    """own: counts of the municipality's plan; directions: the same by direction; lines: schools by number, with the
    statuses of the period shown. listed: how many are on its list; list_year: the list's.
    next_dates: the nearest deadlines ahead. without_plan: where the period shown ended before the year of the day, who
    has no roadmap of that year: None for the municipality that had one before, schools on the list of the day."""

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


def build(view: View, *, day: date, period: str = "") -> Overview:
    plans = roadmap.plans(view)
    period = period or roadmap.current_period(plans, day)
    list_day = sets.day_of(period, day) if period else day
    schools = cards(view, list_day)
    rows = roadmap.marked(view, as_of=day, where={"period": period})
    counts = {school: parts for (school,), parts in roadmap.parts(rows, "school_id").items()}
    lines = tuple(Line(card, counts.get(card.school_id)) for card in schools
                  if card.statuses or card.school_id in counts)
    directions = roadmap.parts(only(rows, **roadmap.OWN), "direction")
    return Overview(
        period=period, plans=tuple(plan for plan in plans if period in plan.periods), own=counts.get(""),
        directions={direction: parts for (direction,), parts in directions.items()},
        lines=lines, register=len(schools), listed=sum(card.on_list for card in schools),
        list_year=list_day.year,
        next_dates=tuple(_next_dates(roadmap.deadlines(only(rows, standing=AHEAD)))),
        without_plan=_without_plan(view, plans, period, day))


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
