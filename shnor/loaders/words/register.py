"""The register as names are looked up in it: by code, by spelling, by number."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from shnor.loaders.types import School
from shnor.loaders.words.school_names import Parts, folded, key, logins, parts


@dataclass
class Register:
    """codes: codes and logins, where every sign counts: «Ш-1» is another school than «Ш1», «0512» another than «512».
    spelled: whole names by their key. of_id: by the code itself. described: what the register says of each school, in
    pieces. numbered: schools one of whose names has the number. worded: schools by the stems of their words. towns: of
    any of its schools, also where its name does not say so."""

    codes: dict[str, list[School]] = field(default_factory=dict)
    spelled: dict[str, list[School]] = field(default_factory=dict)
    of_id: dict[str, list[School]] = field(default_factory=dict)
    described: dict[str, tuple[Parts, ...]] = field(default_factory=dict)
    numbered: dict[int | None, list[School]] = field(default_factory=dict)
    worded: dict[str, list[School]] = field(default_factory=dict)
    towns: frozenset[str] = frozenset()

    def by_words(self, words: frozenset[str]) -> list[School]:
        """Schools that share one of the stems."""
        return list(dict.fromkeys(school for word in words for school in self.worded.get(word, ())))

    def without_zeros(self, code: str) -> list[School]:
        """Whose code is the same but for zeros that a program for tables has eaten: «0512» for «512»."""
        bare = code.lstrip("0")
        return [school for one, some in self.codes.items() if one.isdecimal() and one.lstrip("0") == bare
                for school in some]


_KEPT: dict[int, tuple[Sequence[School], Register]] = {}
"""Registers of the last files. By identity: to hash six hundred schools takes longer than to look one up."""
_MOST = 4


def register(schools: Sequence[School]) -> Register:
    """The index of a register, built once."""
    kept = _KEPT.get(id(schools))
    if kept is None or kept[0] is not schools or not isinstance(schools, tuple):
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        kept = _KEPT[id(schools)] = schools, _built(schools)
    return kept[1]


def codes(school: School) -> frozenset[str]:
    """Codes and logins of a school."""
    return frozenset(map(code, (school.school_id, *school.aliases))) | frozenset(
        login for text in school.aliases for login in logins(text)[0])


def code(text: str) -> str:
    return folded(text).replace(" ", "")


def _built(schools: Sequence[School]) -> Register:
    made = Register()
    for school in schools:
        for one in codes(school):
            made.codes.setdefault(one, []).append(school)
        for one in {key(text) for text in (school.name, school.full_name, *school.aliases)} - {""}:
            made.spelled.setdefault(one, []).append(school)
        made.of_id.setdefault(school.school_id, []).append(school)
        described = made.described[school.school_id] = _described(school)
        for word in frozenset[str]().union(*(own.words | own.towns for own in described)):
            made.worded.setdefault(word, []).append(school)
        for number in {own.number for own in described}:
            made.numbered.setdefault(number, []).append(school)
    made.towns = frozenset(town for some in made.described.values() for own in some for town in own.towns)
    return made


def _described(school: School) -> tuple[Parts, ...]:
    """Short and full name are one description; another spelling adds to it or, under another number, is one of its
    own."""
    first, rest = parts(school.name), []
    for text in (school.full_name, *school.aliases):
        if not text or text.isdecimal() or logins(text)[0]:
            continue
        other = parts(text)
        if other.number in (None, first.number):
            first = _joined(first, other)
        else:
            rest.append(other)
    return first, *rest


def _joined(one: Parts, other: Parts) -> Parts:
    return replace(one, owner=one.owner or other.owner, branch=one.branch or other.branch,
                   kinds=one.kinds | other.kinds, plain=one.plain | other.plain, quoted=one.quoted | other.quoted,
                   honours=one.honours | other.honours, places=one.places | other.places, towns=one.towns | other.towns)
