"""Words about an assessed work → procedure, stage, subject, class, part of the year, school year. Nothing is guessed:
what a text does not say stays empty."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from shnor import periods
from shnor.datasets.works import (
    AUTUMN,
    MOVED,
    PROCEDURES,
    SHORT_SUBJECTS,
    SHORT_TERMS,
    SPRING,
    STAGES,
    SUBJECTS,
    TERM_ALONE,
    TERM_PARTS,
    TERM_WORDS,
    TERMS_OF_YEAR,
    YEAR_OF_WORK,
)
from shnor.loaders.words.headers import DASHES
from shnor.loaders.words.months import MONTH, month_number

_TERM = re.compile(r"(?<![\w-])(?P<part>[1-4]|i{1,3}|iv|перв\w+|втор\w+|трет\w+|четверт\w+)"
                   r"(?:-?(?:я|ю|ой|й|е|м|го|ый))? (?P<what>четверт[ьи]|триместр[ае]?|полугоди[еяи])\b")
_TERM_ALONE = re.compile(TERM_ALONE)
_ITS_YEAR = re.compile(YEAR_OF_WORK, re.I)
_GRADE = re.compile(r"(?P<grade>1[01]|[1-9])(?:-?(?:х|го|й|е|ые))? ?[«\"„“' -]*(?P<label>[а-яёa-z]?)[»\"“”']*"
                    r"(?: ?(?:кл\.?|класс\w*))?\.?")
_GRADE_INSIDE = re.compile(r"(?<![\d–-])(?P<grade>1[01]|[1-9])(?:-?(?:х|го|й|е|ые))?"
                           r"(?: ?[«\"„“'](?P<label>[а-яё])[»\"“”'])? ?(?:кл\.|класс\w*)")
_MANY_GRADES = re.compile(r"\d+ ?(?:-|,|и) ?\d+(?:-?\w{1,3})? ?(?:кл\.|класс\w*)")
_LATIN = str.maketrans("abcehkmoptx", "авсенкмортх")
_SCHOOL_YEAR = re.compile(r"(?<!\d)(20\d\d) ?[-/] ?(?:20)?(\d\d)(?!\d)")
_DATE = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(20\d\d)(?!\d)|(?<!\d)(20\d\d)[.-](\d{1,2})[.-](\d{1,2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_MONTH_YEAR = re.compile(rf"(?<![а-я])({MONTH}) (20\d\d)")


class Grade(NamedTuple):
    number: int
    label: str


def procedure(text: str) -> str:
    """«впр по математике» → «ВПР»; a work of another name keeps it, with a capital letter: the list is open."""
    said = _named(text, PROCEDURES)
    clean = " ".join(text.split())
    clean = " ".join(_ITS_YEAR.sub(" ", clean).split()).strip(" ,.-") or clean  # the year stands in its own column
    return said[0] if len(said) == 1 else clean[:1].upper() + clean[1:]


def is_known(work: str) -> bool:
    """Whether a procedure is one of those every region writes."""
    return any(work == name for _, name in PROCEDURES)


def procedure_in(text: str) -> str:
    """The only known procedure a text names, or ""."""
    said = _named(text, PROCEDURES)
    return said[0] if len(said) == 1 else ""


@lru_cache(maxsize=5_000)
def subject(text: str) -> str:
    """«Рус. яз.» → «русский язык»; another subject in small letters as written. A level of the work stays with it:
    «математика (базовый уровень)» is not «математика»."""
    clean = " ".join(text.lower().split()).strip(" .")
    if clean in SHORT_SUBJECTS:
        return SHORT_SUBJECTS[clean]
    known = next((name for pattern, name in SUBJECTS if re.fullmatch(f"(?:{pattern})", clean)), "")
    return known or clean


def subject_in(text: str) -> str:
    """The only known subject a text names («по русскому языку»), or ""."""
    said = _named(text, SUBJECTS)
    return said[0] if len(said) == 1 else ""


def stage_in(text: str) -> str:
    """The only stage of an exam a text names: main, reserve, additional, or ""."""
    said = _named(text, STAGES)
    return said[0] if len(said) == 1 else ""


def grade(text: str) -> Grade | None:
    """A cell of the column «Класс»: «6», «6 А», «6-а класс», «6 «А»». None for anything else, «5–8» too."""
    found = _GRADE.fullmatch(_clean(text))
    return Grade(int(found["grade"]), found["label"].translate(_LATIN).upper()) if found else None


def grade_in(text: str) -> Grade | None:
    """The only class a text names: «6 «А» класс», «в 9-х классах»; «5–8 классы» names none."""
    clean = _clean(text)
    if _MANY_GRADES.search(clean):
        return None
    said = {Grade(int(found["grade"]), (found["label"] or "").upper()) for found in _GRADE_INSIDE.finditer(clean)}
    return said.pop() if len(said) == 1 else None


def term(text: str, beside: str = "") -> str:
    """«1-я четверть», «1 чет.» → «I четверть»; «1» and «I» where the head or the work beside it names what it is a part
    of; other words of the column «Часть года» as written."""
    if (said := term_in(text)) or not (alone := _TERM_ALONE.fullmatch(_clean(text))):
        return said or " ".join(text.split())
    short = next((word for letters, word in SHORT_TERMS if (alone["what"] or "").startswith(letters)), "")
    words = [word for word in TERM_WORDS if word[:6] in _clean(beside)]
    word = short or (words[0] if len(words) == 1 else "")
    part = alone["part"]
    number = int(part) if part.isdigit() else TERM_PARTS.get(part) or TERM_PARTS[part[:4]]
    return term_in(f"{number} {word}") or periods.ROMAN[number - 1] if word else periods.ROMAN[number - 1]


def term_in(text: str) -> str:
    """The only quarter, trimester or half-year a text names, or ""."""
    said = set()
    for found in _TERM.finditer(_clean(text)):
        part = found["part"]
        number = int(part) if part.isdigit() else TERM_PARTS.get(part) or TERM_PARTS[part[:4]]
        word = next(word for word in TERM_WORDS if word[:6] == found["what"][:6])
        if number <= TERMS_OF_YEAR[word]:
            said.add(f"{periods.ROMAN[number - 1]} {word}")
    return said.pop() if len(said) == 1 else ""


def school_years(text: str, work: str) -> tuple[str, ...]:
    """School years a text may mean: one where it says so («2025–2026», a day, a calendar year of a spring work), two
    where it only names a calendar year, none where it names nothing or contradicts itself."""
    clean = _clean(text)
    whole = {f"{first}/{last}" for first, last in _SCHOOL_YEAR.findall(clean) if (int(first) + 1) % 100 == int(last)}
    days = {_of_day(int(y or y2), int(m or m2)) for _, m, y, y2, m2, _ in _DATE.findall(clean)}
    months = {_of_day(int(year), month_number(name) or 1) for name, year in _MONTH_YEAR.findall(clean)}
    for said in (whole, days, months):
        if said:
            return (said.pop(),) if len(said) == 1 else ()
    years = {int(year) for year in _YEAR.findall(clean)}
    return of_calendar_year(years.pop(), work) if len(years) == 1 else ()


def last_day(text: str) -> date | None:
    """The last of the days a text names, else the last day of the only month it names."""
    clean = _clean(text)
    days = [_day(int(y or y2), int(m or m2), int(d or d2)) for d, m, y, y2, m2, d2 in _DATE.findall(clean)]
    months = {(int(year), month_number(name) or 1) for name, year in _MONTH_YEAR.findall(clean)}
    if not days and len(months) == 1:
        return periods.last_day(*months.pop())
    return max(filter(None, days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def of_calendar_year(year: int, work: str) -> tuple[str, ...]:
    """A spring work of 2026 is of 2025/26, an autumn one of 2026/27; of others, and of the moved ВПР, both remain."""
    before, after = _of_day(year, 1), _of_day(year, 9)
    if work in AUTUMN:
        return (after,)
    return (before,) if work in SPRING and (work, year) != MOVED else (before, after)


def _of_day(year: int, month: int) -> str:
    return periods.containing("school_year", date(year, min(max(month, 1), 12), 1)).code


def _clean(text: str) -> str:
    return DASHES.sub("-", " ".join(text.split())).lower().replace("ё", "е")


def _named(text: str, patterns: tuple[tuple[str, str], ...]) -> list[str]:
    """Names found, each piece of the text used once, by the first pattern that fits it."""
    left, said = _clean(text), []
    for pattern, name in patterns:
        cut = re.sub(pattern, " ", left)
        if cut != left:
            left = cut
            said.append(name)
    return said
