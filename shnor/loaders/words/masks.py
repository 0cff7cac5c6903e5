"""The door of every text that is kept: names of people, their numbers, mail and telephones become masks.

Matched in a copy of the text with single signs replaced (no-break spaces, line breaks, long dashes, letters of the
other alphabet, capitals), sign for sign, so that what is not personal stays as it was written."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from shnor.datasets.personal import (
    FEMALE,
    HONOURED,
    MALE,
    PLACES,
    POSTS,
    SURE_SURNAME,
    SURNAME,
    TWO_LETTERS,
)

PERSON = "[ФИО]"
_BLANKS = "\n\r\t\v\f\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200b)))
_FLAT = str.maketrans({**dict.fromkeys(_BLANKS, " "), **dict.fromkeys("‐‑‒–—―−", "-")})
_LATIN = str.maketrans("ABCEHKMOPTXYaceopxyk", "АВСЕНКМОРТХУасеорхук")
_MIXED = re.compile(r"(?<![A-Za-z@.])[A-Za-z]+(?=[А-Яа-яЁё])|(?<=[А-Яа-яЁё])[A-Za-z]+(?![A-Za-z@.])")
_CAPITALS = re.compile(r"(?<![А-ЯЁа-яё])[А-ЯЁ]{4,}(?:-[А-ЯЁ]{3,})?(?![А-ЯЁа-яё])|"
                       r"(?<= )[А-ЯЁ]{3}(?= [А-ЯЁ]{5,}Н[АЫЕУО])")



def _of_names(stems: Iterable[str]) -> str:
    return "|".join(sorted({name.capitalize().replace("е", "[её]") for name in stems}, key=len, reverse=True))


_W = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+)?"
_I = r"[А-ЯЁ]\. *[А-ЯЁ]\.?(?![а-яё])"
_PATRONYMIC = (r"[А-ЯЁ][а-яё]*(?:(?:[оеё]вич|[ьи]ич|Ильич)(?:а|у|ем|ом|е)?|(?:[оеё]вн|иничн|тичн|мичн)(?:а|ы|е|у|ой)|"
               r"ьич)(?![а-яё])")
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

_NAMES = tuple(re.compile(pattern) for pattern in (
    rf"(?<![\w-])(?:{_W} +)?{_W} +{_PATRONYMIC}(?: +{_W}(?=\W|$))?",
    rf"(?<![\w-]){_W} +[А-ЯЁ][а-яё]+ +(?:оглы|кызы|Оглы|Кызы)(?!\w)",
    rf"(?<![\w-]){_W} +{_I}|(?<![\w.]){_I} *{_W}",
    rf"(?<![\w-]){_SURELY} +[А-ЯЁ]\.(?! *[а-яё])|"
    rf"(?<![\w-]){_SURELY} +(?!(?:{'|'.join(sorted(TWO_LETTERS))})\b)[А-ЯЁ]{{2}}(?!\w)",
    _GIVEN))
_AFTER_POST = re.compile(rf"(?<![а-яё])(?i:{POSTS})(?:[ :,-]+)"
                         rf"(?:[а-яё-]+ +){{0,2}}({_SURELY})(?![а-яё])(?: +[А-ЯЁ]\.)?")
_HONOURED = re.compile(HONOURED, re.I)
_ACTING = re.compile(r"^И\. ?О\. ?(?:Директор|Начальник|Завед|Заместит|Руковод|Глав)")
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
_QUICK = re.compile(r"[А-ЯЁ]\.|[А-ЯЁа-яё] [А-ЯЁ]{2}(?!\w)|[Вв][Нн][АаЫыЕеУуОо]|[Чч][Нн][АаЫыЕеУуОо]|[Ии][Чч]|глы|ызы|@|"
                    rf"\d{{3}}[ -]*\d{{2,3}}[ -]*\d\d|[Рр]од|рожд|г\. ?р|аспорт|[Тт]ел|[Мм]об|(?:{_MEN}|{_WOMEN})|"
                    rf"(?:{SURE_SURNAME})(?![а-яё])")


def flat(text: str) -> str:
    """The text sign for sign as patterns read it."""
    clean = text.translate(_FLAT)
    if not clean.isascii():
        clean = _MIXED.sub(lambda word: word[0].translate(_LATIN), clean)
        clean = _CAPITALS.sub(lambda word: word[0].title() if len(word[0].title()) == len(word[0]) else word[0], clean)
    return clean


def suspicious(text: str) -> bool:
    """Whether a closer look is worth it; quick."""
    return _QUICK.search(flat(text)) is not None


@lru_cache(maxsize=20_000)
def mask(text: str) -> tuple[str, str]:
    """(text with masks, what was found)."""
    text = unicodedata.normalize("NFC", text)
    seen: list[str] = []
    for pattern, what, sign in _KINDS:
        text = _put(text, pattern, what, sign, seen)
    for pattern in _NAMES:
        text = _put(text, pattern, "фамилию", PERSON, seen)
    return _posts(text, seen), " и ".join(dict.fromkeys(seen))


_KINDS = ((_MAIL, "почту", "[почта]"), (_PASSPORT, "паспортные данные", "[паспорт]"), (_SNILS, "СНИЛС", "[СНИЛС]"),
          (_BORN, "дату рождения", "[дата рождения]"), (_ELEVEN, "СНИЛС", "[СНИЛС]"), (_PHONE, "телефон", "[телефон]"))


def _put(text: str, pattern: re.Pattern, what: str, sign: str, seen: list[str]) -> str:
    copy, end, pieces = flat(text), 0, []
    for match in pattern.finditer(copy):
        if (what == "фамилию" and not is_name(match[0], copy[:match.start()])) or (
                pattern is _ELEVEN and not is_snils(match[0])):
            continue
        pieces += [text[end:match.start()], sign]
        end = match.end()
        seen.append(what)
    return "".join([*pieces, text[end:]]) if pieces else text


def _posts(text: str, seen: list[str]) -> str:
    """A surname alone behind a post: «исп. …», «учитель математики …»."""
    copy, end, pieces = flat(text), 0, []
    for match in _AFTER_POST.finditer(copy):
        if match[1].lower().replace("ё", "е") not in PLACES:
            pieces += [text[end:match.start(1)], PERSON]
            end = match.end()
            seen.append("фамилию")
    return "".join([*pieces, text[end:]]) if pieces else text


def is_name(name: str, before: str) -> bool:
    """A school named after somebody and «И. О. Директора» are not names of people at work."""
    if before.endswith(("«", "„", "“")) or _HONOURED.search(before[-60:]):
        return False
    if _ACTING.match(name) or _NOT_PATRONYMIC.search(name):
        return False
    return not any(word.lower().replace("ё", "е") in PLACES for word in re.findall(r"[А-ЯЁ][а-яё]+", name)[:1]
                   if not re.search(_PATRONYMIC, name))


def is_snils(text: str) -> bool:
    """Eleven digits whose last two check the first nine."""
    digits = re.sub(r"[- ]", "", flat(text))
    if len(digits) != 11 or not digits.isdecimal() or digits[:9] == "0" * 9:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(9, 0, -1), strict=True)) % 101 % 100
    return total == int(digits[9:])


def is_surname(text: str) -> bool:
    """A single word that ends like a surname and is nothing else we know."""
    word = flat(text).strip()
    return bool(re.fullmatch(_ENDS, word)) and word.lower().replace("ё", "е") not in PLACES
