"""What sentences call the centre, the authority and schools: cases, and the gender verbs agree with."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from shnor.wording import NBSP, by_number, quoted, typeset

Gender = Literal["m", "f", "n"]


class Cases(NamedTuple):
    """Кто? кого? кому? кого? кем? о ком? "" where nobody has said it yet: then a sentence does without the name."""

    nom: str
    gen: str
    dat: str
    acc: str
    ins: str
    pre: str


@dataclass(frozen=True)
class SchoolName:
    """name: the short one, in its cases. gender: of the noun in it (школа ж., лицей м., учреждение с.)."""

    name: Cases
    gender: Gender = "f"


_GENDERS: tuple[tuple[Gender, str], ...] = (
    ("f", r"школ|гимнази|прогимнази|\b(?:с|о|н|в|ос|вс)ош\b|о\(с\)ош|в\(с\)ош|ншдс|\bсш\b|\bош\b"),
    ("m", r"лицей|центр|корпус|комплекс|интернат|\bдетский сад\b|\bцо\b|\bоц\b|\bувк\b|колледж|техникум"))
"""The noun that stands first decides: «школа-интернат» is feminine."""


def gender(name: str) -> Gender:
    """Of a school by its short name: СОШ and гимназия are feminine, лицей and центр masculine, учреждение (nothing
    else is said) neuter."""
    found = [(hit.start(), kind) for kind, words in _GENDERS if (hit := re.search(words, _bare(name)))]
    return min(found)[1] if found else "n"


def _bare(name: str) -> str:
    """Without what stands in quotation marks: МБОУ «Лицей» is an учреждение only where no other noun is left."""
    bare = re.sub(r"[«„\"].*[»“\"]", " ", name.lower())
    return bare if re.search(r"[а-яё]{3,}", re.sub(r"\b[мгкч][а-яё]{1,4}у\b", "", bare)) else name.lower()


def school(name: str, cases: Cases | None = None) -> SchoolName:
    """A school whose cases are those of an abbreviation (they do not change), or as given."""
    return SchoolName(cases or same(name), gender(name))


def by_type(schools: Iterable[SchoolName]) -> str:
    """«МБОУ СОШ № 3, 7; МАОУ СОШ № 11»: by kind in the order of their first numbers, numbers without repetition."""
    kinds: dict[str, list[str]] = {}
    for name in sorted({one.name.nom for one in schools}, key=by_number):
        before, sign, number = name.rpartition("№")
        kinds.setdefault(f"{before.strip()} №{NBSP}" if sign and _is_number(number) else name, []).append(
            number.strip() if sign and _is_number(number) else "")
    return "; ".join(f"{kind}{', '.join(numbers)}" if numbers[0] else typeset(kind) for kind, numbers in kinds.items())


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\s*\d+\s*", text))


def listed(names: Sequence[str]) -> str:
    """«МБОУ СОШ № 3, МАОУ СОШ № 11»: spaces after № do not break."""
    return ", ".join(map(typeset, names))


def same(name: str) -> Cases:
    """Of a name that does not change: an abbreviation, «Сочи»."""
    return Cases(*[name] * 6)


def title(text: str) -> str:
    """«Об утверждении „Дорожной карты“»: the name of a paper, a project, a direction in one pair of marks."""
    bare = text.strip().rstrip(".")
    if bare.startswith("«") and bare.endswith("»") and "«" not in bare[1:]:
        bare = bare[1:-1]
    return typeset(quoted(bare))
