"""The page of one school: what is needed now, the roadmap in four parts, the school's own words."""

from dataclasses import dataclass
from datetime import date

from shnor import periods
from shnor.errors import ShnorError
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import roadmap as figures
from shnor.service.figures.classified import classified
from shnor.service.figures.roadmap import Figure, Filters, Plan
from shnor.service.pages.overview import current_period
from shnor.store import View


@dataclass(frozen=True)
class SchoolPage:
    """rows: every deadline of the period with its standing. figures: of the period's roadmaps. words: what the
    school wrote, newest first (month, number, activity, note, src)."""

    card: SchoolCard
    period: str
    plans: tuple[Plan, ...]
    parts: dict[str, int] | None
    figures: tuple[Figure, ...]
    rows: tuple[dict, ...]
    no_report: tuple[dict, ...]
    not_done: tuple[dict, ...]
    awaited: tuple[dict, ...]
    ahead: tuple[dict, ...]
    words: tuple[dict, ...]
    reported: tuple[date, ...]


def build(view: View, school: str, *, day: date, period: str = "") -> SchoolPage:
    """Raises ShnorError for a school that is not in the register or not in the scope."""
    card = next((card for card in cards(view, day) if card.school_id == school), None)
    if card is None:
        raise ShnorError(f"Школы с кодом «{school}» в реестре нет.")
    plans = [plan for plan in figures.plans(view) if plan.school_id == school]
    period = period or current_period(plans, day)
    filters = Filters(school=school, period=period)
    marked = classified(view, as_of=day, filters=filters, name=card.name)
    rows = sorted(marked.rows, key=lambda row: (row["due_date"] or date.max, figures.number_key(row["number"])))
    counted = marked.parts()
    return SchoolPage(
        card=card, period=period, plans=tuple(plan for plan in plans if period in plan.periods),
        parts=counted[0] if counted else None,
        figures=tuple(marked.figures()) if plans else (),
        rows=tuple(rows), words=tuple(_words(view, school, day)),
        reported=tuple(sorted({row[0] for row in view.rows("progress", school_id=school).select("month").fetchall()})),
        **{part: tuple(row for row in rows if row["standing"] == standing)
           for part, standing in (("no_report", "нет сведений"), ("not_done", "не выполнено"),
                                  ("awaited", "выполнено, документ ожидается"), ("ahead", "срок не наступил"))})


def _words(view: View, school: str, day: date) -> list[dict]:
    month = periods.containing("month", day).start
    rows = view.rows("progress", school_id=school, month__to=month).select(
        "month", "number", "plan", "note", "src").to_arrow_table().to_pylist()
    return sorted((row for row in rows if row["note"]), key=lambda row: row["month"], reverse=True)[:5]
