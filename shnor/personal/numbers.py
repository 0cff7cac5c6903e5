"""What numbers and addresses of people look like: СНИЛС, passports, days of birth, telephones, mail. Read in the copy
of a text, see `copy`."""

import re

from shnor.personal.copy import flat

MAIL = re.compile(r"[\w.+-]+ ?(?:@|\((?:at|собака)\)|\[at\]|(?<=[a-z0-9_]) собака ) ?[\w-]+(?: ?\.[\w-]+)+")
PASSPORT = re.compile(r"(?i:паспорт[а-я]*:? *(?:серия *)?)\d{2} ?\d{2} *(?:№ *|номер *)?\d{6}")
SNILS = re.compile(r"(?<!\d)(?<!\d[.,])\d{3}([ .-]{0,3})\d{3}([ .-]{0,3})\d{3}([ .-]{0,3})\d{2}(?!\d|[.,]\d)")
CUT_SNILS = re.compile(r"(?<!\d)\d{3}[ .-]{0,3}\d{3}[ .-]{0,3}\d{2,3}(?:[ .-]{1,3}\d?)?(?= *(?:\.[a-z]{3,5})?$)")
"""The beginning of one at the end of a text: names of sheets have 31 signs."""
BORN = re.compile(r"(?<!\d)(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d(?= ?(?:г\.? ?р\b|года? рождения))|"
                  r"(?i:(?<=родилась )|(?<=родился )|(?<=рождения: )|(?<=рождения )|(?<=рожд\. ))"
                  r"\d{1,2}\.\d{1,2}\.\d{4}")
_SEP = "[ .-]{0,3}"
PHONE = re.compile(
    r"(?<![\d.,/-])(?:\+7|8|7) ?\(?-?\d{3,5}\)?[ -]*\d{1,3}[ -]+\d{2}[ -]*\d{2}(?!\d)|"
    rf"(?<![\d,])(?<!\d\.)(?:\+ ?7|8|7)[ (.-]{{0,3}}9\d{{2}}[ ).-]{{0,3}}\d{{3}}{_SEP}\d{{2}}{_SEP}\d{{2}}(?!\d)|"
    r"(?<![\d.,/-])\+7[ ()-]{0,3}\d(?:[ ()-]{0,3}\d){9}(?!\d)|"
    r"(?<![\d.,/№-])(?:\+7|8|7)[348]\d{9}(?![\d.,/-])|"
    r"(?<![\d.,/№-])9\d{2}[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2}(?![\d/-]|[.,]\d)|"
    r"(?<![\d-])\(?[348]\d{2}(?:\d{0,2}\)|\d{1,2}\)?) ?\d{1,3}-\d{2}-\d{2}(?![\d-])|"
    r"(?i:(?<![а-яё])(?:тел|т|моб|факс|сот|номер телефона|whatsapp|ватсап|вотсап|телеграм|вайбер)"
    r"(?:ефон[а-я]*)?[.:]{1,2} *)\(?\d[\d ()-]{3,}\d|"
    r"(?i:(?<![а-яё])(?:телефон[а-я]*|тел|моб[а-я]*|сот[а-я]*|звон[а-я]*|факс[а-я]*|ватсап|вотсап)[.:]?"
    r"(?: [а-яё]+){0,2} )\(?(?:\d{1,3}[ -]\d\d[ -]\d\d|\d{6,7})(?![\d-])")
LITERALS = ("@", "(at)", "[at]", "собака", "рожд", "Рожд", "родил", "Родил", "аспорт", "г.р", "г. р")
DIGITS = re.compile(r"\d(?:[ .()-]{0,3}\d){8}|[0-9][0-9]{2}[ .-]*\d{2,3}[ -]*\d\d")
AFTER_SIGN = re.compile(r"[.:] *\(?\d[\d ()-]{3,}\d|(?:ефон|тел|моб|сот|звон|факс|тсап)[а-я.: ]+\(?\d[ -]?\d")
_SNILS_BEFORE = re.compile(r"(?:снилс|страхов\w+ (?:номер|свидетельств)\w*)[\s№:.,(-]*(?:\w+[\s№:.,-]*){0,2}$", re.I)
_KNOWN_SHAPE = re.compile(r" *- *| +")
_FAR = 40


def is_snils_at(match: re.Match, before: str) -> bool:
    """Eleven digits in the groups of a СНИЛС, behind its name, or with its check digits."""
    return all(map(_KNOWN_SHAPE.fullmatch, match.groups()[:3])) or is_named_so(before) or \
        is_snils(re.sub(r"\D", "", match[0]))


def is_named_so(before: str) -> bool:
    return bool(_SNILS_BEFORE.search(before[-_FAR:]))


def is_snils(text: str) -> bool:
    """Eleven digits whose last two check the first nine."""
    if len(text) < 11 or sum(map(str.isdecimal, text)) != 11:
        return False
    digits = re.sub(r"[- ]", "", flat(text))
    if len(digits) != 11 or not digits.isdecimal() or digits[:9] == "0" * 9:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(9, 0, -1), strict=True)) % 101 % 100
    return total == int(digits[9:])
