"""Which thresholds the works of a school stand at, by the rule in force: k of n, the clause that holds, how many people
lie between, and how long a school is on the list. It puts nobody on a list: the list is set by the region.

Sources: the rule of 2020–2022 (ФИОКО, 500+) and the rule of 2025 as the press quotes it («не менее 30 % участников… по
двум и более оценочным процедурам в 2025 году, а также по одной и той же оценочной процедуре в 2024 и 2025 годах»), both
as rows of `metrics.norms` with their documents. A share is compared in whole numbers: 30 % exactly is «не менее».
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from shnor.metrics import norms
from shnor.metrics.norms import Norm, Norms

STAGES = ("main", "reserve", "additional")
"""By the number a rule names its stage with."""
LONGEST = 3
"""Schools are grouped by years on the list: one, two, three and more."""


class Work(NamedTuple):
    """What a rule calls a procedure: one subject in one grade. stage "" = not an exam; year: the calendar year the
    school year ends in. k: people with «2» or below the minimum, n: who wrote."""

    procedure: str
    stage: str
    subject: str
    grade: str
    year: int
    k: int
    n: int

    @property
    def same(self) -> tuple[str, str, str, str]:
        return self.procedure, self.stage, self.subject, self.grade


@dataclass(frozen=True)
class Rule:
    """share: in per cent. works: in so many procedures of a year. repeated: whether the same one two years running
    counts. together: both are needed. stage: of an exam. procedures, subjects: which it looks at, () = all. rows: the
    rows of norms it is made of."""

    share: Fraction
    works: int
    repeated: bool
    together: bool
    stage: str
    procedures: tuple[str, ...]
    subjects: tuple[str, ...]
    rows: tuple[Norm, ...]

    @property
    def main(self) -> Norm:
        """The row that names its share: its days and its document are those of the rule."""
        return next(row for row in self.rows if row.detail == norms.SHARE)

    def looks_at(self, work: Work) -> bool:
        subject = work.subject.casefold()
        return (work.stage in ("", self.stage) and (not self.procedures or work.procedure in self.procedures)
                and (not self.subjects or any(subject.startswith(one) for one in self.subjects)))


def rule_on(rows: Norms, day: date) -> Rule | None:
    """The rule in force on the day; None where no row names its share: then nothing is said."""
    found = norms.of(rows, day, norms.RULE)
    if norms.SHARE not in found:
        return None
    number = {name: int(found[name].value) if name in found else other for name, other in (
        (norms.WORKS, 2), (norms.REPEATED, 0), (norms.TOGETHER, 0), (norms.STAGE, 0))}
    return Rule(found[norms.SHARE].exact, number[norms.WORKS], bool(number[norms.REPEATED]),
                bool(number[norms.TOGETHER]), STAGES[min(max(number[norms.STAGE], 0), 2)],
                _only(found.values(), norms.OF_PROCEDURE), _only(found.values(), norms.OF_SUBJECT),
                tuple(found.values()))


def _only(rows: Iterable[Norm], prefix: str) -> tuple[str, ...]:
    return tuple(row.detail.removeprefix(prefix) for row in rows if row.detail.startswith(prefix) and row.value)


def reaches(k: int, n: int, share: Fraction) -> bool:
    """k / n ≥ share %, in whole numbers; nobody of nobody reaches nothing."""
    return n > 0 and k * 100 * share.denominator >= share.numerator * n


def smallest(n: int, share: Fraction) -> int:
    """The fewest people of n who reach the share."""
    return -(-share.numerator * n // (100 * share.denominator))


def between(k: int, n: int, share: Fraction) -> int:
    """Whole people between a figure and the threshold: of one that reaches it, with how many fewer it would not; of
    another, how many more would."""
    return k - smallest(n, share) + 1 if reaches(k, n, share) else smallest(n, share) - k


ClauseId = Literal["works", "repeated"]


@dataclass(frozen=True)
class Clause:
    """works: those that reach the share; of «two years running» each pair, this year and the year before. holds: None
    where the year before was not brought in: then nobody can tell."""

    id: ClauseId
    holds: bool | None
    works: tuple[Work, ...]


@dataclass(frozen=True)
class Verdict:
    """meets: whether the thresholds of the rule are reached; None = it cannot be told: nothing it looks at was written
    in the year, or a clause that would decide is unknown. looked: the works of the year the rule looks at."""

    rule: Rule
    year: int
    meets: bool | None
    clauses: tuple[Clause, ...]
    looked: tuple[Work, ...]

    @property
    def unknown(self) -> bool:
        """The year before was not brought in."""
        return any(clause.holds is None for clause in self.clauses)

    @property
    def procedures(self) -> int:
        """How many procedures of the year were brought in."""
        return len({work.same for work in self.looked})

    @property
    def small(self) -> bool:
        """It is reached, but not without works fewer than ten people wrote: no conclusion yet."""
        firm = [replace(clause, holds=_firm(clause, self.rule) and clause.holds) for clause in self.clauses]
        return self.meets is True and _together(self.rule, firm) is not True


def _firm(clause: Clause, rule: Rule) -> bool:
    """Whether it holds by works that ten people or more wrote, in both years."""
    small = {work.same for work in clause.works if work.n < norms.SMALL}
    if clause.id == "works":
        return len({work.same for work in clause.works if work.n >= norms.SMALL}) >= rule.works
    return bool({work.same for work in clause.works} - small)


def _together(rule: Rule, clauses: Iterable[Clause]) -> bool | None:
    """Any of the clauses or all, by the rule; an unknown one decides nothing."""
    held = [clause.holds for clause in clauses]
    if (not rule.together) in held:
        return not rule.together
    return None if None in held else rule.together


def judge(rule: Rule, works: Sequence[Work], year: int) -> Verdict:
    """works: of one school, of this year and the one before. Those nobody wrote take no part."""
    looked = [work for work in works if work.n > 0 and rule.looks_at(work)]
    now = tuple(work for work in looked if work.year == year)
    high = [work for work in now if reaches(work.k, work.n, rule.share)]
    clauses = [Clause("works", len({work.same for work in high}) >= rule.works, tuple(high))]
    if rule.repeated:
        clauses.append(_repeated(rule, high, [work for work in looked if work.year == year - 1]))
    return Verdict(rule, year, _together(rule, clauses) if now else None, tuple(clauses), now)


def _repeated(rule: Rule, high: Sequence[Work], earlier: Sequence[Work]) -> Clause:
    """Unknown where nothing of the year before was brought in, or nothing of a procedure that reaches the share now."""
    before = {work.same: work for work in earlier if reaches(work.k, work.n, rule.share)}
    pairs = [one for work in high if work.same in before for one in (work, before[work.same])]
    told = {(work.procedure, work.stage) for work in earlier}
    unknown = not told or any((work.procedure, work.stage) not in told for work in high)
    return Clause("repeated", True if pairs else None if unknown else False, tuple(pairs))


RiskId = Literal["one", "near", "left"]


@dataclass(frozen=True)
class Risk:
    """Why a school may be looked at as one near the list. works: the figures; left: the day it left."""

    id: RiskId
    works: tuple[Work, ...] = ()
    left: date | None = None


def risks(verdict: Verdict, rows: Norms, *, left: date | None, day: date) -> tuple[Risk, ...]:
    """Nothing for a school that reaches the thresholds. left: the last day on the list, None = it was never there or is
    now. Practice, no document: the municipality writes its own numbers (S1 names the zone and gives no threshold)."""
    zone = norms.of(rows, day, norms.ZONE)
    if verdict.meets or not zone:
        return ()
    share, found = verdict.rule.share, []
    high = tuple(work for work in verdict.looked if reaches(work.k, work.n, share))
    if (one := zone.get(norms.ONE_WORK)) and len(high) >= one.value:
        found.append(Risk("one", high))
    if (close := zone.get(norms.NEAR)) and (least := zone.get(norms.NEAR_WORKS)):
        near = tuple(work for work in verdict.looked
                     if reaches(work.k, work.n, close.exact) and not reaches(work.k, work.n, share))
        if len(near) >= least.value:
            found.append(Risk("near", near))
    if left and (years := zone.get(norms.AFTER)) and left < day <= _later(left, int(years.value)):
        found.append(Risk("left", left=left))
    return tuple(found)


def _later(day: date, years: int) -> date:
    """The same day so many years later; of 29 February the 28th."""
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)


@dataclass(frozen=True)
class Duration:
    """running: list years in a row up to the year; total: all of them up to it; first: the first; broken: there was a
    year without. group: 1, 2 or 3 (three and more), 0 = not on the list of the year."""

    running: int
    total: int
    first: int | None
    broken: bool

    @property
    def group(self) -> int:
        return min(self.running, LONGEST)


def duration(years: Collection[int], year: int) -> Duration:
    """years: calendar years of the list (years of lists, not anniversaries), those to come too."""
    been = sorted({one for one in years if one <= year})
    running = 0
    while year - running in been:
        running += 1
    first = been[0] if been else None
    return Duration(running, len(been), first, bool(been) and len(been) != been[-1] - been[0] + 1)
