"""Roadmaps put beside one another by month: schools, the municipality, the list, the same one a year before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shnor import periods, wording
from shnor.service.figures import roadmap, sets
from shnor.service.figures.roadmap import Parts, Plan
from shnor.service.figures.roadmap_months import Month, by_month
from shnor.service.figures.rows import Where, chosen
from shnor.store import View

ALL, MUNICIPALITY, LIST, BEFORE = "all", "municipality", "list", "before"
"""Whose roadmap, where it is no school's."""


@dataclass(frozen=True)
class Beside:
    """code: a school, ALL, MUNICIPALITY, LIST or BEFORE. where: the choice of its rows. months: adding up; years: so
    many it lies before the others. schools: how many are counted together; counts: None without rows."""

    code: str
    name: str
    where: Where
    counts: Parts | None
    months: tuple[Month, ...]
    schools: int = 1
    years: int = 0


def owned(whose: str, listed: Iterable[str] = ()) -> Where:
    """The choice of the rows of an owner. listed: schools of the list."""
    if whose == ALL:
        return {}
    if whose == LIST:
        return {"school_id": tuple(sorted(listed))}
    return roadmap.OWN if whose == MUNICIPALITY else {"school_id": whose}


def options(view: View, plans: Sequence[Plan], names: Mapping[str, str], whose: str, period: str,
            day: date) -> dict[str, str]:
    """What can be put beside what is shown: only what has a roadmap of the period."""
    codes = {plan.school_id for plan in plans if period in plan.periods}
    schools = sorted(filter(None, codes), key=lambda code: wording.by_number(names.get(code, code)))
    listed = _listed(view, period, day) & codes
    found = {LIST: f"школы перечня ({len(listed)})"} if len(listed) > 1 else {}
    if "" in codes:
        found[MUNICIPALITY] = "муниципалитет"
    own = "" if whose == MUNICIPALITY else whose
    if whose != ALL and any(plan.school_id == own and _before(period) in plan.periods for plan in plans):
        found[BEFORE] = wording.period(_before(period))
    found |= {code: names.get(code, code) for code in schools}
    return {code: name for code, name in found.items() if code != whose}


def build(view: View, names: Mapping[str, str], whose: str, compared: Sequence[str], period: str, filters: Where, *,
          day: date) -> tuple[Beside, ...]:
    """Nothing where nothing is compared. The roadmap of the page stands first; all of them together are no size to
    compare with. filters: those of the page; other plans have directions of their own, so they choose among its rows
    alone. Rows named one by one are of the period: the year before stands beside without that choice."""
    codes = (*(() if whose == ALL else (whose,)), *compared) if compared else ()
    return tuple(_beside(view, names, code, whose, period, filters if code in (whose, BEFORE) else {}, day)
                 for code in codes)


def _beside(view: View, names: Mapping[str, str], code: str, shown: str, period: str, filters: Where,
            day: date) -> Beside:
    before = code == BEFORE
    own, of = (shown, _before(period)) if before else (code, period)
    listed = _listed(view, period, day) if code == LIST else frozenset()
    where = {**owned(own, listed), "period": of, **{name: value for name, value in filters.items()
                                                    if not (before and name == "src")}}
    rows = chosen(roadmap.marked(view, as_of=day, where={"period": of}),
                  {name: value for name, value in where.items() if name != "period"})
    schools = len(set(rows["school_id"].to_pylist())) if code == LIST else 1
    span = periods.parse(of)
    name = wording.period(of) if before else {
        LIST: "школы перечня", MUNICIPALITY: "муниципалитет", ALL: "все карты"}.get(own, names.get(own, own))
    return Beside(code, name, where, roadmap.parts(rows).get(()), by_month(rows, span, day), schools or 1,
                  periods.parse(period).start.year - span.start.year if before else 0)


def _before(period: str) -> str:
    return periods.parse(period).previous().code


def _listed(view: View, period: str, day: date) -> frozenset[str]:
    return sets.register(view, sets.day_of(period, day)).listed
