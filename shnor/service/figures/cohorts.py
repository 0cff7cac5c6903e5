"""The same children a year on: a class of one year and the next class of the next year, school by school."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor import periods
from shnor.metrics.change import Change, of_counts
from shnor.metrics.figure import Figure
from shnor.metrics.results import same_series


@dataclass(frozen=True)
class Cohort:
    """grade of `before` and grade + 1 of `after`, over the schools that have both, by code."""

    grade: int
    before: str
    after: str
    schools: tuple[str, ...]
    change: Change

    @property
    def moved(self) -> int:
        """By how many participants the two differ: who came and who left."""
        return self.change.n1 - self.change.n0


def cohorts(figures: Sequence[Figure], procedure: str) -> tuple[Cohort, ...]:
    """figures: of one share, one subject, by school_id, grade, class_label and school_year: a class with a letter is
    followed under its letter. Newest first, then by class; years of different series and a year that is missing
    between two give nothing."""
    counts: Counts = {}
    for figure in figures:
        if figure.denominator:
            group = figure.group
            found = counts.setdefault((int(group["grade"]), group["school_year"]), {})
            found[group["school_id"], group["class_label"]] = (figure.numerator, figure.denominator)
    pairs = [(grade, year, _next(year)) for grade, year in counts]
    kept = [(grade, year, after) for grade, year, after in pairs if same_series(procedure, year, after)
            and counts[grade, year].keys() & counts.get((grade + 1, after), {}).keys()]
    ordered = sorted(sorted(kept), key=lambda pair: pair[1], reverse=True)
    return tuple(_cohort(counts, grade, year, after) for grade, year, after in ordered)


Counts = dict[tuple[int, str], dict[tuple[str, str], tuple[int, int]]]
"""(grade, school year) → (school, letter of a class) → (how many of them, of how many)."""


def _next(year: str) -> str:
    return periods.parse(year).next().code


def _cohort(counts: Counts, grade: int, year: str, after: str) -> Cohort:
    was, now = counts[grade, year], counts[grade + 1, after]
    both = sorted(was.keys() & now.keys())
    k0, n0, k1, n1 = (sum(side[one][place] for one in both) for side in (was, now) for place in (0, 1))
    return Cohort(grade, year, after, tuple(dict.fromkeys(school for school, _ in both)), of_counts(k0, n0, k1, n1))
