"""The door of every text that is kept: names of people, their numbers, mail and telephones become masks. What they look
like is decided in `person_names`, `lone` and `numbers`."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import accumulate

from shnor.personal import lone, numbers
from shnor.personal.copy import Copy, copy_of, flat
from shnor.personal.dictionary import word
from shnor.personal.person_names import (
    AFTER_POST,
    INITIALS,
    NAMES,
    PERSON,
    is_initialled,
    is_named,
    is_post_holder,
    is_sure,
)

_BIG_WORD = re.compile("[А-ЯЁ][а-яё]+")
_SMALL_WORD, _SMALL_ENDS = re.compile("[а-яё]+"), ("ва", "вой", "ву", "на", "ной", "ну")
_INITIALS = re.compile(r"(?<![а-яё])[А-ЯЁ] ?\. *[А-ЯЁ]|(?<![а-яё])[а-яё]\. ?[а-яё]\.")
_TURKIC, _AWAY = ("глы", "ызы", "изи", "угли"), ("декрет", "больничн", " категори")
"""Endings of fathers, and what is told of nobody but people."""
_SEPARATOR = "\ue000"


def suspicious(*texts: str) -> set[str]:
    """Of many texts those that are worth a closer look: what is cheap is sought in all of them at once."""
    joined = flat(_SEPARATOR.join(texts))
    copies = joined.split(_SEPARATOR)
    if len(copies) != len(texts):
        return set(texts)
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    return {texts[bisect_right(starts, place) - 1] for place in _cheap(joined)}


def _cheap(joined: str) -> Iterator[int]:
    """Places of what is worth it."""
    for literal in (*numbers.LITERALS, *lone.SMALL_PATRONYMIC, *_TURKIC, *_AWAY):
        place = joined.find(literal)
        while place >= 0:
            yield place
            place = joined.find(literal, place + 1)
    for pattern in (numbers.DIGITS, numbers.AFTER_SIGN, _INITIALS):
        yield from (match.start() for match in pattern.finditer(joined))
    yield from (match.start() for match in _BIG_WORD.finditer(joined) if _is_hot(match[0]))
    yield from (match.start(1) for match in AFTER_POST.finditer(joined))
    small = {one for one in set(_SMALL_WORD.findall(joined))
             if one.endswith(_SMALL_ENDS) and lone.is_small_surname(one)}
    for one in small:
        yield from (match.start() for match in re.finditer(rf"(?<![А-ЯЁа-яё]){one}", joined))


@lru_cache(maxsize=100_000)
def _is_hot(text: str) -> bool:
    """Whether a word may be a part of a name."""
    about = word(text.lower())
    return bool(about.surname or about.given or about.patronymic) or not about.known or text.endswith(("ых", "их"))


@lru_cache(maxsize=20_000)
def mask(text: str) -> tuple[str, str]:
    """(text with masks, what was found)."""
    return _masked(text, alone=False)


def _masked(text: str, *, alone: bool, office: bool = False) -> tuple[str, str]:
    """office: telephones and mail stay."""
    text, seen = unicodedata.normalize("NFC", text), list[str]()
    copy = copy_of(text)
    for found, what, sign in (*_KINDS, (partial(lone.people, alone=alone), "фамилию", PERSON)):
        if office and what in _OF_OFFICE:
            continue
        spans = [copy.span(*span) for span in found(copy)]
        if spans:
            text = _with(sign, text, spans)
            copy = copy_of(text)
            seen.append(what)
    return text.replace(f"{PERSON} {PERSON}", PERSON), " и ".join(dict.fromkeys(seen))


def _with(sign: str, text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces, end = list[str](), 0
    for begin, stop in spans:
        pieces += [text[end:begin], sign]
        end = stop
    return "".join([*pieces, text[end:]])


def _found(pattern: re.Pattern, of: Copy) -> Iterator[tuple[int, int]]:
    copy = of.text.replace("_", " ") if pattern in _OF_NAMES else of.text
    place = 0
    while match := pattern.search(copy, place):
        begin = match.start(1) if pattern is AFTER_POST else match.start()
        place = match.end()
        if _is_personal(pattern, match, copy[:begin]):
            yield begin, match.end()
        elif pattern is INITIALS:
            place = match.start() + 1  # what «Опыт И.» took is left to «И.Щербакова»


def _is_personal(pattern: re.Pattern, match: re.Match, before: str) -> bool:
    if pattern is AFTER_POST:
        return is_post_holder(match)
    if pattern is INITIALS:
        return is_initialled(match, before)
    if pattern is numbers.CUT_SNILS:
        return numbers.is_named_so(before)
    if pattern is numbers.SNILS:
        return numbers.is_snils_at(match, before)
    return pattern not in NAMES or is_named(match[0], before)


_OF_OFFICE = ("почту", "телефон")
_OF_NAMES = (*NAMES, INITIALS, AFTER_POST)
_KINDS = tuple((partial(_found, pattern), what, sign) for pattern, what, sign in (
    (numbers.MAIL, "почту", "[почта]"), (numbers.PASSPORT, "паспортные данные", "[паспорт]"),
    (numbers.BORN, "дату рождения", "[дата рождения]"), (numbers.SNILS, "СНИЛС", "[СНИЛС]"),
    (numbers.CUT_SNILS, "СНИЛС", "[СНИЛС]"),
    (numbers.PHONE, "телефон", "[телефон]"), *((pattern, "фамилию", PERSON) for pattern in _OF_NAMES)))


def mask_people(text: str) -> tuple[str, str]:
    """The same without telephones and mail: those of an office are no secret."""
    return _masked(text, alone=True, office=True)


def mask_whole(text: str) -> tuple[str, str]:
    """The same of a text that may be one surname and nothing else: the reason of something, the name of a sheet."""
    return (PERSON, "фамилию") if is_sure(text) else _masked(text, alone=True)
