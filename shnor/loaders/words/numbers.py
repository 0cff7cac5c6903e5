"""One cell → a number. Read is what can only mean one; of anything else the likeliest numbers are offered."""

import re
from collections.abc import Iterator
from datetime import date

from shnor.datasets import Value
from shnor.datasets.numbers import LIKE_DIGITS, NO_NUMBER, NOBODY, NUMBER_WORDS, ROUNDED, UNITS
from shnor.loaders.types import Choice
from shnor.loaders.words.headers import DASHES, normalise, plain
from shnor.loaders.words.read import Read, common

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?")
_INSIDE = re.compile(r"(?<![\d.,])(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?")
_IN_BRACKETS = re.compile(r"\((?P<words>[а-я -]+)\)(?P<tail>.*)")
_PERCENTS = re.compile(rf"({_NUMBER.pattern}) ?%")
_PART = r"\d+(?: ?\([^()\d]*\)| ?[а-я.]+)?"
_SUM = re.compile(rf"{_PART}(?: ?\+ ?{_PART})+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,']\d{3})+")
_LETTERS = str.maketrans(LIKE_DIGITS)
_DIGITS = re.compile(rf"(?=.*\d)[\d{''.join(LIKE_DIGITS)}]{{2,9}}")
_ROUNDED = re.compile(rf"^(?:{'|'.join(ROUNDED)}) ")
OFFERED = 3


def number(value: Value, unit: str = "", *, whole: bool = False) -> Read:
    """«12», «12,5», «1 200», «3 (три)», «пять», «12 чел.» where people are counted; «~10», «2-3», «нет» are asked."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _counted(float(value), whole)
    if (known := common(value)) is not None:
        return known
    if isinstance(value, date):
        guess = f"{value.day},{value.month}"
        return _asked(() if whole else (guess,), whole)
    clean = DASHES.sub("-", plain(value)).lower().replace("ё", "е")
    exact = _written(clean, unit)
    if exact is not None and not (whole and exact % 1):
        return _counted(exact, whole)
    if percents := _PERCENTS.fullmatch(clean):
        return Read(code="percent-for-number", choices=_of_percents(percents[1], whole))
    if normalise(clean) in NOBODY:
        return Read(code="number-doubt", choices=(Choice("0", "0"), Choice("Оставить пустым", "")))
    if normalise(clean) in NO_NUMBER:
        return Read(code="number-doubt", choices=(Choice("Нет данных, оставить пустым", ""), Choice("0", "0")))
    return _asked(tuple(dict.fromkeys(_likely(clean, whole)))[:OFFERED], whole)


def _written(clean: str, unit: str) -> float | None:
    """The number of a text that says nothing else."""
    found = _NUMBER.match(clean)
    tail = clean[found.end():].strip() if found else clean
    if not found:
        word, tail = _leading_word(clean)
        return None if word is None or not _is_unit(tail, unit) else float(word)
    value = float(found[0].replace(" ", "").replace(",", "."))
    if doubled := _IN_BRACKETS.fullmatch(tail):
        tail = doubled["tail"].strip() if in_words(doubled["words"]) == value else tail
    return value if _is_unit(tail, unit) else None


def _is_unit(tail: str, unit: str) -> bool:
    return not tail or normalise(tail) in {normalise(word) for word in (unit, *UNITS.get(unit, ())) if word}


def in_words(text: str) -> int | None:
    """«двадцать пять» → 25; None where a word is no number."""
    numbers = [NUMBER_WORDS.get(word) for word in text.replace("-", " ").split()]
    if not numbers or None in numbers or len(numbers) > 2:
        return None
    known = [number for number in numbers if number is not None]
    if len(known) == 2 and not (known[0] >= 20 and known[0] % 10 == 0 and 0 < known[1] < min(known[0], 100)):
        return None
    return sum(known)


def _leading_word(clean: str) -> tuple[int | None, str]:
    words = clean.split()
    for count in (2, 1):
        if (value := in_words(" ".join(words[:count]))) is not None and len(words) >= count:
            return value, " ".join(words[count:])
    return None, clean


def _likely(clean: str, whole: bool) -> Iterator[str]:
    """Numbers a text may mean, the likeliest first."""
    if _SUM.fullmatch(clean):
        yield str(sum(map(int, re.findall(r"\d+", clean))))
    if _DIGITS.fullmatch(clean):
        yield clean.translate(_LETTERS).lstrip("0") or "0"
    if whole and _THOUSANDS.fullmatch(clean):
        yield re.sub(r"\D", "", clean)
    for item in _INSIDE.findall(clean):
        exact = item.replace(" ", "")
        yield from (str(int(float(exact.replace(",", "."))) + up) for up in (0, 1)) \
            if whole and not exact.isdigit() else (exact,)
    if (word := _leading_word(_ROUNDED.sub("", clean))[0]) is not None:
        yield str(word)


def _asked(likely: tuple[str, ...], whole: bool) -> Read:
    if not likely:
        return Read(code="not-whole" if whole else "not-a-number")
    return Read(code="number-doubt", choices=tuple(Choice(item, item) for item in likely))


def _of_percents(written: str, whole: bool) -> tuple[Choice, ...]:
    """«200%» in a column of people is 2 in a cell that shows percents by mistake; «95%» may be meant as 95."""
    value = float(written.replace(" ", "").replace(",", ".")) / (100 if whole else 1)
    text = f"{value:.10g}".replace(".", ",")
    return (Choice(text, text),) if not whole or value.is_integer() else ()


def _counted(value: float, whole: bool) -> Read:
    if value != value or value in (float("inf"), float("-inf")):
        return Read(code="not-a-number")
    if not whole:
        return Read(value)
    if value == int(value) and abs(value) < 2**62:
        return Read(int(value))
    return _asked((str(int(value)), str(int(value) + 1)) if abs(value) < 1e9 else (), whole)
