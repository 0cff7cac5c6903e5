"""A state said in a sentence: «проведено 23.01», «выполнено 18 ноября, писали 9 чел.», «перенесено на март»."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from shnor.datasets.states import COUNTED, COUNTS, DOCUMENTS, DOUBTS, HELD_TIMES, NEGATED, OUTWEIGHS, WEAK
from shnor.loaders.words.headers import DASHES, plain
from shnor.loaders.words.months import MONTH, mended, month_number
from shnor.loaders.words.spans import day
from shnor.nouns import EVENT_KINDS, NOUNS
from shnor.periods import last_day

Stems = Mapping[str, tuple[str, ...]]
NEAR_DAYS, LONG_AGO_DAYS = 45, 92
"""A day so soon after the month of the report may be meant; one of another year so long before it hardly is."""


class States(NamedTuple):
    """codes: states a text may mean, the likeliest first. sure: it can only be the first. more: it says more than
    a state."""

    codes: tuple[str, ...] = ()
    sure: bool = False
    more: bool = False


class Explanation(NamedTuple):
    """What else a sentence tells. days: the days it may mean, the likeliest first; month_only: it names no day, and the
    last one of its month is meant. numbers: how many people or how many times, each number once. document: with its
    number."""

    days: tuple[date, ...] = ()
    month_only: bool = False
    numbers: tuple[int, ...] = ()
    document: str = ""


def cleaned(text: object) -> str:
    return mended(DASHES.sub("-", plain(text)).lower().replace("ё", "е")).strip(" .;,:!…")


def possible_states(text: object, stems: Stems) -> States:
    """Words of one state are blanked before the next is looked for."""
    left = cleaned(text)
    found: dict[str, str] = {}
    for code, words in stems.items():
        for word in words:
            while hit := _pattern(word).search(left):
                meant = _meant(code, left[:hit.start()], hit[0])
                left = f"{left[:hit.start()]}{' ' * len(hit[0])}{left[hit.end():]}"
                found[meant] = word if meant not in found or found[meant] in WEAK else found[meant]
    strong = {code for code, word in found.items() if word not in WEAK}
    kept = [code for code in found if code in strong or not strong]
    kept = [code for code in kept if not any(code in OUTWEIGHS.get(other, ()) for other in kept)]
    if any(_pattern(word).search(left) for word in DOUBTS):
        going_on = [code for code in stems if code in ("in_progress", "planned")]
        return States(tuple(dict.fromkeys((*going_on, *kept, *stems))), more=True)
    return States(tuple(kept), sure=len(kept) == 1, more=any(sign.isalnum() for sign in left))


def _meant(code: str, before: str, hit: str) -> str:
    """A state behind «не» is the opposite one."""
    return NEGATED.get(code, code) if before.endswith("не ") and not hit.startswith("не ") else code


@lru_cache(maxsize=500)
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(word if word.startswith("^") else rf"(?<![а-яa-z\d]){word}(?![а-яa-z])")


_DATE = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{2})(?:\.(?P<year>\d{4}|\d{2}))?(?![\d])")
_WORD_DATE = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:-?го|-е)?(?: числа)? (?P<month>{MONTH})(?: (?P<year>20\d\d))?")
_MONTH = re.compile(rf"(?:на|до|в) (?P<month>{MONTH})(?: (?P<year>20\d\d))?")
_RANGE = re.compile(rf"(?:с )?\d{{1,2}}(?:\.\d{{2}}(?:\.\d{{2,4}})?| {MONTH})? ?(?:-|по|до) ?"
                    rf"(?=\d{{1,2}}(?:\.\d{{2}}| {MONTH}))")
_EVENTS = [form.replace("ё", "е") for noun in map(NOUNS.__getitem__, EVENT_KINDS)
           for form in dict.fromkeys((*noun.singular[:2], noun.paucal, noun.plural[1])) if form]
_HELD = rf"(?:{'|'.join((*_EVENTS, *HELD_TIMES))})(?![а-я-])"
_COUNTED = re.compile(rf"(?<![\d.])(\d{{1,6}}) ?(?:{COUNTED}|{_HELD})|{COUNTS}(?: всего)?[ :-]*(\d{{1,6}})(?![\d.])")
_DOCUMENT = re.compile(DOCUMENTS)


def explained(text: object, state: str, month: date | None, today: date) -> Explanation:
    """month: the first day of the month of the report, which gives a day its year."""
    clean = cleaned(text)
    document = _DOCUMENT.search(clean)
    tail = _tail(plain(text), len(clean) - document.start()) if document else ""
    clean = _RANGE.sub("", clean[:document.start()] if document else clean)
    dates = [*_DATE.finditer(clean), *_WORD_DATE.finditer(clean)]
    numbers = tuple(dict.fromkeys(int(found[1] or found[2]) for found in _COUNTED.finditer(_DATE.sub(" ", clean))))
    if len(dates) == 1:
        return Explanation(_days(dates[0], state, month, today), False, numbers, tail)
    named = _MONTH.search(clean) if not dates and state == "moved" else None
    return Explanation(_ends(named, month, today) if named else (), bool(named), numbers, tail)


def _tail(raw: str, length: int) -> str:
    """The end of the raw text from the document on; cleaning takes signs from the end only."""
    kept = raw.rstrip(" .;,:!…")
    return kept[-length:].strip() if 0 < length <= len(kept) else ""


def _days(found: re.Match[str], state: str, month: date | None, today: date) -> tuple[date, ...]:
    number = int(found["month"]) if found["month"].isdigit() else month_number(found["month"]) or 0
    if found["year"]:
        exact = day(int(found["year"]) + (2000 if len(found["year"]) == 2 else 0), number, int(found["day"]))
        return (exact,) if exact else ()
    first = month or today.replace(day=1)
    days = [read for year in range(first.year - 1, first.year + 2) if (read := day(year, number, int(found["day"])))]
    return _coming(days, first) if state == "moved" else _past(days, first, today)


def _past(days: list[date], first: date, today: date) -> tuple[date, ...]:
    """The newest day not after the month of the report; beside a day soon after the month, or where it would be long
    before in another year, it is not sure."""
    end = last_day(first.year, first.month)
    before = [one for one in days if one <= end][-1:]
    after = [one for one in days if one > end][:1]
    soon = [one for one in after if (one - end).days <= NEAR_DAYS and one <= today]
    old = [one for one in before if one.year < first.year and (first - one).days > LONG_AGO_DAYS]
    return tuple(dict.fromkeys((*soon, *(after if old else ()), *before)))


def _coming(days: list[date], first: date) -> tuple[date, ...]:
    """Where something was moved to: the next such day from the month of the report on; a day just before the month may
    be of this year."""
    after = [one for one in days if one >= first][:1]
    before = [one for one in days if one < first and (first - one).days <= LONG_AGO_DAYS][-1:]
    return (*after, *before)


def _ends(found: re.Match[str], month: date | None, today: date) -> tuple[date, ...]:
    first = month or today.replace(day=1)
    number = month_number(found["month"]) or 1
    year = int(found["year"]) if found["year"] else first.year + (number < first.month)
    return (last_day(year, number),)
