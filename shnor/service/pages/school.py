"""The page of one school: what is needed now, the roadmap in four parts, the school's own words."""

from dataclasses import dataclass
from datetime import date

from shnor import periods
from shnor.errors import ShnorError
from shnor.metrics import Figure
from shnor.metrics.standings import NO_REPORT, NOT_DONE
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import roadmap, topics
from shnor.service.figures.roadmap import Deadline, Parts, Plan
from shnor.service.figures.rows import chosen, current
from shnor.store import View

LISTED = 5


@dataclass(frozen=True)
class Words:
    """What a school wrote in a report beside an activity. src: the row of the report."""

    month: date
    number: str
    plan: str
    note: str
    src: int


@dataclass(frozen=True)
class SchoolPage:
    """rows: every deadline of the period with its standing. figures: of the period's roadmaps. words: what the
    school wrote, newest first."""

    card: SchoolCard
    period: str
    plans: tuple[Plan, ...]
    parts: Parts | None
    figures: tuple[Figure, ...]
    rows: tuple[Deadline, ...]
    no_report: tuple[Deadline, ...]
    not_done: tuple[Deadline, ...]
    awaited: tuple[Deadline, ...]
    ahead: tuple[Deadline, ...]
    words: tuple[Words, ...]
    reported: tuple[date, ...]


def build(view: View, school: str, *, day: date, period: str = "") -> SchoolPage:
    """Raises ShnorError for a school that is not in the register or not in the scope."""
    card = next((card for card in cards(view, day) if card.school_id == school), None)
    if card is None:
        raise ShnorError(f"Школы с кодом «{school}» в реестре нет.")
    plans = [plan for plan in roadmap.plans(view) if plan.school_id == school]
    period = period or roadmap.current_period(plans, day)
    marked = roadmap.marked(view, as_of=day, where={"school_id": school, "period": period})
    rows = sorted(roadmap.deadlines(marked), key=lambda row: (row.due_date or date.max, roadmap.number_key(row.number)))
    return SchoolPage(
        card=card, period=period, plans=tuple(plan for plan in plans if period in plan.periods),
        parts=roadmap.parts(marked).get(()),
        figures=tuple(topics.of_plans(view, roadmap.ROADMAP, marked, as_of=day)) if plans else (),
        rows=tuple(rows), words=tuple(_words(view, school, day)), reported=_reported(view.taken(), school),
        no_report=_standing(rows, NO_REPORT), not_done=_standing(rows, NOT_DONE),
        awaited=tuple(row for row in rows if row.awaits_document), ahead=tuple(row for row in rows if row.ahead))


def _standing(rows: list[Deadline], standing: str) -> tuple[Deadline, ...]:
    return tuple(row for row in rows if row.standing == standing)


def _reported(view: View, school: str) -> tuple[date, ...]:
    """Months of its reports, in order."""
    return tuple(sorted(chosen(current(view, "progress"), {"school_id": school})["month"].unique().to_pylist()))


def _words(view: View, school: str, day: date) -> list[Words]:
    month = periods.containing("month", day).start
    rows = chosen(current(view, "progress"), {"school_id": school, "month__to": month})
    words = [Words(**row) for row in rows.select(["month", "number", "plan", "note", "src"]).to_pylist() if row["note"]]
    return sorted(words, key=lambda row: row.month, reverse=True)[:LISTED]
