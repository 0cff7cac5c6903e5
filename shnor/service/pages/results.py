"""The page of results: what changed and what may be said, by class, by school, the same children a year on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import metrics, wording
from shnor.datasets.results import EXAMS, STAGES
from shnor.metrics.change import Change, change
from shnor.metrics.figure import Figure
from shnor.metrics.results import MARKING, same_series
from shnor.service.figures import sets, topics
from shnor.service.figures.cohorts import Cohort, cohorts
from shnor.service.figures.lines import Cell, Line
from shnor.service.figures.rows import Where, only
from shnor.store import View

LOW = "low_mark_share"
BESIDE = ("quality_rate", "pass_rate", "mean_mark", "sou_index")
JOURNAL = ("confirmed_share", "lowered_share", "raised_share")
COHORT = ("school_id", "grade", "class_label", "school_year")
LISTED, EVERY = "list", "all"
"""Which schools: the list of the day, or all that have data; else the code of one school."""
YEARS = 3
LEVELS = ("municipality", "region", "country")


@dataclass(frozen=True)
class Chosen:
    """Filters of the page; "" = not chosen yet."""

    procedure: str = ""
    stage: str = ""
    subject: str = ""
    term: str = ""
    schools: str = LISTED


@dataclass(frozen=True)
class ResultsPage:
    """choices: what each filter can be set to. years: school years shown, oldest first; earlier: years that belong to
    another series. total: the chosen set, all classes together; pooled: its years together; grades, schools: lines by
    class and by school number; stages: the same by stage of an exam; others: other subjects of the procedure; levels:
    rows of a file for the same classes; journal: by metric. marks: year → how many got «5», «4», «3», «2», н/а."""

    chosen: Chosen
    choices: Mapping[str, tuple[tuple[str, str], ...]]
    set: str
    years: tuple[str, ...]
    earlier: tuple[str, ...]
    classes: str
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


NOTHING = ResultsPage(Chosen(), {}, "", (), (), "", None, None, (), (), (), (), (), (), (), (), {})


@dataclass(frozen=True)
class _Counting:
    """What every line of a page is counted with. base: the choice of rows all of them share."""

    view: View
    day: date
    years: tuple[str, ...]
    base: Where

    def figures(self, metric: str, rows: pa.Table, by: Sequence[str]) -> list[Figure]:
        return topics.figures_of(self.view, metric, rows, by=by, as_of=self.day)

    def lines(self, rows: pa.Table, column: str, titles: Mapping[str, str], metric: str = LOW) -> tuple[Line, ...]:
        """A line for each value of a column, in the order of titles; values without any participant are left out."""
        found = {(figure.group[column], figure.group["school_year"]): figure
                 for figure in self.figures(metric, rows, (column, "school_year")) if figure.denominator}
        schools = {(str(value), year): codes
                   for (value, year), codes in topics.owners(rows, (column, "school_year")).items()}
        lines = []
        for value, title in titles.items():
            keys = [(value, year) for year in self.years]
            cells = [Cell(found[key], self.where(schools[key], {column: value, "school_year": key[1]}))
                     if key in found else None for key in keys]
            if any(cells):
                lines.append(Line(title, tuple(cells), _change(cells), value if column == "school_id" else ""))
        return tuple(lines)

    def where(self, schools: Iterable[str], more: Where) -> Where:
        """The rows of a cell."""
        codes = tuple(sorted(set(schools) - {""}))
        return {**self.base, "level": "school", **({"school_id": codes} if codes else {}), **more}


def _change(cells: Sequence[Cell | None]) -> Change | None:
    """Between the last two years, where both are there and the metric is a share."""
    if len(cells) < 2 or cells[-2] is None or cells[-1] is None:
        return None
    return change(cells[-2].figure, cells[-1].figure)


def build(view: View, wanted: Chosen, *, day: date) -> ResultsPage:
    every = topics.marked(view, MARKING, as_of=day)
    if not every.num_rows:
        return NOTHING
    known = sets.register(view, day)
    own = only(every, level="school")
    chosen, choices = _settled(own if own.num_rows else every, known, wanted)
    work = only(every, procedure=chosen.procedure, term=chosen.term)
    staged = _of_schools(only(work, level="school"), known, chosen.schools)
    ours = only(staged, stage=chosen.stage)
    rows = only(ours, subject=chosen.subject)
    years, earlier = _years(rows, chosen.procedure)
    base = {"procedure": chosen.procedure, "stage": chosen.stage, "term": chosen.term, "subject": chosen.subject}
    count = _Counting(view, day, years, {name: value for name, value in base.items() if value})
    shown = _of_years(rows, years)
    grades = sorted(set(shown["grade"].to_pylist()))
    others = _others(count, ours, chosen)
    count = replace(count, base={**count.base, "grade": tuple(map(str, grades))} if grades else count.base)
    total = count.lines(shown, "procedure", {chosen.procedure: "все классы вместе"})[:1]
    return ResultsPage(
        chosen=chosen, choices=choices, set=_set_of(total), years=years, earlier=earlier, classes=classes(grades),
        total=total[0] if total else None, pooled=_pooled(count, shown), beside=_beside(count, shown),
        grades=count.lines(shown, "grade", {str(grade): f"{grade} класс" for grade in grades}),
        schools=count.lines(shown, "school_id", _by_number(shown, known)),
        stages=_stages(count, staged, chosen), others=others,
        same_children=cohorts(count.figures(LOW, shown, COHORT), chosen.procedure),
        journal=tuple(line for name in JOURNAL for line in
                      count.lines(shown, "procedure", {chosen.procedure: metrics.METRICS[name].title}, name)),
        levels=_levels(count, work, chosen, grades), marks=_marks(shown, years))


def _set_of(total: Sequence[Line]) -> str:
    """The set of the newest year."""
    return next((cell.figure.set for line in total for cell in reversed(line.cells) if cell), "")


def classes(grades: Sequence[int]) -> str:
    """«5–8 классы», «9 класс», «5, 7 классы»."""
    if len(grades) == 1:
        return f"{grades[0]} класс"
    whole = list(range(grades[0], grades[-1] + 1)) == list(grades) if grades else False
    return f"{wording.span(grades[0], grades[-1]) if whole else ', '.join(map(str, grades))} классы" if grades else ""


def _of_years(rows: pa.Table, years: Sequence[str]) -> pa.Table:
    return rows.filter(pc.is_in(rows["school_year"], pa.array(years, pa.string())))


def _of_schools(rows: pa.Table, known: sets.Register, which: str) -> pa.Table:
    if which == EVERY:
        return rows
    codes = sorted(known.listed) if which == LISTED else [which]
    return rows.filter(pc.is_in(rows["school_id"], pa.array(codes, pa.string())))


def _settled(rows: pa.Table, known: sets.Register, wanted: Chosen) -> tuple[Chosen, dict]:
    """Filters with what is there: the procedure, subject and part of the year with most rows of the newest year."""
    present = sorted(set(rows["school_id"].to_pylist()) - {""}, key=lambda code: wording.by_number(known.names[code])
                     if code in known.names else ((float("inf"),), ()))
    named = [(LISTED, "перечень")] if known.listed & set(present) else []
    schools = (*named, (EVERY, "все школы с данными"), *((code, known.names.get(code, code)) for code in present))
    which = wanted.schools if wanted.schools in dict(schools) else schools[0][0]
    choices: dict[str, tuple[tuple[str, str], ...]] = {"schools": schools}
    settled = {"schools": which}
    for name in ("procedure", "term", "stage", "subject"):
        found = _frequent(rows, name)
        if name == "stage":
            found = [code for code in STAGES if code in found] or [""]
        value = getattr(wanted, name)
        settled[name] = value if value in found else found[0]
        choices[name] = tuple((text, STAGES.get(text, text) if name == "stage" else text) for text in found)
        rows = only(rows, **{name: settled[name]})
    if settled["procedure"] not in EXAMS:
        choices["stage"] = ()
    return replace(wanted, **settled), choices


def _frequent(rows: pa.Table, name: str) -> list[str]:
    """Different values, those of the newest year and of most schools first."""
    found = rows.group_by(name).aggregate([("school_year", "max"), ("school_id", "count_distinct"),
                                           ("grade", "count")]).to_pylist()
    last = max(row["school_year_max"] for row in found) if name == "term" else ""
    found.sort(key=lambda row: (row["school_year_max"] < last, -row["school_id_count_distinct"], -row["grade_count"],
                                row[name]))
    return [row[name] for row in found]


def _years(rows: pa.Table, procedure: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The last years of the newest series, and the years of other series."""
    found = sorted(set(rows["school_year"].to_pylist()))
    series = [year for year in found if same_series(procedure, year, found[-1])]
    return tuple(series[-YEARS:]), tuple(year for year in found if year not in series)


def _pooled(count: _Counting, rows: pa.Table) -> Cell | None:
    """All shown years together: more participants, less chance."""
    if len(count.years) < 2:
        return None
    [found] = count.figures(LOW, rows, ())
    return Cell(found, count.where(rows["school_id"].to_pylist(), {"school_year": count.years}))


def _beside(count: _Counting, rows: pa.Table) -> tuple[Cell, ...]:
    """What else is counted of the newest year."""
    year = count.years[-1] if count.years else ""
    newest = only(rows, school_year=year)
    where = count.where(newest["school_id"].to_pylist(), {"school_year": year})
    return tuple(Cell(figure, where) for name in BESIDE for figure in count.figures(name, newest, ())
                 if figure.denominator)


def _by_number(rows: pa.Table, known: sets.Register) -> dict[str, str]:
    """Schools by number, never by result."""
    present = set(rows["school_id"].to_pylist())
    named = {code: name for code, name in known.names.items() if code in present}
    return dict(sorted(named.items(), key=lambda pair: wording.by_number(pair[1])))


def _stages(count: _Counting, rows: pa.Table, chosen: Chosen) -> tuple[Line, ...]:
    if chosen.procedure not in EXAMS:
        return ()
    return count.lines(_of_years(only(rows, subject=chosen.subject), count.years), "stage", STAGES)


def _others(count: _Counting, rows: pa.Table, chosen: Chosen) -> tuple[Line, ...]:
    """The other subjects of the procedure; each with as many classes as wrote it."""
    rows = _of_years(rows, count.years)
    names = sorted(set(rows["subject"].to_pylist()) - {chosen.subject})
    return count.lines(rows, "subject", {name: name for name in names})


def _levels(count: _Counting, work: pa.Table, chosen: Chosen, grades: Sequence[int]) -> tuple[Line, ...]:
    """Rows of a file for the same classes, named by how many schools the file says stand behind them."""
    rows = _of_years(only(work, stage=chosen.stage, subject=chosen.subject), count.years)
    rows = rows.filter(pc.is_in(rows["grade"], pa.array(grades, pa.int64())))
    return count.lines(rows, "level", {level: _level_name(rows, level) for level in LEVELS})


def _level_name(rows: pa.Table, level: str) -> str:
    numbers = sorted(set(only(rows, level=level)["school_count"].drop_null().to_pylist()))
    behind = f", {wording.span(*numbers[::len(numbers) - 1 or 1][:2])}" if len(numbers) > 1 else \
        f", {wording.number(numbers[0])}" if numbers else ""
    schools = f"{wording.NBSP}{wording.noun(numbers[-1], 'школа')}" if numbers else ""
    return f"{sets.ROWS_OF_A_FILE[level].removesuffix(')')}{behind}{schools})"


def _marks(rows: pa.Table, years: Sequence[str]) -> dict[str, tuple[int, ...]]:
    names = ("m_n5", "m_n4", "m_n3", "m_n2", "m_na")
    of_year = {year: only(rows, school_year=year) for year in years}
    totals = {year: tuple(pc.sum(own[name]).as_py() or 0 for name in names) for year, own in of_year.items()}
    return {year: counts for year, counts in totals.items() if any(counts)}
