"""Months a tab, a title or the name of a file names: «Октябрь», «за сентябрь 2026 г.», «Отчёт_2026-10»."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from shnor.datasets.months import NOMINATIVE
from shnor.loaders.words.headers import DASHES
from shnor.loaders.words.months import MONTH, month_number
from shnor.loaders.words.values import month_text

_WORD = re.compile(rf"(?P<before>(?:\d»?|-|\bпо)\s*)?(?<![а-я])(?P<month>{MONTH}),?(?:\s*(?P<year>20\d\d))?"
                   rf"(?P<after>\s*(?:-|\bпо\b|\bи\b)\s*(?=(?:\d{{1,2}}\s)?{MONTH}))?")
_CODE = re.compile(r"(?<![\d.-])(?:(?P<y1>20\d\d)[-_.](?P<m1>0[1-9]|1[0-2])|"
                   r"(?P<m2>0[1-9]|1[0-2])[-_.](?P<y2>20\d\d))(?![\d.-])")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SCHOOL_YEAR = re.compile(r"(?<!\d)(20\d\d) ?[-/] ?(?:20)?\d\d(?!\d)")
_HALF, _AUTUMN = 6, 9


class Named(NamedTuple):
    """A month a text names. year: 0 where the text says none. start, end: where in the text its words stand."""

    number: int
    year: int
    start: int
    end: int

    def near(self, other: date) -> date:
        """Its first day; without a year the one nearest to another month: «Декабрь» beside January is the last one."""
        if self.year:
            return date(self.year, self.number, 1)
        apart = self.number - other.month
        return date(other.year - (apart > _HALF) + (apart < -_HALF), self.number, 1)


def month_in(text: str) -> Named | None:
    """The only month a text names: not a day of a document, no end of a span; None where it names none or several."""
    clean = DASHES.sub("-", text.lower().replace("ё", "е").replace("_", " "))
    words = list(_WORD.finditer(clean))
    if any(word["after"] for word in words):
        return None
    found = [Named(month_number(word["month"]) or 1, int(word["year"] or 0), word.start("month"), word.end())
             for word in words if not _is_day_or_end(word)]
    found += [Named(int(code["m1"] or code["m2"]), int(code["y1"] or code["y2"]), *code.span())
              for code in _CODE.finditer(text)]
    if len({named.number for named in found}) != 1:
        return None
    years = {named.year for named in found} - {0}
    other = {int(year) for year in _YEAR.findall(clean)}
    if len(years) > 1:
        return None
    named = next((one for one in found if one.year), found[0])
    return named if named.year or len(other) != 1 else named._replace(year=other.pop())


def month_beside(tab: str, texts: Iterable[str]) -> date | None:
    """«Октябрь» on a tab, «2026 год» or «2026/27 учебный год» above the table: the month of that year."""
    named = month_in(tab)
    joined = DASHES.sub("-", " ".join(texts))
    school_years = {int(year) for year in _SCHOOL_YEAR.findall(joined)}
    years = school_years or {int(year) for year in _YEAR.findall(joined)}
    if not named or len(years) != 1:
        return None
    year = max(years) + (bool(school_years) and named.number < _AUTUMN)
    return date(year, named.number, 1) if named.year in (0, year) else None


def _is_day_or_end(word: re.Match[str]) -> bool:
    """«5 октября» is a day, «ООШ № 5 октябрь» is a month; «– октябрь» and «по октябрь» end a span."""
    before = (word["before"] or "").strip()
    return bool(before) and not (before[:1].isdigit() and word["month"].endswith(NOMINATIVE))


def with_month(text: str, first: date) -> str:
    """The same text with another month in the place of the one it names."""
    named = month_in(text)
    if not named:
        return text
    year = bool(_YEAR.search(text[named.start:named.end]))
    word = month_text(first) if year else month_text(first).partition(" ")[0]
    return _YEAR.sub(str(first.year), f"{text[:named.start]}{word}{text[named.end:]}") if not year else \
        f"{text[:named.start]}{word}{text[named.end:]}"
