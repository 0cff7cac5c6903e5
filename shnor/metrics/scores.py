"""What scores of an exam or of a work say: who stands below the minimum of the year, in which band, and whether marks
of the journal go against the scores.

Sources: bands of the статистико-аналитические отчёты of ЕГЭ; sign (b) of ФИОКО, «Методика расчета показателя „Уровень
объективности оценки образовательных результатов в субъекте РФ“» (G2): Spearman's r_s between school marks and primary
scores is below zero. A sign asks for more analysis and is no verdict.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shnor.metrics import norms
from shnor.metrics.formulas import spearman
from shnor.metrics.norms import Norms


@dataclass(frozen=True)
class Bands:
    """How many people stand below the minimum, from it to the middle band, in the middle band, in the highest."""

    below: int
    passed: int
    middle: int
    high: int

    @property
    def n(self) -> int:
        return self.below + self.passed + self.middle + self.high


def bands(scores: Sequence[int], rows: Norms, subject: str, day: date) -> Bands | None:
    """None where no minimum of the subject is in force on the day of the exam: nobody is said to be below it."""
    minimum, cuts = norms.in_force(rows, day, norms.MINIMUM_EGE, subject), norms.of(rows, day, norms.BANDS)
    if minimum is None or not {norms.MIDDLE, norms.HIGH} <= cuts.keys():
        return None
    borders = (minimum.value, cuts[norms.MIDDLE].value, cuts[norms.HIGH].value)
    places = [sum(score >= border for border in borders) for score in scores]
    return Bands(*(places.count(place) for place in range(4)))


@dataclass(frozen=True)
class Against:
    """correlation: r_s, None where it cannot be told. is_sign: it is below zero. n: pupils with both."""

    n: int
    correlation: float | None
    is_sign: bool


def against_journal(journal: Sequence[int], scores: Sequence[float]) -> Against:
    """One class or grade, a mark and a score a pupil. Fewer than ten pupils tell nothing, nor do equal marks."""
    if len(journal) != len(scores):
        raise ValueError("a pupil without one of the two")
    found = spearman(journal, scores) if len(journal) >= norms.SMALL else math.nan
    return Against(len(journal), None if math.isnan(found) else found, found < 0)
