"""The grammar of RTF: control words, groups, letters in any of its old code pages."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,12})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n\x00]+|"
                    rb"([^\\{}\r\n\x00]+)", re.DOTALL)
_ASIDE = frozenset((
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"header", b"headerl", b"headerr", b"headerf", b"footer",
    b"footerl", b"footerr", b"footerf", b"footnote", b"annotation", b"listtable", b"listoverridetable", b"object",
    b"themedata", b"colorschememapping", b"datastore", b"latentstyles", b"fldinst", b"bkmkstart", b"bkmkend",
    b"nonesttables", b"xmlnstbl", b"rsidtbl", b"generator", b"revtbl", b"listtext", b"pntext", b"nonshppict", b"atnid",
    b"atnauthor", b"mvfmf", b"sp", b"shprslt"))
"""Groups that are no text of the document; of a drawing the old copy."""
_READ = frozenset((b"nesttableprops", b"shpinst", b"shptxt", b"shppict", b"fldrslt"))
"""Groups with a star that hold what is read all the same."""
_SIGNS = {b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
          b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"\\~": "\u00a0", b"\\_": "-", b"\\-": "",
          b"emspace": " ", b"enspace": " ", b"qmspace": " ", b"\\\\": "\\",
          b"\\{": "{", b"\\}": "}"}
_MARKS = {b"deleted": "deleted", b"mvf": "deleted", b"v": "hidden", b"strike": "struck", b"striked": "struck"}
_PLAIN = dict.fromkeys(_MARKS.values(), False)
_CHARSETS = {77: "mac-roman", 89: "mac-cyrillic", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb2312", 136: "cp950",
             161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
             222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp866"}
"""Character set of a font → code page; others take the page of the document."""
_PAGES = {1252: "cp1251", 437: "cp866", 850: "cp866", 10007: "mac-cyrillic", 10000: "mac-cyrillic", 65001: "utf-8",
          708: "cp1256"}
"""Western pages are what programs declare for Russian letters too."""
_SYSTEMS = {b"mac": "mac-cyrillic", b"pc": "cp866", b"pca": "cp866"}


@dataclass(frozen=True)
class State:
    """What holds inside a group. skip: signs after a letter by number that stand for it in older programs; level: how
    deep in tables its paragraphs are; page: of the font."""

    aside: bool = False
    fonts: bool = False
    skip: int = 1
    page: str = ""
    level: int = 0
    nested: bool = False
    deleted: bool = False
    hidden: bool = False
    struck: bool = False


@dataclass(frozen=True)
class Token:
    """A control word with its number, or letters, and what holds there."""

    state: State
    word: bytes = b""
    number: int = 0
    letters: str = ""


def tokens(data: bytes) -> Iterator[Token]:
    """Words and letters of the document in their order, without groups that are no text of it."""
    reader, at = _Reader(), 0
    while match := _TOKEN.search(data, at):
        at = match.end()
        word, number, byte, sign, brace, plain = match.groups()
        if byte or plain:
            reader.take(bytes([int(byte, 16)]) if byte else plain)
        elif word == b"bin":
            at += max(0, int(number or 0))
        elif word or sign or brace:
            yield from reader.letters()
            yield from reader.word(word or brace or b"\\" + sign, int(number) if number else None)
    yield from reader.letters()


class _Reader:
    """States of the groups that are open, and bytes whose letters are not known yet."""

    def __init__(self) -> None:
        self._states = [State()]
        self._page, self._font, self._default = "cp1251", 0, 0
        self._pages: dict[int, str] = {}
        self._waiting = bytearray()
        self._left, self._starting, self._starred = 0, False, False

    def take(self, content: bytes) -> None:
        """Bytes of letters; those that stand for a letter given by its number are skipped."""
        dropped, self._starting = min(self._left, len(content)), False
        self._left -= dropped
        if not self._states[-1].aside:
            self._waiting += content[dropped:]

    def letters(self) -> Iterator[Token]:
        """The letters that wait, in the page of their font."""
        if self._waiting:
            state = self._states[-1]
            text = self._waiting.decode(state.page or self._page, "replace")
            self._waiting.clear()
            yield Token(state, letters=text)

    def word(self, word: bytes, number: int | None) -> Iterator[Token]:
        starting, starred = self._starting, self._starred
        self._starting, self._starred = word == b"{", starting and word == b"\\*"
        if word == b"{":
            self._left = 0
            self._states.append(self._states[-1])
        elif word == b"}":
            self._left = 0
            self._states = self._states if len(self._states) > 1 else [State(), State()]
            self._states.pop()
        elif self._starred:
            pass
        elif (starting and word in _ASIDE) or (starred and word not in _READ):
            self._hold(aside=True, fonts=word == b"fonttbl")
        elif self._states[-1].fonts:
            self._of_font(word, number)
        elif not self._states[-1].aside:
            yield from self._shown(word, number)

    def _hold(self, **changes: object) -> None:
        self._states[-1] = replace(self._states[-1], **changes)  # type: ignore[arg-type]  # fields of State

    def _of_font(self, word: bytes, number: int | None) -> None:
        if word == b"f":
            self._font = number or 0
        elif word == b"fcharset":
            self._pages[self._font] = _CHARSETS.get(number or 0, "")
        elif word == b"cpg":
            self._pages[self._font] = _page(number or 0)

    def _shown(self, word: bytes, number: int | None) -> Iterator[Token]:
        if word == b"u" and number is not None:
            self._left = self._states[-1].skip
            yield Token(self._states[-1], letters=chr(number % 0x10000))
        elif word in _SIGNS:
            yield Token(self._states[-1], letters=_SIGNS[word])
        elif word in _MARKS:
            self._hold(**{_MARKS[word]: number != 0})
        elif not self._changes(word, number):
            yield Token(self._states[-1], b"par" if word in (b"\r", b"\n") else word, number or 0)

    def _changes(self, word: bytes, number: int | None) -> bool:
        """Whether the word only changes what holds from here on."""
        match word:
            case b"ansicpg":
                self._page = _page(number or 0) or self._page
            case b"mac" | b"pc" | b"pca":
                self._page = _SYSTEMS[word]
            case b"deff":
                self._default = number or 0
            case b"uc":
                self._hold(skip=1 if number is None else max(0, number))
            case b"f":
                self._hold(page=self._pages.get(number or 0, ""))
            case b"plain":
                self._hold(page=self._pages.get(self._default, ""), **_PLAIN)
            case b"pard":
                self._hold(level=0)
            case b"intbl":
                self._hold(level=max(1, self._states[-1].level))
            case b"itap":
                self._hold(level=max(0, number or 0))
            case b"nesttableprops":
                self._hold(nested=True)
            case _:
                return False
        return True


def _page(number: int) -> str:
    name = _PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name
