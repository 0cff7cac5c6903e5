"""Which copies of each day stay: of the last 7 days, of 4 weeks, of 12 months; the rest makes room."""

from collections.abc import Hashable, Iterable
from datetime import date, datetime

from shnor.copies.names import DAILY, Named

DAYS, WEEKS, MONTHS = 7, 4, 12


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Of each of the newest 7 days, 4 weeks and 12 months that have a copy, the newest one. The newest of all always
    stays."""
    ordered = sorted(moments, reverse=True)
    stay: set[datetime] = set()
    for number, of in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        newest: dict[Hashable, datetime] = {}
        for moment in ordered:
            newest.setdefault(of(moment), moment)
        stay.update(list(newest.values())[:number])
    return stay


def superfluous(copies: Iterable[Named]) -> list[Named]:
    """Copies of every day that may go. What a person has made, or the program before a return or an update, is none of
    the series and is not touched."""
    series = [copy for copy in copies if copy.why == DAILY]
    stay = kept(copy.moment for copy in series)
    return [copy for copy in series if copy.moment not in stay]


def _day(moment: datetime) -> date:
    return moment.date()


def _week(moment: datetime) -> tuple[int, int]:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> tuple[int, int]:
    return moment.year, moment.month


