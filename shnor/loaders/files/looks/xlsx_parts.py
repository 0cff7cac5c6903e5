"""Styles and texts of a workbook, and sheets whose cells are written in an unusual way brought to the usual one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape

from shnor.loaders.files.looks.marks import digits_of, is_percent

_PERCENT = {9, 10}
"""Numbers of Excel's own formats «0%» and «0,00%»."""
_PREFIX = re.compile(rb"(</?)\w+:(?=\w)")
_SINGLE = re.compile(rb"([\w:]+)\s*=\s*'([^'\"<>]*)'")
_OPENING = re.compile(rb"<(row|c)(?=[\s/>])([^>]*?)(/?)>")
_ADDRESS = re.compile(rb'\sr="([A-Z]*)(\d+)"')
_ATTRIBUTE = rb'\b%s="([^"]*)"'
_STRIKE = re.compile(rb'<strike(?:\s+val="(?:1|true)")?\s*/>|<strike\s*>\s*</strike>')
_RUN = re.compile(rb"<r>(.*?)</r>", re.S)
_TEXT = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>")


@dataclass(frozen=True)
class Styles:
    """Numbers of cell styles, as bytes, that show percents, or whose font is struck out; zeros: → digits of those that
    show whole numbers with zeros before them."""

    percent: frozenset[bytes] = frozenset()
    struck: frozenset[bytes] = frozenset()
    zeros: Mapping[bytes, int] = field(default_factory=dict)


def styles_of(text: bytes) -> Styles:
    text = plainly(text)
    codes = {int(number): unescape(code.decode("utf-8", "replace")) for number, code in (
        (_value(tag, b"numFmtId"), _value(tag, b"formatCode")) for tag in re.findall(rb"<numFmt\s[^>]*>", text))
        if number.isdigit()}
    percent = {number for number, code in codes.items() if is_percent(code)} | (_PERCENT - set(codes))
    fonts = _items(text, b"fonts", b"font")
    struck = {number for number, font in enumerate(fonts) if _STRIKE.search(font)}
    formats = [(_number(item, b"numFmtId"), _number(item, b"fontId")) for item in _items(text, b"cellXfs", b"xf")]
    return Styles(frozenset(str(at).encode() for at, (code, _) in enumerate(formats) if code in percent),
                  frozenset(str(at).encode() for at, (_, font) in enumerate(formats) if font in struck),
                  {str(at).encode(): digits for at, (code, _) in enumerate(formats)
                   if (digits := digits_of(codes.get(code, "")))})


def _items(text: bytes, group: bytes, name: bytes) -> list[bytes]:
    """The children of a group, each with its content."""
    start = text.find(b"<" + group)
    inner = text[start:text.find(b"</" + group + b">", start)] if start >= 0 else b""
    return re.findall(rb"<%s(?=[\s/>])(?:[^>]*/>|.*?</%s>)" % (name, name), inner, re.S)


def _value(tag: bytes, name: bytes) -> bytes:
    found = re.search(_ATTRIBUTE % name, tag)
    return found[1] if found else b""


def _number(tag: bytes, name: bytes) -> int:
    value = _value(tag[:tag.find(b">") + 1], name)
    return int(value) if value.isdigit() else 0


def text_looks(text: bytes, all_of_them: bool) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """(numbers of the shared texts all of whose words are struck out, of those that have words with a look of their
    own that are not). all_of_them: the second are wanted too."""
    if b"strike" not in text and not (all_of_them and b"rPr>" in text):
        return frozenset(), frozenset()
    struck, plain = set(), set()
    for number, item in enumerate(plainly(text).split(b"</si>")):
        if b"<rPr" not in item:
            continue
        runs = [(bool(_STRIKE.search(run)), b"<rPr" in run) for run in _RUN.findall(item)
                if any(words.strip() for words in _TEXT.findall(run))]
        if runs and all(is_struck for is_struck, _ in runs):
            struck.add(str(number).encode())
        elif any(own and not is_struck for is_struck, own in runs):
            plain.add(str(number).encode())
    return frozenset(struck), frozenset(plain)


def plainly(text: bytes) -> bytes:
    """Without prefixes of names, with double quotes, in UTF-8."""
    if text[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = text.decode("utf-16", "replace").encode()
    if re.search(rb"<\w+:(?:worksheet|row|c|styleSheet|sst)[\s>]", text[:4000]):
        text = _PREFIX.sub(rb"\1", text)
    return _SINGLE.sub(rb'\1="\2"', text) if b"='" in text else text


def is_canonical(piece: bytes) -> bool:
    """Whether every row and cell begins with its address, in double quotes: most programs write so."""
    return b":row" not in piece and b"='" not in piece and all(
        piece.count(b"<%s r=\"" % name) == piece.count(b"<%s " % name) + piece.count(b"<%s>" % name)
        for name in (b"row", b"c"))


def canonical(piece: bytes, at: list[int]) -> bytes:
    """The same rows and cells with their addresses first. at: row and column last seen, from 1; it goes on."""
    text = _PREFIX.sub(rb"\1", _SINGLE.sub(rb'\1="\2"', piece))

    def addressed(found: re.Match[bytes]) -> bytes:
        told = _ADDRESS.search(found[2])
        rest = _ADDRESS.sub(b"", found[2])
        if found[1] == b"row":
            at[:] = [int(told[2]) if told else at[0] + 1, 0]
            own = b"%d" % at[0]
        else:
            at[1] = column_of(told[1]) + 1 if told else at[1] + 1
            own = told[1] + told[2] if told else _letters(at[1]) + b"%d" % at[0]
        return b'<%s r="%s"%s%s>' % (found[1], own, b" " + b" ".join(rest.split(b" ")).strip() if rest.strip() else b"",
                                     found[3])

    return _OPENING.sub(addressed, text)


@cache
def column_of(letters: bytes) -> int:
    """A → 0, AA → 26."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column - 1


def _letters(column: int) -> bytes:
    text = b""
    while column:
        column, rest = divmod(column - 1, 26)
        text = bytes([65 + rest]) + text
    return text
