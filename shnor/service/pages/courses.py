"""The page of courses: people and certificates apart, plan and fact, three years, vacancies by subject."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shnor import wording
from shnor.metrics.courses import SHARES as SHARES_OF_STAFF
from shnor.metrics.courses import TEACHERS, WHOLE
from shnor.metrics.figure import Figure
from shnor.service.figures import sets, topics
from shnor.service.figures.rows import Where, current, only, values
from shnor.store import View

COUNTS = ("course_people", "course_certificates", "course_hours", "course_plan_share")
SHARES = ("course_year_share", "course_staff_share", "staff_people")
LISTED, ALL = "", "all"
"""Whose numbers: the schools on the list of the year (all, where nobody is on it), every school, or the code of one."""


@dataclass(frozen=True)
class Vacancy:
    """Posts nobody fills: how many of a subject, and where each is told."""

    subject: str
    posts: Decimal


@dataclass(frozen=True)
class CoursesPage:
    """years: that have rows, newest first. whose: LISTED, ALL or the code of a school, as chosen. schools: names of all
    by code, in the order of numbers; lines: codes of those shown. where: the choice of rows, as links write it. totals,
    by_school, by_subject: figures by metric id (and school or subject) of the year; shares of the staff are of its last
    day, of the running year of the day of the count: last. nameless: people of rows without a school, where they are
    not in the totals. staff_set: whose newest staff is known. untaught: subjects of the list without one finished
    course in three years; None where the files do not let one say."""

    year: int
    last: date
    years: tuple[int, ...]
    whose: str
    schools: Mapping[str, str]
    lines: tuple[str, ...]
    where: Where
    staff_set: str
    totals: Mapping[str, Figure]
    by_school: Mapping[str, Mapping[str, Figure]]
    by_subject: Mapping[str, Mapping[str, Figure]]
    nameless: Figure | None
    vacancies: tuple[Vacancy, ...] | None
    staff_days: tuple[date, ...]
    untaught: tuple[str, ...] | None

    @property
    def has_staff(self) -> bool:
        """Whether the staff of any school is known by the last day; of the newest year that is said either way."""
        return self.year in self.years[:1] or not self.years or bool(self.staff_days)


def build(view: View, *, day: date, year: int | None = None, whose: str = LISTED) -> CoursesPage:
    """year None: the newest one with rows. An unknown school counts as no choice."""
    years = _years(view, day)
    chosen = year if year in years else (years[0] if years else day.year)
    last = sets.day_of(str(chosen), day)
    known = sets.register(view, last)
    whose = whose if whose in (ALL, *known.names) else LISTED
    lines = _lines(known, whose)
    where: Where = {} if whose == ALL or (whose == LISTED and not known.listed) else {"school_id": lines}
    staff = _newest_staff(view, last, where)
    return CoursesPage(
        year=chosen, last=last, years=years, whose=whose, schools=_in_order(known.names), lines=lines, where=where,
        staff_set=sets.in_words(known, {row["school_id"] for row in staff}),
        totals={name: found[""] for name, found in _grouped(view, "", chosen, day, where).items() if "" in found},
        by_school=_grouped(view, "school_id", chosen, day, where),
        by_subject=_grouped(view, "subject", chosen, day, where, COUNTS[:2]),
        nameless=_nameless(view, chosen, day) if where else None,
        vacancies=_vacancies(staff), staff_days=tuple(sorted({row["on_date"] for row in staff})),
        untaught=_untaught(view, last, lines) if whose == LISTED and known.listed else None)


def _years(view: View, day: date) -> tuple[int, ...]:
    days = values(current(view, "courses"), "day")
    return tuple(sorted({first.year for first in days if first and first.year <= day.year}, reverse=True))


def _lines(known: sets.Register, whose: str) -> tuple[str, ...]:
    """Codes of the schools shown, by number."""
    listed = known.listed or frozenset(known.names)
    wanted = {LISTED: listed, ALL: frozenset(known.names)}.get(whose, frozenset({whose}))
    return tuple(code for code in _in_order(known.names) if code in wanted)


def _in_order(names: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda pair: wording.by_number(pair[1])))


def _grouped(view: View, by: str, year: int, day: date, where: Where,
             ids: tuple[str, ...] = (*COUNTS, *SHARES)) -> dict[str, dict[str, Figure]]:
    """Metric → group → figure. Counts are of the year, shares of its last day, of the running year of the day."""
    grouped: dict[str, dict[str, Figure]] = {}
    for names, chosen, as_of in ((COUNTS, {**where, "year": year}, day), (SHARES, where, sets.day_of(str(year), day))):
        wanted = [name for name in names if name in ids]
        for figure in topics.counted(view, wanted, by=(by,) if by else (), as_of=as_of, where=chosen):
            grouped.setdefault(figure.metric, {})[figure.group.get(by, "")] = figure
    return grouped


def _nameless(view: View, year: int, day: date) -> Figure | None:
    """People of rows that name no school."""
    found = _grouped(view, "", year, day, {"school_id": ""}, COUNTS[:1])["course_people"][""]
    return found if found.numerator else None


def _newest_staff(view: View, day: date, where: Where) -> list[dict]:
    return only(topics.marked(view, TEACHERS, as_of=day, where=where), is_newest=1).to_pylist()


def _vacancies(staff: list[dict]) -> tuple[Vacancy, ...] | None:
    """By subject, most first; None where no list of staff says anything of vacancies."""
    said = [row for row in staff if row["vacancies"] is not None and row["subject"] != WHOLE]
    posts: dict[str, Decimal] = {}
    for row in said:
        posts[row["subject"]] = posts.get(row["subject"], Decimal()) + Decimal(str(row["vacancies"]))
    found = [Vacancy(subject, count) for subject, count in posts.items() if count]
    return tuple(sorted(found, key=lambda one: (-one.posts, wording.by_letters(one.subject)))) if said else None


def _untaught(view: View, day: date, lines: tuple[str, ...]) -> tuple[str, ...] | None:
    """Only over the whole list: with one teacher of a subject in a school it would speak of a person."""
    where = {"school_id": lines}
    staff = [row for row in _newest_staff(view, day, where) if row["subject"] != WHOLE and row["people"]]
    table = topics.marked(view, SHARES_OF_STAFF, as_of=day, where=where)
    taught = {row["subject"] for row in table.to_pylist() if row["people"] or row["finisher"]}
    told = {row["school_id"] for row in table.to_pylist()}
    if "" in taught or told != set(lines) or {row["school_id"] for row in staff} != set(lines):
        return None
    subjects = {row["subject"] for row in staff}
    return tuple(sorted((one for one in subjects if not any(_meets(one, other) for other in taught)),
                        key=wording.by_letters))


def _meets(subject: str, taught: str) -> bool:
    """«математика» and «учитель математики» are one subject: rather one subject too few than a wrong one."""
    stems = [word[:5] for word in re.findall(r"[а-яё]{4,}", subject.lower())]
    return subject == taught or any(stem in taught.lower() for stem in stems)
