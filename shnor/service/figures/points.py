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
FINAL = 6


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


def of_period(code: str) -> tuple[Point, ...]:
    """The points inside a period, in the order they come: of a school year входной, промежуточный, итоговый; of a
    calendar year промежуточный and итоговый of one school year, входной of the next. Raises ValueError."""
    first, last = periods.first_day(code), periods.final_day(code)
    days = [periods.last_day(year, month) for year in range(first.year, last.year + 1) for month in STAGES]
    return tuple(Point(STAGES[day.month], day) for day in sorted(days) if first <= day <= last)


def measured(view: View, metric: str, period: str, *, day: date, where: Where = EVERYTHING) -> tuple[Measured, ...]:
    """The figure at each point of the period, over all rows that pass: choose with `where` what a figure of the metric
    must not mix."""
    found = []
    for point in of_period(period):
        ahead = point.day > day
        figures = [] if ahead else topics.counted(view, (metric,), by=(), as_of=point.day, where=where)
        known = next((one for one in figures if one.denominator or (one.denominator is None and one.numerator)), None)
        found.append(Measured(point, known, ahead))
    return tuple(found)


def change(points: Sequence[Measured]) -> Change | None:
    """From the first point that is known to the last one; None where there are not two."""
    known = [one.figure for one in points if one.figure and one.figure.denominator]
    if len(known) < 2:
        return None
    before, after = known[0], known[-1]
    return of_counts(before.numerator, before.denominator or 0, after.numerator, after.denominator or 0)
