"""The page of the roadmap: figures, directions, the list of deadlines and what comes next month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shnor import periods, wording
from shnor.metrics import Figure
from shnor.service.figures import roadmap, topics
from shnor.service.figures.roadmap import Deadline, Parts, Plan
from shnor.service.figures.rows import Where, chosen
from shnor.store import View


@dataclass(frozen=True)
class Chosen:
    """Filters of the page; "" = not chosen yet, of direction and responsible = all."""

    plan: str = ""
    period: str = ""
    direction: str = ""
    responsible: str = ""

    @property
    def where(self) -> Where:
        """The same as a choice of rows."""
        return {name: value for name, value in vars(self).items() if value}


@dataclass(frozen=True)
class RoadmapPage:
    """choices: what each filter can be set to. rows: every deadline that passes the filters, in order of the plan.
    coming: those that end in the next month."""

    chosen: Chosen
    plans: tuple[Plan, ...]
    choices: Mapping[str, tuple[str, ...]]
    set: str
    figures: tuple[Figure, ...]
    parts: Parts | None
    directions: Mapping[str, Parts]
    rows: tuple[Deadline, ...]
    coming: tuple[Deadline, ...]


def settled(plans: Sequence[Plan], wanted: Chosen, day: date) -> Chosen:
    """What is shown when a filter was left open: the municipality's newest plan and its period of the day."""
    plan = next((plan for plan in plans if plan.title == wanted.plan), None)
    if not wanted.plan and plans:
        newest = roadmap.current_period(plans, day)
        plan = next((plan for plan in plans if newest in plan.periods), plans[0])
    period = wanted.period if not plan or wanted.period in plan.periods else ""
    return replace(wanted, plan=wanted.plan or (plan.title if plan else ""),
                   period=period or (roadmap.current_period([plan], day) if plan else ""))


def build(view: View, wanted: Chosen, *, day: date) -> RoadmapPage:
    plans = roadmap.plans(view)
    filters = settled(plans, wanted, day)
    if not plans:
        return RoadmapPage(filters, (), {}, "", (), None, {}, (), ())
    whole = roadmap.marked(view, as_of=day, where=Chosen(filters.plan, filters.period).where)
    rows = chosen(whole, {name: value for name, value in filters.where.items() if name in ("direction", "responsible")})
    deadlines = sorted(roadmap.deadlines(rows), key=lambda row: (roadmap.number_key(row.number), row.milestone))
    following = periods.containing("month", day).next()
    plan = next((plan for plan in plans if plan.title == filters.plan), plans[0])
    return RoadmapPage(
        chosen=filters, plans=tuple(plans), set=wording.quoted(filters.plan),
        choices={"period": plan.periods, **{name: tuple(filter(None, whole[name].unique().to_pylist()))
                                            for name in ("direction", "responsible")}},
        figures=tuple(topics.of_plans(view, roadmap.ROADMAP, rows, as_of=day)),
        parts=roadmap.parts(rows).get(()),
        directions={direction: parts for (direction,), parts in roadmap.parts(rows, "direction").items()},
        rows=tuple(deadlines), coming=tuple(row for row in deadlines if row.due_date and row.due_date in following))
