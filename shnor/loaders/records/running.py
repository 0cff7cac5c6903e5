"""«Нарастающим итогом»: numbers counted since January where a month was asked for. Asked, never guessed."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from shnor.datasets import Spot, a1, column_letters
from shnor.datasets.places import RUNNING
from shnor.loaders.records.draft import Draft
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.headers import normalise
from shnor.periods import MONTHS
from shnor.workbooks.month_sheets import FINISHED, SINCE_JANUARY

LEAST_MONTHS = 4
"""So many numbers in a row that never fall make a series worth asking about."""
LEAST_DIFFERENT = 3
"""«1, 1, 1, 2» is an ordinary year of a small school."""


def settle(draft: Draft, month: date | None) -> None:
    """Numbers of finished courses: since January if the header says so (an answer puts these words there), else of the
    month; a series that looks like a running total is asked about once for the sheet."""
    place = draft.body.match.columns.get("people")
    if month is None or place is None:
        return
    row = draft.body.match.header_row
    since = normalise(draft.body.parts[0].grid.at(row, place)) == normalise(SINCE_JANUARY)
    people, subjects = draft.column("people"), draft.column("subject")
    for record, value in enumerate(people):
        earlier = _earlier(draft, subjects[record] or "", month)
        if value is None or not earlier:
            continue
        series = running_total(earlier, value)
        if since:
            people[record] = _of_month(earlier, value)
            draft.row_spots["people", draft.origin[record]] = (Spot(column_letters(place), RUNNING),)
        elif series:
            _ask(draft, a1(row, place), series, _of_month(earlier, value), month)


def running_total(earlier: Sequence[int], value: int) -> tuple[int, ...]:
    """The series as the school may have counted it, or nothing. earlier: accepted numbers of the months before,
    either running totals themselves or the differences an earlier answer left of them."""
    added = tuple(sum(earlier[:place + 1]) for place in range(len(earlier)))
    for series in ((*earlier, value), (*added, value)):
        grows = all(before <= after for before, after in pairwise(series))
        if grows and len(series) >= LEAST_MONTHS and len(set(series)) >= LEAST_DIFFERENT:
            return series
    return ()


def _of_month(earlier: Sequence[int], value: int) -> int:
    """What is new since the last accepted number: the sum of the months, or the last one where they are running
    totals themselves."""
    return value - (sum(earlier) if value >= sum(earlier) else earlier[-1])


def _earlier(draft: Draft, subject: str, month: date) -> list[int]:
    """Accepted numbers of the calendar year before the month, in order."""
    by_month = draft.known.finished.get((draft.school, subject), {})
    return [by_month[day] for day in sorted(by_month) if day.year == month.year and day < month]


def _ask(draft: Draft, cell: str, series: Sequence[int], new: int, month: date) -> None:
    choices = (Choice("Да, с начала года", SINCE_JANUARY), Choice("Нет, за месяц", KEEP))
    draft.findings.add("running-total", draft.body.sheet, cell, FINISHED, choices, new=new,
                       series=", ".join(map(str, series)), month=MONTHS[month.month - 1])
