"""A school by its name as people write it: exact, a question, or unknown. Nothing is invented.

Exact is what fits one school of the register only and contradicts nothing it says of itself: number, kind, form of
property, village, honour. All else that comes near is asked.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal

from shnor.datasets.school_names import ANY_OWNER, GENERIC, GENERIC_FITS, GENERIC_IS
from shnor.loaders.types import School
from shnor.loaders.words.school_names import LOOKALIKE, Parts, folded, logins, parts


@dataclass(frozen=True)
class Found:
    """kind exact: school_id is set. question: candidates to choose from. unknown: nothing near."""

    kind: Literal["exact", "question", "unknown"]
    school_id: str = ""
    candidates: tuple[School, ...] = ()


MOST = 5
"""So many candidates a question offers."""
SLIP = 0.8
"""From this likeness on a word may be another one with a slip of the keyboard."""
_FORMS = (
    (r"муниципальн\w+ ", "м"), (r"автономн\w+ ", "а"), (r"бюджетн\w+ ", "б"), (r"казенн\w+ ", "к"),
    (r"обще ?образовательн\w+ (?:учреждени\w+|организаци\w+)", "оу"), (r"\bобщеобразовательн\w+", ""),
    (r"\bсредн\w+ +школ\w+", " сош "), (r"\bоснов\w+ +школ\w+", " оош "), (r"\bначальн\w+ +школ\w+", " нош "),
)
_ADJECTIVE = re.compile(r"(?:н?е?н|и?н|ов|ев|ан|ян|он|ч|оч)?ск")
"""What makes an adjective of the stem of a village."""
_CODE_NUMBER = re.compile(r"ш[.\s-]*\d+")
"""«Ш 5»: a code that the register does not have, or a school by its number."""


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """Dash, space, №, ё, quotes, letters of the other alphabet and the full name of the form do not tell schools
    apart: «муниципальное бюджетное общеобразовательное учреждение средняя школа № 2» → «мбоу сош 2»."""
    clean = text.lower().replace("ё", "е").translate(LOOKALIKE).replace("\u00ad", "")
    for pattern, short in _FORMS:
        clean = re.sub(pattern, short, clean)
    clean = re.sub(r"№|\bn(?=\s*\d)|[«»\"“”„'`.,()]", " ", clean)
    clean = re.sub(r"[-‐‑‒–—―−_/]", " ", clean)
    clean = re.sub(r"(?<=[а-я])(?=\d)|(?<=\d)(?=[а-я])", " ", clean)
    return " ".join(clean.split())


@lru_cache(maxsize=5_000)
def names(school: School) -> frozenset[str]:
    """Every spelling of a school the register knows, and its code."""
    return frozenset(filter(None, (key(text) for text in (school.school_id, school.name, school.full_name,
                                                          *school.aliases))))


def find(text: str, schools: Sequence[School]) -> Found:
    """Look a name, a code or a login up in the register."""
    written, rest = logins(text)
    if not written:
        return _by_name(text, schools)
    named = _by_name(rest, schools) if rest else Found("unknown")
    owners = {school.school_id: school for school in schools if set(written) & _codes(school)}
    if not owners:
        known = [school for school in schools if school.school_id == named.school_id
                 if any(code[:3] == written[0][:3] and logins(code)[0] for code in _codes(school))]
        return Found("question", candidates=tuple(known)) if known else named
    if named.school_id:
        owners |= {school.school_id: school for school in schools if school.school_id == named.school_id}
    return _of(list(owners.values()))


def _by_name(text: str, schools: Sequence[School]) -> Found:
    wanted, code = key(text), _code(text)
    if not wanted:
        return Found("unknown")
    coded = [school for school in schools if code in _codes(school)]
    if coded:
        return _of(coded)
    if code.isdigit():
        lost = [school for school in schools if code.lstrip("0") in {one.lstrip("0") for one in _codes(school)}]
        return _asked([*lost, *(school for school in schools if school.number == int(code))])
    mine = parts(text)
    same = [school for school in schools if wanted in _spelled(school)]
    if same and (len(same) > 1 or not mine.branch or all(one.branch for one in _pieces(same[0]))):
        return _of(same)
    return Found("unknown") if mine.plural or mine.several and not mine.branch else _by_parts(mine, wanted, schools)


def _of(schools: Sequence[School]) -> Found:
    return Found("exact", schools[0].school_id) if len(schools) == 1 else _asked(schools)


def _asked(schools: Sequence[School]) -> Found:
    candidates = tuple(dict.fromkeys(schools))[:MOST]
    return Found("question", candidates=candidates) if candidates else Found("unknown")


def _code(text: str) -> str:
    return folded(text).replace(" ", "")


@lru_cache(maxsize=5_000)
def _codes(school: School) -> frozenset[str]:
    """Codes and logins: every sign counts. «Ш-1» is another school than «Ш1», «0512» another than «512»."""
    return frozenset(_code(text) for text in (school.school_id, *school.aliases)) | frozenset(
        login for text in school.aliases for login in logins(text)[0])


@lru_cache(maxsize=5_000)
def _spelled(school: School) -> frozenset[str]:
    return frozenset(filter(None, (key(text) for text in (school.name, school.full_name, *school.aliases))))


@lru_cache(maxsize=5_000)
def _pieces(school: School) -> tuple[Parts, ...]:
    """The short and the full name are one description; every other spelling is one of its own."""
    short, full = parts(school.name), parts(school.full_name)
    if school.full_name and full.number in (None, short.number):
        short = Parts(short.owner or full.owner, short.kinds | full.kinds, short.number, short.branch or full.branch,
                      short.plain | full.plain, short.quoted | full.quoted, short.honours | full.honours,
                      short.places | full.places, short.towns | full.towns)
    return (short, *(parts(text) for text in school.aliases if not text.isdigit() and not logins(text)[0]))


def _by_parts(mine: Parts, wanted: str, schools: Sequence[School]) -> Found:
    common = _common(tuple(schools))
    fits = {school: max(_fit(mine, own, common) for own in _pieces(school)) for school in schools}
    same = [school for school, fit in fits.items() if fit == SAME]
    if same and mine.kinds <= {GENERIC}:
        same += [school for school, fit in fits.items() if fit == OTHER_KIND]
    if same and mine.number is None:
        same += [school for school in schools if any(_of_village(mine, own) for own in _pieces(school))]
        same = list(dict.fromkeys(same))
    if same:
        return _of(same) if not _CODE_NUMBER.fullmatch(wanted) and (mine.kinds or mine.owner) else _asked(same)
    near = sorted((school for school, fit in fits.items() if fit), key=lambda school: -fits[school])
    near += [school for school in schools if any(_of_village(mine, own) for own in _pieces(school))]
    return _asked(near) if mine.words or mine.number is not None or len(near) <= MOST else Found("unknown")


def _of_village(mine: Parts, own: Parts) -> bool:
    """«школа с. Красное» may be the «Красненская», and the other way round."""
    if not _kinds_fit(mine.kinds, own.kinds) or mine.branch != own.branch:
        return False
    pairs = [*((place, word) for place in mine.places for word in own.plain),
             *((place, word) for place in own.places for word in mine.plain)]
    return any(word.startswith(place) and _ADJECTIVE.fullmatch(word[len(place):]) for place, word in pairs)


SAME, OTHER_KIND, NEAR, ALIKE = 4, 3, 2, 1


def _fit(mine: Parts, own: Parts, common: frozenset[str]) -> int:
    """How well a name fits a description of the register: 0 not at all, up to SAME."""
    if mine.number is not None and own.number not in (None, mine.number):
        return 0
    if mine.number is None or own.number is None:
        fit = _fit_of_words(mine, own, common)
        fit = min(fit, NEAR) if mine.number != own.number and mine.number is not None else fit
    else:
        fit = NEAR if _contradicts(mine, own, common) else SAME
    if fit < SAME or mine.branch != own.branch or not _owners_fit(mine.owner, own.owner):
        return min(fit, NEAR)
    return SAME if _kinds_fit(mine.kinds, own.kinds) else OTHER_KIND


def _fit_of_words(mine: Parts, own: Parts, common: frozenset[str]) -> int:
    """Without a number the words decide: an adjective, a village, an honour."""
    if not mine.words:
        alone = mine.kinds - {GENERIC}
        bare = bool(alone) and not own.words and own.number is None and bool(mine.towns & own.towns)
        return SAME if bare else NEAR if alone and alone & own.kinds and mine.number is None else 0
    extra = _extra(mine, own)
    if not mine.kinds and not mine.owner:
        return 0 if extra else NEAR
    if not extra or extra != mine.words and not _contradicts(mine, own, common):
        return SAME
    if extra != mine.words:
        return NEAR
    return ALIKE if mine.kinds and all(get_close_matches(word, own.words, 1, SLIP) for word in extra) else 0


def _extra(mine: Parts, own: Parts) -> frozenset[str]:
    """Words of the name that the register does not know of this school. «имени Ивановского» is no «Ивановская»."""
    if mine.number is None:
        extra = mine.honours - own.honours - own.quoted | (mine.plain | mine.places) - own.plain - own.places
    else:
        extra = mine.words - own.words
    return frozenset(word for word in extra if not (word[1:] == "*" and any(one[0] == word[0] for one in own.words)))


def _contradicts(mine: Parts, own: Parts, common: frozenset[str]) -> bool:
    """Whether the name says what the register does not say of this school. An honour is often left out of the register;
    a place or another word may be that of another school."""
    extra = _extra(mine, own)
    if extra & mine.honours and own.honours or extra & mine.quoted and own.quoted:
        return True
    if extra & mine.places or extra & (mine.plain - mine.quoted):
        return True
    return bool(mine.towns - own.towns - own.places - common)


def _owners_fit(mine: str, own: str) -> bool:
    return not mine or not own or mine == own or own in ANY_OWNER.get(mine, ()) or mine in ANY_OWNER.get(own, ())


def _kinds_fit(mine: frozenset[str], own: frozenset[str]) -> bool:
    if not mine or not own or mine - {GENERIC} & own - {GENERIC}:
        return True
    return mine == {GENERIC} and own <= GENERIC_FITS or own == {GENERIC} and mine <= GENERIC_IS


@lru_cache(maxsize=16)
def _common(schools: tuple[School, ...]) -> frozenset[str]:
    """Towns and districts of the register: of its every school, also where its name does not say so."""
    counted = Counter(word for school in schools for word in frozenset().union(*(own.towns for own in _pieces(school))))
    return frozenset(counted)
