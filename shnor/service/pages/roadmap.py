"""The page of the roadmap: whose, of which period; what was due by direction and by month; every deadline; what is put
beside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from shnor import periods, wording
from shnor.metrics import Figure
from shnor.service.figures import roadmap, sets, topics
from shnor.service.figures.roadmap import Deadline, Parts, Plan
from shnor.service.figures.roadmap_months import Month, by_month
from shnor.service.figures.rows import Where, chosen, current
from shnor.service.pages import roadmap_above, roadmap_beside, roadmap_factors
from shnor.service.pages.roadmap_above import Above
from shnor.service.pages.roadmap_beside import ALL, MUNICIPALITY, Beside
from shnor.store import View

FILTERS = ("direction", "responsible", "target_group", "parent", "stage")
FACTOR = "factor"
"""A choice beside FILTERS: activities that are measures of a factor of the risk profile."""


@dataclass(frozen=True)
class Chosen:
    """What is shown. whose: the code of a school, MUNICIPALITY, ALL, or in an old address the title of a plan; "" = not
    chosen yet, of the FILTERS = all. school: the one another page shows, taken where whose is not chosen.
    compare: what is put beside. factor: of the risk profile; measures: the rows its measures name."""

    whose: str = ""
    period: str = ""
    direction: str = ""
    responsible: str = ""
    school: str = ""
    compare: tuple[str, ...] = ()
    target_group: str = ""
    parent: str = ""
    stage: str = ""
    factor: str = ""
    measures: tuple[int, ...] = ()

    @property
    def where(self) -> Where:
        """The same as a choice of rows."""
        filters = {name: value for name in FILTERS if (value := getattr(self, name))}
        named = {"src": self.measures} if self.factor else {}
        return {**roadmap_beside.owned(self.whose), "period": self.period, **filters, **named}


@dataclass(frozen=True)
class RoadmapPage:
    """chosen: what is shown; defaults: what would be where nothing is chosen. refused: choice → what was asked for and
    is not possible here. owners: whose roadmaps there are, by code, in the order they are offered. choices: values of
    the other choices. set: of the figures. groups: counts by direction, of ALL by owner. rows: every deadline that
    passes, in the order of the plan. names: of schools. others: what can be put beside, by code; beside: what is, the
    shown one first, unless that is all. above: what a plan names of the municipality, as written → as said."""

    chosen: Chosen
    defaults: Mapping[str, str]
    owners: Mapping[str, str]
    refused: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]]
    set: str
    figures: tuple[Figure, ...]
    parts: Parts | None
    groups: Mapping[str, Parts]
    months: tuple[Month, ...]
    rows: tuple[Deadline, ...]
    names: Mapping[str, str]
    others: Mapping[str, str]
    beside: tuple[Beside, ...]
    above: Mapping[str, Above]

    @property
    def whole(self) -> bool:
        """All roadmaps together are shown."""
        return self.chosen.whose == ALL


def build(view: View, wanted: Chosen, *, day: date) -> RoadmapPage | None:
    """None: the base has no roadmap."""
    plans, names = roadmap.plans(view), sets.register(view, day).names
    if not plans:
        return None
    whose, defaults, refused = _settled(plans, wanted, day)
    period = _period(plans, whose, wanted, refused) or defaults["period"]
    marked = roadmap.marked(view, as_of=day, where=Chosen(whose, period).where)
    factors = roadmap_factors.measures(view, marked, period, day=day)
    choices = {"period": _periods(plans, whose), **{name: _values(marked, name) for name in FILTERS},
               FACTOR: tuple(factors)}
    asked = {name: value for name in (*FILTERS, FACTOR) if (value := getattr(wanted, name))}
    taken = {name: value for name, value in asked.items() if value in choices[name]}
    refused |= {name: value for name, value in asked.items() if name not in taken}
    measures = factors.get(taken.get(FACTOR, ""), ())
    filters: Where = {name: value for name, value in taken.items() if name != FACTOR} | (
        {"src": measures} if measures else {})
    others = roadmap_beside.options(view, plans, names, whose, period, day)
    compared = tuple(code for code in wanted.compare if code in others)
    rows = chosen(marked, filters)
    return RoadmapPage(
        chosen=Chosen(whose, period, **taken, compare=compared, measures=measures), defaults=defaults, refused=refused,
        owners=_owners(plans, names), choices=choices, set=_set(marked, whose, period),
        figures=tuple(topics.of_plans(view, roadmap.ROADMAP, rows, as_of=day)), parts=roadmap.parts(rows).get(()),
        groups=_groups(rows, names, "school_id" if whose == ALL else "direction"),
        months=by_month(rows, periods.parse(period), day), names=names, others=others,
        rows=tuple(sorted(roadmap.deadlines(rows), key=lambda row: _place(row, names))),
        beside=roadmap_beside.build(view, names, whose, compared, period, filters, day=day),
        above=roadmap_above.told(current(view, "roadmap"), rows, period))


def _settled(plans: Sequence[Plan], wanted: Chosen, day: date) -> tuple[str, dict[str, str], dict[str, str]]:
    """Whose, what would be shown where nothing is chosen, and what could not be had: the roadmap of the school another
    page shows, else the municipality's newest plan."""
    owners = [*dict.fromkeys(_owner(plan) for plan in plans)]
    newest = roadmap.current_period(plans, day)
    default = next((_owner(plan) for plan in plans if newest in plan.periods), owners[0])
    default = wanted.school if wanted.school in owners else default
    titled = {plan.title: _owner(plan) for plan in plans}
    whose, refused = titled.get(wanted.whose, wanted.whose), dict[str, str]()
    if whose and whose not in owners and (whose != ALL or len(owners) == 1):
        whose, refused["whose"] = "", whose
    elif not whose and wanted.school not in ("", default):
        refused["school"] = wanted.school
    whose = whose or default
    own = [plan for plan in plans if whose in (ALL, _owner(plan))]
    return whose, {"whose": default, "period": roadmap.current_period(own, day)}, refused


def _period(plans: Sequence[Plan], whose: str, wanted: Chosen, refused: dict[str, str]) -> str:
    """The period asked for; a longer one stands for a shorter one inside it, which another page has chosen."""
    found = next((code for code in _periods(plans, whose) if _within(wanted.period, code)), "")
    if wanted.period and not found:
        refused["period"] = wanted.period
    return found


def _within(asked: str, code: str) -> bool:
    if asked == code or not asked:
        return asked == code
    try:
        period = periods.parse(asked)
    except ValueError:
        return False
    return period.start in periods.parse(code) and period.end in periods.parse(code)


def _owner(plan: Plan) -> str:
    return plan.school_id or MUNICIPALITY


def _owners(plans: Sequence[Plan], names: Mapping[str, str]) -> dict[str, str]:
    """The municipality, schools by number, then all of them."""
    codes = sorted({plan.school_id for plan in plans}, key=lambda code: wording.by_number(names.get(code, code)))
    own = {MUNICIPALITY: "муниципалитет"} if "" in codes else {}
    named = own | {code: names.get(code, code) for code in codes if code}
    return {**named, **({ALL: "все карты"} if len(named) > 1 else {})}


def _periods(plans: Sequence[Plan], whose: str) -> tuple[str, ...]:
    """Newest first."""
    codes = {code for plan in plans if whose in (ALL, _owner(plan)) for code in plan.periods}
    return tuple(sorted(codes, key=lambda code: periods.parse(code).start, reverse=True))


def _values(rows: pa.Table, column: str) -> tuple[str, ...]:
    return tuple(filter(None, rows[column].unique().to_pylist()))


def _set(rows: pa.Table, whose: str, period: str) -> str:
    plans = rows["plan"].unique().to_pylist()
    if whose != ALL:
        return "; ".join(map(wording.quoted, plans))
    return f"Все дорожные карты, {wording.period(period)} ({len(plans)})"


def _groups(rows: pa.Table, names: Mapping[str, str], by: str) -> dict[str, Parts]:
    """Directions in the order of the plan, owners by number with the municipality first."""
    found = {group: parts for (group,), parts in roadmap.parts(rows, by).items()}
    if by == "direction":
        return found
    owners = sorted(found, key=lambda code: (bool(code), wording.by_number(names.get(code, code))))
    return {code: found[code] for code in owners}


def _place(row: Deadline, names: Mapping[str, str]) -> tuple:
    code = row.school_id or ""
    return bool(code), wording.by_number(names.get(code, code)), row.plan, roadmap.number_key(row.number), row.milestone
