"""What the base knows of the things papers tell, asked for once a paper."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from shnor import wording
from shnor.datasets.paper_words import COUNT_TOPICS
from shnor.loaders.claims.acts import number_of
from shnor.loaders.words.schools import Found, find
from shnor.metrics import METRICS
from shnor.metrics.figure import Figure
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import topics
from shnor.service.figures.rows import EVERYTHING, Where, current
from shnor.service.intake.known import schools
from shnor.store import View

Pair = tuple[int, int]
_BEGIN = 4
"""So many letters of a word hold in every case."""
SURVEYS = ("survey_share", "survey_option_share", "survey_response")
ROADMAP = ("roadmap_done_due", "roadmap_done_year", "roadmap_on_time", "roadmap_no_report", "roadmap_with_document")
_ROADMAP_BY = ((), ("plan",), ("period",), ("school_id", "period"), ("plan", "direction"))
_SHARES = tuple(name for name, metric in METRICS.items()
                if metric.denominator and name not in (*SURVEYS, *ROADMAP) and metric.marking.id != "results")
"""Shares of results have a page of many groups each and are told with subject and class: they are not looked up."""


@dataclass(frozen=True)
class Registered:
    """A paper of the register. school: of a school."""

    number: str
    day: date
    title: str
    school: bool


@dataclass(frozen=True)
class Base:
    """A view with the day figures are counted for and the year a paper tells of."""

    view: View
    day: date
    year: int

    @cached_property
    def _schools(self):
        return schools(self.view)

    @cached_property
    def cards(self) -> dict[str, SchoolCard]:
        return {card.school_id: card for card in cards(self.view, self.day)}

    @cached_property
    def listed(self) -> frozenset[str]:
        """Codes of the schools that are on the list of ШНОР in the year."""
        return self.listed_in(self.year)

    def listed_in(self, year: int) -> frozenset[str]:
        return frozenset(code for code, card in self.cards.items() if year in card.years)

    def school(self, name: str) -> Found:
        return find(name, self._schools)

    @cached_property
    def acts(self) -> tuple[Registered, ...]:
        return tuple(Registered(number_of(row["number"] or ""), row["signed_on"], row["title"], bool(row["school_id"]))
                     for row in current(self.view, "documents").to_pylist() if row["signed_on"])

    def counted(self, metric: str, by: Sequence[str] | None = None, where: Where = EVERYTHING) -> list[Figure]:
        """Figures of one metric that have something behind them."""
        return [one for one in topics.counted(self.view, [metric], by=by, as_of=self.day, where=where)
                if one.status in ("ok", "small", "no_n")]

    def topic(self, text: str, year: int) -> list[Figure]:
        """Counts of the topics a text has the words of."""
        return [one for name, pattern in COUNT_TOPICS if re.search(rf"(?<![а-я])(?:{pattern})", text)
                for one in (self.of_year(name, year) if "year" in METRICS[name].by else self.counted(name))]

    def of_year(self, metric: str, year: int) -> list[Figure]:
        """The figure of a year: of everybody, and of the schools of its list alone."""
        wheres: list[Where] = [{"year": year}]
        if self.listed:
            wheres.append({"year": year, "school_id": tuple(sorted(self.listed))})
        found = [one for where in wheres for one in self.counted(metric, ("year",), where)]
        return list({one.numerator: one for one in found}.values())

    @cached_property
    def held(self) -> list[Figure]:
        """Events by kind and year."""
        return self.counted("events_count")

    def kinds(self, noun: str, year: int) -> list[Figure]:
        """Events of the year of the kinds a noun may mean: «практико-ориентированных семинаров», «семинаров»."""
        words = noun.split()
        found = [one for one in self.held if one.group["year"] == str(year)]
        whole = [one for one in found if _alike_all(words, one.group["event_kind"].split())]
        return whole or [one for one in found
                         if words and any(_alike(words[-1], word) for word in one.group["event_kind"].split())]

    @cached_property
    def survey_pairs(self) -> dict[Pair, Figure]:
        """Answers of the surveys of the year, of everybody and by school."""
        found: list[Figure] = []
        for name in SURVEYS:
            by = tuple(METRICS[name].by)
            found += [one for groups in (by, (*by, "school_id")) for one in self.counted(name, groups)
                      if str(self.year) in one.group["wave"]]
        return _pairs(found)

    @cached_property
    def stated(self) -> list[Figure]:
        """Answers that were told in per cent, without a number."""
        return [one for one in self.counted("survey_share") if one.status == "no_n"
                and str(self.year) in one.group["wave"]]

    @cached_property
    def roadmap_pairs(self) -> dict[Pair, Figure]:
        return _pairs([one for name in ROADMAP for by in _ROADMAP_BY for one in self.counted(name, by)])

    @cached_property
    def other_pairs(self) -> dict[Pair, Figure]:
        """Shares of the other topics, of the year where they are grouped by it."""
        return _pairs([one for name in _SHARES for one in self.counted(name)
                       if one.group.get("year", str(self.year)) in (str(self.year), "")])

    @cached_property
    def staff(self) -> int:
        """Teachers of the schools on the list of the year, the most a survey of them may have asked; 0 = unknown."""
        where: Where = {"school_id": tuple(sorted(self.listed))} if self.listed else EVERYTHING
        return sum(one.numerator for one in self.counted("staff_people", (), where))


def _alike(one: str, other: str) -> bool:
    """«семинаров» and «семинар»."""
    begin = max(_BEGIN, min(len(one), len(other)) - 2)
    return one[:begin] == other[:begin]


def _alike_all(words: Sequence[str], others: Sequence[str]) -> bool:
    return len(words) == len(others) and all(map(_alike, words, others))


def _pairs(figures: Sequence[Figure]) -> dict[Pair, Figure]:
    found: dict[Pair, Figure] = {}
    for one in figures:
        if one.denominator:
            found.setdefault((one.numerator, one.denominator), one)
    return found


def told(figure: Figure) -> str:
    """«53 педагога, по 7 школам»"""
    return f"{wording.figure_text(figure)}, {figure.set}"
