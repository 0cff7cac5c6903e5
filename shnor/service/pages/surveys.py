"""The page of surveys: k of n first, waves beside each other, who has not answered, what came without its number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods, wording
from shnor.datasets import KINDS
from shnor.metrics.surveys import MARKING
from shnor.service.figures import families, sets, topics
from shnor.service.figures.families import NOWHERE, Key, Series, Stand
from shnor.service.figures.lines import Cell, Counting, Line
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
    could be chosen. now: positive answers to the question in the newest wave, of every school of the list; reached: who
    took part in it. total: positive answers by wave, all waves over the same schools (None: none is declared positive);
    reach: who took part, by wave; options: by option; schools: by school number; questions: every question of the
    survey. outside: how many schools that answered are not on the list and not counted; nowhere: answers of no school
    are left out. silent: schools of the list without a row in the newest wave; listed: how many are on the list."""

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


NOTHING = SurveysPage(Chosen(), {}, (), False, None, None, None, (), (), (), (), 0, False, (), 0, ())


def build(view: View, wanted: Chosen, *, day: date) -> SurveysPage:
    every = topics.marked(view, MARKING, as_of=day)
    every = every.filter(pc.or_(pc.greater(every["is_counted"], 0), pc.greater(every["is_option_stated"], 0)))
    if not every.num_rows:
        return NOTHING
    chosen, choices = _settled(every, wanted)
    survey = only(every, survey=chosen.survey)
    made = _Standing(view, day, only(survey, audience=chosen.audience), chosen)
    register, count, same = made.register, made.count, {"question": chosen.question}
    silent, listed = _silent(survey, made.waves, register)
    reach = made.reach()
    return SurveysPage(
        chosen=chosen, choices=choices, waves=made.waves, several="yes" in _different(made.question, "several"),
        now=made.newest(SHARE, made.question, same), reached=made.newest(REACH, made.mine, {}),
        total=count.total(made.series(SHARE), made.question, chosen.question, made.stand(SHARE, chosen.question), same),
        reach=reach.cells if reach else (None,) * len(made.waves), options=_options(made, same),
        schools=_schools(made, same), questions=count.lines(made.series(SHARE), made.mine, ("question",), {
            (name,): (name, made.stand(SHARE, name)) for name in _different(made.mine, "question")}),
        outside=len(made.outside), nowhere=made.nowhere, silent=silent, listed=listed,
        stated=tuple(_stated(survey, register, made.waves)))


class _Standing:
    """What the lines of the page stand on. ours: rows of the survey and the group; mine: those of the schools that may
    stand in it and of no school; question: of the chosen question."""

    def __init__(self, view: View, day: date, ours: pa.Table, chosen: Chosen) -> None:
        self.waves = tuple(_by_time(ours["wave"]))[-WAVES:]
        self.count = Counting(view, day, self.waves, "wave", {"survey": chosen.survey, "audience": chosen.audience})
        self.register, self.ours, self.chosen = self.count.register(), ours, chosen
        counted = only(ours.filter(pc.greater(ours["n_option_base"], 0)), wave=self.waves)
        present = _schools_of(counted)
        newest = _by_time(counted["wave"])[-1:]
        listed = self.register.listed & _schools_of(only(counted, wave=tuple(newest)))
        self.base = self.register.listed if listed else _schools_of(only(ours, wave=self.waves))
        self.outside = present - self.base
        self.mine = only(ours, school_id=(*self.base, "")) if self.outside else ours
        self.nowhere = bool(present & self.base) and "" in {code or "" for code in counted["school_id"].to_pylist()}
        self.question = only(self.mine, question=chosen.question)
        self._stands: dict[str, dict[Key, Stand]] = {}

    def series(self, metric: str) -> Series:
        return Series(metric, self.waves, "wave", ("question",) if metric != REACH else ())

    def stand(self, metric: str, *key: str) -> Stand:
        if metric not in self._stands:
            self._stands[metric] = families.stands(self.series(metric), self.mine, self.base)
        return self._stands[metric].get(key, NOWHERE)

    def reach(self) -> Line | None:
        """Of the schools the waves of the question stand on, those that say how many were asked."""
        share: dict[Key, Stand] = {(): self.stand(SHARE, self.chosen.question)}
        own = families.standing(self.mine, self.series(SHARE), (), share)
        return self.count.total(self.series(REACH), own, "", NOWHERE)

    def newest(self, metric: str, rows: pa.Table, more: Where) -> Cell | None:
        """Of the newest wave, over every school that has rows."""
        own = only(rows, wave=self.waves[-1])
        [found] = self.count.figures(metric, own, ())
        where = self.count.where(own["school_id"].to_pylist(), {**more, "wave": self.waves[-1]})
        return Cell(found, where) if found.denominator or found.status == "no_n" else None


def _schools_of(rows: pa.Table) -> frozenset[str]:
    return frozenset({code or "" for code in rows["school_id"].to_pylist()} - {""})


def _options(made: _Standing, same: Where) -> tuple[Line, ...]:
    """All options of a question stand on the schools that answered it, so that they add up."""
    stand = replace(made.stand(OPTION, made.chosen.question), change=None)
    return made.count.lines(made.series(OPTION), made.question, ("option",), {
        (option,): (option, stand) for option in _in_order(made.question)}, same)


def _schools(made: _Standing, same: Where) -> tuple[Line, ...]:
    """By school number, those outside the list too."""
    names, series = made.register.names, made.series(SHARE)
    stands = families.of_each_school(series, made.ours)
    ordered = sorted(names, key=lambda school: wording.by_number(names[school]))
    return made.count.lines(series, only(made.ours, question=made.chosen.question), ("school_id",), {
        (school,): (names[school], stands.get(school, {}).get((made.chosen.question,), NOWHERE))
        for school in ordered}, same)


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


def _in_order(rows: pa.Table) -> list[str]:
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
