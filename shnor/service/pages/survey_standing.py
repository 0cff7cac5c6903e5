"""What the page of surveys stands on: the survey, the group and the schools that are chosen, and their waves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods, wording
from shnor.datasets.surveys import MILD
from shnor.service.figures import families
from shnor.service.figures.families import NOWHERE, Key, Series, Stand
from shnor.service.figures.lines import Cell, Counting, Line
from shnor.service.figures.rows import Where, only
from shnor.store import View

SHARE, OPTION, REACH = "survey_share", "survey_option_share", "survey_response"
LIST, EVERY = "list", "all"
"""Which schools: the list of the newest wave (all that answered, where nobody of it did), or all; else the code of
one."""
MUNICIPALITY = "municipality"
"""All schools, when they are put beside."""
WAVES = 4
"""So many waves stand beside each other; earlier ones stay in the base."""


@dataclass(frozen=True)
class Chosen:
    """Filters of the page; "" = not chosen yet. audience: a code of the kind. wave: the newest one shown, "" = the
    newest there is. schools: LIST, EVERY or the code of a school. compare: what is put beside: codes of schools, LIST,
    MUNICIPALITY."""

    survey: str = ""
    audience: str = ""
    question: str = ""
    wave: str = ""
    schools: str = LIST
    compare: tuple[str, ...] = ()


class Standing:
    """What the lines of the page stand on. ours: rows of the survey and the group up to the wave chosen; mine: those of
    the schools that may stand in it and of no school; question: of the chosen question."""

    def __init__(self, view: View, day: date, ours: pa.Table, chosen: Chosen) -> None:
        self.view, self.day, self.whole = view, day, ours
        self.all_waves = tuple(by_time(ours["wave"]))
        self.every = self._until(chosen.wave)
        self.waves = self.every[-WAVES:]
        self.count = Counting(view, day, self.waves, "wave", {"survey": chosen.survey, "audience": chosen.audience})
        self.register = self.count.register()
        answered = schools_of(ours)
        usual = LIST if not self.register.hidden else next(iter(answered)) if len(answered) == 1 else EVERY
        known = {EVERY, LIST, *answered} if usual == LIST else {usual, *answered}
        self.chosen = replace(chosen, schools=chosen.schools if chosen.schools in known else usual,
                              wave="" if self.waves[-1] == self.all_waves[-1] else self.waves[-1])
        self.named = self._named(answered)
        alone = self.chosen.schools if self.chosen.schools in answered else ""
        self.ours = only(ours, wave=self.every, **({"school_id": alone} if alone else {}))
        self.alone = alone
        self._settle_base()
        self.question = only(self.mine, question=chosen.question)
        self._stands: dict[str, dict[Key, Stand]] = {}

    def _until(self, wave: str) -> tuple[str, ...]:
        """Waves up to the one chosen; all, where it is none of them."""
        found = self.all_waves.index(wave) + 1 if wave in self.all_waves else len(self.all_waves)
        return self.all_waves[:found]

    def _named(self, answered: Iterable[str]) -> tuple[tuple[str, str], ...]:
        names = self.register.names
        own = sorted(answered, key=lambda code: wording.by_number(names.get(code) or code))
        listed = ((LIST, "перечень"),) if self.register.listed else ()
        every = () if self.register.hidden and len(own) == 1 else (
            (EVERY, "ваши школы" if self.register.hidden else "все школы"),)
        return *listed, *every, *((code, names.get(code) or code) for code in own)

    def _settle_base(self) -> None:
        """The schools the lines stand on: the list, where anybody of it answered in the newest wave."""
        counted = only(self.ours.filter(pc.greater(self.ours["n_option_base"], 0)), wave=self.waves)
        present = schools_of(counted)
        newest = by_time(counted["wave"])[-1:]
        listed = self.register.listed & schools_of(only(counted, wave=tuple(newest)))
        by_list = bool(listed) and self.chosen.schools == LIST
        self.base = self.register.listed if by_list else schools_of(only(self.ours, wave=self.waves))
        self.outside = present - self.base
        self.mine = only(self.ours, school_id=(*self.base, "")) if self.outside else self.ours
        self.nowhere = bool(present & self.base) and "" in {code or "" for code in counted["school_id"].to_pylist()}

    def series(self, metric: str) -> Series:
        return Series(metric, self.waves, "wave", ("question",) if metric != REACH else ())

    def stand(self, metric: str, *key: str) -> Stand:
        if metric not in self._stands:
            self._stands[metric] = families.of_each_school(self.series(metric), self.ours).get(
                self.alone, {}) if self.alone else families.stands(self.series(metric), self.mine, self.base)
        return self._stands[metric].get(key, NOWHERE)

    def total(self) -> Line | None:
        """The chosen question over all waves."""
        asked = self.chosen.question
        return self.count.total(self.series(SHARE), self.question, asked, self.stand(SHARE, asked),
                                {"question": asked})

    def pair(self) -> Line | None:
        """The chosen question over the last two waves alone, of the schools that have both: what is said of the two is
        not said of fewer because of an earlier wave."""
        if len(self.waves) < 2:
            return None
        asked, two = self.chosen.question, replace(self.series(SHARE), periods=self.waves[-2:])
        found = families.of_each_school(two, self.ours).get(self.alone, {}) if self.alone else families.stands(
            two, self.mine, self.base)
        return replace(self.count, periods=two.periods).total(two, only(self.question, wave=two.periods), asked,
                                                              found.get((asked,), NOWHERE), {"question": asked})

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

    def other(self, schools: str) -> "Standing":
        """The same of other schools."""
        return Standing(self.view, self.day, self.whole, replace(self.chosen, schools=schools))


def schools_of(rows: pa.Table) -> frozenset[str]:
    return frozenset({code or "" for code in rows["school_id"].to_pylist()} - {""})


def options(made: Standing, rows: pa.Table, question: str) -> tuple[Line, ...]:
    """All options of a question stand on the schools that answered it, so that they add up."""
    stand = replace(made.stand(OPTION, question), change=None)
    return made.count.lines(made.series(OPTION), rows, ("option",), {
        (option,): (option, stand) for option in in_order(rows)}, {"question": question})


def different(rows: pa.Table, column: str) -> list[str]:
    """Values of a column in the order they were loaded."""
    return [value for value in dict.fromkeys(rows.sort_by("src")[column].to_pylist()) if value is not None]


def newest_options(made: Standing, rows: pa.Table, question: str) -> tuple[tuple[str, Cell], ...]:
    """Each option in the newest wave alone, over every school whose file has it."""
    own = only(rows, wave=made.waves[-1])
    figures = {figure.group["option"]: figure for figure in made.count.figures(OPTION, own, ("option",))}
    found = []
    for option in in_order(rows):
        if (figure := figures.get(option)) and figure.denominator:
            schools = only(own, option=option)["school_id"].to_pylist()
            found.append((option, Cell(figure, made.count.where(schools, {
                "question": question, "option": option, "wave": made.waves[-1]}))))
    return tuple(found)


def positive(rows: pa.Table) -> tuple[str, ...]:
    """Options declared positive, as the scale runs."""
    yes = {row["option"] for row in rows.filter(pc.greater(rows["is_yes"], 0)).to_pylist()}
    return tuple(option for option in in_order(rows) if option in yes)


def in_order(rows: pa.Table) -> list[str]:
    """Of a scale from its positive end to the other: «да, скорее да, скорее нет, нет»; otherwise as the newest file
    lists them. «Другое» last."""
    newest = rows.sort_by([("day", "descending"), ("src", "ascending")])
    yes = {row["option"] for row in rows.filter(pc.greater(rows["is_yes"], 0)).to_pylist()}
    listed = dict.fromkeys(newest["option"].to_pylist())
    return sorted(listed, key=lambda option: (
        option == "Другое", option not in yes, bool(yes) and (_mild(option) if option in yes else not _mild(option))))


def _mild(option: str) -> bool:
    return option.lower().startswith(MILD)



def by_time(waves: pa.ChunkedArray) -> list[str]:
    return sorted(set(waves.to_pylist()), key=lambda code: (periods.first_day(code), code))
