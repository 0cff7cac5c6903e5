"""A school by its name as people write it: exact, a question, or unknown. Nothing is invented.

Exact is what fits one school of the register only and contradicts nothing it says of itself: number, kind, form of
property, village, honour. All else that comes near is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal

from shnor.datasets.school_names import ANY_OWNER, GENERIC, GENERIC_FITS, GENERIC_IS, KINDERGARTEN
from shnor.loaders.types import School
from shnor.loaders.words.register import Register, code, codes, register
from shnor.loaders.words.school_names import Parts, key, logins, parts


@dataclass(frozen=True)
class Found:
    """kind exact: school_id is set. question: candidates to choose from. unknown: nothing near."""

    kind: Literal["exact", "question", "unknown"]
    school_id: str = ""
    candidates: tuple[School, ...] = ()


MOST = 5
"""So many candidates a question offers."""
SHORT = 3
"""So few words may be a name with a slip; more are a sentence."""
SLIP = 0.8
"""From this likeness on a word may be another one with a slip of the keyboard."""
_ADJECTIVE = re.compile(r"(?:н?е?н|и?н|ов|ев|ан|ян|он|ч|оч)?ск")
"""What makes an adjective of the stem of a village."""
_CODE_NUMBER = re.compile(r"ш[.\s-]*\d+")
"""«Ш 5»: a code that the register does not have, or a school by its number."""


@lru_cache(maxsize=5_000)
def names(school: School) -> frozenset[str]:
    """Every spelling of a school the register knows, and its code."""
    return frozenset(filter(None, (key(text) for text in (school.school_id, school.name, school.full_name,
                                                          *school.aliases))))


def find(text: str, schools: Sequence[School]) -> Found:
    """Look a name, a code or a login up in the register."""
    known = register(schools)
    written, rest = logins(text)
    if not written:
        return _by_name(text, known)
    named = _by_name(rest, known) if rest else Found("unknown")
    owners = [school for login in written for school in known.codes.get(login, ())]
    if not owners:
        return _another_login(written[0], named, known)
    if named.school_id:
        owners += known.of_id[named.school_id]
    return _of(owners)


def _another_login(login: str, named: Found, known: Register) -> Found:
    """A school of that name with other logins than this one: its namesake in the next district, it may be."""
    namesakes = [school for school in known.of_id.get(named.school_id, ())
                 if any(logins(code)[0] and code[:3] == login[:3] for code in codes(school))]
    return _asked(namesakes) if namesakes else named


def _by_name(text: str, known: Register) -> Found:
    wanted, written = key(text), code(text)
    if not wanted:
        return Found("unknown")
    if coded := known.codes.get(written):
        return _of(coded)
    if written.isdecimal():
        numbered = known.numbered.get(int(written), []) if len(written) < 5 else []
        return _asked([*known.without_zeros(written), *numbered])
    mine, same = parts(text), known.spelled.get(wanted, [])
    if same and (len(same) > 1 or not mine.branch or all(own.branch for own in known.described[same[0].school_id])):
        return _of(same)
    return Found("unknown") if mine.plural or (mine.several and not mine.branch) else _by_parts(mine, wanted, known)


def _of(schools: Sequence[School]) -> Found:
    only = {school.school_id for school in schools}
    return Found("exact", only.pop()) if len(only) == 1 else _asked(schools)


def _asked(schools: Sequence[School]) -> Found:
    candidates = tuple(dict.fromkeys(schools))[:MOST]
    return Found("question", candidates=candidates) if candidates else Found("unknown")


def _by_parts(mine: Parts, wanted: str, known: Register) -> Found:
    schools = _candidates(mine, known)
    fits = {school: max(_fit(mine, own, known.towns) for own in known.described[school.school_id])
            for school in schools}
    villages = [school for school in schools if mine.number is None
                and any(_of_village(mine, own) for own in known.described[school.school_id])]
    same = [school for school in schools if fits[school] == SAME]
    if same:
        if mine.kinds <= {GENERIC}:
            same += [school for school in schools if fits[school] == OTHER_KIND]
        sure = not _CODE_NUMBER.fullmatch(wanted) and (mine.kinds or mine.owner)
        return _of([*same, *villages]) if sure else _asked(same)
    near = [*sorted((school for school in schools if fits[school]), key=lambda school: -fits[school]), *villages]
    return _asked(near) if mine.words or mine.number is not None or len(near) <= MOST else Found("unknown")


def _candidates(mine: Parts, known: Register) -> list[School]:
    """Schools worth a look: of the number; else of a word, of a village that words are made of, of a slip of a word."""
    if mine.number is not None:
        return list(dict.fromkeys([*known.numbered.get(mine.number, ()), *known.by_words(mine.words)]))
    if not mine.words:
        return known.by_words(mine.towns) or list(dict.fromkeys(
            school for some in known.numbered.values() for school in some)) if mine.kinds - {GENERIC} else []
    if not mine.kinds and not mine.owner:
        return known.by_words(mine.words)
    kin = {word for word in known.worded for own in mine.words
           if word.startswith(own) or own.startswith(word)} | mine.words
    if len(mine.words) <= SHORT and not known.by_words(frozenset(kin)):
        kin |= {near for word in mine.words for near in get_close_matches(word, known.worded, MOST, SLIP)}
    return known.by_words(frozenset(kin))


def _of_village(mine: Parts, own: Parts) -> bool:
    """«школа с. Красное» may be the «Красненская», and the other way round."""
    if not _kinds_fit(mine.kinds, own.kinds) or mine.branch != own.branch:
        return False
    pairs = [*((place, word) for place in mine.places for word in own.plain),
             *((place, word) for place in own.places for word in mine.plain)]
    return any(word.startswith(place) and _ADJECTIVE.fullmatch(word[len(place):]) for place, word in pairs)


SAME, OTHER_KIND, NEAR, ALIKE = 4, 3, 2, 1


def _fit(mine: Parts, own: Parts, towns: frozenset[str]) -> int:
    """How well a name fits a description of the register: 0 not at all, up to SAME."""
    if (mine.number is not None and own.number not in (None, mine.number)) or KINDERGARTEN in mine.kinds - own.kinds:
        return 0
    if not mine.kinds and not mine.owner and _extra(mine, own):
        return 0
    if mine.number is None or own.number is None:
        fit = _fit_of_words(mine, own, towns)
        fit = min(fit, NEAR) if mine.number != own.number and mine.number is not None else fit
    else:
        fit = NEAR if _contradicts(mine, own, towns) else SAME
    if fit < SAME or mine.branch != own.branch or not _owners_fit(mine.owner, own.owner):
        return min(fit, NEAR)
    return SAME if _kinds_fit(mine.kinds, own.kinds) else OTHER_KIND


def _fit_of_words(mine: Parts, own: Parts, towns: frozenset[str]) -> int:
    """Without a number the words decide: an adjective, a village, an honour."""
    if not mine.words:
        alone = mine.kinds - {GENERIC}
        bare = bool(alone) and not own.words and own.number is None and bool(mine.towns & own.towns)
        return SAME if bare else NEAR if alone and alone & own.kinds and mine.number is None else 0
    extra = _extra(mine, own)
    if not mine.kinds and not mine.owner:
        return 0 if extra else NEAR
    if not extra or (extra != mine.words and not _contradicts(mine, own, towns)):
        return SAME
    if extra != mine.words:
        return NEAR
    return ALIKE if mine.kinds and all(get_close_matches(word, own.words, 1, SLIP) for word in extra) else 0


def _extra(mine: Parts, own: Parts) -> frozenset[str]:
    """Words of the name that the register does not know of this school. «имени Ивановского» is no «Ивановская»."""
    if mine.number is None:
        extra = mine.honours - own.honours - own.quoted | (
            (mine.plain - own.plain) | (mine.places - own.places) if mine.branch and own.places else
            (mine.plain | mine.places) - own.plain - own.places)
    else:
        extra = mine.words - own.words
    return frozenset(word for word in extra if not (word[1:] == "*" and any(one[0] == word[0] for one in own.words)))


def _contradicts(mine: Parts, own: Parts, towns: frozenset[str]) -> bool:
    """Whether the name says what the register does not say of this school. An honour is often left out of the register;
    a place or another word may be that of another school."""
    extra = _extra(mine, own)
    if (extra & mine.honours and own.honours) or (extra & mine.quoted and own.quoted):
        return True
    if extra & mine.places or extra & (mine.plain - mine.quoted):
        return True
    return bool(mine.towns - own.towns - own.places - towns)


def _owners_fit(mine: str, own: str) -> bool:
    return not mine or not own or mine == own or own in ANY_OWNER.get(mine, ()) or mine in ANY_OWNER.get(own, ())


def _kinds_fit(mine: frozenset[str], own: frozenset[str]) -> bool:
    if not mine or not own or mine - {GENERIC} & own - {GENERIC}:
        return True
    return (mine == {GENERIC} and own <= GENERIC_FITS) or (own == {GENERIC} and mine <= GENERIC_IS)
