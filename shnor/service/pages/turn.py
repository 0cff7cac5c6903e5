"""The turn of the year: who enters, stays on and leaves the list of ШНОР on the day a new one begins, who has to be
appointed to help, what each school hands in first, and whose new roadmap is there.

Everything is of that day, whether it is ahead or long past: a list is never compared with the one of another day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from shnor import periods, wording
from shnor.service.centre.schools import SchoolCard, Status, cards
from shnor.service.figures import roadmap
from shnor.service.figures.roadmap import Plan
from shnor.service.month import owed
from shnor.service.month.forms import Forms
from shnor.service.pages import helpers, recommendations
from shnor.service.pages.helpers import Helper
from shnor.store import View

Change = Literal["enters", "leaves", "stays"]
CHANGES: dict[Change, str] = {"enters": "входит", "leaves": "выходит", "stays": "остаётся"}
APPOINTED = ("mentor", "tutor", "curator")
"""Whom the centre appoints to a school of the list."""
YEARS, MONTHS, AUTUMN = 5, 8, 9
"""So many years of lists stand beside each other; within so many months a first form is looked for; from this month on
a list is for the year that comes."""


@dataclass(frozen=True)
class First:
    """The first form of its kind a school hands in: of which month, and by which day."""

    form: str
    month: date
    due: date


@dataclass(frozen=True)
class Turning:
    """A school of the list before or of the new one. entry: of the new list, or, of who leaves, the one that ends.
    others: lists it is on then besides. helpers: role → who helps on the first day. told: anybody was ever entered for
    it. plan: title of its roadmap for the time after, "" = there is none. left: recommendations still to be done."""

    card: SchoolCard
    change: Change
    entry: Status
    others: tuple[Status, ...]
    helpers: Mapping[str, tuple[Helper, ...]]
    told: bool
    plan: str
    forms: tuple[First, ...]
    left: int

    @property
    def lacks(self) -> tuple[str, ...]:
        """Roles nobody is appointed to; nothing is asked for who leaves."""
        return () if self.change == "leaves" else tuple(role for role in APPOINTED if not self.helpers[role])


@dataclass(frozen=True)
class Turn:
    """since: the first day of the list shown; days: of every list, newest first. years: of the picture. schools: those
    who enter, who leave, who stay, each by number. own_plan: of the municipality; left: what it still has to do.
    helped: anybody is known to help any school. merged: schools others have joined, by number."""

    since: date
    days: tuple[date, ...]
    years: tuple[int, ...]
    schools: tuple[Turning, ...]
    own_plan: str
    left: int
    helped: bool
    merged: tuple[SchoolCard, ...] = ()

    def of(self, change: Change) -> tuple[Turning, ...]:
        return tuple(one for one in self.schools if one.change == change)

    @property
    def listed(self) -> tuple[Turning, ...]:
        """Schools of the new list, by number."""
        return tuple(sorted((one for one in self.schools if one.change != "leaves"),
                            key=lambda one: wording.by_number(one.card.name)))

    @property
    def year(self) -> int:
        """Of the new roadmaps."""
        return _year(self.since)

    def lacking(self, role: str) -> tuple[Turning, ...]:
        return tuple(one for one in self.listed if role in one.lacks)

    def is_ahead(self, day: date) -> bool:
        return self.since > day


def build(view: View, *, day: date, forms: Forms, since: date | None = None) -> Turn | None:
    """since: first day of the list to be shown, else the newest. None: there is no list, or not all of it may be seen:
    a part of a list is no list."""
    known = cards(view, day) if view.scope.sees_all else []
    days = tuple(sorted({entry.since for card in known for entry in card.entries}, reverse=True))
    if not days:
        return None
    first = since if since in days else days[0]
    changes = _changes(known, first)
    helping = {one.card.school_id: one for one in helpers.of_day(view, day=first)}
    plans = [plan for plan in roadmap.plans(view) if any(_is_of(code, _year(first)) for code in plan.periods)]
    left, asked = _left(view, day), _forms(view, first, forms)
    schools = []
    for card, change, entry in changes:
        code = card.school_id
        schools.append(Turning(
            card, change, entry, _others(card, first), {role: helping[code].of(role) for role in APPOINTED},
            helping[code].told, _title(plans, code), asked.get(code, ()), left.get(code, 0)))
    return Turn(first, days, tuple(range(first.year - YEARS + 1, first.year + 1)), tuple(schools), _title(plans, ""),
                left.get("", 0), any(one.told for one in helping.values()),
                tuple(card for card in known if card.parts))


def _changes(known: Sequence[SchoolCard], first: date) -> list[tuple[SchoolCard, Change, Status]]:
    """Of the list of the day before and of the new one, schools by number in the order of CHANGES."""
    found: list[tuple[SchoolCard, Change, Status]] = []
    for card in known:
        was, now = _entry(card, first - timedelta(days=1)), _entry(card, first)
        if now:
            found.append((card, "stays" if was else "enters", now))
        elif was:
            found.append((card, "leaves", was))
    order = list(CHANGES)
    return sorted(found, key=lambda one: order.index(one[1]))


def _entry(card: SchoolCard, day: date) -> Status | None:
    """The newest that is in force."""
    return next((one for one in reversed(card.entries) if one.since <= day and (one.until is None or day <= one.until)),
                None)


def _year(first: date) -> int:
    """Whose roadmaps are the new ones: a list of the autumn is for the year that comes."""
    return first.year + (first.month >= AUTUMN)


def _is_of(code: str, year: int) -> bool:
    return periods.parse(code).end.year == year


def _title(plans: Sequence[Plan], school: str) -> str:
    return next((plan.title for plan in plans if plan.school_id == school), "")


def _others(card: SchoolCard, day: date) -> tuple[Status, ...]:
    """Entries of other lists in force on the day."""
    return tuple(one for one in (*card.statuses, *card.coming)
                 if one.id != "shnor" and one.since <= day and (one.until is None or day <= one.until))


def _left(view: View, day: date) -> dict[str, int]:
    """School, "" = the municipality → recommendations that are still to be done."""
    found: dict[str, int] = {}
    for one in recommendations.every(view, day=day):
        if one.is_left:
            found[one.school_id] = found.get(one.school_id, 0) + 1
    return found


def _forms(view: View, first: date, forms: Forms) -> dict[str, tuple[First, ...]]:
    """The first form of each kind that is asked of each school from the day on."""
    months = [periods.containing("month", first)]
    while len(months) < MONTHS:
        months.append(months[-1].next())
    found: dict[str, tuple[First, ...]] = {}
    for grid in owed.grids(view, [month.start for month in months], day=first, forms=forms):
        for line in grid.lines:
            cell = next((cell for cell in line.cells if cell.state not in ("not_required", "not_asked")), None)
            if cell:
                found[line.card.school_id] = (*found.get(line.card.school_id, ()),
                                              First(grid.form.id, cell.month, cell.due))
    return found
