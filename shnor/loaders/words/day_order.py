"""«04/13/2026»: whether the day or the month stands first is told by the column, not by the cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from shnor.datasets import Value

DAY_FIRST, MONTH_FIRST = "сначала день", "сначала месяц"
_NUMBERS = re.compile(r"\s*(?P<first>\d{1,2}) ?(?P<mark>[/-]) ?(?P<second>\d{1,2}) ?(?P=mark) ?(?P<year>\d{4}|\d\d)"
                      r"(?![\d/-])")
_MONTHS = 12


@dataclass(frozen=True)
class Order:
    """first: DAY_FIRST or MONTH_FIRST where the texts prove one of them, "" where they prove neither or both.
    proof: the text that proves it. unclear: texts that read two ways. mixed: the texts prove both."""

    first: str = ""
    proof: str = ""
    unclear: tuple[str, ...] = ()
    mixed: bool = False


def order_of(values: Iterable[Value]) -> Order:
    """Of all dates with a slash in a column; «10-11-2026» counts only where another such text proves its order."""
    found = [(value, match) for value in dict.fromkeys(values) if isinstance(value, str)
             and (match := _NUMBERS.match(value))]
    day = [text for text, match in found if int(match["first"]) > _MONTHS >= int(match["second"])]
    month = [text for text, match in found if int(match["second"]) > _MONTHS >= int(match["first"])]
    first = DAY_FIRST if day and not month else MONTH_FIRST if month and not day else ""
    unclear = [text for text, match in found if match["mark"] == "/" and match["first"] != match["second"]
               and max(int(match["first"]), int(match["second"])) <= _MONTHS]
    return Order(first, (day or month or [""])[0], tuple(unclear), mixed=bool(day and month))


def in_order(value: Value, first: str) -> Value:
    """The same date with dots and the day first. A number over 12 is the day, wherever it stands."""
    match = _NUMBERS.match(value) if isinstance(value, str) else None
    if not match or not isinstance(value, str):
        return value
    numbers = int(match["first"]), int(match["second"])
    backwards = numbers[1] > _MONTHS or (first == MONTH_FIRST and numbers[0] <= _MONTHS)
    day, month = numbers[::-1] if backwards else numbers
    return f"{day:02}.{month:02}.{match['year']}{value[match.end():]}"


def turned(value: Value) -> Value:
    """A date whose day and month a program has taken for each other."""
    if not isinstance(value, date) or value.day > _MONTHS:
        return value
    return value.replace(month=value.day, day=value.month)
