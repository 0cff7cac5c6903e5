"""Answers that look like people by their shape: «Лебяжьева», «Ручьёв О. И.», «у Лебяжьевой», «Лебяжьева и Ручьёв»."""

import re
from collections.abc import Iterable

from shnor.datasets.people import (
    BESIDE_SURNAME,
    NOT_SURNAMES,
    OF_ANY_QUESTION,
    OF_QUESTION_OF_PEOPLE,
    SURNAME_ENDINGS,
    WHO,
)
from shnor.loaders.words.headers import normalise

_BETWEEN = re.compile(r"\s*[,;/\n+]\s*|\s+и\s+")
_INITIALS = re.compile(r"(?<![а-яёa-z])[А-ЯЁA-Zа-яё]\.\s?(?:[А-ЯЁA-Zа-яё]\.?)?(?![а-яё])")
_SURNAME = re.compile(rf"[а-я]{{2,}}?(?:{'|'.join(SURNAME_ENDINGS)})(?:-[а-я]+)?")
_PATRONYMIC = re.compile(r"[а-я]{2,}(?:(?:ов|ев|ье)(?:ич|н)|ич|ичн)(?:а|у|ем|ой|ы|е)?")
_CAPITAL = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)?|[А-ЯЁ]{3,}")
MASK = "[ФИО]"
"""What stands for a name that was masked when the sheet was read."""
_LETTER = re.compile(r"[А-ЯЁA-Z]")
_MOST_WORDS = 4
_WHO = re.compile("|".join(WHO))


def are_names(question: str, answers: Iterable[str]) -> bool:
    """Whether so many of the different answers look like names that it must be asked before they are kept."""
    different = {normalise(text): text for text in answers if normalise(text)}
    alike = sum(all(map(is_name, parts)) for parts in map(_parts, different.values()) if parts)
    share = OF_QUESTION_OF_PEOPLE if _WHO.search(normalise(question)) else OF_ANY_QUESTION
    return bool(alike) and alike >= share * len(different)


def _parts(text: str) -> list[str]:
    return [part for part in _BETWEEN.split(text.strip()) if part]


def is_name(text: str) -> bool:
    """One person: a surname in any case, alone, with initials, with a first name or with a patronymic."""
    if text.strip(" []") == MASK.strip("[]"):
        return True
    words = _INITIALS.sub(" ", text).replace(".", " ").split()
    letters = [word for word in words if _LETTER.fullmatch(word)]
    initials = bool(letters) or bool(_INITIALS.search(text))
    named = [word for word in words if word not in letters and normalise(word) not in BESIDE_SURNAME]
    if not named or len(words) > _MOST_WORDS or not all(re.fullmatch(r"[А-ЯЁа-яё-]+", word) for word in named):
        return False
    if initials:
        return len(named) == 1 and bool(_CAPITAL.fullmatch(named[0]) or _is_surname(normalise(named[0])))
    small = [normalise(word) for word in named]
    if len(named) == 1:
        return _is_surname(small[0])
    capital = all(map(_CAPITAL.fullmatch, named))
    return capital and any(_is_surname(word) or _PATRONYMIC.fullmatch(word) for word in small)


def _is_surname(word: str) -> bool:
    return bool(_SURNAME.fullmatch(word)) and word not in NOT_SURNAMES
