"""The page of results: what changed and what may be said, by class, by school, the same children a year on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import metrics, wording
from shnor.datasets.results import EXAMS, STAGES
from shnor.metrics.results import MARKING
from shnor.service.figures import families, sets, topics
from shnor.service.figures.cohorts import Cohort
from shnor.service.figures.families import NOWHERE, WHOLE, Key, Stand
from shnor.service.figures.lines import Cell, Counting, Line
from shnor.service.figures.rows import only
from shnor.service.pages.works import EVERY, GRADE, LISTED, LOW, WORK, YEAR, Chosen, Standing, settled
from shnor.store import View

__all__ = ["EVERY", "LISTED", "LOW", "NOTHING", "Chosen", "Line", "ResultsPage", "build"]
BESIDE = ("quality_rate", "pass_rate", "mean_mark", "sou_index")
JOURNAL = ("confirmed_share", "lowered_share", "raised_share")
LEVELS = ("municipality", "region", "country")


@dataclass(frozen=True)
class ResultsPage:
    """choices: what each filter can be set to. years: school years shown, oldest first; earlier: years that belong to
    another series. set: of the total, whose years stand on the same schools; mixed: how many of these wrote in other
    classes than a year before. total: all classes together; pooled: its years together; beside: of the newest year
    alone, over every school of the set. grades, schools: lines by class and by school number; stages: the same by stage
    of an exam; others: other subjects of the procedure; levels: rows of a file for the same classes; journal: by
    metric. marks: year → how many got «5», «4», «3», «2», н/а."""

    chosen: Chosen
    choices: Mapping[str, tuple[tuple[str, str], ...]]
    set: str
    years: tuple[str, ...]
    earlier: tuple[str, ...]
    classes: str
    mixed: int
    total: Line | None
    pooled: Cell | None
    beside: tuple[Cell, ...]
    grades: tuple[Line, ...]
    schools: tuple[Line, ...]
    stages: tuple[Line, ...]
    others: tuple[Line, ...]
    same_children: tuple[Cohort, ...]
    journal: tuple[Line, ...]
    levels: tuple[Line, ...]
    marks: Mapping[str, tuple[int, ...]]


NOTHING = ResultsPage(Chosen(), {}, "", (), (), "", 0, None, None, (), (), (), (), (), (), (), (), {})


def build(view: View, wanted: Chosen, *, day: date) -> ResultsPage:
    every = topics.marked(view, MARKING, as_of=day)
    if not every.num_rows:
        return NOTHING
    own = only(every, level="school")
    chosen, choices = settled(own if own.num_rows else every, wanted)
    standing = Standing(view, day, every, chosen)
    chosen = standing.chosen
    choices["schools"] = standing.schools
    count, rows = standing.count, standing.shown
    grades = sorted(set(rows[GRADE].to_pylist()))
    others = _others(standing)
    work = replace(count, base={**count.base, GRADE: tuple(map(str, grades))} if grades else count.base)
    total = work.total(standing.series(LOW), rows, "все классы вместе", standing.stand())
    return ResultsPage(
        chosen=chosen, choices=choices, set=_set_of(total), years=count.periods, earlier=standing.earlier,
        classes=classes(grades), mixed=standing.mixed(), total=total, pooled=_pooled(standing, work, total),
        beside=_beside(work, rows),
        grades=count.lines(standing.series(LOW), rows, (GRADE,), {
            (str(grade),): (f"{grade} класс", standing.stand(grade=str(grade))) for grade in grades}),
        schools=_schools(standing, work), stages=_stages(standing, work), others=others,
        same_children=standing.same_children(), journal=_journal(standing, work),
        levels=_levels(standing, work, grades), marks=_marks(standing, count.periods))


def _set_of(total: Line | None) -> str:
    """The set of all years; where each has its own, of the newest."""
    if total is None:
        return ""
    return total.set or next((cell.figure.set for cell in reversed(total.cells) if cell), "")


def classes(grades: Sequence[int]) -> str:
    """«5–8 классы», «9 класс», «5, 7 классы»."""
    if len(grades) == 1:
        return f"{grades[0]} класс"
    whole = list(range(grades[0], grades[-1] + 1)) == list(grades) if grades else False
    return f"{wording.span(grades[0], grades[-1]) if whole else ', '.join(map(str, grades))} классы" if grades else ""


def _pooled(standing: Standing, count: Counting, total: Line | None) -> Cell | None:
    """All years together of schools that have them all: more participants, less chance."""
    stand = standing.stand()
    if total is None or not stand.schools or len(stand.periods) < 2:
        return None
    rows = families.standing(standing.shown, standing.series(LOW), (), {(): stand})
    [found] = count.figures(LOW, rows, (), total.set)
    return Cell(found, count.where(stand.schools, {YEAR: stand.periods}))


def _beside(count: Counting, rows: pa.Table) -> tuple[Cell, ...]:
    """What else is counted of the newest year."""
    year = count.periods[-1] if count.periods else ""
    newest = only(rows, school_year=year)
    where = count.where(newest["school_id"].to_pylist(), {YEAR: year})
    return tuple(Cell(figure, where) for name in BESIDE for figure in count.figures(name, newest, ())
                 if figure.denominator)


def _schools(standing: Standing, count: Counting) -> tuple[Line, ...]:
    """Schools by number, never by result."""
    series, names = standing.series(LOW), standing.known.names
    stands = families.of_each_school(series, standing.own)
    key = standing.chosen.subject, standing.chosen.stage, WHOLE
    ordered = sorted(stands.keys() & names.keys(), key=lambda school: wording.by_number(names[school]))
    return count.lines(series, standing.shown, ("school_id",), {
        (school,): (names[school], stands[school].get(key, NOWHERE)) for school in ordered})


def _stages(standing: Standing, count: Counting) -> tuple[Line, ...]:
    if standing.chosen.procedure not in EXAMS:
        return ()
    return count.lines(standing.series(LOW), only(standing.own, subject=standing.chosen.subject), ("stage",), {
        (stage,): (title, standing.stand(stage=stage)) for stage, title in STAGES.items()})


def _others(standing: Standing) -> tuple[Line, ...]:
    """The other subjects of the procedure; each with as many classes as wrote it."""
    rows = only(standing.own, stage=standing.chosen.stage)
    names = sorted(set(rows["subject"].to_pylist()) - {standing.chosen.subject})
    return standing.count.lines(standing.series(LOW), rows, ("subject",), {
        (name,): (name, standing.stand(subject=name)) for name in names})


def _journal(standing: Standing, count: Counting) -> tuple[Line, ...]:
    made = (count.total(standing.series(name), standing.shown, metrics.METRICS[name].title, standing.stand(metric=name))
            for name in JOURNAL)
    return tuple(line for line in made if line)


def _levels(standing: Standing, count: Counting, grades: Sequence[int]) -> tuple[Line, ...]:
    """Rows of a file for the same classes, named by how many schools the file says stand behind them. A level is a set
    of its own, compared in the subjects and classes of the schools."""
    wrote = {(row["subject"], row["stage"], row[GRADE]) for row in standing.own.select([*WORK, GRADE]).group_by(
        [*WORK, GRADE], use_threads=False).aggregate([]).to_pylist()}
    series, chosen = standing.series(LOW, "level"), standing.chosen
    lined: dict[Key, tuple[str, Stand]] = {}
    above = only(standing.work, level=LEVELS, school_year=standing.years)
    above = above.filter(pa.array([key in wrote for key in zip(*(above[name].to_pylist() for name in (*WORK, GRADE)),
                                                               strict=True)], pa.bool_()))
    shown = only(above, stage=chosen.stage, subject=chosen.subject)
    for level in LEVELS:
        stands = families.stands(series, only(above, level=level), {level})
        lined[level,] = _level_name(shown, level), stands.get((chosen.subject, chosen.stage, WHOLE), NOWHERE)
    return count.lines(series, shown, ("level",), lined)


def _level_name(rows: pa.Table, level: str) -> str:
    numbers = sorted(set(only(rows, level=level)["school_count"].drop_null().to_pylist()))
    behind = f", {wording.span(*numbers[::len(numbers) - 1 or 1][:2])}" if len(numbers) > 1 else \
        f", {wording.number(numbers[0])}" if numbers else ""
    schools = f"{wording.NBSP}{wording.noun(numbers[-1], 'школа')}" if numbers else ""
    return f"{sets.ROWS_OF_A_FILE[level].removesuffix(')')}{behind}{schools})"


def _marks(standing: Standing, years: Sequence[str]) -> dict[str, tuple[int, ...]]:
    names = ("m_n5", "m_n4", "m_n3", "m_n2", "m_na")
    rows = families.standing(standing.shown, standing.series(LOW), (), {(): standing.stand()})
    of_year = {year: only(rows, school_year=year) for year in years}
    totals = {year: tuple(pc.sum(own[name]).as_py() or 0 for name in names) for year, own in of_year.items()}
    return {year: counts for year, counts in totals.items() if any(counts)}
