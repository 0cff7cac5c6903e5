"""A change of a share between two groups of people, and what may be said of it.

Arithmetic («на 3 участника меньше») is always true; a conclusion is drawn only from the interval of the difference
(Newcombe 1998, method 10, 95 %). Same children a year on are two overlapping groups; the interval of independent
groups is then wider than needed, which errs on the side of saying nothing.
"""

import math
from dataclasses import dataclass
from typing import Literal

from shnor.metrics.figure import Figure
from shnor.metrics.formulas import newcombe

Verdict = Literal["fall", "rise", "open", "small", "same", "none"]
"""fall, rise: the whole interval lies on one side of zero · open: it does not, «пока не вывод» · small: fewer than
the minimum group on either side, «мало участников» · same: as many people as before · none: nothing to compare, or a
part that passes its whole."""
SMALLEST = 10
"""Fewer people than this on either side: no conclusion whatever the interval says (see `metrics.results.MINIMUM`)."""


@dataclass(frozen=True)
class Change:
    """k of n before and after. points, low, high: after − before as a share −1…1, unrounded; None without a base."""

    k0: int
    n0: int
    k1: int
    n1: int
    points: float | None
    low: float | None
    high: float | None
    verdict: Verdict

    @property
    def people(self) -> int:
        """By how many people the numerator changed."""
        return self.k1 - self.k0


def change(before: Figure, after: Figure) -> Change:
    """Of two figures of one metric that is a share. Raises ValueError for figures of different metrics or of a metric
    without a denominator."""
    if before.metric != after.metric:
        raise ValueError(f"{before.metric} and {after.metric} are not compared")
    if before.denominator is None or after.denominator is None or after.unit != "доля":
        raise ValueError(f"{after.metric} is not a share")
    return of_counts(before.numerator, before.denominator, after.numerator, after.denominator)


def of_counts(k0: int, n0: int, k1: int, n1: int) -> Change:
    """k0 of n0 before, k1 of n1 after."""
    points, low, high = (float(value) for value in newcombe(k1, n1, k0, n0))
    if math.isnan(low):  # nobody on one side, or more than all
        return Change(k0, n0, k1, n1, None, None, None, "none")
    return Change(k0, n0, k1, n1, points, low, high, _verdict(k0, n0, k1, n1, low, high))


def _verdict(k0: int, n0: int, k1: int, n1: int, low: float, high: float) -> Verdict:
    few = min(n0, n1) < SMALLEST
    if low > 0 and not few:
        return "rise"
    if high < 0 and not few:
        return "fall"
    return "same" if k0 == k1 else "small" if few else "open"
