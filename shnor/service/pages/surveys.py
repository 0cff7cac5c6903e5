"""The page of surveys: k of n first, waves beside each other, who has not answered, what came without its number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods, wording
from shnor.datasets import KINDS
from shnor.metrics.surveys import MARKING
from shnor.service.figures import families, sets, topics
from shnor.service.figures.families import NOWHERE
from shnor.service.figures.lines import Cell, Line
from shnor.service.figures.rows import Where, only
from shnor.service.pages.survey_standing import (
    EVERY,
    LIST,
    MUNICIPALITY,
    OPTION,
    REACH,
    SHARE,
    Chosen,
    Standing,
    different,
    newest_options,
    options,
    positive,
)
from shnor.store import View

__all__ = ["AUDIENCES", "EVERY", "LIST", "MUNICIPALITY", "NOTHING", "OPTION", "REACH", "SHARE", "Chosen", "SurveysPage",
           "build"]

Choices = dict[str, tuple[tuple[str, str], ...]]
AUDIENCES = KINDS["surveys"]["audience"].choices


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
class Asked:
    """A question with several choices: its options by wave, over the schools that answered it in each; newest: in the
    newest wave alone, over every school that has them."""

    question: str
    options: tuple[Line, ...]
    newest: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True)
class SurveysPage:
    """choices: what each filter can be set to. waves: codes of periods, oldest first. several: more than one answer
    could be chosen. now: positive answers to the question in the newest wave, of every school of the list; reached:
    who took part in it. total: positive answers by wave, all waves over the same schools (None: none is declared
    positive); pair: of the last two waves alone, over the schools that have both; reach: who took part, by wave;
    options: by option; schools: those the page counts, by school number;
    others: those it does not; questions: every question of the survey. outside: how many schools that answered are
    not on the list and not counted; nowhere: answers of no school are left out. silent: schools of the list without a
    row in the newest wave; listed: how many are on the list. positive: options of the question that are declared
    positive; chose: its options in the newest wave alone. beside: the question by wave of what is put beside; nearby:
    the same in the newest wave alone, over all schools that have it. wished: other questions with several choices.
    missing: what was asked and is not there, by the filter."""

    chosen: Chosen
    choices: Mapping[str, tuple[tuple[str, str], ...]]
    waves: tuple[str, ...]
    several: bool
    now: Cell | None
    reached: Cell | None
    total: Line | None
    reach: tuple[Cell | None, ...]
    options: tuple[Line, ...]
    schools: tuple[Line, ...]
    questions: tuple[Line, ...]
    outside: int
    nowhere: bool
    silent: tuple[str, ...]
    listed: int
    stated: tuple[Stated, ...]
    positive: tuple[str, ...] = ()
    chose: tuple[tuple[str, Cell], ...] = ()
    beside: tuple[Line, ...] = ()
    nearby: tuple[tuple[str, Cell], ...] = ()
    wished: tuple[Asked, ...] = ()
    missing: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Line, ...] = ()
    pair: Line | None = None


NOTHING = SurveysPage(Chosen(), {}, (), False, None, None, None, (), (), (), (), 0, False, (), 0, ())


def build(view: View, wanted: Chosen, *, day: date) -> SurveysPage:
    survey, made, choices = _standing(view, wanted, day)
    if made is None:
        return NOTHING
    count, same = made.count, {"question": made.chosen.question}
    reach, lines = made.reach(), _schools(made, same)
    counted = {made.alone} if made.alone else made.base
    lines_beside, nearby = _beside(made, wanted.compare, same)
    return replace(
        _main(survey, made, choices), total=made.total(), reach=reach.cells if reach else (None,) * len(made.waves),
        options=options(made, made.question, made.chosen.question),
        schools=tuple(line for line in lines if line.school_id in counted),
        others=tuple(line for line in lines if line.school_id not in counted),
        questions=count.lines(made.series(SHARE), made.mine, ("question",), {
            (name,): (name, made.stand(SHARE, name)) for name in different(made.mine, "question")}),
        chose=newest_options(made, made.question, made.chosen.question),
        wished=tuple(replace(one, options=options(made, only(made.mine, question=one.question), one.question))
                     for one in _wished(made)),
        missing=_missing(wanted, made), beside=lines_beside, nearby=nearby)


def main(view: View, wanted: Chosen, *, day: date) -> SurveysPage:
    """What a paper tells of it: the newest wave, the last two, options of the newest; the rest stays empty."""
    survey, made, choices = _standing(view, wanted, day)
    return NOTHING if made is None else _main(survey, made, choices)


def _standing(view: View, wanted: Chosen, day: date) -> tuple[pa.Table, Standing | None, Choices]:
    """Rows of the survey, what stands on them, what the filters can be set to; None without a survey."""
    every = topics.marked(view, MARKING, as_of=day)
    every = every.filter(pc.or_(pc.greater(every["is_counted"], 0), pc.greater(every["is_option_stated"], 0)))
    if not every.num_rows:
        return every, None, {}
    chosen, choices = _settled(every, wanted)
    survey = only(every, survey=chosen.survey)
    return survey, Standing(view, day, only(survey, audience=chosen.audience), chosen), choices


def _main(survey: pa.Table, made: Standing, choices: Choices) -> SurveysPage:
    silent, listed = _silent(survey, made)
    return replace(
        NOTHING, chosen=made.chosen, choices={**choices, "wave": _same(reversed(made.all_waves)),
                                              "schools": made.named},
        waves=made.waves, several="yes" in different(made.question, "several"),
        now=made.newest(SHARE, made.question, {"question": made.chosen.question}),
        reached=made.newest(REACH, made.mine, {}), pair=made.pair(), outside=len(made.outside), nowhere=made.nowhere,
        silent=silent, listed=listed, stated=tuple(_stated(survey, made)), positive=positive(made.question),
        wished=tuple(_wished(made)))


def _beside(made: Standing, compare: Sequence[str], same: Where,
            ) -> tuple[tuple[Line, ...], tuple[tuple[str, Cell], ...]]:
    """What is put beside: its waves, and its newest wave over every school that has it. The same schools are not put
    beside themselves."""
    sets_of = {} if made.register.hidden else {LIST: "школы перечня", MUNICIPALITY: "все школы"}
    names = {**dict(made.named), **sets_of}
    lines: list[Line] = []
    newest: list[tuple[str, Cell]] = []
    for code in compare:
        schools = EVERY if code == MUNICIPALITY else code
        if code not in names or schools == made.chosen.schools:
            continue
        other = made.other(schools)
        if line := other.total():
            lines.append(replace(line, name=names[code]))
        if cell := other.newest(SHARE, other.question, same):
            newest.append((names[code], cell))
    return tuple(lines), tuple(newest)


def _missing(wanted: Chosen, made: Standing) -> dict[str, str]:
    """What was asked and is not there."""
    pairs = {name: (getattr(wanted, name), getattr(made.chosen, name)) for name in (
        "survey", "audience", "question", "schools")}
    waves = {"wave": wanted.wave} if wanted.wave not in ("", *made.all_waves) else {}
    return {**{name: asked for name, (asked, taken) in pairs.items() if asked and asked != taken}, **waves}


def _wished(made: Standing) -> Iterable[Asked]:
    """Questions with several choices, without the one that is shown anyway; their newest wave alone."""
    several = made.mine.filter(pc.equal(pc.fill_null(made.mine["several"], ""), "yes"))
    for question in different(only(several, wave=made.waves[-1]), "question"):
        if question != made.chosen.question:
            rows = only(made.mine, question=question)
            yield Asked(question, (), newest_options(made, rows, question))


def _schools(made: Standing, same: Where) -> tuple[Line, ...]:
    """By school number, those that are not counted too."""
    names, series = made.register.names, made.series(SHARE)
    stands = families.of_each_school(series, made.ours)
    ordered = sorted(names, key=lambda school: wording.by_number(names[school]))
    return made.count.lines(series, only(made.ours, question=made.chosen.question), ("school_id",), {
        (school,): (names[school], stands.get(school, {}).get((made.chosen.question,), NOWHERE))
        for school in ordered}, same)


def _settled(every: pa.Table, wanted: Chosen) -> tuple[Chosen, Choices]:
    """What is shown where a filter is open: the survey asked last, its largest group, its first question with positive
    answers."""
    newest = {row["survey"]: periods.first_day(row["wave"]) for row in sorted(
        every.select(["survey", "wave"]).to_pylist(), key=lambda row: periods.first_day(row["wave"]))}
    surveys = sorted(newest, key=lambda name: (newest[name], name), reverse=True)
    survey = wanted.survey if wanted.survey in newest else surveys[0]
    rows = only(every, survey=survey)
    sizes = {code: pc.sum(only(rows, audience=code)["n_option"]).as_py() or 0 for code in different(rows, "audience")}
    audience = wanted.audience if wanted.audience in sizes else max(sizes, key=lambda code: (sizes[code], code))
    rows = only(rows, audience=audience)
    questions = different(rows, "question")
    judged = [name for name in questions if pc.max(only(rows, question=name)["is_share"]).as_py()]
    question = wanted.question if wanted.question in questions else (judged or questions)[0]
    choices = {"survey": _same(surveys), "question": _same(questions),
               "audience": tuple((code, title) for code, title in AUDIENCES.items() if code in sizes)}
    return replace(wanted, survey=survey, audience=audience, question=question), choices


def _silent(survey: pa.Table, made: Standing) -> tuple[tuple[str, ...], int]:
    """Names of schools of the list without a row in the newest wave, by number; nothing where rows are of no school.
    Of one school nobody else is asked."""
    register = made.register
    told = set(different(only(survey, wave=made.waves[-1]), "school_id"))
    listed = register.listed & {made.alone} if made.alone else register.listed
    names = [register.names[code] for code in listed - told if code in register.names]
    return (tuple(sorted(names, key=wording.by_number)) if told - {""} else ()), len(listed)


def _stated(survey: pa.Table, made: Standing) -> Iterable[Stated]:
    """Of the waves shown, the newest first, by school number."""
    rows = survey.filter(pc.greater(survey["is_option_stated"], 0)).to_pylist()
    first = periods.first_day(made.waves[0])
    last = periods.first_day(made.waves[-1]) if made.chosen.wave else date.max
    names = made.register.names
    found = [Stated(names.get(row["school_id"], sets.NOWHERE), row["school_id"], row["wave"],
                    AUDIENCES[row["audience"]], row["question"], row["option"], row["percent"],
                    {name: row[name] for name in ("survey", "wave", "school_id", "audience", "question", "option")})
             for row in rows if made.alone in ("", row["school_id"]) and (row["wave"] in made.waves or (
                 first < periods.first_day(row["wave"]) <= last))]
    found.sort(key=lambda one: wording.by_number(one.school))
    return sorted(found, key=lambda one: periods.first_day(one.wave), reverse=True)


def _same(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Values that are their own names."""
    return tuple((name, name) for name in names)
