"""People in a text who are named without initials and patronymic: a surname alone, a surname with a first name. Words are
told by the dictionary, what stands around them tells laws, streets and books from people."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shnor.datasets.eponyms import BEFORE_EPONYM, BEHIND_PLACE, EPITHETS, KNOWN_TO_ALL, LONE_KNOWN_TO_ALL
from shnor.datasets.personal import BESIDE_SURNAME, HONOURED, NOT_ALONE, ROLES
from shnor.personal.dictionary import Word, agree, word

_TOKEN = re.compile("[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")
_BIG = re.compile("[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)?")
_QUOTE = ("«", "„", "“", '"', "'")
_JOINED = re.compile(r" *(?:,|и|-) *|, +и ")
_PATRONYMIC_END = re.compile(r"[а-яё]+(?:ов|ев|ёв|ь|м|н|к|т|в|ф|л)(?:ич(?:а|у|ем|е)?|н(?:а|ы|е|у|ой)|ична|ичны|ичне|ичну|ичной)")
SMALL_PATRONYMIC = ("овна", "овны", "овне", "овну", "овной", "евна", "евны", "евне", "евну", "евной", "ична", "ичны", "ичне",
                    "ичну", "ичной", "ович", "евич", "ьич", "мич", "кич")
_HONOURED, _INITIALS = re.compile(HONOURED, re.I), re.compile(r"(?:(?<![А-ЯЁа-яё])[А-ЯЁ]\. ?){1,2}$")
_WORD_BEFORE = re.compile(r"[А-ЯЁа-яё.] $")
_SHORTEST, _FAR = 4, 80


class _Token(NamedTuple):
    text: str
    begin: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def is_big(self) -> bool:
        return bool(_BIG.fullmatch(self.text))

    @property
    def word(self) -> Word:
        return told(self.low)


def told(text: str) -> Word:
    """Of a double surname what its last part is."""
    return word(text) if "-" not in text else word(text.rpartition("-")[2])


def plain(text: str) -> str:
    return text.lower().replace("ё", "е")


def people(copy: str, *, alone: bool) -> Iterator[tuple[int, int]]:
    """Where people stand in the copy of a text. alone: a text of one word may be one."""
    copy = copy.replace("_", " ")
    tokens = [_Token(match[0], *match.span()) for match in _TOKEN.finditer(copy)]
    taken = -1
    kept: set[int] = set()
    for place, token in enumerate(tokens):
        if place <= taken:
            continue
        last = _full(copy, tokens, place) or _pair(copy, tokens, place)
        if last is None and token.is_big and (alone or len(tokens) > 1):
            if _is_surname_alone(copy, tokens, place, kept):
                last = place
        if last is not None:
            yield token.begin, tokens[last].end
            taken = last


def _near(copy: str, one: _Token, other: _Token) -> bool:
    return copy[one.end:other.begin].strip(" ") == "" and one.end < other.begin


def _full(copy: str, tokens: Sequence[_Token], place: int) -> int | None:
    """The last word of «марина юрьевна котова», «тимошенко вера никитична» in small letters."""
    for first in (place, place + 1):
        if first + 1 >= len(tokens) or (first > place and not _near(copy, tokens[place], tokens[first])):
            return None
        name, father = tokens[first], tokens[first + 1]
        if name.is_big and father.is_big:  # a shape of its own, see `person_names`
            continue
        if not (_PATRONYMIC_END.fullmatch(father.low) and _near(copy, name, father) and name.word.given
                and father.word.patronymic):
            continue
        if first > place:
            return first + 1 if tokens[place].word.surname else None
        behind = tokens[first + 2] if first + 2 < len(tokens) and _near(copy, father, tokens[first + 2]) else None
        return first + 2 if behind and behind.word.surname and not behind.word.common else first + 1
    return None


def _pair(copy: str, tokens: Sequence[_Token], place: int) -> int | None:
    """«Иванова Мария», «Марией Ивановой», «Мельник Ольга»."""
    if place + 1 >= len(tokens):
        return None
    one, other = tokens[place], tokens[place + 1]
    if not (one.is_big and other.is_big and _near(copy, one, other)) or _is_quoted(copy, one):
        return None
    for name, surname in ((one, other), (other, one)):
        if name.word.given and _may_be_named(name, surname, whole=len(tokens) == 2) and \
                not is_famous(f"{one.text} {other.text}") and not _is_eponym(copy, tokens, place):
            return place + 1
    return None


def _may_be_named(name: _Token, surname: _Token, *, whole: bool) -> bool:
    low, about = plain(surname.text), surname.word
    if {low, *map(plain, about.base)} & (BEFORE_EPONYM | EPITHETS | ROLES) or low in BESIDE_SURNAME or len(low) < 2 or _is_known_to_all(low) or \
            about.place and not about.surname:
        return False
    if about.surname:
        return agree(name.word.given, about.surname)
    if about.given or about.patronymic:
        return False
    if not about.known:
        return len(low) > 2 and (whole or surname.begin > name.begin)
    nouns = frozenset(("", case) for part, number, case in about.common if part in ("NOUN", "ADJF") and number == "sing")
    return bool(nouns) and (whole or surname.begin > name.begin) and agree(name.word.given, nouns) and (
        whole or any(part == "NOUN" for part, _, _ in about.common))


def _is_known_to_all(low: str) -> bool:
    return any(base in LONE_KNOWN_TO_ALL for base in bases(low))


def bases(low: str) -> frozenset[str]:
    return frozenset(plain(base) for base in word(low).base) | {low, *(low.removesuffix(end) for end in (
        "а", "у", "ым", "ом", "ой", "е") if low.endswith(end))}


def is_famous(name: str) -> bool:
    """«А. С. Пушкина», «Лев Николаевич Толстой»."""
    words = _TOKEN.findall(name)
    for surname in words:
        known = next((KNOWN_TO_ALL[base] for base in bases(plain(surname)) if base in KNOWN_TO_ALL), "")
        letters = "".join(other[0].lower() for other in words if other is not surname)
        if known and letters and any(one.startswith(letters) for one in known.split()):
            return True
    return False


def _is_surname_alone(copy: str, tokens: Sequence[_Token], place: int, kept: set[int]) -> bool:
    token = tokens[place]
    if not is_lone(token.text, first=_is_first(copy, token)) or _is_quoted(copy, token):
        return False
    if _is_eponym(copy, tokens, place) or (kept and place - 1 in kept and _JOINED.fullmatch(
            copy[tokens[place - 1].end:token.begin])):
        kept.add(place)
        return False
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    return not (behind and copy[token.end:behind.begin] == " " and (
        {plain(base) for base in behind.word.base} | {plain(behind.text)}) & BEHIND_PLACE)


def _is_first(copy: str, token: _Token) -> bool:
    """Nothing stands before it that could ask for a case."""
    return not _WORD_BEFORE.search(copy[max(0, token.begin - 2):token.begin])


def is_lone(text: str, *, first: bool = True) -> bool:
    """A word with a capital that is a surname and hardly anything else. first: no word stands before it."""
    low = plain(text)
    if len(low) < _SHORTEST or low in NOT_ALONE or low in ROLES or _is_known_to_all(low):
        return False
    about = told(text.lower())
    if about.place and (not first or "nomn" in about.place):
        return False
    return about.is_only_surname if about.known else bool(about.surname) and len(low) > _SHORTEST


def _is_quoted(copy: str, token: _Token) -> bool:
    return copy[max(0, token.begin - 1):token.begin] in _QUOTE and token.begin > 0


def _is_eponym(copy: str, tokens: Sequence[_Token], place: int) -> bool:
    """A law, a street, a school, a book stands before it, with at most two words between that are nobody."""
    if _HONOURED.search(_INITIALS.sub("", copy[max(0, tokens[place].begin - _FAR):tokens[place].begin])):
        return True
    for back in range(1, 4):
        if place - back < 0:
            return False
        before = tokens[place - back]
        between = copy[before.end:tokens[place - back + 1].begin]
        if between.strip(" «\"„(") not in ("", ".", ":") or (between.strip() == ":" and back > 1):
            return False
        names = {plain(base) for base in before.word.base} | {plain(before.text)}
        if names & BEFORE_EPONYM and not (before.word.given and before.is_big and back == 1):
            return True
        if names & ROLES:
            return False
    return False
