"""What stands around a word: laws, streets and books before it, or somebody's post and what was told of them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from shnor.datasets.eponyms import BEFORE_EPONYM, BEHIND_PLACE, KNOWN_TO_ALL, LONE_KNOWN_TO_ALL
from shnor.datasets.personal import BEFORE_PERSON, BEHIND_PERSON, HONOURED, OF_PLACES_ABBREVIATED, ROLES
from shnor.personal.dictionary import Word, word

_TOKEN = re.compile("[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")
_BIG = re.compile("[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)?")
_HONOURED, _OF_PLACES = re.compile(HONOURED, re.I), re.compile(OF_PLACES_ABBREVIATED)
_INITIALS = re.compile(r"(?:(?<![А-ЯЁа-яё])[А-ЯЁ]\. ?){1,2}$")
_QUOTES = ("«", "„", "“", '"', "'")
_TO_PERSON = re.compile(r"[ .:—-]*")
_NEXT_TO = re.compile(r"[ ,—-]*")
_WORD_BEFORE = re.compile(r"[А-ЯЁа-яё.] $")
_BESIDE = {"NOUN", "ADJF", "PREP"}
_FAR, _BETWEEN, _AFTER = 80, 2, 3
_LITTLE = frozenset(("не", "на", "в", "уже", "еще", "сейчас", "первый", "высший", "вторая", "с"))
_OF_PLACE = frozenset(("в", "во", "на", "по", "из", "до", "под", "над", "около", "за", "через", "при"))


class Token(NamedTuple):
    text: str
    begin: int
    end: int
    is_capitals: bool = False
    """As it was written."""

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def is_big(self) -> bool:
        return bool(_BIG.fullmatch(self.text))

    @property
    def word(self) -> Word:
        return told(self.low)

    @property
    def names(self) -> frozenset[str]:
        """Its first forms."""
        return frozenset({plain(self.text), *map(plain, self.word.base)})


def tokens_of(copy: str, written: str) -> list[Token]:
    return [Token(match[0], *match.span(), written[match.start():match.end()].isupper())
            for match in _TOKEN.finditer(copy)]


def told(text: str) -> Word:
    """Of two words with a dash the one that is a surname, else the last."""
    parts = [word(part) for part in text.split("-")]
    return next((part for part in parts if len(parts) > 1 and part.is_only_surname and part.known), parts[-1])


def plain(text: str) -> str:
    return text.lower().replace("ё", "е")


def bases(low: str) -> frozenset[str]:
    return frozenset(plain(base) for base in word(low).base) | {low, *(low.removesuffix(end) for end in (
        "а", "у", "ым", "ом", "ой", "е") if low.endswith(end))}


def is_known_to_all(low: str) -> bool:
    return any(base in LONE_KNOWN_TO_ALL for base in bases(low))


def is_famous(name: str) -> bool:
    """«А. С. Пушкина», «Лев Николаевич Толстой»."""
    words = _TOKEN.findall(name)
    for surname in words:
        known = next((KNOWN_TO_ALL[base] for base in bases(plain(surname)) if base in KNOWN_TO_ALL), "")
        letters = "".join(other[0].lower() for other in words if other is not surname)
        if known and letters and any(one.startswith(letters) for one in known.split()):
            return True
    return False


def near(copy: str, one: Token, other: Token) -> bool:
    return one.end < other.begin and not copy[one.end:other.begin].strip(" ")


def is_quoted(copy: str, token: Token) -> bool:
    return copy[max(0, token.begin - 1):token.begin] in _QUOTES and token.begin > 0


def is_first(copy: str, token: Token) -> bool:
    """No word stands before it that could ask for a case."""
    return not _WORD_BEFORE.search(copy[max(0, token.begin - 2):token.begin])


def is_eponym(copy: str, tokens: Sequence[Token], place: int) -> bool:
    """A law, a street, a school, a book stands before it, with at most two words between that are nobody."""
    begin = tokens[place].begin
    before = copy[max(0, begin - _FAR):begin]
    if _HONOURED.search(_INITIALS.sub("", before)) or _OF_PLACES.search(before):
        return True
    for back in range(place - 1, max(-1, place - _BETWEEN - 2), -1):
        between = copy[tokens[back].end:tokens[back + 1].begin].strip(" «\"„(")
        one = tokens[back]
        if between not in ("", "."):
            return False
        if one.names & BEFORE_EPONYM and not (one.word.given and one.is_big and back == place - 1):
            return True
        if one.names & ROLES or not {part for part, _, _ in one.word.common} & _BESIDE:
            return False
    return False


def is_place(copy: str, tokens: Sequence[Token], place: int) -> bool:
    """«Сидорова балка»."""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    return bool(behind and near(copy, tokens[place], behind) and behind.names & BEHIND_PLACE)


def is_asked_for(copy: str, tokens: Sequence[Token], place: int) -> bool:
    """A post, «у», «вместо», «замещение» stands before it."""
    if not place:
        return False
    before, between = tokens[place - 1], copy[tokens[place - 1].end:tokens[place].begin]
    return bool(_TO_PERSON.fullmatch(between) and before.names & (ROLES | BEFORE_PERSON))


def is_joined(copy: str, tokens: Sequence[Token], place: int) -> bool:
    """A noun or an adjective stands behind it: «высшая категория»."""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    return bool(behind and near(copy, tokens[place], behind) and {
        part for part, _, _ in behind.word.common} & {"NOUN", "ADJF"})


def is_told_of(copy: str, tokens: Sequence[Token], place: int) -> bool:
    """The beginning, and behind it stands «не прошла», «на больничном»."""
    if place:
        return False
    for behind in range(place + 1, min(len(tokens), place + 1 + _AFTER)):
        if not _NEXT_TO.fullmatch(copy[tokens[behind - 1].end:tokens[behind].begin]):
            return False
        if tokens[behind].names & BEHIND_PERSON:
            return True
        if not tokens[behind].names & _LITTLE:
            return False
    return False


def is_inside(copy: str, tokens: Sequence[Token], place: int) -> bool:
    """A word in small letters stands before it that asks for no place, and no noun behind it."""
    if not place or not near(copy, tokens[place - 1], tokens[place]):
        return False
    before = tokens[place - 1]
    return before.text.islower() and before.low not in _OF_PLACE and not is_joined(copy, tokens, place)
