"""A name in its six cases, proposed from a dictionary: the person corrects the proposal once. What the dictionary is
not sure of is asked, never guessed: a signed paper with a wrong case is worse than a question."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from shnor.datasets.name_words import (
    BEFORE_MORE,
    DISTRICTS,
    INSTITUTION,
    KEEP_WHAT_FOLLOWS,
    SETTLEMENTS,
    SHORT_POSTS,
    TOWN,
    TOWNS_IN_DOUBT,
)
from shnor.sentences.names import Cases, same

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

__all__ = ["TITLES", "Cases", "proposed"]

TITLES = {"nom": "Именительный (кто, что)", "gen": "Родительный (нет кого, чего)", "dat": "Дательный (кому, чему)",
          "acc": "Винительный (вижу кого, что)", "ins": "Творительный (кем, чем)", "pre": "Предложный (о ком, о чём)"}
_ASKED = ("gent", "datv", "accs", "ablt", "loct")
"""The dictionary's names of the five other cases."""
_FIXED = re.compile(r"[А-ЯЁ]{2,}(?:[-(][А-ЯЁ)]+)*|№.*|[«„(\"\d].*|[—–-]")
_PERSONS = ("Surn", "Name", "Patr")
Forms = list[str]
"""Of one word in the five other cases."""


@lru_cache(4000)
def proposed(name: str) -> Cases | None:
    """«Приозёрный муниципальный округ» → «Приозёрного муниципального округа»…; an abbreviation stays. None: the person
    is asked, for the dictionary does not know a word or knows it in more than one way."""
    words = name.split()
    if name.lower().startswith(SHORT_POSTS):
        return same(name)
    forms = _phrase(words)
    return Cases(name, *(" ".join(form[case] for form in forms) for case in range(5))) if forms else None


def _phrase(words: Sequence[str]) -> list[Forms] | None:
    """Adjectives and the noun they belong to change, what follows stays, as far as it may."""
    first = next((place for place, word in enumerate(words) if not _FIXED.fullmatch(word)), len(words))
    if first == len(words) or any(word[:1] in "«№" for word in words[:first]):
        return _kept(words or [""])
    place = _head(words, first)
    if place is None:
        return _kept(words) if first and _governed(words[first]) else None  # «ИМЦ города Армавира»
    head = _declined(words[first:place], words[place])
    rest = _rest(words[place].lower(), words[place + 1:]) if head else None
    return None if head is None or rest is None else [*_kept(words[:first]), *head, *rest]


def _kept(words: Sequence[str]) -> list[Forms]:
    return [[word] * 5 for word in words]


def _head(words: Sequence[str], first: int) -> int | None:
    """Place of the noun: the first word that is no adjective of a noun behind it."""
    for place in range(first, len(words)):
        if not _adjectives(words[place]):
            return place if _nouns(words[place]) else None
        after = words[place + 1] if place + 1 < len(words) else ""
        if not _adjectives(after) and not _nouns(after):  # «исполняющий обязанности», «заведующая»
            return place if _nouns(words[place]) or _adjectives(words[place])[0].tag.POS == "PRTF" else None
    return None


def _declined(adjectives: Sequence[str], noun: str) -> list[Forms] | None:
    """The noun with its adjectives; None where its readings differ. Of «учитель-методист» both parts."""
    if "-" in noun and not adjectives and not any(one.is_known for one in _nouns(noun)):
        parts = [_declined((), part) for part in noun.split("-")]
        return [["-".join(forms) for forms in zip(*(part[0] for part in parts if part), strict=True)]] \
            if all(parts) else None
    readings = [found for one in _nouns(noun) or _adjectives(noun) if (found := _with(adjectives, noun, one))]
    return readings[0] if readings and all(one == readings[0] for one in readings) else None


def _with(adjectives: Sequence[str], noun: str, read: "Parse") -> list[Forms] | None:
    alive = read.tag.animacy or "anim"
    own = [read.inflect({case, "sing", *([alive] if read.tag.POS != "NOUN" and case == "accs" and
                                         read.tag.gender == "masc" else [])}) for case in _ASKED]
    found = [[one and one.word for one in own]]
    for word in adjectives:
        fits = [one for one in _adjectives(word) if one.tag.gender == read.tag.gender]
        if not fits:
            return None
        marks = [{case, "sing", read.tag.gender, *([alive] if case == "accs" and read.tag.gender == "masc" else [])}
                 for case in _ASKED]
        found.insert(len(found) - 1, [one and one.word for one in map(fits[0].inflect, marks)])
    if not all(form for forms in found for form in forms):
        return None
    return [[_as_written(str(form), word) for form in forms]
            for forms, word in zip(found, (*adjectives, noun), strict=True)]


def _rest(head: str, words: Sequence[str]) -> list[Forms] | None:
    """What follows the noun; None where it might have to change and nobody knows how."""
    if not words or (_FIXED.fullmatch(words[0]) and words[0] not in "—–-") or words[0].lower() in BEFORE_MORE:
        return _kept(words)
    if head == TOWN:
        return _town(words)
    if head in KEEP_WHAT_FOLLOWS and _stays(KEEP_WHAT_FOLLOWS[head], words):
        return _kept(words)
    if head == INSTITUTION and (_adjectives(words[0]) or _nouns(words[0])):
        return _phrase(words)
    return _kept(words) if _governed(words[0]) and head not in SETTLEMENTS else None


def _governed(word: str) -> bool:
    """Whether it can only stand in a case something before it asks for: «образования», «образованием»."""
    return any({"gent", "ablt"} & set(one.tag.grammemes) for one in _read(word)) and not any(_nominatives(word))


def _stays(beginnings: tuple[str, ...], words: Sequence[str]) -> bool:
    return words[0] in beginnings or (words[-1] in DISTRICTS and len(words) == 2) if beginnings else len(words) == 1


def _town(words: Sequence[str]) -> list[Forms] | None:
    if len(words) != 1 or words[0].endswith(TOWNS_IN_DOUBT):
        return None
    known = [one for one in _nouns(words[0]) if "Geox" in one.tag]
    if known and all("Fixd" in one.tag for one in known):
        return _kept(words)
    found = [forms for one in known if (forms := _with((), words[0], one))]
    return found[0] if found and all(one == found[0] for one in found) else None


def _as_written(form: str, word: str) -> str:
    """Capitals as in the name; no «ё» where the name is written without."""
    text = form if "ё" in word.lower() or not _has_dotless(form, word) else form.replace("ё", "е")
    parts = zip(text.split("-"), word.split("-"), strict=False)
    return "-".join(part[:1].upper() + part[1:] if own[:1].isupper() else part for part, own in parts)


def _has_dotless(form: str, word: str) -> bool:
    return any(a == "ё" and b == "е" for a, b in zip(form, word.lower(), strict=False))


def _nouns(word: str) -> "list[Parse]":
    """Readings as a known noun in the nominative singular, no names of people."""
    return [one for one in _nominatives(word) if one.tag.POS == "NOUN"
            and (one.is_known or ("-" in word and all(map(_nouns, word.split("-")))))
            and not any(mark in one.tag for mark in _PERSONS)]


def _adjectives(word: str) -> "list[Parse]":
    return [one for one in _nominatives(word) if one.tag.POS in ("ADJF", "PRTF")]


def _nominatives(word: str) -> "Iterator[Parse]":
    return (one for one in _read(word) if "nomn" in one.tag and "sing" in one.tag)


def _read(word: str) -> "list[Parse]":
    return _dictionary().parse(word.lower()) if word else []


@cache
def _dictionary() -> "MorphAnalyzer":
    """Loaded when the first name is set: a third of a second, and most days nobody sets one."""
    import pymorphy3
    import pymorphy3_dicts_ru

    return pymorphy3.MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru")
