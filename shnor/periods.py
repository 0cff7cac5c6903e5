"""Periods a school works in. A period is a kind and its first day; its code is what tables store."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

PeriodKind = Literal["month", "quarter", "half_year", "year", "school_year", "school_half_year"]

MONTHS = ("январь", "февраль", "март", "апрель", "май", "июнь",
          "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь")
ROMAN = ("I", "II", "III", "IV")
_FIRST_HALF = {"half_year": 1, "school_half_year": 9}
"""The month the first half of a year begins with."""
_CODES: Mapping[PeriodKind, str] = {
    "month": "{year}-{month:02}", "quarter": "{year}-Q{part}", "half_year": "{year}-H{part}", "year": "{year}",
    "school_year": "{year}/{short:02}", "school_half_year": "{year}/{short:02}-{part}"}
_TITLES: Mapping[PeriodKind, str] = {
    "month": "{name} {year} года", "quarter": "{roman} квартал {year} года",
    "half_year": "{roman} полугодие {year} года", "year": "{year} год", "school_year": "{year}–{next} учебный год",
    "school_half_year": "{roman} полугодие {year}–{next} учебного года"}


@dataclass(frozen=True, order=True)
class Period:
    """kind and first day. The school year runs 1 September to 31 August; its halves are September to
    December and January to May."""

    kind: PeriodKind
    start: date

    @property
    def end(self) -> date:
        """The last day."""
        year, month = self.start.year, self.start.month
        match self.kind:
            case "month":
                return last_day(year, month)
            case "quarter":
                return last_day(year, month + 2)
            case "half_year":
                return last_day(year, month + 5)
            case "year":
                return date(year, 12, 31)
            case "school_year":
                return date(year + 1, 8, 31)
            case "school_half_year":
                return date(year, 12, 31) if month == 9 else date(year, 5, 31)
        raise ValueError(self.kind)

    @property
    def code(self) -> str:
        """«2026-11», «2026-Q4», «2026-H2», «2026», «2026/27», «2026/27-1»: what tables store; sorts by time
        within one kind."""
        return self._named(_CODES)

    @property
    def title(self) -> str:
        """In Russian, nominative: «ноябрь 2026 года», «IV квартал 2026 года», «2026–2027 учебный год»."""
        return self._named(_TITLES)

    def _named(self, forms: Mapping[PeriodKind, str]) -> str:
        """year: for a school half-year the first of its school year; part: the number of a quarter or half."""
        month = self.start.month
        year = self.start.year - (self.kind == "school_half_year" and month == 1)
        part = (month + 2) // 3 if self.kind == "quarter" else 1 if month == _FIRST_HALF.get(self.kind) else 2
        return forms[self.kind].format(year=year, next=year + 1, short=(year + 1) % 100, month=month,
                                       name=MONTHS[month - 1], part=part, roman=ROMAN[part - 1])

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def next(self) -> "Period":
        following = containing(self.kind, self.end + timedelta(days=1))
        # after the second school half-year comes the summer, which is of no half
        return Period(self.kind, date(self.start.year, 9, 1)) if following == self else following

    def previous(self) -> "Period":
        return containing(self.kind, self.start - timedelta(days=1))


def last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def containing(kind: PeriodKind, day: date) -> Period:
    """The period of that kind the day falls into; June to August belong to no school half-year and give the
    second one, which they follow."""
    year, month = day.year, day.month
    match kind:
        case "month":
            return Period(kind, date(year, month, 1))
        case "quarter":
            return Period(kind, date(year, (month - 1) // 3 * 3 + 1, 1))
        case "half_year":
            return Period(kind, date(year, 1 if month < 7 else 7, 1))
        case "year":
            return Period(kind, date(year, 1, 1))
        case "school_year":
            return Period(kind, date(year if month >= 9 else year - 1, 9, 1))
        case "school_half_year":
            return Period(kind, date(year, 9, 1) if month >= 9 else date(year, 1, 1))
    raise ValueError(kind)


_CODE = re.compile(r"(?P<year>\d{4})(?:/(?P<to>\d\d))?"
                   r"(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<number>\d{1,2})))?")


def parse(code: str) -> Period:
    """The inverse of `Period.code`. Raises ValueError."""
    parts = _CODE.fullmatch(code)
    if not parts:
        raise ValueError(code)
    year = int(parts["year"])
    if parts["to"]:
        if parts["number"]:
            return Period("school_half_year", date(year, 9, 1) if parts["number"] == "1" else date(year + 1, 1, 1))
        return Period("school_year", date(year, 9, 1))
    if parts["quarter"]:
        return Period("quarter", date(year, 3 * int(parts["quarter"]) - 2, 1))
    if parts["half"]:
        return Period("half_year", date(year, 1 if parts["half"] == "1" else 7, 1))
    if parts["number"]:
        return Period("month", date(year, int(parts["number"]), 1))
    return Period("year", date(year, 1, 1))


def span(first: date, last: date) -> str:
    """The code of some days that are no period of their own: «2026-10-26/2026-11-01»."""
    return f"{first:%Y-%m-%d}/{last:%Y-%m-%d}"


def first_day(code: str) -> date:
    """Of the code of a period, of a day («2026-11-18») or of a span of days. Raises ValueError."""
    return date.fromisoformat(code[:10]) if len(code) >= 10 else parse(code).start


def final_day(code: str) -> date:
    """The last day of the same. Raises ValueError."""
    return date.fromisoformat(code[-10:]) if len(code) >= 10 else parse(code).end


def month_of(code: str) -> date | None:
    """The month a day or a shorter period begins in, as its first day; None for anything longer than a month."""
    start = first_day(code)
    return start.replace(day=1) if (final_day(code) - start).days < 31 else None


def month(year: int, number: int) -> Period:
    return Period("month", date(year, number, 1))


def year(number: int) -> Period:
    return Period("year", date(number, 1, 1))


def newest_year(years: Iterable[int], day: date) -> int:
    """Of the years that have rows the newest one that has begun; without any, the year of the day."""
    return max((known for known in years if known <= day.year), default=day.year)
