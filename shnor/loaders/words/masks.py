"""The door of every text that is kept: names of people, their numbers, mail and telephones become masks. What a name
looks like is decided in `person_names`."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from shnor.datasets.personal import SURE_SURNAME
from shnor.loaders.words.person_names import (
    AFTER_POST,
    NAMES,
    PERSON,
    flat,
    is_adjective,
    is_named,
    is_place,
    is_post_holder,
    is_sure,
)

_SNILS = re.compile(r"(?<!\d)\d{3}(?: *- *| +)\d{3}(?: *- *| +)\d{3}(?: *- *| +)\d{2}(?!\d)")
_ELEVEN = re.compile(r"(?<![\d.,])\d{11}(?![\d.,])")
_BORN = re.compile(r"(?<!\d)(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d(?= ?(?:г\.? ?р\b|года? рождения))|"
                   r"(?i:(?<=родилась )|(?<=родился )|(?<=рождения: )|(?<=рождения )|(?<=рожд\. ))"
                   r"\d{1,2}\.\d{1,2}\.\d{4}")
_PASSPORT = re.compile(r"(?i:паспорт[а-я]*:? *(?:серия *)?)\d{2} ?\d{2} *(?:№ *|номер *)?\d{6}")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d.,/-])(?:\+7|8|7) ?\(?-?\d{3,5}\)?[ -]*\d{1,3}[ -]+\d{2}[ -]*\d{2}(?!\d)|"
                    r"(?<![\d.,])(?:\+7|8|7)[ (-]*9\d{2}[ )-]*\d{3}[ -]*\d{2}[ -]*\d{2}(?!\d)|"
                    r"(?i:(?<![а-яё])(?:тел|т|моб|факс|сот)(?:ефон[а-я]*)?[.:]+ *)\(?\d[\d ()-]{3,}\d")
_LITERALS = ("@", "рожд", "Рожд", "родил", "Родил", "аспорт", "глы", "ызы", "г.р", "г. р")
_DIGITS = re.compile(r"[0-9][0-9]{2}[ -]*\d{2,3}[ -]*\d\d")  # a class first is sought quickest, here and below
_AFTER_SIGN = re.compile(r"[.:] *\(?\d[\d ()-]{3,}\d")
_INITIALS = re.compile(r"[А-ЯЁ]\. *[А-ЯЁ]")
_BIG_WORD = re.compile("[А-ЯЁ][а-яё]+")
_LIKE_SURNAME = rf"[А-ЯЁ][а-яё]+(?:{SURE_SURNAME}|[ыи]х|им)"
_LIKE_PATRONYMIC = r"[А-ЯЁ][а-яё]*(?:(?:ич|ыч)(?:а|у|ем|ом|е)?|[вч]н(?:а|ы|е|у|ой))"
_HOT = re.compile(rf"{_LIKE_SURNAME}|{_LIKE_PATRONYMIC}")
_CLOSER = tuple(re.compile(pattern) for pattern in (
    rf"{_LIKE_SURNAME} +[А-ЯЁ](?:\.|[а-яё]| ?[А-ЯЁ](?![А-ЯЁа-яё]))",
    rf"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+)? +(?:{_LIKE_SURNAME}|{_LIKE_PATRONYMIC})(?![а-яё])"))
"""Without any of these a text holds nothing to mask."""
_SEPARATOR = "\ue000"
_FAR, _NEAR = 60, 25
"""So far before a surname stands the post it belongs to, so far behind it a first name."""


def suspicious(*texts: str) -> set[str]:
    """Of many texts those that are worth a closer look: what is cheap is sought in all of them at once."""
    joined = flat(_SEPARATOR.join(texts))
    copies = joined.split(_SEPARATOR)
    if len(copies) != len(texts):
        return set(texts)
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    worth = {texts[bisect_right(starts, place) - 1] for place in _cheap(joined)}
    return worth | {text for text, copy in zip(texts, copies, strict=True) if _names_somebody(copy)}


def _cheap(joined: str) -> Iterator[int]:
    """Places of what is hardly ever in a text."""
    for literal in _LITERALS:
        place = joined.find(literal)
        while place >= 0:
            yield place
            place = joined.find(literal, place + 1)
    for pattern in (_DIGITS, _AFTER_SIGN, _INITIALS):
        yield from (match.start() for match in pattern.finditer(joined))


def _names_somebody(copy: str) -> bool:
    """Whether a word like a surname or a patronymic stands beside another name or behind a post."""
    return any(_is_hot(word) for word in _BIG_WORD.findall(copy)) and any(
        pattern.search(copy, max(0, word.start() - _FAR), word.end() + _NEAR)
        for word in _BIG_WORD.finditer(copy) if _is_hot(word[0]) for pattern in (*_CLOSER, AFTER_POST))


@lru_cache(maxsize=100_000)
def _is_hot(word: str) -> bool:
    return bool(_HOT.fullmatch(word)) and not (is_adjective(word) and is_place(word))


@lru_cache(maxsize=20_000)
def mask(text: str) -> tuple[str, str]:
    """(text with masks, what was found)."""
    text = unicodedata.normalize("NFC", text)
    copy, seen = flat(text), list[str]()
    for pattern, what, sign in _KINDS:
        pieces, end = [], 0
        for match in pattern.finditer(copy):
            begin = match.start(pattern.groups)
            if _is_personal(pattern, match, copy[:begin]):
                pieces += [text[end:begin], sign]
                end = match.end()
                seen.append(what)
        if pieces:
            text = "".join([*pieces, text[end:]])
            copy = flat(text)
    return text, " и ".join(dict.fromkeys(seen))


_KINDS = ((_MAIL, "почту", "[почта]"), (_PASSPORT, "паспортные данные", "[паспорт]"), (_SNILS, "СНИЛС", "[СНИЛС]"),
          (_BORN, "дату рождения", "[дата рождения]"), (_ELEVEN, "СНИЛС", "[СНИЛС]"), (_PHONE, "телефон", "[телефон]"),
          *((pattern, "фамилию", PERSON) for pattern in (*NAMES, AFTER_POST)))


def _is_personal(pattern: re.Pattern, match: re.Match, before: str) -> bool:
    if pattern is AFTER_POST:
        return is_post_holder(match)
    return is_named(match[0], before) if pattern in NAMES else pattern is not _ELEVEN or is_snils(match[0])


def mask_whole(text: str) -> tuple[str, str]:
    """The same of a text that may be one surname and nothing else: the reason of something, the name of a sheet."""
    return (PERSON, "фамилию") if is_sure(text) else mask(text)


def is_snils(text: str) -> bool:
    """Eleven digits whose last two check the first nine."""
    if len(text) < 11 or sum(map(str.isdecimal, text)) != 11:
        return False
    digits = re.sub(r"[- ]", "", flat(text))
    if len(digits) != 11 or not digits.isdecimal() or digits[:9] == "0" * 9:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(9, 0, -1), strict=True)) % 101 % 100
    return total == int(digits[9:])
