"""The three points of monitoring, входной – промежуточный – итоговый: what a figure was at the end of September, of
January and of June, for any indicator.

Source: дорожная карта 2020–2022 годов (S2, строка 19): «входной мониторинг – сентябрь, промежуточный – январь,
итоговый – июнь». In June the works of the year are not all known: what is told then is told as preliminary.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shnor import periods, wording
from shnor.metrics import Figure
from shnor.metrics.change import Change, of_counts
from shnor.service.figures import topics
from shnor.service.figures.rows import EVERYTHING, Where
from shnor.store import View

STAGES = {9: "входной", 1: "промежуточный", 6: "итоговый"}
"""The month a point is at the end of → its name."""
PRELIMINARY, AHEAD = "предварительно", "ещё не наступил"
FIRST, FINAL = 9, 6


@dataclass(frozen=True)
class Point:
    """day: the last of its month."""

    stage: str
    day: date

    @property
    def is_preliminary(self) -> bool:
        return self.day.month == FINAL

    @property
    def title(self) -> str:
        """«входной, сентябрь 2026», «итоговый, июнь 2027, предварительно»."""
        said = (self.stage, wording.month(self.day), PRELIMINARY if self.is_preliminary else "")
        return ", ".join(filter(None, said))


@dataclass(frozen=True)
class Measured:
    """A point with what the figure was on its day. figure None: the day is still ahead, or nothing is known of it."""

    point: Point
    figure: Figure | None
    is_ahead: bool


def of_period(code: str) -> tuple[tuple[Point, ...], ...]:
    """The three points of each school year that has one inside the period, the newest year first. Raises ValueError."""
    first, last = periods.first_day(code), periods.final_day(code)
    years = [_of_school_year(year) for year in range(last.year, first.year - 2, -1)]
    return tuple(year for year in years if any(first <= point.day <= last for point in year))


def _of_school_year(year: int) -> tuple[Point, ...]:
    """Of the school year that begins in this one."""
    return tuple(Point(stage, periods.last_day(year if month == FIRST else year + 1, month))
                 for month, stage in STAGES.items())


def measured(view: View, metric: str, period: str, *, day: date, where: Where = EVERYTHING) -> tuple[Measured, ...]:
    """Points of one school year: the newest of the period of which two are known; empty where there is none. The figure
    at each is over all rows that pass: choose with `where` what a figure of the metric must not mix."""
    years = (_measured(view, metric, points, day, where) for points in of_period(period))
    return next((year for year in years if sum(one.figure is not None for one in year) > 1), ())


def _measured(view: View, metric: str, points: Sequence[Point], day: date, where: Where) -> tuple[Measured, ...]:
    found = []
    for point in points:
        ahead = point.day > day
        figures = [] if ahead else topics.counted(view, (metric,), by=(), as_of=point.day, where=where)
        known = next((one for one in figures if one.denominator or (one.denominator is None and one.numerator)), None)
        found.append(Measured(point, known, ahead))
    return tuple(found)


def change(points: Sequence[Measured]) -> Change | None:
    """From the first point that is known to the last one; None where there are not two, or where they are shares of
    different bases: what became due meanwhile is no growth."""
    known = [one.figure for one in points if one.figure and one.figure.denominator]
    if len(known) < 2:
        return None
    before, after = known[0], known[-1]
    if before.denominator != after.denominator:
        return None
    return of_counts(before.numerator, before.denominator or 0, after.numerator, after.denominator or 0)
