"""What the name of a person looks like: the one place where it is decided, for the door of texts and for answers. Names
are sought in the copy of a text, see `copy`."""

import re
from collections.abc import Iterable
from functools import lru_cache

from shnor.datasets.personal import (
    BESIDE_SURNAME,
    FEMALE,
    HONOURED,
    MALE,
    NOT_ALONE,
    PLACES,
    PLURALS,
    POSTS,
    SURE_SURNAME,
    SURNAME,
    TWO_LETTERS,
    WITHOUT_OV,
)
from shnor.personal import lone
from shnor.personal.copy import flat

PERSON = "[ФИО]"


def _of_names(stems: Iterable[str]) -> str:
    return "|".join(sorted({name.capitalize().replace("е", "[её]") for name in stems}, key=len, reverse=True))


_W = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+)?"
_I = r"[А-ЯЁ] ?\. *[А-ЯЁ]\.?(?![а-яё])"
_FATHERS = "|".join(sorted({name.capitalize().replace("е", "[её]") for name in WITHOUT_OV}, key=len, reverse=True))
_PATRONYMIC = (rf"(?:[А-ЯЁ][а-яё]*(?:[оеё]вич|[ьи]ич)(?:а|у|ем|ом|е)?|"
               rf"[А-ЯЁ][а-яё]*(?:[оеё]вн|иничн|тичн|мичн)(?:а|ы|е|у|ой)|"
               rf"(?:{_FATHERS})(?:ич(?:а|у|ем|ом|е)?|(?:ин)?ичн(?:а|ы|е|у|ой))|[А-ЯЁ][а-яё]{{2,}}ыч(?:а|у|ем|е)?)"
               rf"(?![а-яё])")
_NOT_PATRONYMIC = re.compile(r"(?:Основн|Церковн|Духовн|Верховн|Условн|Уголовн|Деревн|Древн|Кадров|Готовн|Полновн|"
                             r"Плановн|Частичн|Публичн|Практичн|Первичн|Типичн|Мышечн)", re.I)
_ENDS, _SURELY = rf"[А-ЯЁ][а-яё-]+?(?:{SURNAME})", rf"[А-ЯЁ][а-яё]*?(?:-[А-ЯЁ][а-яё]*?)?(?:{SURE_SURNAME})"
_MEN = _of_names(MALE)
_WOMEN = _of_names(FEMALE)
_HIM = rf"(?:{_MEN})(?:й|я|ей|ю|е|а|у|ом|ем|ь|ел|ли|ий|ия|ию)?"
_HER = rf"(?:{_WOMEN})(?:а|я|ы|и|е|у|ю|ой|ей|ью|ь|ия|ии|ию|ья|ьи|ье|ью)?"
_NOT_W = r"(?![а-яё])"
_HIS_NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:(?:ов|ев|ёв|ин|ын)|(?:ск|цк)ий|енко|ч?[ую]к|[ая]н|дзе|швили|[ыи]х)"
_HIS_OTHER = r"[А-ЯЁ][а-яё]+(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым)|(?:ск|цк)(?:ого|ому|им))"
_HER_NAME = (r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:(?:ов|ев|ёв|ин|ын)(?:а|ой|у)|(?:ск|цк)(?:ая|ой|ую)|"
             r"енко|ч?[ую]к|[ая]н|дзе|швили|[ыи]х)")
_HIM_PLAIN = rf"(?:{_MEN})(?:й|ий|ь|ел|я)?"
_HIM_BENT = rf"(?:{_MEN})(?:я|ю|ем|а|у|ом|ия|ию|ием)"
_GIVEN = "|".join(rf"(?<![\w-]){one} +{other}{_NOT_W}" for pair in (
    (_HIM_PLAIN, _HIS_NAME), (_HIM_BENT, _HIS_OTHER), (_HER, _HER_NAME)) for one, other in (pair, pair[::-1]))

_TWICE = rf"{_W}(?: ?- ?{_ENDS})?"
_TURKIC = r"(?:[ -]+(?:оглы|кызы|оглу|гызы|кизи|угли)(?!\w))"
NAMES = tuple(re.compile(pattern) for pattern in (
    rf"(?<![\w-])(?:{_W} +)?{_W} +{_PATRONYMIC}(?: +{_W}(?=\W|$))?",
    rf"(?<![\w-])(?:{_W} +)?{_W} +[А-ЯЁ][а-яё]+(?i:{_TURKIC})",
    rf"(?<![\w-]){_TWICE} *{_I}|(?<![\w.]){_I} *{_TWICE}|"
    rf"(?<![\w-]){_SURELY} *, *{_I}(?! *[А-ЯЁ][а-яё])",
    rf"(?<![\w-]){_SURELY} +[А-ЯЁ]\.(?! *[а-яё])|"
    rf"(?<![\w-]){_SURELY} +(?!(?:{'|'.join(sorted(TWO_LETTERS))})\b)[А-ЯЁ] ?[А-ЯЁ](?!\w)",
    _GIVEN))
"""Surely people, wherever they stand."""
INITIALS = re.compile(rf"(?<![\w.-])(?:[А-ЯЁ]\. ?({_W})(?!\.)|({_W}) +[А-ЯЁ]\.(?! *[а-яё])|"
                      r"([А-ЯЁа-яё][а-яё]{3,}(?:-[а-яё]+)?) +(?:[а-яё]\. ?[а-яё]\.?|[А-ЯЁ]\. ?[А-ЯЁ]\.?)(?![А-ЯЁа-яё])|"
                      r"(?:[а-яё]\. ?[а-яё]\.|[А-ЯЁ]\. ?[А-ЯЁ]\.) ?([а-яё]{4,}(?:-[а-яё]+)?))")
"""People where the word is a surname by the dictionary."""
AFTER_POST = re.compile(rf"(?<![а-яё])(?i:{POSTS})(?:[ :,-]+)"
                         rf"(?:[а-яё-]+ +){{0,2}}({_SURELY})(?![а-яё])(?: +[А-ЯЁ]\.)?")
_BEFORE = re.compile(r"(?:(?<![А-ЯЁа-яё])[А-ЯЁ]\. ?){1,2}$")
"""Initials before what a pattern took for a name."""
_TWO = re.compile(r"[А-ЯЁ] ?\. *[А-ЯЁ]")
"""With these «Королёва» is no town."""
_HONOURED = re.compile(HONOURED, re.I)
_ACTING = re.compile(r"^И\. ?О\. ?(?:Директор|Начальник|Завед|Заместит|Руковод|Глав)")
_INITIAL = re.compile(r"(?<![а-яёa-z])[А-ЯЁA-Zа-яё]\.\s?(?:[А-ЯЁA-Zа-яё]\.?)?(?![а-яё])")
_LETTERS = re.compile(r"[А-ЯЁA-Z]{1,2}")
_RUSSIAN = re.compile(r"[А-ЯЁа-яё-]+")
_TITLE = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)?")
_BIG = re.compile(rf"{_TITLE.pattern}|[А-ЯЁ]{{3,}}")
_ADJECTIVE = re.compile(r".*(?:ск|цк)(?:ая|ий|ое|ой)")
_BIG_SURNAME = re.compile(rf"{_ENDS}(?:-[А-ЯЁ]?[а-яё]+)?")
_SMALL_SURNAME = re.compile(rf"[а-яё-]{{2,}}?(?:{SURE_SURNAME})")
_SURE_ALONE = re.compile(r"[А-ЯЁ][а-яё]{2,}(?:[оеё]ва|енко|швили)")
_PLURAL = re.compile(PLURALS)
_BETWEEN = re.compile(r"\s*[,;/\n+]\s*|\s+и\s+")
_MOST_WORDS = 4


def _key(word: str) -> str:
    return word.lower().replace("ё", "е")


def is_named(name: str, before: str) -> bool:
    """Whether what a pattern took for a name is one: a school named after somebody and «И. О. Директора» are none."""
    if before.endswith(("«", "„", "“")) or _HONOURED.search(_BEFORE.sub("", before[-60:])):
        return False
    if _ACTING.match(name) or _NOT_PATRONYMIC.search(name) or lone.is_famous(name):
        return False
    words = re.findall(r"[А-ЯЁ][а-яё]+", name)[:1]
    return bool(re.search(_PATRONYMIC, name)) or not any(_key(word) in PLACES for word in words) or (
        bool(_TWO.search(name)) and any(lone.told(word.lower()).surname for word in words))


def is_initialled(match: re.Match, before: str) -> bool:
    """«И.Щербакова», «гордеева т. а.»: the word is a surname and no street or place."""
    word = next(filter(None, match.groups()))
    about = lone.told(word.lower())
    sure = about.surname if word[0].islower() else about.surname and "nomn" not in about.place
    return bool(sure) and _key(word) not in NOT_ALONE and is_named(match[0], before)


def is_place(word: str) -> bool:
    """A town, a language or a common word that ends like a surname."""
    return _key(word) in PLACES


def is_post_holder(match: re.Match) -> bool:
    """A surname alone behind a post: «исп. …», «учитель математики …»."""
    return not is_place(match[1])


def is_surname(text: str) -> bool:
    """A single word that ends like a surname and is nothing else we know."""
    word = flat(text).strip()
    shaped = _BIG_SURNAME.fullmatch(word) or _SMALL_SURNAME.fullmatch(word)
    return bool(shaped) and _key(word) not in NOT_ALONE and not _PLURAL.fullmatch(_key(word))


def is_adjective(text: str) -> bool:
    """«Туманский», «Октябрьская»: a surname as well as the name of a school."""
    return bool(_ADJECTIVE.fullmatch(text.strip().lower()))


def is_sure(text: str) -> bool:
    """A single word that is hardly anything else: «Лебяжьева», «Петренко»."""
    word = flat(text).strip(" .,;:")
    return bool(_SURE_ALONE.fullmatch(word)) and _key(word) not in NOT_ALONE


def is_person(text: str) -> bool:
    """One person and nothing else: a surname in any case, alone, with initials, with a first name or a patronymic."""
    text = flat(text).strip(" ,;:")
    if text.strip(" []") == PERSON.strip("[]"):
        return True
    if _ACTING.match(text):
        return False
    words = _INITIAL.sub(" ", text).replace(".", " ").split()
    letters = [word for word in words if _LETTERS.fullmatch(word) and word not in TWO_LETTERS]
    named = [word for word in words if word not in letters and _key(word) not in BESIDE_SURNAME]
    if not named or len(words) > _MOST_WORDS or not all(map(_RUSSIAN.fullmatch, named)):
        return False
    if letters or _INITIAL.search(text):
        return len(named) == 1 and bool(_BIG.fullmatch(named[0]) or is_surname(named[0]))
    if len(named) == 1:
        return is_surname(named[0])
    return all(map(_TITLE.fullmatch, named)) and _is_full_name(named)


def _is_full_name(words: list[str]) -> bool:
    """A patronymic, a given name with a surname, or a surname that is no adjective."""
    if any(re.fullmatch(_PATRONYMIC, word) and not _NOT_PATRONYMIC.match(word) for word in words):
        return True
    surnames = [word for word in words if is_surname(word)]
    given = any(re.fullmatch(rf"{_HIM}|{_HER}", word) for word in words)
    return any(given or not is_adjective(word) for word in surnames)


@lru_cache(maxsize=20_000)
def are_people(text: str) -> bool:
    """Every part of «Лебяжьева, Ручьёв О. И. и Туманский» is a person."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    return bool(parts) and all(map(is_person, parts))
