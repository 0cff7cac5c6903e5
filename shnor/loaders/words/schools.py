"""A school by its name as people write it: exact, a question, or unknown. Nothing is invented."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal

from shnor.loaders.types import School


@dataclass(frozen=True)
class Found:
    """kind exact: school_id is set. question: candidates to choose from. unknown: nothing near."""

    kind: Literal["exact", "question", "unknown"]
    school_id: str = ""
    candidates: tuple[School, ...] = ()


LOOKALIKE = str.maketrans("abcehkmoptxyiu", "авсенкмортхуии")
_FORMS = (
    (r"муниципальн\w+ ", "м"), (r"автономн\w+ ", "а"), (r"бюджетн\w+ ", "б"), (r"казенн\w+ ", "к"),
    (r"обще ?образовательн\w+ (?:учреждени\w+|организаци\w+)", "оу"), (r"\bобщеобразовательн\w+", ""),
    (r"\bсредн\w+ школ\w+", " сош "), (r"\bосновн\w+ школ\w+", " оош "), (r"\bначальн\w+ школ\w+", " нош "),
    (r"\bсредн\w+ +школ\w+", " сош "), (r"\bоснов\w+ +школ\w+", " оош "),
)
_FORM = re.compile(r"^(м[абк]?оу)\b")
_NUMBERED = re.compile(r"\d+")


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


def find(text: str, schools: Sequence[School]) -> Found:
    """Look a name up in the register."""
    wanted = key(text)
    if not wanted:
        return Found("unknown")
    exact = {school.school_id: school for school in schools if wanted in names(school)}
    if len(exact) == 1:
        return Found("exact", next(iter(exact)))
    if exact:
        return Found("question", candidates=tuple(exact.values()))
    near = _near(wanted, schools)
    return Found("question", candidates=near) if near else Found("unknown")


@lru_cache(maxsize=5_000)
def names(school: School) -> frozenset[str]:
    """Every spelling of a school the register knows, and its code."""
    return frozenset(filter(None, (key(text) for text in (school.school_id, school.name, school.full_name,
                                                          *school.aliases))))


def _near(wanted: str, schools: Sequence[School]) -> tuple[School, ...]:
    """Another form of property (МБОУ or МАОУ), no form at all, or a slip of a letter — with the same number."""
    bare, numbers = _FORM.sub("", wanted).strip(), _NUMBERED.findall(wanted)
    swapped = [school for school in schools if any(_FORM.sub("", name).strip() == bare for name in names(school))]
    if swapped:
        return tuple(swapped[:5])
    same = [school for school in schools if any(_NUMBERED.findall(name) == numbers for name in names(school))]
    if numbers and same and re.fullmatch(r"(?:школ\w*|ш|оу)? ?\d+", bare):
        return tuple(same[:5])
    words = set(bare.split())
    longer = [school for school in same if any(set(_FORM.sub("", name).split()) <= words for name in names(school))]
    if longer:
        return tuple(longer[:5])
    by_name = {name: school for school in same for name in names(school)}
    close = get_close_matches(wanted, list(by_name), n=5, cutoff=0.75)
    return tuple(dict.fromkeys(by_name[name] for name in close))


def find_short(text: str, schools: Sequence[School]) -> Found:
    """The same where people leave out МБОУ or МАОУ, in a list of several: the rest of the name is enough if only one
    school has it."""
    found = find(text, schools)
    wanted = key(text)
    if found.kind == "exact" or _FORM.match(wanted):
        return found
    same = [school for school in schools if any(_FORM.sub("", name).strip() == wanted for name in names(school))]
    return Found("exact", same[0].school_id) if len(same) == 1 else found
