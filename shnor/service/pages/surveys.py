"""The page of surveys: k of n first, waves beside each other, who has not answered, what came without its number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods, wording
from shnor.datasets import KINDS
from shnor.metrics.change import Change, change
from shnor.metrics.surveys import MARKING
from shnor.service.figures import sets, topics
from shnor.service.figures.lines import Cell, Line
from shnor.service.figures.rows import Where, only
from shnor.store import View

SHARE, OPTION, REACH = "survey_share", "survey_option_share", "survey_response"
WAVES = 4
"""So many waves stand beside each other; earlier ones stay in the base."""
AUDIENCES = KINDS["surveys"]["audience"].choices


@dataclass(frozen=True)
class Chosen:
    """Filters of the page; "" = not chosen yet. audience: a code of the kind."""

    survey: str = ""
    audience: str = ""
    question: str = ""


@dataclass(frozen=True)
class Stated:
    """A percentage that came without the number of those asked."""

    school: str
    school_id: str
    wave: str
    audience: str
    question: str
    option: str
    percent: float
    where: Where


@dataclass(frozen=True)
class SurveysPage:
    """choices: what each filter can be set to. waves: codes of periods, oldest first. several: more than one answer
    could be chosen. total: positive answers to the question (None: none is declared positive); reach: who took part, by
    wave; options: by option; schools: by school number; questions: every question of the survey. silent: schools of the
    list without a row in the newest wave; listed: how many are on the list. counts: option → how many chose it, by
    wave."""

    chosen: Chosen
    choices: Mapping[str, tuple[tuple[str, str], ...]]
    waves: tuple[str, ...]
    several: bool
    total: Line | None
    reach: tuple[Cell | None, ...]
    options: tuple[Line, ...]
    schools: tuple[Line, ...]
    questions: tuple[Line, ...]
    silent: tuple[str, ...]
    listed: int
    stated: tuple[Stated, ...]


NOTHING = SurveysPage(Chosen(), {}, (), False, None, (), (), (), (), (), 0, ())


@dataclass(frozen=True)
class _Counting:
    """What every line of a page is counted with. base: the choice of rows all of them share."""

    view: View
    day: date
    waves: tuple[str, ...]
    base: Where

    def total(self, metric: str, rows: pa.Table, name: str, **more: str) -> Line | None:
        """A figure a wave over all these rows."""
        lines = self._lines(metric, rows, (), {(): name}, more)
        return lines[0] if lines else None

    def lines(self, metric: str, rows: pa.Table, column: str, names: Mapping[str, str], **more: str) -> list[Line]:
        """A line for each value of a column, in the order of names; values without any figure are left out."""
        return self._lines(metric, rows, (column,), {(value,): name for value, name in names.items()}, more)

    def _lines(self, metric: str, rows: pa.Table, by: Sequence[str], names: Mapping[tuple[str, ...], str],
               more: Mapping[str, str]) -> list[Line]:
        figures = topics.figures_of(self.view, metric, rows, by=(*by, "wave"), as_of=self.day)
        found = {tuple(figure.group[name] for name in (*by, "wave")): figure for figure in figures
                 if figure.denominator or figure.status == "no_n"}
        lines = []
        for values, name in names.items():
            where = {**self.base, **more, **dict(zip(by, values, strict=True))}
            cells = [Cell(found[*values, wave], {**where, "wave": wave}) if (*values, wave) in found else None
                     for wave in self.waves]
            if any(cells):
                school = values[by.index("school_id")] if "school_id" in by else ""
                lines.append(Line(name, tuple(cells), _change(cells), school))
        return lines


def _change(cells: Sequence[Cell | None]) -> Change | None:
    """Between the last two waves, where both are counts of the same question."""
    counted = [cell.figure for cell in cells[-2:] if cell and cell.figure.denominator]
    return change(*counted) if len(counted) == 2 else None


def build(view: View, wanted: Chosen, *, day: date) -> SurveysPage:
    every = topics.marked(view, MARKING, as_of=day)
    every = every.filter(pc.or_(pc.greater(every["is_counted"], 0), pc.greater(every["is_option_stated"], 0)))
    if not every.num_rows:
        return NOTHING
    chosen, choices = _settled(every, wanted)
    survey = only(every, survey=chosen.survey)
    ours = only(survey, audience=chosen.audience)
    question = only(ours, question=chosen.question)
    waves = tuple(_by_time(ours["wave"]))[-WAVES:]
    register = sets.register(view, day)
    count = _Counting(view, day, waves, {"survey": chosen.survey, "audience": chosen.audience})
    schools = dict(sorted(register.names.items(), key=lambda school: wording.by_number(school[1])))
    reach = count.total(REACH, ours, "")
    same = {"question": chosen.question}
    silent, listed = _silent(survey, waves, register)
    return SurveysPage(
        chosen=chosen, choices=choices, waves=waves, several="yes" in _different(question, "several"),
        total=count.total(SHARE, question, chosen.question, **same),
        reach=reach.cells if reach else (None,) * len(waves),
        options=tuple(count.lines(OPTION, question, "option", _same(_options(question)), **same)),
        schools=tuple(count.lines(SHARE, question, "school_id", schools, **same)),
        questions=tuple(count.lines(SHARE, ours, "question", _same(_different(ours, "question")))),
        silent=silent, listed=listed, stated=tuple(_stated(survey, register, waves)))


def _settled(every: pa.Table, wanted: Chosen) -> tuple[Chosen, dict[str, tuple[tuple[str, str], ...]]]:
    """What is shown where a filter is open: the survey asked last, its largest group, its first question with positive
    answers."""
    newest = {row["survey"]: periods.first_day(row["wave"]) for row in sorted(
        every.select(["survey", "wave"]).to_pylist(), key=lambda row: periods.first_day(row["wave"]))}
    surveys = sorted(newest, key=lambda name: (newest[name], name), reverse=True)
    survey = wanted.survey if wanted.survey in newest else surveys[0]
    rows = only(every, survey=survey)
    sizes = {code: pc.sum(only(rows, audience=code)["n_option"]).as_py() or 0 for code in _different(rows, "audience")}
    audience = wanted.audience if wanted.audience in sizes else max(sizes, key=lambda code: (sizes[code], code))
    rows = only(rows, audience=audience)
    questions = _different(rows, "question")
    judged = [name for name in questions if pc.max(only(rows, question=name)["is_share"]).as_py()]
    question = wanted.question if wanted.question in questions else (judged or questions)[0]
    choices = {"survey": tuple(_same(surveys).items()), "question": tuple(_same(questions).items()),
               "audience": tuple((code, title) for code, title in AUDIENCES.items() if code in sizes)}
    return Chosen(survey, audience, question), choices


def _silent(survey: pa.Table, waves: Sequence[str], register: sets.Register) -> tuple[tuple[str, ...], int]:
    """Names of schools of the list without a row in the newest wave, by number; nothing where rows are of no school."""
    told = set(_different(only(survey, wave=waves[-1]), "school_id"))
    names = [register.names[code] for code in register.listed - told if code in register.names]
    return (tuple(sorted(names, key=wording.by_number)) if told - {""} else ()), len(register.listed)


def _stated(survey: pa.Table, register: sets.Register, waves: Sequence[str]) -> Iterable[Stated]:
    """Of the waves shown, the newest first, by school number."""
    rows = survey.filter(pc.greater(survey["is_option_stated"], 0)).to_pylist()
    found = [Stated(register.names.get(row["school_id"], sets.NOWHERE), row["school_id"], row["wave"],
                    AUDIENCES[row["audience"]], row["question"], row["option"], row["percent"],
                    {name: row[name] for name in ("survey", "wave", "school_id", "audience", "question", "option")})
             for row in rows if row["wave"] in waves or periods.first_day(row["wave"]) > periods.first_day(waves[0])]
    found.sort(key=lambda one: wording.by_number(one.school))
    return sorted(found, key=lambda one: periods.first_day(one.wave), reverse=True)


def _different(rows: pa.Table, column: str) -> list[str]:
    """Values of a column in the order they were loaded."""
    return [value for value in dict.fromkeys(rows.sort_by("src")[column].to_pylist()) if value is not None]


def _options(rows: pa.Table) -> list[str]:
    """Positive ones first, otherwise as the newest file lists them; «Другое» last."""
    newest = rows.sort_by([("day", "descending"), ("src", "ascending")])
    positive = {row["option"] for row in rows.filter(pc.greater(rows["is_yes"], 0)).to_pylist()}
    listed = dict.fromkeys(newest["option"].to_pylist())
    return sorted(listed, key=lambda option: (option == "Другое", option not in positive))


def _by_time(waves: pa.ChunkedArray) -> list[str]:
    return sorted(set(waves.to_pylist()), key=lambda code: (periods.first_day(code), code))


def _same(names: Iterable[str]) -> dict[str, str]:
    """Values that are their own names."""
    return {name: name for name in names}
