"""What the first page says: where each school stands, whether the plan holds, what needs doing today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from shnor import periods
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import roadmap
from shnor.service.figures.classified import Classified, classified
from shnor.service.figures.roadmap import Filters, Plan
from shnor.service.month import owed
from shnor.service.month.forms import Forms
from shnor.service.month.owed import Grid
from shnor.store import View

PARTS = ("confirmed", "awaited", "not_done", "no_report")
SHIPPED = Forms()


@dataclass(frozen=True)
class Line:
    """A school of the matrix: its card and the counts of its roadmaps of the period (None: it has none)."""

    card: SchoolCard
    counts: dict[str, int] | None


@dataclass(frozen=True)
class Awaited:
    """A form of the awaited month nobody has seen from these schools, and its last day in time."""

    form: str
    due: date
    schools: tuple[SchoolCard, ...]


@dataclass(frozen=True)
class Overview:
    """own: counts of the municipality's plan; directions: the same by direction; lines: schools by number.
    awaited_month: the month whose reports are awaited; awaited: who owes what; in_part: schools that have left sheets
    of the report out, with the titles of these.
    next_dates: the nearest deadlines ahead."""

    period: str
    plans: tuple[Plan, ...]
    own: dict[str, int] | None
    directions: tuple[dict, ...]
    lines: tuple[Line, ...]
    register: int
    listed: int
    awaited_month: date
    awaited: tuple[Awaited, ...]
    in_part: tuple[tuple[SchoolCard, tuple[str, ...]], ...]
    next_dates: tuple[dict, ...]


def current_period(plans: list[Plan], day: date) -> str:
    """The newest period of a plan that has begun by the day; "" without plans."""
    codes = sorted({code for plan in plans for code in plan.periods}, key=lambda code: periods.parse(code).start)
    begun = [code for code in codes if periods.parse(code).start <= day]
    return (begun or codes or [""])[-1]


def build(view: View, *, day: date, period: str = "", forms: Forms = SHIPPED) -> Overview:
    plans = roadmap.plans(view)
    period = period or current_period(plans, day)
    schools = cards(view, day)
    marked = classified(view, as_of=day, filters=Filters(period=period))
    counts = {row["school_id"] or "": row for row in marked.parts(by=("school_id",))}
    lines = tuple(Line(card, counts.get(card.school_id)) for card in schools
                  if card.statuses or card.school_id in counts)
    month = forms.awaited_month(day)
    grids = owed.grids(view, (month,), day=day, forms=forms)
    return Overview(
        period=period, plans=tuple(plan for plan in plans if period in plan.periods), own=counts.get(""),
        directions=tuple(marked.where(school_id="").parts(by=("direction",))),
        lines=lines, register=len(schools), listed=sum(card.on_list for card in schools),
        awaited_month=month, awaited=tuple(_awaited(grids, month)),
        in_part=tuple((card, cell.missing) for grid in grids for card, cell in owed.of_state(grid, month, "partial")),
        next_dates=tuple(_next_dates(marked)))


def _awaited(grids: Iterable[Grid], month: date) -> Iterator[Awaited]:
    for grid in grids:
        if owing := owed.of_state(grid, month, "waiting"):
            yield Awaited(grid.form.id, min(cell.due for _, cell in owing), tuple(card for card, _ in owing))


def _next_dates(marked: Classified) -> list[dict]:
    ahead = [row for row in marked.rows if row["standing"] == "срок не наступил" and row["due_date"]]
    return sorted(ahead, key=lambda row: (row["due_date"], row["school_id"] or "", row["number"]))[:8]
