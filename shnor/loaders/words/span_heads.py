"""A head of a column that is a time, «январь», «2026 год / I квартал / 01», «II кв.»: which months, of which year."""

import re
from typing import NamedTuple

from shnor.datasets.months import ROMAN_NUMBERS
from shnor.loaders.words.months import MONTH, month_number

_NAMED = re.compile(MONTH)
_DATE = re.compile(r"(?P<year>20\d\d)-(?P<month>\d\d)-01|(?P<m>\d\d?)\.(?P<y>20\d\d)")
_QUARTER = re.compile(r"(?P<number>[1-4]|i{1,3}|iv)(?:-?й)? ?кв")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SHORT_YEAR = re.compile(rf"{MONTH}[ ,.-]*(\d\d)(?!\d)")


class HeadMonths(NamedTuple):
    """first, last: 1…12. year: None where the head names none."""

    first: int
    last: int
    year: int | None = None


def head_months(path: str) -> HeadMonths | None:
    """The last part of a path that is a time tells the months; any part tells the year."""
    parts = path.split(" / ")
    years = _YEAR.findall(path) or [f"20{short}" for short in _SHORT_YEAR.findall(path)]
    year = int(years[-1]) if len(set(years)) == 1 else None
    for part in reversed(parts):
        if exact := _DATE.match(part):
            return _one(int(exact["month"] or exact["m"]), int(exact["year"] or exact["y"]))
        if named := _NAMED.match(part):
            return _one(month_number(named[0]) or 1, year)
        if quarter := _QUARTER.match(part):
            number = _number(quarter["number"])
            return HeadMonths(3 * number - 2, 3 * number, year)
    number = _number(parts[-1])
    return _one(number, year) if number else None


def _one(month: int, year: int | None) -> HeadMonths:
    return HeadMonths(month, month, year)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else ROMAN_NUMBERS.index(text) + 1 if text in ROMAN_NUMBERS else 0
