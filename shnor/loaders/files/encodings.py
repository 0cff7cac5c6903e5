"""Which code page a text or a name is written in: by its marks, its zero bytes, its grammar, else by how Russian it
reads."""

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from shnor.datasets.letters import ALPHABET, EVEN, FOLLOWS, NAME_PAGES, PAGES, SIGNS

BAD = "\ufffd"
"""Stands for what is damaged in the file itself."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LOOKED_AT = 1 << 16
_FEW = 4
"""So many whole letters of utf-8 to a damaged one: any other page has next to none by chance."""
_DOUBT = 8
"""In bits: a page that reads more than 2⁸ times likelier is the page."""
_FOREIGN, _CAPITAL_INSIDE, _NEVER_FIRST = -12, -10, -6
_DAMAGE = re.compile(f"{BAD}+")
_PLACE = {letter: place for place, letter in enumerate(ALPHABET)} | {"ё": ALPHABET.index("е")}
_END = "\x1a\x00"
_WIDE_HEAD = 1024
_PLAIN = re.compile(r"[\t\n\r -~\u00a0-\u04ff\u2010-\u22ff]*")


@dataclass(frozen=True)
class Reading:
    """One way to read a text: the title of its page as people see it ("" where the file tells it itself)."""

    page: str
    text: str


def decoded(data: bytes, page: str = "") -> str:
    """The text of a file, without its mark and the sign old programs end a file with. page: a title of PAGES, where the
    person has chosen one. Damaged letters are BAD."""
    if page in PAGES:
        return _mended(data.decode(PAGES[page], "replace"))
    own = encoding(data)
    return _mended(data.decode(own, "replace").removeprefix("\ufeff") if own else _ranked(data)[0].text)


def likeliest(raw: bytes, pages: Sequence[str] = NAME_PAGES) -> tuple[str, str]:
    """(text, page) of a name: UTF-8 where the bytes are that, else the page of the most Russian text; the first of
    equals."""
    try:
        return raw.decode(), "utf-8"
    except UnicodeDecodeError:
        return max(((raw.decode(page, "replace"), page) for page in pages), key=lambda item: _score(item[0]))


def file_name(text: str) -> str:
    """A name as one program would write it: letters in one piece (a Mac writes «и» and the arc of «й» apart), no
    signs that cannot be seen."""
    return re.sub(r"[\x00-\x1f\x7f]+", " ", unicodedata.normalize("NFC", text)).strip()


def encoding(data: bytes) -> str:
    """The encoding a text shows by its mark, its zero bytes or its grammar; "" for a page of single bytes."""
    return marked(data) or ("utf-8" if _is_utf8(data) else "")


def marked(data: bytes) -> str:
    """The encoding a text shows by its mark or its zero bytes, "" where by neither."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "") or _wide(data)


def _wide(data: bytes) -> str:
    """utf-16 or utf-32 without its mark: every second byte is next to always one of few."""
    head = data[:_WIDE_HEAD]
    for name, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        whole = head[:len(head) // width * width]
        if len(whole) < 2 * width or (b"\x00" not in whole and b"\x04" not in whole):
            continue
        try:
            text = whole.decode(name)
        except UnicodeDecodeError:
            continue
        if _PLAIN.fullmatch(text.rstrip(_END)) and any((sign < "\u0500" and sign in "\t\r\n ;,<") or sign.isdigit()
                                                       for sign in text):
            return name
    return ""


def doubt(data: bytes) -> tuple[Reading, ...]:
    """Pages that read about as well as each other, the likeliest first; nothing where one is clear."""
    if encoding(data):
        return ()
    ranked = _ranked(data)
    best = _score(ranked[0].text)
    near = tuple(reading for reading in ranked if best - _score(reading.text) < _DOUBT)
    return near if len(near) > 1 else ()


def _is_utf8(data: bytes) -> bool:
    """A few damaged letters do not make it another page. Two letters of other pages may look like one of utf-8, which
    is then seldom a Russian one."""
    text = data.decode("utf-8", "replace")
    beyond = [sign for sign in text if sign > "\x7f"]
    damaged = text.count(BAD)
    if len(beyond) - damaged < _FEW:
        return not damaged and all("\u0400" <= sign < "\u0460" or sign in SIGNS for sign in beyond)
    return len(beyond) - damaged >= _FEW * damaged


def _ranked(data: bytes) -> tuple[Reading, ...]:
    """The different readings of single bytes, the most Russian first."""
    head = data[:_LOOKED_AT]
    different: dict[str, str] = {}
    for title, page in PAGES.items():
        different.setdefault(head.decode(page, "replace"), title)
    best = sorted(different, key=_score, reverse=True)
    return tuple(Reading(different[text], data.decode(PAGES[different[text]], "replace")) for text in best)


def _score(text: str) -> int:
    """In bits against letters in no order."""
    score, before, lower = 0, 0, False
    for sign in text[:_LOOKED_AT]:
        letter = sign.lower()
        if sign < "\x80":
            place, small = 0, False
        elif letter in _PLACE:
            place, small = _PLACE[letter], sign == letter
            score += _CAPITAL_INSIDE if lower and not small else 0
        else:
            place, small = 0, False
            score += 0 if sign in SIGNS else _FOREIGN
        if place and not before and letter in "ьъы":
            score += _NEVER_FIRST
        if place or before:
            score += int(FOLLOWS[before][place]) - EVEN
        before, lower = place, small
    return score


def _mended(text: str) -> str:
    """Also damage in a row, which is one letter of several bytes, is one sign."""
    return _DAMAGE.sub(BAD, text.rstrip(_END))
