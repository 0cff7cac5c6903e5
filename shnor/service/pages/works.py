"""What the page of results stands on: the work that is chosen, the schools, the years."""

from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import wording
from shnor.datasets.results import EXAMS, STAGES
from shnor.datasets.works import GROUPS
from shnor.metrics.results import same_series
from shnor.service.figures import cohorts, families, sets, topics
from shnor.service.figures.cohorts import Cohort
from shnor.service.figures.families import NOWHERE, WHOLE, Key, Series, Stand
from shnor.service.figures.lines import Counting
from shnor.service.figures.rows import only
from shnor.service.pages import procedure_groups
from shnor.store import View

LOW = "low_mark_share"
INDICATORS = (LOW, "quality_rate", "pass_rate", "mean_mark", "sou_index")
"""What a page of marks can be about: the first, unless another is chosen."""
LISTED, EVERY = "list", "all"
"""Which schools: the list of the newest year, or all that have data; else the code of one school."""
YEARS = 3
WORK, GRADE, YEAR = ("subject", "stage"), "grade", "school_year"
Choices = dict[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Chosen:
    """Filters of the page; "" = not chosen yet. grade: a class, "" = all of them together. indicator: a metric of
    INDICATORS. compare: what is put beside: codes of schools, «list», «municipality», «before». group: of procedures,
    which it chooses among."""

    procedure: str = ""
    stage: str = ""
    subject: str = ""
    term: str = ""
    schools: str = LISTED
    grade: str = ""
    indicator: str = LOW
    compare: tuple[str, ...] = ()
    group: str = ""


class Standing:
    """What the lines of the page stand on. everybody: rows of the procedure, of the years shown; own: those of the
    schools that may stand in it; subject: of these the subject and stage; shown: of these the class, where one is
    chosen. listed: the list of the newest year. choices: of `settled`."""

    def __init__(self, view: View, day: date, every: pa.Table, chosen: Chosen, choices: Choices) -> None:
        self.every, self.choices, self.known = every, choices, sets.register(view, day)
        self.work = only(every, procedure=chosen.procedure, term=chosen.term)
        ours = everybody = only(self.work, level="school")
        mine = only(ours, stage=chosen.stage, subject=chosen.subject)
        newest, self.listed = _listed(view, day, mine, chosen.procedure)
        self.schools = _which(self.known, only(every, level="school"), bool(self.listed))
        which = chosen.schools if chosen.schools in dict(self.schools) else self.schools[0][0]
        present = frozenset(ours["school_id"].to_pylist()) - {""}
        self.base = self.listed if which == LISTED else present if which == EVERY else frozenset({which})
        if which != EVERY:
            ours, mine = (only(rows, school_id=tuple(self.base)) for rows in (ours, mine))
        if which == LISTED:
            ours, mine = (rows.filter(pc.less_equal(rows[YEAR], newest)) for rows in (ours, mine))
        self.years, self.earlier = _years(ours, mine, chosen.procedure)
        self.past = only(mine, school_year=self.earlier)
        self.everybody, self.own = (only(rows, school_year=self.years) for rows in (everybody, ours))
        self.subject = only(self.own, stage=chosen.stage, subject=chosen.subject)
        self.grades = tuple(sorted({*self.subject[GRADE].to_pylist()} - {None}))
        grade = chosen.grade if chosen.grade in map(str, self.grades) else WHOLE
        self.shown = self.of_class(self.subject, grade)
        self.indicators = INDICATORS if pc.any(pc.greater(self.shown["pupils"], 0)).as_py() else (LOW,)
        indicator = chosen.indicator if chosen.indicator in self.indicators else LOW
        self.chosen = replace(chosen, schools=which, grade=grade, indicator=indicator)
        self.count = self._counting(view, day)
        self._stands: dict[str, dict[Key, Stand]] = {}

    def _counting(self, view: View, day: date) -> Counting:
        first = min(self.shown[YEAR].to_pylist(), default="")
        base = {name: getattr(self.chosen, name) for name in ("procedure", "stage", "term", "subject")}
        return Counting(view, day, tuple(year for year in self.years if year >= first), YEAR, {
            **{name: value for name, value in base.items() if value}, "level": "school"})

    @staticmethod
    def of_class(rows: pa.Table, grade: str) -> pa.Table:
        return only(rows, grade=grade) if grade else rows

    def series(self, metric: str = "", whose: str = topics.SCHOOL) -> Series:
        """Of the chosen indicator, unless another is named."""
        return Series(metric or self.chosen.indicator, self.years, YEAR, WORK, GRADE, whose)

    def key(self, *, subject: str = "", stage: str = "", grade: str | None = None) -> Key:
        """Of the chosen subject, stage and class, unless others are named."""
        chosen = self.chosen
        return subject or chosen.subject, stage or chosen.stage, chosen.grade if grade is None else grade

    def stand(self, *, metric: str = "", subject: str = "", stage: str = "", grade: str | None = None) -> Stand:
        metric = metric or self.chosen.indicator
        if metric not in self._stands:
            self._stands[metric] = families.stands(self.series(metric), self.own, self.base)
        return self._stands[metric].get(self.key(subject=subject, stage=stage, grade=grade), NOWHERE)

    def mixed(self) -> int:
        """How many schools of the total wrote in other classes in the two years that are compared."""
        rows = only(self.shown, school_id=self.stand(metric=LOW).schools)
        wrote = topics.owners(rows.filter(pc.greater(rows["low_base"], 0)), (topics.SCHOOL, YEAR), GRADE)
        return len({school for school, _ in wrote
                    if len({frozenset(wrote.get((school, year), ())) for year in self.years[-2:]}) > 1})

    def same_children(self) -> tuple[Cohort, ...]:
        """Of a chosen class those that come into it or go out of it."""
        classes = cohorts.classes(only(self.every, level="school", school_id=tuple(self.base)))
        found = cohorts.cohorts(self.own, self.chosen.indicator, self.chosen.procedure, self.years, classes)
        grade = self.chosen.grade
        return tuple(replace(one, rests_on=self.count.rests_on(one.change))
                     for one in found.get((self.chosen.subject, self.chosen.stage), ())
                     if not grade or int(grade) in (one.grade, one.grade + 1))


def _listed(view: View, day: date, rows: pa.Table, procedure: str) -> tuple[str, frozenset[str]]:
    """The newest year in which a school of its list wrote, and that list; nobody, where there is no such year."""
    wrote = topics.owners(rows.filter(pc.greater(rows["low_base"], 0)), (YEAR,))
    for year in sorted((year for (year,) in wrote), reverse=True):
        listed = sets.register(view, sets.day_of(year, day)).listed
        if listed & wrote[year,] and same_series(procedure, year, max(wrote)[0]):
            return year, listed
    return "", frozenset()


def _which(known: sets.Register, rows: pa.Table, has_list: bool) -> tuple[tuple[str, str], ...]:
    """Whose results can be chosen: the list, every school, one."""
    present = sorted(set(rows["school_id"].to_pylist()) - {""}, key=lambda code: wording.by_number(known.names[code])
                     if code in known.names else ((float("inf"),), ()))
    named = [(LISTED, "перечень")] if has_list else []
    every = [] if known.hidden and len(present) == 1 else [
        (EVERY, "ваши школы с данными" if known.hidden else "все школы с данными")]
    return *named, *every, *((code, known.names.get(code, code)) for code in present)


def settled(rows: pa.Table, wanted: Chosen) -> tuple[Chosen, Choices]:
    """Filters with what is there: the procedure, subject and part of the year with most rows of the newest year."""
    groups = procedure_groups.present(rows["procedure"].unique().to_pylist())
    group = wanted.group if wanted.group in groups else ""
    choices: Choices = {"group": (("", "все группы"), *((code, GROUPS[code]) for code in groups))}
    values: dict[str, str] = {}
    rows = only(rows, procedure=groups[group]) if group else rows
    for name in ("procedure", "term", "stage", "subject"):
        found = _frequent(rows, name)
        if name == "stage":
            found = [code for code in STAGES if code in found] or [""]
        value = getattr(wanted, name)
        values[name] = value if value in found else found[0]
        choices[name] = tuple((text, STAGES.get(text, text) if name == "stage" else text) for text in found)
        rows = only(rows, **{name: values[name]})
    if values["procedure"] not in EXAMS:
        choices["stage"] = ()
    return replace(wanted, group=group, procedure=values["procedure"], term=values["term"], stage=values["stage"],
                   subject=values["subject"]), choices


def _frequent(rows: pa.Table, name: str) -> list[str]:
    """Different values, those of the newest year and of most schools first."""
    found = rows.group_by(name).aggregate([("school_year", "max"), ("school_id", "count_distinct"),
                                           ("grade", "count")]).to_pylist()
    last = max(row["school_year_max"] for row in found) if name == "term" else ""
    found.sort(key=lambda row: (row["school_year_max"] < last, -row["school_id_count_distinct"], -row["grade_count"],
                                row[name]))
    return [row[name] for row in found]


def _years(ours: pa.Table, mine: pa.Table, procedure: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The last years of the procedure up to the newest of the subject, all of one series: a subject does not choose
    the schools its years stand on. And the years of the subject that belong to other series."""
    wrote = sorted(set(mine[YEAR].to_pylist()))
    if not wrote:
        return (), ()
    years = sorted(year for year in set(ours[YEAR].to_pylist())
                   if year <= wrote[-1] and same_series(procedure, year, wrote[-1]))
    return tuple(years[-YEARS:]), tuple(year for year in wrote if not same_series(procedure, year, wrote[-1]))
