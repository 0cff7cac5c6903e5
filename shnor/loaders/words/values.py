"""One cell → a value of a declared type. What cannot be read is said with ready choices, never guessed."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from difflib import get_close_matches

from shnor.datasets import Column, Value
from shnor.datasets.deadlines import ORDINALS
from shnor.datasets.months import PERIOD_BEGINS
from shnor.datasets.numbers import DASH_SIGNS
from shnor.loaders.types import Choice
from shnor.loaders.words.deadlines import parse_deadlines
from shnor.loaders.words.headers import DASHES, normalise, plain
from shnor.loaders.words.months import MONTH, mended, month_number
from shnor.loaders.words.numbers import number
from shnor.loaders.words.read import EMPTY, Read, common, is_error
from shnor.loaders.words.states import possible_states
from shnor.periods import MONTHS, span

_UNTIDY = re.compile(r"  |[\t\r\f\v\x1c-\x1f\x85\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|\xa0|\n[ #]| \n")

def reader(column: Column) -> Callable[[Value], Read]:
    """The reader of cells of that column; a cell may be text, number, date or None."""
    match column.type:
        case "whole" | "number":
            return lambda value: number(value, column.unit, whole=column.type == "whole")
        case "date":
            return day
        case "month":
            return month
        case "period":
            return period_or_span if column.spans else period
        case "choice":
            spelled = spellings(column)
            return lambda value: choice(value, column, spelled)
        case _:
            numbered = column.name == "number"
            return (lambda value: numbering(value)) if numbered else text



def text(value: Value) -> Read:
    """As written, spaces collapsed; dates as people write them."""
    if type(value) is str:
        written = " ".join(value.split())
        if written in DASH_SIGNS:
            return EMPTY
        return Read(code="cell-error") if is_error(written) else Read(written)
    if (known := common(value)) is not None:
        return known
    if isinstance(value, bool):
        return Read("да" if value else "нет")
    if isinstance(value, date):
        return Read(f"{value:%d.%m.%Y}")
    return Read(plain(value))


def is_tidy(values: Sequence[Value]) -> bool:
    """Whether `text` would give back every cell of a column as it is: told for all texts at once."""
    texts = {value for value in set(values) if type(value) is str}
    if texts & DASH_SIGNS or set(values) - texts - {None}:
        return False
    joined = f"\n{chr(10).join(texts)}\n"
    return joined.count("\n") == len(texts) + (1 if texts else 2) and not _UNTIDY.search(joined)


_COMMAS = re.compile(r"\d{1,3}(?:,\d{1,3})+")
_PREFIX = re.compile(r"^(?:№|п(?:ункт|\.)?(?=[\s\d№]))\s*№?\s*", re.I)


def numbering(value: Value) -> Read:
    """«1.1.», «1,1» → «1.1»; a number that a spreadsheet turned into a date is asked about."""
    if isinstance(value, date):
        first = f"{value.day}.{value.month}"
        choices = [first, *([f"{value.month}.{value.year % 100}"] if value.day == 1 else [])]
        return Read(first, "mangled-number", tuple(Choice(text, text) for text in choices))
    read = text(value)
    if isinstance(read.value, str):
        number = re.sub(r"\s*\.\s*", ".", _PREFIX.sub("", read.value)).strip(".) ")
        return Read(number.replace(",", ".") if _COMMAS.fullmatch(number) else number)
    return read


_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_DMY = re.compile(r"(\d{1,2}) ?[.,/-] ?(\d{1,2}) ?[.,/-] ?(\d{4}|\d{2})(?: ?г\.?(?:ода)?)?(?: 0?0:00(?::00)?)?")
_YMD = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t]0?0:00(?::00)?)?")
_WORDS = re.compile(rf"[«\"]?(\d{{1,2}})[»\"]? ({MONTH}) (\d{{4}})(?: ?г\.?(?:ода)?)?")


def day(value: Value) -> Read:
    """«18.11.2026», «18.11.26», «18 ноября 2026 г.», an Excel date; a bare number is asked about."""
    if isinstance(value, datetime):
        return Read(value.date())
    if isinstance(value, date):
        return Read(value)
    if (known := common(value)) is not None:
        return known
    if isinstance(value, int | float):
        return Read(code="not-a-date", choices=_serial(float(value)))
    clean = mended(DASHES.sub("-", plain(value)).lower().replace("ё", "е"))
    if found := _DMY.fullmatch(clean):
        return _date(int(found[3]) + (2000 if len(found[3]) == 2 else 0), int(found[2]), int(found[1]))
    if found := _YMD.fullmatch(clean):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _WORDS.fullmatch(clean):
        return _date(int(found[3]), month_number(found[2]) or 0, int(found[1]))
    if _SERIAL.fullmatch(clean) and (offered := _serial(float(clean))):
        return Read(code="not-a-date", choices=offered)
    inside = [f"{int(d):02}.{int(m):02}.{int(y) + (2000 if len(y) == 2 else 0)}" for d, m, y in _DMY.findall(clean)]
    return Read(code="not-a-date", choices=tuple(Choice(item, item) for item in dict.fromkeys(inside)))


def _date(year: int, number: int, day_number: int) -> Read:
    try:
        return Read(date(year, number, day_number))
    except ValueError:
        return Read(code="not-a-date")


def _serial(value: float) -> tuple[Choice, ...]:
    if not 36_526 <= value <= 73_050:
        return ()
    shown = f"{date(1899, 12, 30) + timedelta(days=int(value)):%d.%m.%Y}"
    return (Choice(shown, shown),)


_MONTH_YEAR = re.compile(rf"(?:за |в )?({MONTH}),? (20\d\d)(?: ?г\.?(?:ода?)?)?(?:од)?")
_M_Y = re.compile(r"(0?[1-9]|1[0-2]) ?[./-] ?(20\d\d)")
_Y_M = re.compile(r"(20\d\d) ?[./-] ?(0?[1-9]|1[0-2])")


def month(value: Value) -> Read:
    """«ноябрь 2026», «11.2026», «2026-11», any day of the month; a month without a year is asked about."""
    if isinstance(value, date):
        return Read(date(value.year, value.month, 1))
    if (known := common(value)) is not None:
        return known
    clean = mended(DASHES.sub("-", plain(value)).lower().replace("ё", "е"))
    if found := _MONTH_YEAR.fullmatch(clean):
        return Read(date(int(found[2]), month_number(found[1]) or 1, 1))
    if found := _M_Y.fullmatch(clean):
        return Read(date(int(found[2]), int(found[1]), 1))
    if found := _Y_M.fullmatch(clean):
        return Read(date(int(found[1]), int(found[2]), 1))
    read = day(value)
    if isinstance(read.value, date):
        return Read(read.value.replace(day=1))
    meant = (day(choice.value).value for choice in read.choices)
    texts = dict.fromkeys(month_text(first.replace(day=1)) for first in meant if isinstance(first, date))
    return Read(code="not-a-month", choices=tuple(Choice(text, text) for text in texts))


_YEAR = re.compile(r"(20\d\d)(?: ?г\.?(?:од[а-я]*)?)?")
_SCHOOL_WORDS = r"(?:уч\.?|у\.|учебн[а-я]+) ?(?:г\.?|год[а-я]*)?"
_SCHOOL_YEAR = re.compile(rf"(?:{_SCHOOL_WORDS},? )?(20\d\d) ?[-/] ?(?:20)?(\d\d)"
                          rf"(?: ?(?:г\.? ?г?\.?|{_SCHOOL_WORDS}))?")
_PART = re.compile(r"(?P<part>[1-4]|i{1,3}|iv|перв|втор|трет|четверт) ?-?(?:ый|ой|ое|ий|ая|е|й)? ?"
                   r"(?P<what>кв(?:артал[а-я]*|\.)?|п/г|п\.г\.|полугоди[а-я]+),? "
                   r"(?P<year>20\d\d)(?: ?[/-] ?(?:20)?(?P<to>\d\d))?(?: ?г\.?(?:од[а-я]*)?| ?уч[а-я.]* ?г[а-я.]*)?")
_YEAR_FIRST = re.compile(r"(20\d\d)(?: ?г\.?(?:од[а-я]*)?)?,? (.+)")
_BEGINS = re.compile(PERIOD_BEGINS)


def period(value: Value) -> Read:
    """The code of a period or a day: «18.11.2026», «ноябрь 2026», «IV квартал 2026», «2025/26», «2026 год»."""
    if isinstance(value, int | float) and not isinstance(value, bool) and value in range(2000, 2100):
        return Read(str(int(value)))
    if isinstance(value, date):
        return Read(f"{value:%Y-%m-%d}")
    if (known := common(value)) is not None:
        return known
    clean = _BEGINS.sub("", mended(DASHES.sub("-", plain(value)).lower().replace("ё", "е")))
    turned = _YEAR_FIRST.fullmatch(clean)
    code = _period_code(clean) or (_period_code(f"{turned[2]} {turned[1]}") if turned else "")
    if code:
        return Read(code)
    if isinstance((exact := day(value)).value, date):
        return Read(f"{exact.value:%Y-%m-%d}")
    for text in (value, clean, *([f"{turned[2]} {turned[1]}"] if turned else ())):
        if isinstance((first := month(text)).value, date):
            return Read(f"{first.value:%Y-%m}")
    return Read(code="not-a-period", choices=exact.choices)


def _period_code(clean: str) -> str:
    """Of a year, a school year, a quarter, a half of either; "" where it is none of them."""
    if (found := _SCHOOL_YEAR.fullmatch(clean)) and int(found[2]) == (int(found[1]) + 1) % 100:
        return f"{found[1]}/{found[2]}"
    if found := _YEAR.fullmatch(clean):
        return found[1]
    found = _PART.fullmatch(clean.replace("1-е", "1").replace("2-е", "2"))
    if not found:
        return ""
    part = ORDINALS.get(found["part"]) or int(found["part"])
    quarter, year, to = found["what"].startswith("кв"), found["year"], found["to"]
    if to:
        return "" if quarter or part > 2 or int(to) != (int(year) + 1) % 100 else f"{year}/{to}-{part}"
    return f"{year}-{'Q' if quarter else 'H'}{part}" if quarter or part < 3 else ""


_SHORT_SPAN = re.compile(r"^(\d{1,2}) ?- ?(\d{1,2})(\.\d{1,2}\.\d{4})(?: ?г\.?)?")


def period_or_span(value: Value) -> Read:
    """The same, or some days or months from one to another: «26 октября — 1 ноября 2026», «ноябрь–декабрь 2023»."""
    exact = period(value)
    if exact.code != "not-a-period" or not isinstance(value, str):
        return exact
    written = _BEGINS.sub("", _SHORT_SPAN.sub(r"\1\3-\2\3", DASHES.sub("-", plain(value))).lower())
    found = parse_deadlines(written)
    if len(found) != 1 or found[0].kind not in ("date_range", "months") or not (found[0].start and found[0].end):
        return exact
    return Read(span(found[0].start, found[0].end))


def month_of(value: Value) -> date | None:
    """The first day of the month a cell names, None where it names none."""
    read = month(value).value
    return read if isinstance(read, date) else None


def month_text(first: date) -> str:
    """«ноябрь 2026»."""
    return f"{MONTHS[first.month - 1]} {first.year}"


def spellings(column: Column) -> dict[str, str]:
    """Every way to write a choice, normalised → the stored value."""
    found = {normalise(word): code for code, words in column.spellings.items() for word in words}
    found |= {normalise(title): code for code, title in column.choices.items()}
    return found | {code.lower(): code for code in column.choices}


def choice(value: Value, column: Column, spelled: dict[str, str]) -> Read:
    """A known spelling is taken; anything else is an error with the nearest known values to choose from."""
    if (known := common(value)) is not None:
        return known
    clean = normalise(value) or plain(value)
    if clean in spelled:
        return Read(spelled[clean])
    if column.stems and isinstance(value, str):
        state = possible_states(value, column.stems)
        if state.sure and (column.words_into or not state.more):
            return Read(state.codes[0])
        if state.codes:
            likely = dict.fromkeys((*state.codes, *column.choices))
            return Read(code="unknown-choice", choices=tuple(
                Choice(column.choices[code], column.choices[code]) for code in likely))
    begins = [code for word, code in spelled.items() if len(word) > 3 and clean.startswith(word)]
    near = [spelled[word] for word in get_close_matches(clean, list(spelled), n=3, cutoff=0.6)]
    codes = list(dict.fromkeys([*begins, *near])) or list(column.choices)
    return Read(code="unknown-choice",
                choices=tuple(Choice(column.choices[code], column.choices[code]) for code in codes[:6]))
