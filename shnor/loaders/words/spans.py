"""Readers of deadlines: each finds its own sort of wording in a cleaned text and gives the days it names."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from shnor.datasets.deadlines import ORDINALS
from shnor.loaders.words.months import MONTH, month_number
from shnor.periods import last_day

Y = r"(?:20\d\d|19\d\d)"
GG = r"(?: ?(?:гг?\.? ?г?\.?|год[а-я]*)(?![а-я]))?"
YEARS = rf"{Y}{GG}(?: ?- ?{Y}{GG})?"
CUT_YEAR = re.compile(rf"{MONTH} (?P<cut>20\d?)(?=$|[ )])(?! ?-)")
SAID_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")


DeadlineKind = Literal["date", "date_range", "month", "months", "quarter", "half_year", "year", "school_year",
                       "recurrence", "event", "none", "unknown"]


@dataclass(frozen=True)
class Span:
    """A piece of text and what it says. needs_year: the days hang on a year nobody named. words: where it is said, if
    the piece is more than that."""

    at: int
    to: int
    kind: DeadlineKind
    start: date | None = None
    end: date | None = None
    recurrence: str = ""
    per_period: int | None = None
    needs_year: bool = False
    ambiguous: bool = False
    order: int = 0
    words: tuple[int, int] | None = None


def day(year: int | None, month: int, number: int) -> date | None:
    """None where the year is unknown or there is no such day."""
    try:
        return date(year, month, number) if year and 1900 <= year <= 2200 else None
    except ValueError:
        return None


def full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


_OFFSET = re.compile(r"(?:не позднее|в течение|через|за) (?:\d+|\w+) ?(?:-?\w*) ?(?:рабоч\w+ |календарн\w+ )?"
                     r"(?:дн\w+|месяц\w*|недел\w+) (?:со|с|до|после) .*")


def offsets(text: str, given: int | None, years: tuple[int, ...]) -> list[Span]:
    """«в течение 5 дней со дня…»: counted from something that is not a date."""
    return [Span(found.start(), found.end(), "event") for found in _OFFSET.finditer(text)]


_SCHOOL_YEAR = re.compile(rf"(?P<a>{Y}) ?[-/] ?(?P<b>{Y}|\d\d) ?(?:уч\w*\.?|школьн\w+)(?: год[а-я]*|\.? ?г\.?)?")
_SOME_SCHOOL_YEAR = re.compile(r"(?:в течение |на протяжении |весь )?(?:одного |всего )?учебн(?:ого|ый|ом) год[ау]?")


def school_years(text: str, given: int | None, years: tuple[int, ...]) -> list[Span]:
    """«2023-2024 учебный год»; a school year without its two years is known only as such."""
    found = []
    for match in _SCHOOL_YEAR.finditer(text):
        first, second = int(match["a"]), full_year(match["b"])
        if second == first + 1:
            found.append(Span(*match.span(), "school_year", date(first, 9, 1), date(second, 8, 31)))
    if not found and (some := _SOME_SCHOOL_YEAR.search(text)):
        found.append(Span(*some.span(), "school_year", needs_year=True))
    return found


_D = r"(?P<d{0}>\d\d?)\.(?P<m{0}>\d\d?)(?:\.(?P<y{0}>\d{{4}}|\d\d(?!\d)))?(?![\d.]\d)"
_NUMERIC_RANGE = re.compile(rf"(?:с )?{_D.format(1)}(?: ?г\.?)? ?(?:-|(?:и )?по|до) ?{_D.format(2)}")
_WORD_RANGE = re.compile(rf"(?:с )?(?P<d1>\d\d?)(?: (?P<m1>{MONTH}))? ?(?:-|(?:и )?по|до) ?(?P<d2>\d\d?) "
                         rf"(?P<m2>{MONTH})(?: (?P<y>{Y}))?")


def day_ranges(text: str, given: int | None, years: tuple[int, ...]) -> list[Span]:
    """«с 01.08.2022 и по 15.08.2022», «с 1 по 15 сентября»."""
    found = []
    for match in _NUMERIC_RANGE.finditer(text):
        second = full_year(match["y2"]) if match["y2"] else given
        first = full_year(match["y1"]) if match["y1"] else second
        found.append(_between(match, day(first, int(match["m1"]), int(match["d1"])),
                              day(second, int(match["m2"]), int(match["d2"]))))
    for match in _WORD_RANGE.finditer(text):
        year = int(match["y"]) if match["y"] else given
        m2 = month_number(match["m2"]) or 1
        m1 = (month_number(match["m1"]) if match["m1"] else None) or m2
        found.append(_between(match, day(year, m1, int(match["d1"])), day(year, m2, int(match["d2"]))))
    return found


def _between(match: re.Match[str], start: date | None, end: date | None) -> Span:
    if start is None or end is None or end < start:
        return Span(*match.span(), "date_range", needs_year=True)
    return Span(*match.span(), "date_range", start, end)


_UNTIL = r"(?P<until>до |не позднее |к )?"
_DATE = re.compile(rf"{_UNTIL}(?<![\d.]){_D.format('')}(?: ?г(?:\.|ода)?)?")
_WORD_DATE = re.compile(rf"{_UNTIL}(?<!\d)[«\"]?(?P<d>\d\d?)[»\"]? (?P<m>{MONTH})(?: (?P<y>{Y}))?(?: ?г(?:\.|ода)?)?")
_NUMBER_MONTH = re.compile(rf"(?<![\d.])(?P<m>0?[1-9]|1[0-2])\.(?P<y>{Y})(?!\d)")


def days(text: str, given: int | None, years: tuple[int, ...]) -> list[Span]:
    """«27.12.2024», «до 28.12», ««20» декабря 2023 г.»; «03.2025» is a month."""
    found = []
    for match in _NUMBER_MONTH.finditer(text):
        year, month = int(match["y"]), int(match["m"])
        found.append(Span(*match.span(), "month", date(year, month, 1), last_day(year, month)))
    taken = [(span.at, span.to) for span in found]
    for match in _DATE.finditer(text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            named = full_year(match["y"]) if match["y"] else given
            if day(named or 2000, int(match["m"]), int(match["d"])) and (match["y"] or len(match["m"]) == 2):
                found.append(_one_day(match, day(named, int(match["m"]), int(match["d"]))))
    for match in _WORD_DATE.finditer(text):
        named = int(match["y"]) if match["y"] else given
        found.append(_one_day(match, day(named, month_number(match["m"]) or 1, int(match["d"]))))
    return found


def _one_day(match: re.Match[str], end: date | None) -> Span:
    return Span(*match.span(), "date", None if match["until"] else end, end, needs_year=end is None)


_ORDINAL = r"(?P<n>iv|i{1,3}|[1-4]|перв|втор|трет|четверт)(?:-?[а-я]{1,4})?"
_DECADE = re.compile(rf"{_ORDINAL} декад\w* (?P<month>{MONTH})(?: (?P<y>{Y}){GG})?")
_QUARTER = re.compile(rf"(?<![\w.]){_ORDINAL} ?кв(?:артал\w*|\.)?(?![а-я])(?: (?P<y>{Y}){GG})?")
_HALF = re.compile(rf"(?<![\w.])(?P<after>по итогам )?{_ORDINAL} полугоди[а-я]+(?: (?P<y>{Y}){GG})?")


def _ordinal(text: str) -> int:
    return ORDINALS.get(text) or int(text)


def decades(text: str, given: int | None, years: tuple[int, ...]) -> list[Span]:
    """«III декада марта»: the last third of the month."""
    found = []
    for match in _DECADE.finditer(text):
        number, month = _ordinal(match["n"]), month_number(match["month"]) or 1
        year = int(match["y"]) if match["y"] else given
        if number > 3:
            continue
        start = day(year, month, 10 * number - 9)
        end = (last_day(start.year, month) if number == 3 else day(year, month, 10 * number)) if start else None
        found.append(Span(*match.span(), "date_range", start, end, needs_year=start is None))
    return found


def quarters(text: str, given: int | None, years: tuple[int, ...]) -> list[Span]:
    """«I квартал 2025», «1 кв. 2025»."""
    found = []
    for match in _QUARTER.finditer(text):
        year, number = int(match["y"]) if match["y"] else given, _ordinal(match["n"])
        start = day(year, 3 * number - 2, 1)
        found.append(Span(*match.span(), "quarter", start, last_day(start.year, 3 * number) if start else None,
                          needs_year=start is None))
    return found


def half_years(text: str, given: int | None, years: tuple[int, ...]) -> list[Span]:
    """«2 полугодия 2020 года»; «по итогам первого полугодия» without a year may be the school's half: an event."""
    found = []
    for match in _HALF.finditer(text):
        number = _ordinal(match["n"])
        year = int(match["y"]) if match["y"] else None if match["after"] else given
        if number > 2:
            continue
        if match["after"] and not match["y"]:
            found.append(Span(*match.span(), "event"))
            continue
        start = day(year, 6 * number - 5, 1)
        found.append(Span(*match.span(), "half_year", start, last_day(start.year, 6 * number) if start else None,
                          needs_year=start is None))
    return found
