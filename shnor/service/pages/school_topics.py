"""What the page of a school shows beside its roadmap: help it got, results in counts, courses, surveys, questions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

import pyarrow as pa

from shnor import periods, wording_time, wording_works
from shnor.datasets.results import EXAMS, STAGES
from shnor.metrics.change import Change
from shnor.metrics.figure import Figure
from shnor.metrics.results import MARKING, same_series
from shnor.service.figures import cohorts, families, sets, topics
from shnor.service.figures import listed as of_list
from shnor.service.figures.families import WHOLE, Key, Series, Stand
from shnor.service.figures.rows import Where, only
from shnor.service.pages.questions import Question, requests_of
from shnor.service.pages.support import Helped, help_of
from shnor.store import View

LOW = "low_mark_share"
POOLED = 3
"""Years of an exam that are counted together."""
WORK = ("procedure", "stage", "school_year", "subject")
EXAM, CLASS = ("procedure", "stage", "subject"), ("procedure", "stage", "subject", "grade")
"""What the schools of the list are counted by."""


@dataclass(frozen=True)
class Cell:
    """Counts and the choice of rows behind them."""

    k: int
    n: int
    where: Where


class Work(NamedTuple):
    """What a line is about. grade: of the newest year, "" of an exam and of all classes together; stage: "" of what is
    no exam."""

    procedure: str
    stage: str
    subject: str
    grade: str = ""

    @property
    def is_first_try(self) -> bool:
        """Of an exam: its main day, before anybody wrote once more."""
        return self.stage == "main"

    @property
    def is_whole(self) -> bool:
        """All classes of a work that goes from class to class."""
        return not self.stage and not self.grade

    @property
    def title(self) -> str:
        """«ОГЭ, математика, основной день», «ВПР, математика, 6 класс», «ВПР, математика»."""
        part = STAGES[self.stage] if self.stage else f"{self.grade} класс" if self.grade else ""
        return ", ".join(filter(None, (self.procedure, self.subject, part)))


@dataclass(frozen=True)
class Line:
    """One work: a year before and the newest year (None: nobody wrote). change: between them, if both are there. last:
    of the main day of an exam the same after the last of its later days that is known, None where none is."""

    name: str
    before: Cell | None
    after: Cell | None
    change: Change | None
    work: Work
    last: "Line | None" = None

    @property
    def afterwards(self) -> str:
        """«после дополнительного периода — 1 из 8»; "" where no later day is known."""
        if self.last is None or self.last.after is None:
            return ""
        return wording_works.resit(STAGES[self.last.work.stage], self.last.after.k, self.last.after.n)


@dataclass(frozen=True)
class Pooled:
    """An exam over several years together, beside the schools of the list in the newest of them. newest: its code.
    listed_where: empty for who sees some schools alone; few: then too few other schools stand behind their figure.
    last: the same years after the last later day each of them has, stage: which, in words; None where one has none."""

    name: str
    own: Figure
    where: Where
    listed: Figure | None
    listed_where: Where
    newest: str
    few: bool = False
    last: Figure | None = None
    last_where: Where = field(default_factory=dict)
    stage: str = ""


@dataclass(frozen=True)
class Asked:
    """A question of a survey: the newest wave, the one before it (None: not asked), and who answered."""

    question: str
    now: Figure
    before: Figure | None
    response: Figure | None


@dataclass(frozen=True)
class SchoolTopics:
    """years: (before, newest) of the results. courses: by metric, those that say something; courses_year: the newest
    year with courses."""

    help: Helped | None
    years: tuple[str, str]
    results: tuple[Line, ...]
    pooled: tuple[Pooled, ...]
    courses: dict[str, Figure]
    courses_year: int
    surveys: tuple[Asked, ...]
    questions: tuple[Question, ...]


def build(view: View, school: str, *, day: date, several_years: bool = True) -> SchoolTopics:
    """several_years: with the exams pooled over years."""
    rows = topics.marked(view, MARKING, as_of=day, where={"school_id": school, "level": "school"})
    works = only(rows, term="")  # marks of the school's own terms are not compared with works of others
    found = [one for one in topics.figures_of(view, LOW, works, by=WORK, as_of=day) if one.denominator]
    newest = max((figure.group["school_year"] for figure in found), default="")
    before = periods.parse(newest).previous().code if newest else ""
    learned, courses_year = _courses(view, school, day)
    return SchoolTopics(
        help=help_of(view, school, day=day), years=(before, newest),
        results=(*_together(school, works, (before, newest)),
                 *_same_children(school, works, cohorts.classes(rows), (before, newest)),
                 *_exams(school, found, works, (before, newest))) if newest else (),  # works without a mark
        pooled=tuple(_pooled(view, school, found, newest, day)) if several_years else (),
        courses=learned, courses_year=courses_year,
        surveys=tuple(_surveys(view, school, day)), questions=requests_of(view, day, school))


def _together(school: str, works: pa.Table, years: tuple[str, str]) -> list[Line]:
    """All classes of such a work together, as the page of results says it of this school; years of other classes and
    of another series are not compared there and not put side by side here."""
    lines = []
    for procedure in sorted({*works["procedure"].to_pylist()} - {*EXAMS}):
        own = only(works, procedure=procedure)
        stands = _stands(school, own, years) if same_series(procedure, *years) else {}
        for subject in sorted({*own["subject"].to_pylist()}):
            before, after = (only(own, subject=subject, school_year=year) for year in years)
            stand, grades = stands.get((subject, "", WHOLE)), _grades(after)
            if stand and stand.change and _grades(before) == grades and len(grades) > 1:
                made = stand.change
                lines.append(Line(
                    f"{procedure}, {subject}, {wording_works.classes(grades)}",
                    _cell(school, made.k0, made.n0, procedure, subject, years[0]),
                    _cell(school, made.k1, made.n1, procedure, subject, years[1]), made, Work(procedure, "", subject)))
    return lines


def _grades(rows: pa.Table) -> list[int]:
    return sorted({*rows["grade"].to_pylist()} - {None})


def _same_children(school: str, works: pa.Table, classes: cohorts.Classes, years: tuple[str, str]) -> list[Line]:
    """Works that go from class to class: a class of the year before and the next class now, the same children."""
    lines = []
    for procedure in sorted({*works["procedure"].to_pylist()} - {*EXAMS}):
        followed = cohorts.cohorts(only(works, procedure=procedure), LOW, procedure, years, classes)
        for (subject, _), own in sorted(followed.items()):
            lines += [_same_class(school, procedure, subject, cohort) for cohort in own]
    return lines


def _same_class(school: str, procedure: str, subject: str, cohort: cohorts.Cohort) -> Line:
    made, (was, now) = cohort.change, cohort.letters
    return Line(
        f"{procedure}, {subject}, те же обучающиеся ({cohort.grade} → {cohort.grade + 1} класс)",
        _cell(school, made.k0, made.n0, procedure, subject, cohort.before, grade=cohort.grade, class_label=was),
        _cell(school, made.k1, made.n1, procedure, subject, cohort.after, grade=cohort.grade + 1, class_label=now),
        made, Work(procedure, "", subject, str(cohort.grade + 1)))


def _exams(school: str, found: Sequence[Figure], works: pa.Table, years: tuple[str, str]) -> list[Line]:
    """Exams, each stage apart: another year is another class of children."""
    lines = []
    figures = {tuple(f.group[name] for name in WORK): f for f in found}
    stands = {procedure: _stands(school, only(works, procedure=procedure), years) for procedure in EXAMS}
    for procedure, subject in _different(found, lambda f: f.group["procedure"] in EXAMS):
        stages = []
        for stage, words in STAGES.items():
            old, new = (figures.get((procedure, stage, year, subject)) for year in years)
            if old or new:
                stand = stands[procedure].get((subject, stage, WHOLE))
                stages.append(Line(f"{procedure}, {subject}, {words}", _exam(school, old), _exam(school, new),
                                   stand.change if stand else None, Work(procedure, stage, subject)))
        last = next((line for line in reversed(stages) if line.after and not line.work.is_first_try), None)
        lines += [replace(line, last=last) if line.work.is_first_try else line for line in stages]
    return lines


def _stands(school: str, works: pa.Table, years: tuple[str, str]) -> Mapping[Key, Stand]:
    """As on the page of results with this school chosen: the same family of comparisons."""
    return families.of_each_school(Series(LOW, years, "school_year", ("subject", "stage"), "grade"), works).get(
        school, {})


def _exam(school: str, figure: Figure | None) -> Cell | None:
    """None: nobody wrote."""
    if figure is None:
        return None
    procedure, stage, year, subject = (figure.group[name] for name in WORK)
    return _cell(school, figure.numerator, figure.denominator or 0, procedure, subject, year, stage=stage)


def _different(found: Iterable[Figure], wanted) -> list[tuple[str, str]]:
    return sorted({(f.group["procedure"], f.group["subject"]) for f in found if wanted(f)})


def _cell(school: str, k: int, n: int, procedure: str, subject: str, year: str, **more: int | str | tuple[str, ...]
          ) -> Cell:
    where = {"school_id": school, "level": "school", "procedure": procedure, "subject": subject, "school_year": year}
    return Cell(k, n, {**where, **{name: value for name, value in more.items() if value}})


def _pooled(view: View, school: str, found: Sequence[Figure], newest: str, day: date) -> Iterable[Pooled]:
    """The first day of an exam over three years: more participants, less chance."""
    listed = sets.register(view, sets.day_of(newest, day)).listed if newest else frozenset[str]()
    hidden = of_list.of_year(view, LOW, newest, (EXAM, CLASS), day=day) if newest and not view.scope.sees_all else None
    for procedure, subject in _different(found, lambda f: f.group["procedure"] in EXAMS):
        years = sorted({f.group["school_year"] for f in found if (f.group["procedure"], f.group["subject"],
                                                                  f.group["stage"]) == (procedure, subject, "main")})
        if len(years) < 2:
            continue
        where = {"level": "school", "procedure": procedure, "subject": subject, "stage": "main"}
        mine: Where = {**where, "school_id": school, "school_year": tuple(years[-POOLED:])}
        title = f"{procedure}, {subject}, основной день, за {wording_time.school_years(years[-POOLED:])} вместе"
        [own] = topics.counted(view, (LOW,), by=(), as_of=day, where=mine)
        after = _after_all(view, found, mine, day)
        if hidden:
            group = tuple(zip(EXAM, (procedure, "main", subject), strict=True))
            told = hidden.figures.get(group)
            yield Pooled(title, own, mine, told and replace(told, group={}), {}, newest, group in hidden.few, **after)
            continue
        theirs: Where = {**where, "school_id": tuple(sorted(listed)), "school_year": newest}
        beside = topics.counted(view, (LOW,), by=(), as_of=day, where=theirs)
        other = next((f for f in beside if listed - {school} and f.denominator and f.set != own.set), None)
        yield Pooled(title, own, mine, other, theirs, newest, **after)


def _after_all(view: View, found: Sequence[Figure], mine: Where, day: date) -> dict[str, Any]:
    """last, last_where, stage of `Pooled`: of a later day that every one of these years has."""
    years = {str(year) for year in mine["school_year"]} if isinstance(mine["school_year"], tuple) else set()
    for stage in reversed(wording_works.RESITS):
        known = {f.group["school_year"] for f in found if f.denominator and (
            f.group["procedure"], f.group["subject"], f.group["stage"]) == (mine["procedure"], mine["subject"], stage)}
        if years <= known:
            where: Where = {**mine, "stage": stage}
            [last] = topics.counted(view, (LOW,), by=(), as_of=day, where=where)
            return {"last": last, "last_where": where, "stage": STAGES[stage]}
    return {}


def _courses(view: View, school: str, day: date) -> tuple[dict[str, Figure], int]:
    """Of the newest year with rows: people, certificates, plan; and three years against the staff."""
    mine = {"school_id": school}
    yearly = topics.counted(view, ("course_people", "course_certificates", "course_plan_share"), as_of=day, where=mine)
    always = topics.counted(view, ("course_staff_share",), as_of=day, where=mine)
    told = [figure for figure in (*yearly, *always) if figure.status not in ("no_data", "no_report")]
    year = periods.newest_year((int(figure.group["year"]) for figure in told if "year" in figure.group), day)
    return {figure.metric: figure for figure in told if figure.group.get("year", str(year)) == str(year)}, year


def _surveys(view: View, school: str, day: date) -> Iterable[Asked]:
    """Questions of the newest wave in which the school answered, each beside the wave before it."""
    shares = [f for f in topics.counted(view, ("survey_share",), as_of=day, where={"school_id": school})
              if f.denominator or f.status == "no_n"]
    response = topics.counted(view, ("survey_response",), as_of=day, where={"school_id": school})
    waves = sorted({f.group["wave"] for f in shares}, key=periods.first_day)
    for figure in (f for f in shares if waves and f.group["wave"] == waves[-1]):
        group = {name: value for name, value in figure.group.items() if name != "wave"}
        earlier = [f for f in shares if {**group, "wave": f.group["wave"]} == f.group and f.group["wave"] != waves[-1]]
        reached = next((f for f in response if f.denominator and all(
            f.group[name] == figure.group[name] for name in ("survey", "wave", "audience"))), None)
        yield Asked(figure.group["question"], figure,
                    max(earlier, key=lambda f: periods.first_day(f.group["wave"]), default=None), reached)
