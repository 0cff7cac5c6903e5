"""The page of the roadmap: figures, directions, the list of deadlines and what comes next month."""

from dataclasses import dataclass
from datetime import date

from shnor import periods
from shnor.service.figures import roadmap as figures
from shnor.service.figures.classified import classified
from shnor.service.figures.roadmap import Figure, Filters, Plan
from shnor.service.pages.overview import current_period
from shnor.store import View


@dataclass(frozen=True)
class RoadmapPage:
    """choices: what each filter can be set to. rows: every deadline that passes the filters, in order of the plan.
    coming: those that end in the next month."""

    filters: Filters
    plans: tuple[Plan, ...]
    choices: dict[str, tuple[str, ...]]
    set: str
    figures: tuple[Figure, ...]
    parts: dict[str, int] | None
    directions: tuple[dict, ...]
    rows: tuple[dict, ...]
    coming: tuple[dict, ...]


def settled(view: View, wanted: Filters, day: date) -> Filters:
    """What is shown when a filter was left open: the municipality's newest plan and its period of the day."""
    plans = figures.plans(view)
    plan = next((p for p in plans if p.title == wanted.plan), None)
    if not wanted.plan and plans:
        newest = current_period(plans, day)
        plan = next((p for p in plans if newest in p.periods), plans[0])
    title = wanted.plan or (plan.title if plan else "")
    period = wanted.period if not plan or wanted.period in plan.periods else ""
    return Filters(plan=title, period=period or (current_period([plan], day) if plan else ""),
                   direction=wanted.direction, responsible=wanted.responsible)


def build(view: View, wanted: Filters, *, day: date) -> RoadmapPage:
    filters = settled(view, wanted, day)
    plans = figures.plans(view)
    if not plans:
        return RoadmapPage(filters, (), {}, "", (), None, (), (), ())
    whole = classified(view, as_of=day, filters=Filters(plan=filters.plan, period=filters.period))
    chosen = whole.where(**{name: value for name, value in (("direction", filters.direction),
                                                            ("responsible", filters.responsible)) if value})
    rows = sorted(chosen.rows, key=lambda row: (figures.number_key(row["number"]), row["milestone"]))
    following = periods.containing("month", day).next()
    plan = next((plan for plan in plans if plan.title == filters.plan), plans[0])
    counted = chosen.parts()
    return RoadmapPage(
        filters=filters, plans=tuple(plans), set=chosen.set,
        choices={"period": plan.periods, "direction": _listed(whole.rows, "direction"),
                 "responsible": _listed(whole.rows, "responsible")},
        figures=tuple(chosen.figures()), parts=counted[0] if counted else None,
        directions=tuple(chosen.parts(by=("direction",))),
        rows=tuple(rows),
        coming=tuple(row for row in rows if row["due_date"] and row["due_date"] in following))


def _listed(rows: list[dict], column: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[column] for row in rows if row[column]))
