"""The page of courses: people and certificates apart, plan and fact by month and school, three years, vacancies."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from shnor import wording
from shnor.metrics.courses import MARKING, TEACHERS, WHOLE
from shnor.metrics.courses import SHARES as SHARES_OF_STAFF
from shnor.metrics.figure import Figure
from shnor.service.figures import sets, topics
from shnor.service.figures.rows import Where, current, only, values
from shnor.service.pages.course_months import Curve, curve
from shnor.store import View

PLANNED = "course_plan_share"
COUNTS = ("course_people", "course_certificates", "course_hours", PLANNED)
SHARES = ("course_year_share", "course_staff_share", "staff_people")
LISTED, ALL = "", "all"
"""Whose numbers: the schools on the list of the year (all, where nobody is on it), every school, or the code of one."""
LIST, MUNICIPALITY, BEFORE = "list", "municipality", "before"
"""What the chosen schools can be put beside, besides the code of a school."""


@dataclass(frozen=True)
class Vacancy:
    """Posts nobody fills: how many of a subject, and where each is told."""

    subject: str
    posts: Decimal


@dataclass(frozen=True)
class Beside:
    """What is put beside. code: as it was asked. totals: as of the page, in its year; last: the day of its shares."""

    code: str
    name: str
    year: int
    last: date
    where: Where
    totals: Mapping[str, Figure]


@dataclass(frozen=True)
class CoursesPage:
    """years: that have rows, newest first. whose: LISTED, ALL or the code of a school, as chosen. schools: names of all
    by code, in the order of numbers; lines: codes of those shown. where: the choice of schools, as links write it.
    totals, by_school, by_subject: figures by metric id (and school or subject) of the year; shares of the staff are of
    its last day, of the running year of the day of the count: last. nameless: people of rows without a school, where
    they are not in the totals. staff_set: whose newest staff is known. untaught: subjects of the list without one
    finished course in three years; None where the files do not let one say. subject: the one chosen, "" = all: counts
    of the year are of it alone, shares of the staff and by_subject are of all. subjects: that can be chosen. months:
    how the year adds up. beside: what is compared. missing: what was asked and is not there, by name of the choice."""

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
    subject: str = ""
    subjects: tuple[str, ...] = ()
    months: Curve = field(default_factory=Curve)
    beside: tuple[Beside, ...] = ()
    missing: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_staff(self) -> bool:
        """Whether the staff of any school is known by the last day; of the newest year that is said either way."""
        return self.year in self.years[:1] or not self.years or bool(self.staff_days)

    @property
    def counted(self) -> Where:
        """The choice of rows of the counts of the year."""
        return _of_subject(self.where, self.subject)


def build(view: View, *, day: date, year: int | None = None, whose: str = LISTED, subject: str = "",
          compare: tuple[str, ...] = ()) -> CoursesPage:
    """year None: the newest one with rows. An unknown year, school or subject counts as no choice and is told."""
    years = _years(view, day)
    chosen = year if year in years else (years[0] if years else day.year)
    last = sets.day_of(str(chosen), day)
    known = sets.register(view, last)
    shown = whose if whose in (ALL, *known.names) else LISTED
    if known.hidden and shown in (LISTED, ALL):
        shown = next(iter(known.names)) if len(known.names) == 1 else ALL
    lines = _lines(known, shown)
    where: Where = {} if shown == ALL or (shown == LISTED and not known.listed) else {"school_id": lines}
    staff = _newest_staff(view, last, where)
    by_subject = _grouped(view, "subject", chosen, day, where, (*COUNTS[:2], PLANNED))
    subjects = _subjects(by_subject)
    mine = subject if subject in subjects else ""
    own = _of_subject(where, mine)
    missing = {name: str(asked) for name, asked, taken in (
        ("year", year, chosen), ("schools", whose, shown), ("subject", subject, mine)) if asked and asked != taken}
    return CoursesPage(
        year=chosen, last=last, years=years, whose=shown, schools=_in_order(known.names), lines=lines, where=where,
        staff_set=sets.in_words(known, {row["school_id"] for row in staff}), totals=_totals(view, chosen, day, own),
        by_school=_grouped(view, "school_id", chosen, day, own), by_subject=by_subject,
        nameless=_nameless(view, chosen, day, mine) if where else None,
        vacancies=_vacancies(staff), staff_days=tuple(sorted({row["on_date"] for row in staff})),
        untaught=_untaught(view, last, lines) if shown == LISTED and known.listed else None, subject=mine,
        subjects=subjects, months=_months(view, chosen, day, own), missing=missing,
        beside=tuple(_beside(view, known, code, chosen, day, own) for code in compare
                     if code in (*(() if known.hidden else (LIST, MUNICIPALITY)), BEFORE, *known.names)))


def _of_subject(where: Where, subject: str) -> Where:
    return {**where, "subject": subject} if subject else where


def _subjects(by_subject: Mapping[str, Mapping[str, Figure]]) -> tuple[str, ...]:
    """Named subjects of the year that were planned or finished, by letters."""
    told = {name for found in by_subject.values() for name, figure in found.items()
            if name and (figure.numerator or figure.denominator)}
    return tuple(sorted(told, key=wording.by_letters))


def _months(view: View, year: int, day: date, where: Where) -> Curve:
    return curve(topics.marked(view, MARKING, as_of=day, where={**where, "year": year}), year, day)


def _beside(view: View, known: sets.Register, code: str, year: int, day: date, own: Where) -> Beside:
    """The same subject of other schools, or of the same schools a year before."""
    of = year - (code == BEFORE)
    where = own if code == BEFORE else {name: value for name, value in own.items() if name != "school_id"}
    if code == LIST:
        where = {**where, "school_id": tuple(sorted(known.listed or known.names))}
    elif code not in (MUNICIPALITY, BEFORE):
        where = {**where, "school_id": code}
    name = {LIST: f"школы перечня {known.year} года", MUNICIPALITY: "муниципалитет", BEFORE: f"{of} год"}
    return Beside(code, name.get(code) or known.names[code], of, sets.day_of(str(of), day), where,
                  _totals(view, of, day, where))


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


def _totals(view: View, year: int, day: date, where: Where) -> dict[str, Figure]:
    return {name: found[""] for name, found in _grouped(view, "", year, day, where).items() if "" in found}


def _grouped(view: View, by: str, year: int, day: date, where: Where,
             ids: tuple[str, ...] = (*COUNTS, *SHARES)) -> dict[str, dict[str, Figure]]:
    """Metric → group → figure. Counts are of the year, shares of its last day, of the running year of the day; shares
    are of the staff of all subjects."""
    grouped: dict[str, dict[str, Figure]] = {}
    every = {name: value for name, value in where.items() if name != "subject"}
    for names, chosen, as_of in ((COUNTS, {**where, "year": year}, day), (SHARES, every, sets.day_of(str(year), day))):
        wanted = [name for name in names if name in ids]
        for figure in topics.counted(view, wanted, by=(by,) if by else (), as_of=as_of, where=chosen):
            grouped.setdefault(figure.metric, {})[figure.group.get(by, "")] = figure
    return grouped


def _nameless(view: View, year: int, day: date, subject: str) -> Figure | None:
    """People of rows that name no school."""
    where = _of_subject({"school_id": ""}, subject)
    found = _grouped(view, "", year, day, where, COUNTS[:1])["course_people"][""]
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
