"""A name in its six cases, proposed by rule: the person corrects the proposal once. Words after the first noun stay."""

import re
from typing import NamedTuple


class Cases(NamedTuple):
    """Кто? кого? кому? кого? кем? о ком?"""

    nom: str
    gen: str
    dat: str
    acc: str
    ins: str
    pre: str


TITLES = {"nom": "Именительный (кто, что)", "gen": "Родительный (нет кого, чего)", "dat": "Дательный (кому, чему)",
          "acc": "Винительный (вижу кого, что)", "ins": "Творительный (кем, чем)", "pre": "Предложный (о ком, о чём)"}
_MASCULINE = {"ый": ("ого", "ому", "ый", "ым", "ом"), "ой": ("ого", "ому", "ой", "ым", "ом"),
              "ий": ("его", "ему", "ий", "им", "ем")}
_FEMININE = {"ая": ("ой", "ой", "ую", "ой", "ой"), "яя": ("ей", "ей", "юю", "ей", "ей")}
_NEUTER = {"ое": ("ого", "ому", "ое", "ым", "ом"), "ее": ("его", "ему", "ее", "им", "ем")}
_ADJECTIVES = {**_MASCULINE, **_FEMININE, **_NEUTER}
_NOUNS = (
    ("ия", ("ии", "ии", "ию", "ией", "ии")), ("ие", ("ия", "ию", "ие", "ием", "ии")),
    ("ье", ("ья", "ью", "ье", "ьем", "ье")), ("о", ("а", "у", "о", "ом", "е")), ("е", ("я", "ю", "е", "ем", "е")),
    ("ка", ("ки", "ке", "ку", "кой", "ке")), ("га", ("ги", "ге", "гу", "гой", "ге")),
    ("ца", ("цы", "це", "цу", "цей", "це")), ("а", ("ы", "е", "у", "ой", "е")), ("я", ("и", "е", "ю", "ей", "е")),
    ("й", ("я", "ю", "й", "ем", "е")), ("тель", ("теля", "телю", "теля", "телем", "теле")),
    ("ость", ("ости", "ости", "ость", "остью", "ости")),
)
_LIVING = ("директор", "методист", "координатор", "начальник", "специалист")
_SOFT = re.compile(r"[гкх][ио]й$")
_UPPER = re.compile(r"[А-ЯЁ]{2,}")
_HUSHING = ("ж", "ш", "щ", "ч")


def proposed(name: str) -> Cases:
    """«Приозёрный муниципальный округ» → «Приозёрного муниципального округа»…; a name the rule does not know stays."""
    words = name.split()
    forms = [[word] * 5 for word in words]
    for place, word in enumerate(words):
        if _UPPER.fullmatch(word.strip("«»")):
            continue
        if word.startswith("«") or word.startswith("№"):
            break
        if adjective := _adjective(word, words[place + 1:]):
            forms[place] = adjective
            continue
        forms[place] = _noun(word)
        if word.lower() in ("город", "город-курорт") and len(words) == place + 2 and words[-1][-1:] not in "оеиыу":
            forms[-1] = _noun(words[-1])
        break
    return Cases(name, *(" ".join(form[case] for form in forms) for case in range(5)))


def _adjective(word: str, after: list[str]) -> list[str] | None:
    ending = word[-2:].lower()
    if ending not in _ADJECTIVES or len(word) < 5 or not after or word.lower().endswith(("ание", "ение", "ие")):
        return None
    endings = ("ого", "ому", ending, "им", "ом") if _SOFT.search(word.lower()) else _ADJECTIVES[ending]
    return [word[:-2] + each for each in endings]


def _noun(word: str) -> list[str]:
    if "-" in word:
        first, _, rest = word.rpartition("-")
        return [f"{a}-{b}" for a, b in zip(_noun(first), _noun(rest), strict=True)]
    low = word.lower()
    if low.endswith("заведующий"):
        return [word[:-2] + each for each in ("его", "ему", "его", "им", "ем")]
    for ending, forms in _NOUNS:
        if low.endswith(ending):
            return [word[:len(word) - len(ending)] + each for each in forms]
    if low[-1:] in "бвгджзклмнпрстфхцчшщ" and low[-1:]:
        accusative = "а" if low in _LIVING else ""
        return [word + each for each in ("а", "у", accusative, "ем" if low[-1] in (*_HUSHING, "ц") else "ом", "е")]
    return [word] * 5
