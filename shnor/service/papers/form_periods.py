"""For which periods a figure of a form can be counted, and what of the base falls into one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from shnor import periods
from shnor.metrics import METRICS, Figure, Metric

MONTHLY = ("courses", "courses_by_deficit", "events", "programmes")
"""Topics whose rows know their month; those of the second line know their day."""
BY_DAY = {"competence": "held_on", "achievements": "held_on"}


def offered(day: date) -> dict[str, str]:
    """Code → in words: the years and school years of a day and before, the parts of the year."""
    found = []
    for kind in ("year", "school_year", "half_year", "quarter", "month"):
        one = periods.containing(kind, day)
        found += [one, one.previous()]
    return {one.code: one.title for one in found}


def fits(metric: str, period: str) -> bool:
    """Whether a figure has a value of its own in the period: what is told by year has none in its parts."""
    marking = METRICS[metric].marking
    if periods.parse(period).kind == "year" or _wave(METRICS[metric]):
        return True
    return marking.id in MONTHLY or marking.id in BY_DAY or not (marking.period or marking.id == "roadmap")


def where(metric: str, period: str) -> dict[str, Any]:
    """Conditions that leave the rows of a period."""
    passport, span = METRICS[metric], periods.parse(period)
    if span.kind == "year":
        if passport.marking.id == "roadmap":
            return {"period": period}
        return {"year": span.start.year} if "year" in passport.by else {}
    column = "month" if passport.marking.id in MONTHLY else BY_DAY.get(passport.marking.id, "")
    return {f"{column}__from": span.start, f"{column}__to": span.end} if column else {}


def by(metric: str, period: str) -> tuple[str, ...]:
    """Groups a figure is counted in: parts of a school year are of two years."""
    passport = METRICS[metric]
    if _wave(passport):
        return tuple(passport.by)
    return ("year",) if "year" in passport.by and periods.parse(period).kind == "year" else ()


def newest(metric: str, found: Sequence[Figure], period: str) -> Figure | None:
    """The figure of the period: of surveys and procedures the last one that ended in it."""
    passport, span = METRICS[metric], periods.parse(period)
    if not _wave(passport):
        return found[0] if found else None
    name = passport.marking.period
    inside = [one for one in found if _overlaps(str(one.group[name] or ""), span)]
    return max(inside, key=lambda one: str(one.group[name]), default=None)


def _wave(metric: Metric) -> bool:
    """Told by waves or school years, not by calendar years."""
    return metric.marking.id in ("surveys", "results")


def _overlaps(code: str, span: periods.Period) -> bool:
    """A school year belongs to the year it ends in, and to itself."""
    try:
        return periods.parse(code) == span or periods.final_day(code) in span
    except ValueError:
        return False
