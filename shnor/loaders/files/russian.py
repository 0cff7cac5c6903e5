"""Names in an unknown code page: the one in which they read most like Russian."""

import re
import unicodedata
from collections.abc import Sequence

NAME_PAGES = ("cp1251", "koi8-r", "cp866")
_BY_FREQUENCY = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_WEIGHT = {letter: 1 - place / 40 for place, letter in enumerate(_BY_FREQUENCY)}
_MARKS = frozenset("№«»—–…“”’\u00a0")
_USUAL = 0.15
"""What the first of the pages is ahead: a name all in capitals reads as small letters in another page."""


def likeliest(raw: bytes, pages: Sequence[str] = NAME_PAGES) -> tuple[str, str]:
    """(text, page): UTF-8 where the bytes are that, else the page of the most Russian text; the first of equals."""
    try:
        return raw.decode(), "utf-8"
    except UnicodeDecodeError:
        texts = [(raw.decode(page, "replace"), page) for page in pages]
    return max(texts, key=lambda item: likeness(item[0]) + (_USUAL if item[1] == pages[0] else 0))


def likeness(text: str) -> float:
    """How Russian the letters are, 1 at most: frequent letters, no other signs, no capital after a small letter."""
    foreign = [(sign, text[place - 1:place]) for place, sign in enumerate(text) if sign > "\x7f"]
    return sum(_of_sign(sign, before) for sign, before in foreign) / len(foreign) if foreign else 0.0


def _of_sign(sign: str, before: str) -> float:
    weight = _WEIGHT.get(sign.lower(), 0.0 if sign in _MARKS else -1.0)
    return -1.0 if weight > 0 and sign.isupper() and before.islower() else weight


def file_name(text: str) -> str:
    """A name as one program would write it: letters in one piece (a Mac writes «и» and the arc of «й» apart), no
    signs that cannot be seen."""
    return re.sub(r"[\x00-\x1f\x7f]+", " ", unicodedata.normalize("NFC", text)).strip()
