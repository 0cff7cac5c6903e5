"""The door of every text that is kept: names of people, their numbers, mail and telephones become masks.

Matched in a copy of the text with single signs replaced (no-break spaces, line breaks, long dashes, letters of the
other alphabet, capitals), sign for sign, so that what is not personal stays as it was written."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from shnor.datasets.personal import FEMALE, HONOURED, MALE, PLACES, POSTS, SURE_SURNAME, SURNAME, TWO_LETTERS

PERSON = "[ФИО]"
_BLANKS = "\n\r\t\v\f\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200b)))
_FLAT = {**dict.fromkeys(_BLANKS, " "), **dict.fromkeys("‐‑‒–—―−", "-")}
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
_QUICK = tuple(re.compile(pattern) for pattern in (
    "@", r"[А-ЯЁ]\. *[А-ЯЁ]", rf"[А-ЯЁ][а-яё]+(?:{SURE_SURNAME}|[ыи]х) +[А-ЯЁ](?:\.|[а-яё]|[А-ЯЁ](?![А-ЯЁа-яё]))",
    rf"[А-ЯЁ][а-яё]+ +[А-ЯЁ][а-яё]+(?:{SURE_SURNAME}|[ыи]х)(?![а-яё])",
    r"[А-ЯЁ][а-яё]*(?:вич|ьич|вн[аыеу]|чн[аыеу]|вной|чной)", "глы|ызы", r"\d{3}[ -]*\d{2,3}[ -]*\d\d",
    r"(?<![а-яё])(?:[Тт](?:ел|ЕЛ)?|[Мм]об|[Фф]акс|[Сс]от)[а-я]{0,6}[.:]+ *\(?\d", "рожд|родил", r"г\. ?р", "аспорт"))
"""Without any of these a text holds nothing to mask; each begins so that searching is quick."""


_BETWEEN = "\ue000"
_LONELY = re.compile(rf"[А-ЯЁ][а-яё]+?(?:{SURE_SURNAME})(?![а-яё])")
_FAR = 60
"""So far before a surname stands the post it belongs to."""


def _spaced(text: str) -> str:
    for sign, plain in _FLAT.items():  # much quicker than translate: most of them are in no text
        text = text.replace(sign, plain)
    return text


def _unified(text: str) -> str:
    """One alphabet inside a word, words in capitals like others."""
    if text.isascii():
        return text
    text = _MIXED.sub(lambda word: word[0].translate(_LATIN), text)
    return _CAPITALS.sub(lambda word: word[0].title() if len(word[0].title()) == len(word[0]) else word[0], text)


def flat(text: str) -> str:
    """The text sign for sign as patterns read it."""
    return _unified(_spaced(text))


def suspicious(*texts: str) -> set[str]:
    """Of many texts those that are worth a closer look, found in all of them at once."""
    joined = flat(_BETWEEN.join(texts))
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    hits = [match.start() for pattern in _QUICK for match in pattern.finditer(joined)]
    hits += [match.start() for match in _LONELY.finditer(joined)
             if _AFTER_POST.search(joined, max(0, match.start() - _FAR), match.end())]
    return {texts[bisect_right(starts, place) - 1] for place in hits}


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
          *((pattern, "фамилию", PERSON) for pattern in (*_NAMES, _AFTER_POST)))


def _is_personal(pattern: re.Pattern, match: re.Match, before: str) -> bool:
    if pattern is _AFTER_POST:  # a surname alone behind a post: «исп. …», «учитель математики …»
        return match[1].lower().replace("ё", "е") not in PLACES
    return is_name(match[0], before) if pattern in _NAMES else pattern is not _ELEVEN or is_snils(match[0])


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
