"""People in a text who are named without initials and patronymic: a surname alone, a surname with a first name. Words
are told by the dictionary, what stands around them tells laws, streets and books from people."""

import re
from collections.abc import Iterator, Sequence

from shnor.datasets.eponyms import BEFORE_EPONYM, EPITHETS
from shnor.datasets.paper_words import NOUNS
from shnor.datasets.personal import BESIDE_SURNAME, NOT_ALONE, PLURAL_SURNAMES, PRODUCTS, ROLES
from shnor.personal.around import (
    Token,
    is_asked_for,
    is_eponym,
    is_famous,
    is_first,
    is_inside,
    is_joined,
    is_known_to_all,
    is_place,
    is_quoted,
    is_told_of,
    near,
    plain,
    tokens_of,
    told,
)
from shnor.personal.copy import Copy
from shnor.personal.dictionary import agree

__all__ = ["SMALL_PATRONYMIC", "is_famous", "is_lone", "is_small_surname", "people", "told"]

_JOINED = re.compile(r" *(?:,|и|-) *|, +и ")
_PATRONYMIC_END = re.compile(r"[а-яё]+(?:ич(?:а|у|ем|е)?|[вч]н(?:а|ы|е|у|ой))")
SMALL_PATRONYMIC = ("овна", "овны", "овне", "овну", "овной", "евна", "евны", "евне", "евну", "евной", "ична", "ичны",
                    "ичне", "ичну", "ичной", "ович", "евич", "ьич", "мич", "кич")
_SMALL = re.compile(r"[а-яё]{2,}(?:[оеё]в|[иы]н)(?:а|ой|у)")
_LIKE_OTHER = re.compile(r".*(?:ово|ево|ино|ыно|ское|ская|ский|ская|град|бург|инск|овск|"
                         r"ние|ость|ция|ика|ство|логия|метрия|мент|инг|изм|тека|граф|тор|метр|урок|школа)")
_LIKE_SURNAME = re.compile(r".*(?:[оеё]в(?:а|ой|у|ым|е)?|[иы]н(?:а|ой|у|ым|е)?|[сц]к(?:ий|ая|ого|ому|им|ой|ую)|"
                           r"ко|[уюч]к|ич|янц?|дзе|швили|[иы]х|оглы|[аоу]й|ли|ец|иш|ло|ах)")
_NOUN_OF_FIELD = re.compile("|".join(pattern for _, pattern in NOUNS))
"""«Вебинары»: many of them are in no dictionary."""
_AFTER_MASK = "[ФИО] "
_SHORTEST, _UNKNOWN, _LONG = 4, 5, 6


def people(of: Copy, *, alone: bool) -> Iterator[tuple[int, int]]:
    """Where people stand in the copy of a text. alone: a text of one word may be one."""
    copy = of.text.replace("_", " ")
    tokens = tokens_of(copy, of.written)
    taken, kept = -1, set[int]()
    for place, token in enumerate(tokens):
        if place <= taken:
            continue
        last = _full(copy, tokens, place)
        if last is None:
            last = _pair(copy, tokens, place)
        if last is None and (alone or len(tokens) > 1) and _is_alone(copy, tokens, place, kept):
            last = _with_name(copy, tokens, place)
        if last is not None:
            yield token.begin, tokens[last].end
            taken = last


def _full(copy: str, tokens: Sequence[Token], place: int) -> int | None:
    """The last word of «марина юрьевна котова», «тимошенко вера никитична» in small letters."""
    for first in (place, place + 1):
        if first + 1 >= len(tokens) or (first > place and not near(copy, tokens[place], tokens[first])):
            return None
        name, father = tokens[first], tokens[first + 1]
        if name.is_big and father.is_big:  # a shape of its own, see `person_names`
            continue
        if not (_PATRONYMIC_END.fullmatch(father.low) and near(copy, name, father) and name.word.given
                and father.word.patronymic):
            continue
        if first > place:
            return first + 1 if tokens[place].word.surname else None
        behind = tokens[first + 2] if first + 2 < len(tokens) and near(copy, father, tokens[first + 2]) else None
        return first + 2 if behind and behind.word.surname and not behind.word.common else first + 1
    return None


def _pair(copy: str, tokens: Sequence[Token], place: int) -> int | None:
    """«Иванова Мария», «Марией Ивановой», «Мельник Ольга», «тарасова людмила»."""
    if place + 1 >= len(tokens):
        return None
    one, other = tokens[place], tokens[place + 1]
    if not near(copy, one, other) or is_quoted(copy, one):
        return None
    pairs = ((one, other), (other, one))
    if one.is_big and other.is_big:
        found = any(name.word.given and _may_be_named(name, surname, whole=len(tokens) == 2) for name, surname in pairs)
    else:
        found = any(surname.low == surname.text and is_small_surname(surname.low) and name.word.given
                    and agree(name.word.given, surname.word.surname) for name, surname in pairs)
    return place + 1 if found and not is_famous(f"{one.text} {other.text}") and not is_eponym(copy, tokens, place) \
        else None


def _may_be_named(name: Token, surname: Token, *, whole: bool) -> bool:
    low, about = plain(surname.text), surname.word
    if surname.names & (BEFORE_EPONYM | EPITHETS | ROLES) or low in BESIDE_SURNAME or low in PRODUCTS or \
            is_known_to_all(low) or (about.place and not about.surname):
        return False
    if about.surname:
        return agree(name.word.given, about.surname)
    if about.given or about.patronymic:
        return False
    if not about.known:
        return len(low) > 2 and (name.is_capitals or not surname.is_capitals)
    nouns = frozenset(("", case) for part, number, case in about.common
                      if part in ("NOUN", "ADJF") and number == "sing")
    return bool(nouns) and (whole or surname.begin > name.begin) and agree(name.word.given, nouns) and (
        whole or any(part == "NOUN" for part, _, _ in about.common))


def _is_alone(copy: str, tokens: Sequence[Token], place: int, kept: set[int]) -> bool:
    token = tokens[place]
    if not _may_be_alone(copy, tokens, place) or is_quoted(copy, token) or is_place(copy, tokens, place):
        return False
    if is_eponym(copy, tokens, place) or (kept and place - 1 in kept and _JOINED.fullmatch(
            copy[tokens[place - 1].end:token.begin])):
        kept.add(place)
        return False
    return True


def _may_be_alone(copy: str, tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.is_big and copy.endswith(_AFTER_MASK, 0, token.begin) and (token.word.given or not token.word.known):
        return not token.is_capitals
    if not token.is_big:
        return token.text == token.low and is_small_surname(token.low)
    if is_lone(token.text, first=is_first(copy, token)) or (len(tokens) == 1 and _is_nobody_else(token)):
        return True
    return _may_be_somebody(token, asked=place > 0) and (
        is_asked_for(copy, tokens, place)
        or (is_told_of(copy, tokens, place) and not is_joined(copy, tokens, place))
        or (bool(token.word.surname) and is_inside(copy, tokens, place)))


def is_lone(text: str, *, first: bool = True) -> bool:
    """A word with a capital that is a surname and hardly anything else. first: no word stands before it."""
    low, about = plain(text), told(text.lower())
    if _is_never(low) or (about.place and (not first or "nomn" in about.place)):
        return False
    return about.is_only_surname if about.known else bool(about.surname) and len(low) > _SHORTEST


def is_small_surname(low: str) -> bool:
    """«кузьмина» in small letters: the dictionary knows nothing else it could be."""
    return bool(_SMALL.fullmatch(low)) and not _is_never(plain(low)) and (about := told(low)).known and bool(
        about.surname) and not (about.common or about.place or about.given)


def _is_never(low: str) -> bool:
    return len(low) < _SHORTEST or low in NOT_ALONE or low in ROLES or low in PRODUCTS or is_known_to_all(low) or bool(
        _NOUN_OF_FIELD.fullmatch(low))


def _may_be_somebody(token: Token, *, asked: bool) -> bool:
    """Where a person is spoken of: a surname, also one that is a common word; a word nobody knows. asked: nothing
    common."""
    low, about = plain(token.text), token.word
    if len(low) < 3 or low in ROLES or low in PRODUCTS or is_known_to_all(low) or token.names & BEFORE_EPONYM or \
            (about.place and "nomn" in about.place) or low in NOT_ALONE:
        return False
    if not about.known:
        return len(low) >= (_LONG if token.is_capitals else _SHORTEST) and not _LIKE_OTHER.fullmatch(low)
    return bool(about.surname) or (about.patronymic and not about.given) or low in PLURAL_SURNAMES or (
        not asked and any(part == "ADJF" and number == "sing" and case == "nomn" for part, number, case in about.common)
        and token.begin == 0)


def _is_nobody_else(token: Token) -> bool:
    """A whole text of one word: a surname that is an adjective too, a word nobody knows."""
    low, about = plain(token.text), token.word
    if _is_never(low) or token.names & BEFORE_EPONYM or about.place:
        return False
    if not about.known:
        return len(low) >= _UNKNOWN and not token.is_capitals and _LIKE_SURNAME.fullmatch(low) is not None and \
            not _LIKE_OTHER.fullmatch(low)
    return low in PLURAL_SURNAMES or (about.patronymic and not about.given) or (bool(about.surname) and all(
        part == "ADJF" or number == "plur" for part, number, _ in about.common))


def _with_name(copy: str, tokens: Sequence[Token], place: int) -> int:
    """Its last word: a first name behind a surname goes with it, also one the dictionary does not know."""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind and behind.is_big and near(copy, tokens[place], behind) and (behind.word.given or not behind.word.known) \
            and plain(behind.text) not in PRODUCTS:
        return place + 1
    return place
