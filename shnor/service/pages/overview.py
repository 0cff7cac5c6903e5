"""What the first page says: where each school stands, whether the plan holds, what needs doing today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from shnor.metrics.roadmap import AHEAD
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import roadmap, sets
from shnor.service.figures.roadmap import Deadline, Parts, Plan
from shnor.service.figures.rows import only
from shnor.service.month import owed
from shnor.service.month.forms import Forms
from shnor.service.month.owed import Grid
from shnor.store import View

SHIPPED = Forms()
NEXT = 8


@dataclass(frozen=True)
class Line:
    """A school of the matrix: its card and the counts of its roadmaps of the period (None: it has none)."""

    card: SchoolCard
    counts: Parts | None


@dataclass(frozen=True)
class Awaited:
    """A form of the awaited month nobody has seen from these schools, and its last day in time."""

    form: str
    due: date
    schools: tuple[SchoolCard, ...]


@dataclass(frozen=True)
class Overview:
    """own: counts of the municipality's plan; directions: the same by direction; lines: schools by number, with the
    statuses of the period shown. listed: how many are on its list; list_year: the list's.
    awaited_month: the month whose reports are awaited; awaited: who owes what; in_part: schools that have left sheets
    of the report out, with the titles of these.
    next_dates: the nearest deadlines ahead."""

    period: str
    plans: tuple[Plan, ...]
    own: Parts | None
    directions: dict[str, Parts]
    lines: tuple[Line, ...]
    register: int
    listed: int
    list_year: int
    awaited_month: date
    awaited: tuple[Awaited, ...]
    in_part: tuple[tuple[SchoolCard, tuple[str, ...]], ...]
    next_dates: tuple[Deadline, ...]


def build(view: View, *, day: date, period: str = "", forms: Forms = SHIPPED) -> Overview:
    plans = roadmap.plans(view)
    period = period or roadmap.current_period(plans, day)
    list_day = sets.day_of(period, day) if period else day
    schools = cards(view, list_day)
    rows = roadmap.marked(view, as_of=day, where={"period": period})
    counts = {school: parts for (school,), parts in roadmap.parts(rows, "school_id").items()}
    lines = tuple(Line(card, counts.get(card.school_id)) for card in schools
                  if card.statuses or card.school_id in counts)
    month = forms.awaited_month(day)
    grids = owed.grids(view, (month,), day=day, forms=forms)
    directions = roadmap.parts(only(rows, **roadmap.OWN), "direction")
    return Overview(
        period=period, plans=tuple(plan for plan in plans if period in plan.periods), own=counts.get(""),
        directions={direction: parts for (direction,), parts in directions.items()},
        lines=lines, register=len(schools), listed=sum(card.on_list for card in schools),
        list_year=list_day.year,
        awaited_month=month, awaited=tuple(_awaited(grids, month)),
        in_part=tuple((card, cell.missing) for grid in grids for card, cell in owed.of_state(grid, month, "partial")),
        next_dates=tuple(_next_dates(roadmap.deadlines(only(rows, standing=AHEAD)))))


def _awaited(grids: Iterable[Grid], month: date) -> Iterator[Awaited]:
    for grid in grids:
        if owing := owed.of_state(grid, month, "waiting"):
            yield Awaited(grid.form.id, min(cell.due for _, cell in owing), tuple(card for card, _ in owing))


def _next_dates(deadlines: Iterable[Deadline]) -> list[Deadline]:
    ahead = [row for row in deadlines if row.due_date]
    return sorted(ahead, key=lambda row: (row.due_date or date.max, row.school_id or "", row.number))[:NEXT]
