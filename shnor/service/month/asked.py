"""Of which schools which forms are asked in some months, as lists, roadmaps and rules say: what comes in from schools
changes nothing of it, so it is worked out once for each change of these."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shnor import periods
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import roadmap
from shnor.service.figures.kept import MEGABYTE, Kept
from shnor.service.figures.rows import current
from shnor.service.month.forms import FORMS, Forms, Rule
from shnor.store import View

KEPT = Kept(2 * MEGABYTE)
ENTRY = 100
"""A school and month takes about so many bytes."""


@dataclass(frozen=True)
class Asked:
    """rules: (form, month) → its rule and the last day in time. months: (school, month) in which the school is on the
    list on the last day or has a roadmap. first: those in which it came to a list, having been on none the day
    before."""

    cards: tuple[SchoolCard, ...]
    rules: Mapping[tuple[str, date], tuple[Rule, date]]
    months: frozenset[tuple[str, date]]
    first: frozenset[tuple[str, date]]


def asked(view: View, months: Sequence[date], day: date, forms: Forms) -> Asked:
    key = view.key_of({"schools", "statuses", "roadmap"}), tuple(months), day, forms
    return KEPT.get(key, lambda: _asked(view, months, day, forms),
                    lambda known: ENTRY * (len(known.cards) + len(known.months) + len(known.rules)))


def _asked(view: View, months: Sequence[date], day: date, forms: Forms) -> Asked:
    known, entries, plans = cards(view, day), _entries(view), _plan_periods(view)
    rules = {(form, month): forms.rule(form, month) for form in FORMS for month in months}
    listed = {(school, month) for school, own in entries.items() for month in months
              if _on_list(own, periods.containing("month", month).end)}
    planned = {(school, month) for school, own in plans.items() for month in months
               if any(month in period for period in own)}
    return Asked(tuple(known), {key: (rule, rule.day(key[1])) for key, rule in rules.items()},
                 frozenset(listed | planned),
                 frozenset((school, month) for school, own in entries.items() for month in _first_months(own)))


def _on_list(entries: Sequence[Mapping], day: date) -> bool:
    return any(entry["status"] == "shnor" and _in_force(entry, day) for entry in entries)


def _first_months(entries: Sequence[Mapping]) -> set[date]:
    return {e["valid_from"].replace(day=1) for e in entries
            if not any(_in_force(other, e["valid_from"] - timedelta(days=1)) for other in entries)}


def _in_force(entry: Mapping, day: date) -> bool:
    return entry["valid_from"] <= day and (entry["valid_to"] is None or day <= entry["valid_to"])


def _plan_periods(view: View) -> dict[str, tuple[periods.Period, ...]]:
    codes: dict[str, list[periods.Period]] = {}
    for plan in roadmap.plans(view):
        codes.setdefault(plan.school_id, []).extend(map(periods.parse, plan.periods))
    return {school: tuple(own) for school, own in codes.items()}


def _entries(view: View) -> dict[str, list[dict]]:
    entries: dict[str, list[dict]] = {}
    for row in current(view, "statuses").select(["school_id", "status", "valid_from", "valid_to"]).to_pylist():
        entries.setdefault(row["school_id"], []).append(row)
    return entries
