"""Days and months written without their year: which of them may be meant. Offered as answers, never taken."""

import re
from datetime import date

from shnor.datasets import Value
from shnor.loaders.types import Choice
from shnor.loaders.words.headers import plain
from shnor.loaders.words.months import MONTH, mended, month_number
from shnor.loaders.words.spans import day
from shnor.loaders.words.values import month_text

_DAY_MONTH = re.compile(r"(\d{1,2})[./](\d{1,2})\.?")
_DAY_WORD = re.compile(rf"(\d{{1,2}}) ({MONTH})")


def days_of(value: Value, today: date) -> tuple[Choice, ...]:
    """«18.11», «18 ноября»: a day without its year may be of this year, or of the last one if it has not come yet."""
    clean = _clean(value)
    parts = _DAY_MONTH.fullmatch(clean) or _DAY_WORD.fullmatch(clean)
    if not parts:
        return ()
    number = int(parts[2]) if parts[2].isdigit() else month_number(parts[2]) or 0
    both = [read for year in (today.year, today.year - 1) if (read := day(year, number, int(parts[1])))]
    days = [read for read in both if read <= today][:1] or both[:1]
    return tuple(Choice(f"{read:%d.%m.%Y}", f"{read:%d.%m.%Y}") for read in days)


def months_of(value: Value, today: date) -> tuple[Choice, ...]:
    """«ноябрь»: a month without its year is the last such month that has begun."""
    number = month_number(_clean(value).removeprefix("за "))
    if not number:
        return ()
    named = month_text(date(today.year if number <= today.month else today.year - 1, number, 1))
    return (Choice(named, named),)


def _clean(value: Value) -> str:
    return mended(plain(value).lower().replace("ё", "е"))
