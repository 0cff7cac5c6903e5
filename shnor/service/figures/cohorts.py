"""The same children a year on: a class of one year and the next class of the next year, school by school.

A class is followed under its letter where a school has as many classes of the grade as a year before; where classes
were joined or split, all of them together, and only where all of them wrote. Class 10 is gathered anew: nobody is
followed into it. Where the number of participants moved by more than a fifth, they are not the same children.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods
from shnor.metrics import METRICS
from shnor.metrics.change import Change, Counts, by_schools, incomparable
from shnor.metrics.results import same_series

LAST = 9
"""Nobody is followed out of this class: class 10 is gathered anew."""
MOST = 5
"""One part in so many may come or leave."""
WORK = ("subject", "stage")
CLASS = ("school_id", "grade", "class_label")

Work = tuple[str, str]
Side = dict[str, tuple[int, int]]
"""Letter of a class → how many of how many."""
Classes = Mapping[tuple[str, int, str], frozenset[str]]
"""School, grade, school year → letters of the classes known in it."""


@dataclass(frozen=True)
class Cohort:
    """grade of `before` and grade + 1 of `after`, over the schools that have both, by code. letters: of the classes
    followed, () = all there are, as `before` and `after`. rests_on: as of a `Line`."""

    grade: int
    before: str
    after: str
    schools: tuple[str, ...]
    change: Change
    letters: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    rests_on: str = ""

    @property
    def moved(self) -> int:
        """By how many participants the two differ: who came and who left."""
        return self.change.n1 - self.change.n0


def cohorts(rows: pa.Table, metric: str, procedure: str, years: Sequence[str],
            known: Classes) -> dict[Work, tuple[Cohort, ...]]:
    """Subject and stage → its cohorts, the newest first, then by class. rows: marked, of one procedure, one part of the
    year and one set of schools. years: shown; years of different series and a year that is missing between two give
    nothing. Of two years all cohorts of the set are one family of comparisons."""
    sides = _sides(rows, metric)
    found: dict[Work, list[Cohort]] = defaultdict(list)
    for before in sorted(years, reverse=True):
        after = periods.parse(before).next().code
        if after in years and same_series(procedure, before, after):
            for work, cohort in _of_years(sides, before, after, known):
                found[work].append(cohort)
    return {work: tuple(own) for work, own in found.items()}


def classes(rows: pa.Table) -> Classes:
    """Of all works there are: a class that did not write one wrote another."""
    columns = ["school_id", "grade", "school_year", "class_label"]
    letters: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    for row in rows.select(columns).group_by(columns, use_threads=False).aggregate([]).to_pylist():
        letters[row["school_id"] or "", row["grade"], row["school_year"]] |= {row["class_label"] or ""} - {""}
    return {key: frozenset(own) for key, own in letters.items()}


Sides = Mapping[tuple[Work, int, str], Mapping[str, Side]]
"""Subject and stage, grade, school year → school → its classes."""


def _sides(rows: pa.Table, metric: str) -> Sides:
    numerator, denominator = METRICS[metric].numerator, METRICS[metric].denominator or ""
    columns = [*WORK, *CLASS, "school_year"]
    sums = rows.group_by(columns, use_threads=False).aggregate([(numerator, "sum"), (denominator, "sum")])
    sums = sums.filter(pc.greater(sums[f"{denominator}_sum"], 0))
    found: dict[tuple[Work, int, str], dict[str, Side]] = defaultdict(dict)
    for row in sums.to_pylist():
        if school := row["school_id"] or "":
            work = row["subject"] or "", row["stage"] or ""
            side = found[work, row["grade"], row["school_year"]].setdefault(school, {})
            side[row["class_label"] or ""] = row[f"{numerator}_sum"], row[f"{denominator}_sum"]
    return found


def _of_years(sides: Sides, before: str, after: str, known: Classes) -> Iterable[tuple[Work, Cohort]]:
    """By class; each with what may be said of it beside all the others."""
    followed = []
    for work, grade, year in sorted(sides):
        if year == before and grade != LAST:
            pairs = dict(_followed(sides[work, grade, before], sides.get((work, grade + 1, after), {}),
                                   (grade, before, after), known))
            if pairs:
                followed.append((work, grade, pairs))
    counted = [{school: _counts(pair) for school, pair in pairs.items()} for _, _, pairs in followed]
    told = iter(by_schools([counts for counts in counted if _stayed(counts)]))
    for (work, grade, pairs), counts in zip(followed, counted, strict=True):
        change = next(told) if _stayed(counts) else incomparable(*_sum(counts), "moved")
        yield work, Cohort(grade, before, after, tuple(sorted(pairs)), change, _letters(
            pairs, sides[work, grade, before], sides[work, grade + 1, after]))


Pair = tuple[Side, Side]


def _followed(was: Mapping[str, Side], now: Mapping[str, Side], when: tuple[int, str, str],
              known: Classes) -> Iterable[tuple[str, Pair]]:
    """School → the classes of both years that are the same children."""
    grade, before, after = when
    for school in was.keys() & now.keys():
        letters = known.get((school, grade, before), frozenset()), known.get((school, grade + 1, after), frozenset())
        both = was[school].keys() & now[school].keys()
        if len(letters[0]) == len(letters[1]) and both:
            yield school, ({one: was[school][one] for one in both}, {one: now[school][one] for one in both})
        elif _whole(was[school], letters[0]) and _whole(now[school], letters[1]):
            yield school, (was[school], now[school])


def _whole(side: Side, letters: frozenset[str]) -> bool:
    """Whether these are all classes of the grade: one row of the grade, or every letter there is."""
    return "" in side or letters <= side.keys()


def _counts(pair: Pair) -> Counts:
    k0, n0, k1, n1 = (sum(counts[place] for counts in side.values()) for side in pair for place in (0, 1))
    return k0, n0, k1, n1


def _sum(counts: Mapping[str, Counts]) -> Counts:
    k0, n0, k1, n1 = (sum(own[place] for own in counts.values()) for place in range(4))
    return k0, n0, k1, n1


def _stayed(counts: Mapping[str, Counts]) -> bool:
    _, n0, _, n1 = _sum(counts)
    return MOST * abs(n1 - n0) <= n0


def _letters(pairs: Mapping[str, Pair], *whole: Mapping[str, Side]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of either year those followed, where a school has more classes than these."""
    of_year = []
    for place, sides in enumerate(whole):
        own = {school: pair[place].keys() for school, pair in pairs.items()}
        every = all(own[school] == sides[school].keys() for school in own)
        of_year.append(() if every else tuple(sorted(set().union(*own.values()))))
    return of_year[0], of_year[1]
