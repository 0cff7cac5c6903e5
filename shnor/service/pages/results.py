"""The page of results: what changed and what may be said, by class, by school, the same children a year on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pyarrow.compute as pc

from shnor import metrics, wording, wording_works
from shnor.datasets.results import EXAMS, STAGES
from shnor.metrics.results import MARKING
from shnor.service.figures import families, topics
from shnor.service.figures.cohorts import Cohort
from shnor.service.figures.lines import Cell, Counting, Line
from shnor.service.figures.rows import only
from shnor.service.pages.works import EVERY, GRADE, INDICATORS, LISTED, LOW, YEAR, Chosen, Standing, settled
from shnor.service.pages.works_beside import Beside, beside, schools
from shnor.store import View

__all__ = ["EVERY", "INDICATORS", "LISTED", "LOW", "NOTHING", "Chosen", "Line", "ResultsPage", "build"]
JOURNAL = ("confirmed_share", "lowered_share", "raised_share")


@dataclass(frozen=True)
class ResultsPage:
    """choices: what each filter can be set to. years: school years shown, oldest first. set: of the total, whose years
    stand on the same schools; mixed: how many of these wrote in other classes than a year before. total: the chosen
    class, or all together; pooled: its years together; others_counted: the other indicators over the same schools.
    grades: every class; schools: by number; stages: the same by stage of an exam; others: other subjects of the
    procedure; journal: by metric. marks: year → how many got «5», «4», «3», «2», н/а. beside: what it stands beside."""

    chosen: Chosen
    choices: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    set: str = ""
    years: tuple[str, ...] = ()
    classes: str = ""
    mixed: int = 0
    total: Line | None = None
    pooled: Cell | None = None
    others_counted: tuple[tuple[str, Line], ...] = ()
    grades: tuple[Line, ...] = ()
    schools: tuple[Line, ...] = ()
    stages: tuple[Line, ...] = ()
    others: tuple[Line, ...] = ()
    same_children: tuple[Cohort, ...] = ()
    journal: tuple[Line, ...] = ()
    marks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    beside: Beside = field(default_factory=Beside)

    @property
    def of_shares(self) -> bool:
        return metrics.METRICS[self.chosen.indicator].unit == "доля"


NOTHING = ResultsPage(Chosen())


def build(view: View, wanted: Chosen, *, day: date) -> ResultsPage:
    standing = _standing(view, wanted, day)
    if standing is None:
        return NOTHING
    work = _work(standing)
    page = _main(standing, work)
    return replace(
        page, mixed=standing.mixed(), pooled=_pooled(standing, work, page.total), others_counted=_counted(
            standing, work), grades=_grades(standing), schools=schools(standing, work, {*standing.base}),
        others=_others(standing), marks=_marks(standing, page.years), beside=beside(standing, work))


def main(view: View, wanted: Chosen, *, day: date) -> ResultsPage:
    """What a paper tells of it: the total, stages, the same children, the journal; what stands beside stays empty."""
    standing = _standing(view, wanted, day)
    return _main(standing, _work(standing)) if standing else NOTHING


def _standing(view: View, wanted: Chosen, day: date) -> Standing | None:
    every = topics.marked(view, MARKING, as_of=day)
    if not every.num_rows:
        return None
    own = only(every, level="school")
    chosen, choices = settled(own if own.num_rows else every, wanted)
    return Standing(view, day, every, chosen, choices)


def _work(standing: Standing) -> Counting:
    """Of the classes that are shown."""
    count, grades = standing.count, sorted({*standing.shown[GRADE].to_pylist()} - {None})
    return replace(count, base={**count.base, GRADE: tuple(map(str, grades))} if grades else count.base)


def _main(standing: Standing, work: Counting) -> ResultsPage:
    rows = standing.shown
    wrote = wording_works.classes(sorted({*rows[GRADE].to_pylist()} - {None}))
    total = work.total(standing.series(), rows, wrote, standing.stand())
    return ResultsPage(
        chosen=standing.chosen, choices={**standing.choices, **_choices(standing)}, set=_set_of(total),
        years=standing.count.periods, classes=wrote, total=total, stages=_stages(standing, work),
        same_children=standing.same_children(), journal=_journal(standing, work))


def _choices(standing: Standing) -> dict[str, tuple[tuple[str, str], ...]]:
    """What depends on the rows that are shown."""
    every = [("", "все классы"), *((str(grade), f"{grade}{wording.NBSP}класс") for grade in standing.grades)]
    return {"schools": standing.schools, "grade": tuple(every if len(every) > 2 else every[1:]),
            "indicator": tuple((name, metrics.METRICS[name].title) for name in standing.indicators)}


def _set_of(total: Line | None) -> str:
    """The set of all years; where each has its own, of the newest."""
    if total is None:
        return ""
    return total.set or next((cell.figure.set for cell in reversed(total.cells) if cell), "")


def _pooled(standing: Standing, count: Counting, total: Line | None) -> Cell | None:
    """All years together of schools that have them all: more participants, less chance."""
    stand = standing.stand()
    if total is None or not stand.schools or len(stand.periods) < 2:
        return None
    series = standing.series()
    rows = families.standing(standing.shown, series, (), {(): stand})
    [found] = count.figures(series.metric, rows, (), total.set)
    return Cell(found, count.where(stand.schools, {YEAR: stand.periods}))


def _counted(standing: Standing, count: Counting) -> tuple[tuple[str, Line], ...]:
    """What else is counted of the same works."""
    lines = ((name, count.total(standing.series(name), standing.shown, metrics.METRICS[name].title,
                                standing.stand(metric=name)))
             for name in standing.indicators if name != standing.chosen.indicator)
    return tuple((name, line) for name, line in lines if line)


def _grades(standing: Standing) -> tuple[Line, ...]:
    return standing.count.lines(standing.series(), standing.subject, (GRADE,), {
        (str(grade),): (f"{grade} класс", standing.stand(grade=str(grade))) for grade in standing.grades})


def _stages(standing: Standing, count: Counting) -> tuple[Line, ...]:
    if standing.chosen.procedure not in EXAMS:
        return ()
    rows = standing.of_class(only(standing.own, subject=standing.chosen.subject), standing.chosen.grade)
    return count.lines(standing.series(), rows, ("stage",), {
        (stage,): (title, standing.stand(stage=stage)) for stage, title in STAGES.items()})


def _others(standing: Standing) -> tuple[Line, ...]:
    """The other subjects of the procedure; each with as many of the classes as wrote it."""
    grade = standing.chosen.grade
    rows = standing.of_class(only(standing.own, stage=standing.chosen.stage), grade)
    names = sorted(set(rows["subject"].to_pylist()) - {standing.chosen.subject})
    return standing.count.lines(standing.series(), rows, ("subject",), {
        (name,): (name, standing.stand(subject=name)) for name in names}, {GRADE: grade} if grade else None)


def _journal(standing: Standing, count: Counting) -> tuple[Line, ...]:
    made = (count.total(standing.series(name), standing.shown, metrics.METRICS[name].title, standing.stand(metric=name))
            for name in JOURNAL)
    return tuple(line for line in made if line)


def _marks(standing: Standing, years: Sequence[str]) -> dict[str, tuple[int, ...]]:
    names = ("m_n5", "m_n4", "m_n3", "m_n2", "m_na")
    rows = families.standing(standing.shown, standing.series(LOW), (), {(): standing.stand(metric=LOW)})
    of_year = {year: only(rows, school_year=year) for year in years}
    totals = {year: tuple(pc.sum(own[name]).as_py() or 0 for name in names) for year, own in of_year.items()}
    return {year: counts for year, counts in totals.items() if any(counts)}
