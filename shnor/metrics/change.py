"""Changes of shares between two groups of people, and what may be said of them.

Arithmetic («на 3 участника меньше») is always true; a conclusion is drawn only where the interval of the difference
(Newcombe 1998, method 10, 95 %) leaves zero out and still does after the correction for the number of comparisons made
at once (Holm 1979). Same children a year on are two overlapping groups; the interval of independent groups is then
wider than needed, which errs on the side of saying nothing.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

import numpy as np

from shnor.metrics import norms
from shnor.metrics.formulas import LEVEL, Numbers, holm, newcombe, newcombe_chance

Verdict = Literal["fall", "rise", "one", "open", "small", "same", "other", "moved", "none"]
"""fall, rise: confirmed · one: the interval lies on one side of zero, but it is one of many comparisons · open: it
holds zero, «пока не вывод» · small: fewer than the minimum group on either side, «мало участников» · same: equal
shares · other: the two sides are of different schools · moved: too many came or left · none: nothing to compare, or a
part that passes its whole."""
CONFIRMED = frozenset({"fall", "rise"})
SMALLEST = norms.SMALL
"""Fewer people than this on either side: no conclusion whatever the interval says (see `metrics.results.MINIMUM`)."""
ALPHA = 1 - LEVEL

Counts = tuple[int, int, int, int]
"""k0 of n0 before, k1 of n1 after."""


@dataclass(frozen=True)
class Change:
    """k of n before and after. low, high: of the difference as a share −1…1, unrounded; None without a base. family:
    how many comparisons were made at once, itself among them. schools: how many stand behind it; rests: codes of those
    of them without any one of which it would not be told."""

    k0: int
    n0: int
    k1: int
    n1: int
    low: float | None
    high: float | None
    verdict: Verdict
    family: int = 1
    schools: int = 1
    rests: tuple[str, ...] = ()

    @property
    def people(self) -> int:
        """By how many people the numerator changed."""
        return self.k1 - self.k0

    @property
    def points(self) -> Fraction | None:
        """After − before as an exact share −1…1; None without a base and of different schools."""
        return Fraction(self.k1, self.n1) - Fraction(self.k0, self.n0) if self.low is not None else None

    @property
    def is_compared(self) -> bool:
        """Whether a conclusion could have been drawn from it: enough people on both sides."""
        return self.low is not None and min(self.n0, self.n1) >= SMALLEST


def of_counts(k0: int, n0: int, k1: int, n1: int) -> Change:
    """A comparison made alone."""
    return family([(k0, n0, k1, n1)])[0]


def incomparable(k0: int, n0: int, k1: int, n1: int, verdict: Verdict = "other") -> Change:
    """Two sides that say nothing of each other. verdict: why."""
    return Change(k0, n0, k1, n1, None, None, verdict if n0 and n1 else "none")


def family(lines: Sequence[Counts]) -> list[Change]:
    """Comparisons made at once. Those of few people can confirm nothing and take no part in the correction."""
    return families([lines])[0]


def families(groups: Sequence[Sequence[Counts]]) -> list[list[Change]]:
    """The same of several families, none of which weighs on another."""
    lines = [line for group in groups for line in group]
    if not lines:
        return [[] for _ in groups]
    k0, n0, k1, n1 = np.array(lines, float).T
    _, low, high = newcombe(k1, n1, k0, n0)
    chances, found, first = _chances(k0, n0, k1, n1), [], 0
    for group in groups:
        own = slice(first, first := first + len(group))
        kept, size = holm(chances[own]) <= ALPHA, max(int((~np.isnan(chances[own])).sum()), 1)
        found.append([_change(line, down, up, bool(held), size) for line, down, up, held in zip(
            group, low[own].tolist(), high[own].tolist(), kept, strict=True)])
    return found


def by_schools(lines: Sequence[Mapping[str, Counts]]) -> list[Change]:
    """The same from the counts of each school behind a line, with the schools on which a conclusion rests alone."""
    changes = family([_sum(line) for line in lines])
    told = [place for place, change in enumerate(changes) if change.verdict in (*CONFIRMED, "one")]
    schools = sorted({school for place in told for school in lines[place]})
    changes = [replace(change, schools=len(line)) for change, line in zip(changes, lines, strict=True)]
    if len(schools) < 2:
        return changes
    outside, kept = _without(lines, schools)
    for place in told:
        still = kept if changes[place].verdict in CONFIRMED else outside
        rests = tuple(school for row, school in enumerate(schools)
                      if school in lines[place] and not still[row, place])
        changes[place] = replace(changes[place], rests=rests if len(lines[place]) > 1 else ())
    return changes


def _sum(line: Mapping[str, Counts]) -> Counts:
    k0, n0, k1, n1 = (sum(counts[place] for counts in line.values()) for place in range(4))
    return k0, n0, k1, n1


def _without(lines: Sequence[Mapping[str, Counts]], schools: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Row: a school; column: a line of the family without it. Whether the interval leaves zero out, on the side it did
    with the school; whether that is confirmed in the family without the school."""
    whole = np.array([_sum(line) for line in lines], float)
    rest = np.array([[line.get(school, (0, 0, 0, 0)) for line in lines] for school in schools], float)
    k0, n0, k1, n1 = np.moveaxis(whole - rest, -1, 0)
    same_side = np.sign(k1 * n0 - k0 * n1) == np.sign(whole[:, 2] * whole[:, 1] - whole[:, 0] * whole[:, 3])
    chances = _chances(k0, n0, k1, n1)
    outside = (chances < ALPHA) & same_side
    return outside, (holm(chances) <= ALPHA) & outside


def _enough(n0: Numbers, n1: Numbers) -> np.ndarray:
    return np.minimum(n0, n1) >= SMALLEST


def _chances(k0: Numbers, n0: Numbers, k1: Numbers, n1: Numbers) -> Numbers:
    """Of those with enough people; the others NaN. Where the interval holds zero it is 1: there the correction has
    nothing to weigh, and none of those below it stands behind it."""
    _, low, high = newcombe(k1, n1, k0, n0)
    outside = _enough(n0, n1) & ((low > 0) | (high < 0))
    found = np.where(_enough(n0, n1) & ~np.isnan(low), 1.0, np.nan)
    if outside.any():
        found[outside] = newcombe_chance(k1[outside], n1[outside], k0[outside], n0[outside])
    return found


def _change(counts: Counts, low: float, high: float, kept: bool, size: int) -> Change:
    k0, n0, k1, n1 = counts
    if math.isnan(low):  # nobody on one side, or more than all
        return Change(*counts, None, None, "none")
    if k0 * n1 == k1 * n0:
        return Change(*counts, low, high, "same", size)
    if min(n0, n1) < SMALLEST:
        return Change(*counts, low, high, "small", size)
    if low <= 0 <= high:
        return Change(*counts, low, high, "open", size)
    confirmed: Verdict = "rise" if low > 0 else "fall"
    return Change(*counts, low, high, confirmed if kept else "one", size)
