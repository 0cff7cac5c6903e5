"""The value of the list: what the schools of the list of ШНОР have together in the works of a school year and in their
roadmaps. Who sees some schools alone gets it where enough others stand behind it (`sets.apart`), and nobody's rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import wording
from shnor.metrics import METRICS
from shnor.metrics.figure import Figure
from shnor.service.figures import roadmap, sets, topics
from shnor.service.figures.everybody import everybody, everybody_settled
from shnor.service.figures.roadmap import Parts
from shnor.service.figures.rows import only, values
from shnor.store import View

Group = tuple[tuple[str, str], ...]
"""A group of a figure: column and value, in the order it was grouped by."""


@dataclass(frozen=True)
class Listed:
    """figures: those with a denominator. schools, wrote: whose rows there are, and group → whose it counts; nobody
    where the schools are not told. few: groups whose value is not shown because too few schools stand behind it. parts:
    of the roadmaps of the period, counted for who sees some schools alone; few_plans: not shown. on: as of which day
    all this is for them."""

    figures: Mapping[Group, Figure]
    schools: tuple[str, ...] = ()
    wrote: Mapping[Group, frozenset[str]] = field(default_factory=dict)
    few: frozenset[Group] = frozenset()
    parts: Parts | None = None
    few_plans: bool = False
    on: date | None = None


def of_year(view: View, metric_id: str, year: str, by: Sequence[Sequence[str]], *, day: date) -> Listed:
    """A metric of results over the list of the year; where it is one school or none, over everybody who has rows, for
    who sees everybody. by: groupings."""
    own = view.scope.schools
    whole, day = (everybody(view), day) if own is None else everybody_settled(view, day)
    rows = topics.marked(whole, METRICS[metric_id].marking, as_of=day, where={"level": "school", "school_year": year})
    rows = only(rows, term="")
    listed = sets.register(whole, sets.day_of(year, day)).listed
    schools = listed if len(listed) > 1 or own is not None else {code for code in values(rows, "school_id") if code}
    rows = only(rows, school_id=tuple(sorted(schools)))
    figures = {_group(one, figure.group.values()): figure for one in by for figure in topics.figures_of(
        whole, metric_id, rows, by=one, as_of=day) if figure.denominator}
    counted = rows.filter(pc.greater(rows[METRICS[metric_id].denominator or ""], 0))
    wrote = {_group(one, group): frozenset(codes) for one in by for group, codes in topics.owners(
        counted, one).items()}
    if own is None:
        return Listed(figures, tuple(sorted(schools)), wrote)
    plans = _plans(whole, day)
    behind = frozenset(filter(None, plans["school_id"].to_pylist()))
    shown = sets.apart((*wrote.values(), behind), own)
    seen = {group for group, codes in wrote.items() if codes - own in shown}
    told = behind - own in shown
    return Listed({group: replace(figure, set=f"{figure.set}, на {wording.day(day)}")
                   for group, figure in figures.items() if group in seen}, on=day,
                  few=frozenset(figures.keys() - seen), parts=roadmap.parts(plans).get(()) if told else None,
                  few_plans=not told)


def _plans(whole: View, day: date) -> pa.Table:
    """Deadlines of the schools of the list in the newest period."""
    period = roadmap.current_period(roadmap.plans(whole), day)
    rows = roadmap.marked(whole, as_of=day, where={"period": period})
    return only(rows, school_id=tuple(sorted(sets.register(whole, sets.day_of(period, day) if period else day).listed)))


def _group(by: Sequence[str], group) -> Group:
    return tuple((name, str(value or "")) for name, value in zip(by, group, strict=True))
