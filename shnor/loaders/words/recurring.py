"""Deadlines that repeat: «ежеквартально», «не реже 1 раза в полугодие», «2 раза в год (март, октябрь)». They are as
many deadlines as the words say, each ending with its part of the year; what is done every week, or at no named times,
stays one deadline of the year."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from shnor.datasets.deadlines import EVERY, EVERY_PER, LESSONS, PARTS, PER, TIMES
from shnor.loaders.words.months import MONTH, month_number
from shnor.loaders.words.spans import SAID_YEAR, Span, Y, day, school_years
from shnor.periods import last_day

Days = tuple[date, date]
_TIMES = re.compile(rf"(?:не реже(?: чем)? )?(?:(?P<n>\d+|{'|'.join(TIMES)})(?:-\d+)?(?:-?х)? )?раза? (?:в|за) "
                    rf"(?:кажд\w+ |учебный )?(?P<per>{'|'.join(PER)})(?: ?\((?P<month>(?:в )?{MONTH})\))?")
_EVERY = re.compile(EVERY)
_IN_YEAR = re.compile(rf"(?:(?P<day>\d\d?) )?(?P<month>{MONTH})")
_MONTHS = re.compile(rf"(?P<a>{MONTH})(?: (?P<ya>{Y}))?(?: ?года?)? ?(?:-|по|до) ?(?P<b>{MONTH})(?: (?P<yb>{Y}))?")
_NUMBER = re.compile(r"(?:до|к|не позднее) (?P<day>[12]?\d|3[01])(?: ?-?[а-я]{1,3})? числа")
_YEARS = re.compile(rf"(?<!\d)(?P<a>{Y}) ?(?:г\.|года?)? ?(?:-|,|и|по|до) ?(?P<b>{Y})(?!\d)")
_SCHOOL_YEAR = re.compile(r"учебн(?:ого|ый|ом|ому) год")
OFTENEST, LONGEST = 24, 10
"""More deadlines in a year than this nobody reports on one by one; a plan is not of more years."""


def recurrences(text: str, given: int | None, years: tuple[int, ...]) -> list[Span]:
    """«ежегодно (в августе)», «1 раз в четверть», «до 25 числа каждого месяца»: the whole text is one repetition."""
    if match := _TIMES.search(text):
        number = TIMES.get(match["n"] or "1") or int(match["n"] or 1)
        return _spans(text, PER[match["per"]], number, match.span(), given, years)
    match = _EVERY.search(text)
    if not match:
        return []
    per = next((name for stem, name in EVERY_PER if stem in match[0]), "постоянно")
    return _spans(text, per, None if per == "постоянно" else 1, match.span(), given, years)


def _spans(text: str, per: str, times: int | None, words: tuple[int, int], given: int | None,
           years: tuple[int, ...]) -> list[Span]:
    one = Span(0, len(text), "recurrence", recurrence=per, per_period=times, words=words)
    days = [*_days(text, per, times or 1, given, years)]
    inside = [(start, end) for start, end in days if end.year == given]
    return [replace(one, start=start, end=end, order=order) for order, (start, end) in enumerate(inside or days)
            ] or [one]


def _days(text: str, per: str, times: int, given: int | None, years: tuple[int, ...]
          ) -> Iterator[tuple[date | None, date]]:
    school = [span.start.year for span in school_years(text, given, years) if span.start]
    known = school or _years_of_months(text) or _years(text, given, years)
    for year in dict.fromkeys(known):
        windows = _windows(text, year, bool(school))
        if per == "год":
            yield from _in_year(text, times, year, windows)
        elif per in PARTS and times * len(PARTS[per]) <= OFTENEST:
            for window in windows:
                yield from _parts(text, per, times, window)
        else:
            yield date(year, 1, 1), date(year, 12, 31)


def _years_of_months(text: str) -> list[int]:
    """«сентябрь 2025 - май 2026»"""
    months = _MONTHS.search(text)
    return [int(months["ya"])] if months and months["ya"] and months["yb"] else []


def _years(text: str, given: int | None, years: tuple[int, ...]) -> list[int]:
    """The year of the column where the text does not contradict it; else those of the text, else those of the plan."""
    said = [year for year in map(int, SAID_YEAR.findall(text)) if 1900 <= year <= 2200]
    ranged = _YEARS.search(text)
    if given and (not said or (ranged and int(ranged["a"]) <= given <= int(ranged["b"]))):
        return [given]
    if ranged and not given:
        return [*range(int(ranged["a"]), int(ranged["b"]) + 1)][:LONGEST]
    return said[:1] or list(years)


def _windows(text: str, year: int, school: bool) -> list[Days]:
    """In which days of the year (of the school year that begins in it) it repeats: the months named, the months of
    lessons, or the whole year."""
    first, last, next_year = 1, 12, school
    if months := _MONTHS.search(text):
        first, last = month_number(months["a"]) or 1, month_number(months["b"]) or 12
        next_year = school or bool(_years_of_months(text))
    elif school or _SCHOOL_YEAR.search(text):
        first, last = LESSONS
    if first <= last:
        return [(date(year, first, 1), last_day(year, last))]
    if next_year:
        return [(date(year, first, 1), last_day(year + 1, last))]
    return [(date(year, 1, 1), last_day(year, last)), (date(year, first, 1), date(year, 12, 31))]


def _parts(text: str, per: str, times: int, window: Days) -> Iterator[Days]:
    """Parts of the calendar inside the window; «месяца, следующего за отчётным» ends a part a month later."""
    following, number = "следующ" in text, _NUMBER.search(text)
    for year in range(window[0].year, window[1].year + 1):
        for first, last in PARTS[per]:
            month = first if following else last
            start, end = date(year, first, 1), last_day(year, month)
            if times == 1 and number:
                end = day(year, month, int(number["day"])) or end
            start, end = max(start, window[0]), min(end, window[1])
            if start <= end:
                yield from _split(start, end, times)


def _in_year(text: str, times: int, year: int, windows: list[Days]) -> Iterator[tuple[date | None, date]]:
    """The named months or days of the year; without them so many equal parts of it."""
    named = [*_IN_YEAR.finditer(text)]
    ranged = _MONTHS.search(text)
    if named and not ranged and len(named) >= times:
        yield from (_named(text, year, one) for one in (named if len(named) == times or times == 1 else named[:1]))
    elif named and not ranged:
        yield _named(text, year, named[0])
    elif len(windows) == times:
        yield from windows
    else:
        whole = windows[0] if len(windows) == 1 else (date(year, 1, 1), date(year, 12, 31))
        yield from _split(*whole, times) if times <= OFTENEST else [whole]


def _named(text: str, year: int, named: re.Match[str]) -> tuple[date | None, date]:
    month = month_number(named["month"]) or 1
    exact = day(year, month, int(named["day"])) if named["day"] else None
    if exact:
        return (None if "до " in text else exact), exact
    return date(year, month, 1), last_day(year, month)


def _split(start: date, end: date, times: int) -> Iterator[Days]:
    """Equal parts: of months where they divide, else of days."""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    whole = start.day == 1 and end == last_day(end.year, end.month) and months % times == 0
    length = (end - start).days + 1
    for part in range(times):
        if whole:
            first, last = (start.month - 1 + months // times * count for count in (part, part + 1))
            yield (date(start.year + first // 12, first % 12 + 1, 1),
                   last_day(start.year + (last - 1) // 12, (last - 1) % 12 + 1))
        else:
            yield (start + timedelta(length * part // times), start + timedelta(length * (part + 1) // times - 1))
