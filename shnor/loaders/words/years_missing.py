"""Days and months written without their year: which of them may be meant. Offered as answers, never taken."""

import re
from collections.abc import Sequence
from datetime import date

from shnor.datasets import Value
from shnor.datasets.months import PERIOD_BEGINS, SEASONS, WHOLE_SCHOOL_YEAR, WHOLE_YEAR
from shnor.loaders.types import Choice
from shnor.loaders.words.headers import DASHES, plain
from shnor.loaders.words.months import MONTH, mended, month_number
from shnor.loaders.words.spans import day
from shnor.loaders.words.values import month, month_text, period_or_span
from shnor.periods import MONTHS, first_day

_SHORT_YEAR = re.compile(rf"({MONTH})[ .,-]*(\d\d)(?: ?г\.?)?")
_SEASON = re.compile(r"([а-я]+)(?: (20\d\d)(?: ?г(?:\.|ода?)?)?)?")
LESSONS_BEGIN = 9
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


def day_in(value: Value, month: date) -> date | None:
    """«18.11», «18 ноября» where the month of the report is that month; None for any other day."""
    clean = _clean(value)
    parts = _DAY_MONTH.fullmatch(clean) or _DAY_WORD.fullmatch(clean)
    number = (int(parts[2]) if parts[2].isdigit() else month_number(parts[2])) if parts else None
    return day(month.year, month.month, int(parts[1])) if parts and number == month.month else None


def months_of(value: Value, today: date) -> tuple[Choice, ...]:
    """«ноябрь»: a month without its year is the last such month that has begun."""
    number = month_number(_clean(value).removeprefix("за "))
    if not number:
        return ()
    named = month_text(date(today.year if number <= today.month else today.year - 1, number, 1))
    return (Choice(named, named),)


def periods_of(value: Value, today: date) -> tuple[Choice, ...]:
    """«октябрь», «4 квартал», «1–5 октября», «18.11», «осень 2026», «в течение года»: what they may mean, the newest
    that has begun first."""
    clean = re.sub(PERIOD_BEGINS, "", DASHES.sub("-", _clean(value)))
    if found := _SHORT_YEAR.fullmatch(clean):
        number, short = month_number(found[1]) or 1, int(found[2])
        days = [read for read in (day(today.year, number, short),) if read]
        return _choices([month_text(date(2000 + short, number, 1)), *(f"{read:%d.%m.%Y}" for read in days)])
    if (season := _SEASON.fullmatch(clean)) and season[1] in SEASONS:
        first, last = SEASONS[season[1]]
        said = int(season[2]) if season[2] else 0
        years = ([said - 1, said] if last < first else [said]) if said else [today.year, today.year - 1]
        return _choices([_season(year, first, last) for year in years
                         if said or date(year, first, 1) <= today][:2])
    if re.fullmatch(WHOLE_SCHOOL_YEAR, clean):
        running = today.year if today.month >= LESSONS_BEGIN else today.year - 1
        return _choices([f"{year}/{(year + 1) % 100:02}" for year in (running, running - 1)])
    if re.fullmatch(WHOLE_YEAR, clean):
        return _choices([str(today.year), str(today.year - 1)])
    if dated := days_of(value, today):
        return dated
    texts = [f"{clean} {year}" for year in (today.year, today.year - 1)]
    begun = [text for text in texts if (code := period_or_span(text).value) and first_day(str(code)) <= today]
    return _choices([period_title(text) for text in begun[:1]])


def period_title(text: str) -> str:
    """A month alone as it is written elsewhere, anything else as typed."""
    first = month(text).value
    return month_text(first) if isinstance(first, date) else text


def _season(year: int, first: int, last: int) -> str:
    return f"{MONTHS[first - 1]}–{MONTHS[last - 1]} {year}" if first < last else \
        f"{MONTHS[first - 1]} {year} – {MONTHS[last - 1]} {year + 1}"


def _choices(texts: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(Choice(text, text) for text in dict.fromkeys(texts))


def _clean(value: Value) -> str:
    return mended(plain(value).lower().replace("ё", "е"))
