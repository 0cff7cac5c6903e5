"""What the first page says: where each school stands, whether the plan holds, what needs doing today."""

from dataclasses import dataclass
from datetime import date

from shnor import periods
from shnor.service import figures
from shnor.service.figures import MUNICIPALITY, Filters, Plan
from shnor.service.schools import SchoolCard, cards
from shnor.store import View

PARTS = ("confirmed", "awaited", "not_done", "no_report")


@dataclass(frozen=True)
class Line:
    """A school of the matrix: its card and the counts of its roadmaps of the period (None: it has none)."""

    card: SchoolCard
    counts: dict[str, int] | None


@dataclass(frozen=True)
class Overview:
    """own: counts of the municipality's plan; directions: the same by direction; lines: schools by number.
    awaited_month: the month whose reports are awaited; without_report: schools with a roadmap and no row for it.
    next_dates: the nearest deadlines ahead."""

    period: str
    plans: tuple[Plan, ...]
    own: dict[str, int] | None
    directions: tuple[dict, ...]
    lines: tuple[Line, ...]
    register: int
    listed: int
    awaited_month: date
    without_report: tuple[SchoolCard, ...]
    next_dates: tuple[dict, ...]


def current_period(plans: list[Plan], day: date) -> str:
    """The newest period of a plan that has begun by the day; "" without plans."""
    codes = sorted({code for plan in plans for code in plan.periods}, key=lambda code: periods.parse(code).start)
    begun = [code for code in codes if periods.parse(code).start <= day]
    return (begun or codes or [""])[-1]


def build(view: View, *, day: date, period: str = "") -> Overview:
    plans = figures.plans(view)
    period = period or current_period(plans, day)
    schools = cards(view, day)
    counts = {row["school_id"] or "": row
              for row in figures.parts(view, by=("school_id",), as_of=day, filters=Filters(period=period)).to_pylist()}
    own = Filters(school=MUNICIPALITY, period=period)
    directions = figures.by_direction(view, as_of=day, filters=own) if "" in counts else []
    lines = tuple(Line(card, counts.get(card.school_id)) for card in schools
                  if card.statuses or card.school_id in counts)
    month = periods.containing("month", day).start
    return Overview(
        period=period, plans=tuple(plan for plan in plans if period in plan.periods), own=counts.get(""),
        directions=tuple(directions), lines=lines, register=len(schools), listed=sum(card.on_list for card in schools),
        awaited_month=month, without_report=tuple(_without_report(view, lines, month)),
        next_dates=tuple(_next_dates(view, period, day)))


def _without_report(view: View, lines: tuple[Line, ...], month: date) -> list[SchoolCard]:
    sent = {row[0] for row in view.rows("progress", month=month).select("school_id").distinct().fetchall()}
    return [line.card for line in lines if line.counts and line.card.school_id not in sent]


def _next_dates(view: View, period: str, day: date) -> list[dict]:
    ahead = [row for row in figures.standings(view, as_of=day, filters=Filters(period=period))
             if row["standing"] == "срок не наступил" and row["deadline_end"]]
    return sorted(ahead, key=lambda row: (row["deadline_end"], row["school_id"] or "", row["number"]))[:8]
