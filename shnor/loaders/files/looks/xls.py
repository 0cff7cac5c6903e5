"""The marks of .xls: its records one after another, as [MS-XLS] numbers them."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from shnor.datasets.looks import ERROR_CODES
from shnor.loaders.files.compound import stream
from shnor.loaders.files.looks.marks import Marks, digits_of, is_percent
from shnor.loaders.files.looks.xls_texts import struck_texts

_BOF, _EOF, _CONTINUE, _SHEET, _FONT, _FORMAT, _XF, _SST = 0x809, 0x0A, 0x3C, 0x85, 0x31, 0x41E, 0xE0, 0xFC
_ROW, _COLUMNS, _FILTER = 0x208, 0x7D, 0x9B
_DEFAULT_HEIGHT = 0x225
_FORMULA, _NUMBER, _RK, _MULRK, _LABELSST, _LABEL, _RICH, _BOOLERR = 0x06, 0x203, 0x27E, 0xBD, 0xFD, 0x204, 0xD6, 0x205
_STYLED = {_FORMULA, _NUMBER, _RK, _LABELSST, _LABEL, _RICH, _BOOLERR}
_HEAD = struct.Struct("<HH")
_CELL = struct.Struct("<HHH")
_WORKBOOK_SHEET = 0
_PERCENT = {9, 10}
_STRIKE = 0x08
_EMPTY_TEXT = b'\x17\x00\x00'
"""«""» inside a formula: it may well have computed to nothing."""


@dataclass
class _Book:
    """fonts: whether struck out; the fourth has no number. formats: number → code; styles: (format, font)."""

    fonts: list[bool] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[tuple[int, int]] = field(default_factory=list)
    sheets: list[tuple[int, str]] = field(default_factory=list)
    texts: frozenset[int] = frozenset()
    old: bool = False

    def percents(self) -> frozenset[int]:
        codes = {number for number, code in self.formats.items() if is_percent(code)} | (_PERCENT - set(self.formats))
        return frozenset(at for at, (code, _) in enumerate(self.styles) if code in codes)

    def zeros(self) -> dict[int, int]:
        digits = {number: digits_of(code) for number, code in self.formats.items()}
        return {at: digits[code] for at, (code, _) in enumerate(self.styles) if digits.get(code)}

    def struck(self) -> frozenset[int]:
        fonts = {at + (at > 3) for at, is_struck in enumerate(self.fonts) if is_struck}
        return frozenset(at for at, (_, font) in enumerate(self.styles) if font in fonts)


@dataclass
class _Formulas:
    """Of the whole workbook. blank: those whose value is an empty text, by sheet."""

    count: int = 0
    blank: list[tuple[Marks, tuple[int, int]]] = field(default_factory=list)


def looks(data: bytes) -> dict[str, Marks]:
    """Sheet → its marks."""
    records = stream(data, "workbook") or stream(data, "book")
    book = _globals(records)
    percents, struck, formulas = book.percents(), book.struck(), _Formulas()
    sheets = {name: _sheet(records, start, book, percents, struck, formulas) for start, name in book.sheets}
    if formulas.count == len(formulas.blank):  # a program that writes formulas and computes none
        for marks, cell in formulas.blank:
            marks.lost.append(cell)
    return sheets


def _records(data: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """(type, where its content begins, how long it is) up to the end of a substream; charts inside are passed over."""
    depth = 0
    while start + 4 <= len(data):
        kind, size = _HEAD.unpack_from(data, start)
        depth += (kind & 0xFF == 0x09 and kind in (0x809, 0x409, 0x209, 0x09)) - (kind == _EOF)
        if depth <= 1:
            yield kind, start + 4, size
        if depth <= 0:
            return
        start += 4 + size


def _globals(data: bytes) -> _Book:
    book = _Book()
    for kind, at, size in _records(data, 0):
        if kind == _BOF:
            book.old = struct.unpack_from("<H", data, at)[0] < 0x600
        elif kind == _FONT:
            book.fonts.append(bool(struct.unpack_from("<H", data, at + 2)[0] & _STRIKE))
        elif kind == _FORMAT:
            number = struct.unpack_from("<H", data, at)[0]
            book.formats[number] = _text(data, at + 2, 1 if book.old else 2, book.old)
        elif kind == _XF:
            font, code = struct.unpack_from("<HH", data, at)
            book.styles.append((code, font))
        elif kind == _SHEET and data[at + 5] == _WORKBOOK_SHEET:
            book.sheets.append((struct.unpack_from("<I", data, at)[0], _text(data, at + 6, 1, book.old)))
        elif kind == _SST and any(book.fonts):
            fonts = {number + (number > 3) for number, is_struck in enumerate(book.fonts) if is_struck}
            book.texts = struck_texts(data, at, size, fonts)
    return book


def _text(data: bytes, at: int, length_bytes: int, old: bool) -> str:
    length = data[at] if length_bytes == 1 else struct.unpack_from("<H", data, at)[0]
    at += length_bytes
    if old:
        return data[at:at + length].decode("cp1251", "replace")
    wide = data[at] & 1
    return data[at + 1:at + 1 + (length << wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def _sheet(data: bytes, start: int, book: _Book, percents: frozenset[int], struck: frozenset[int],
           formulas: _Formulas) -> Marks:
    marks, told, zeros = Marks(), set[int](), book.zeros()
    unusual = percents | struck | zeros.keys()
    all_hidden = False
    for kind, at, _ in _records(data, start):
        if kind in _STYLED:
            row, column, style = _CELL.unpack_from(data, at)
            if style in unusual:
                _looked(marks, row, column, style in percents, style in struck)
                marks.zeros |= {(row, column): zeros[style]} if style in zeros else {}
            if kind == _FORMULA:
                _formula(data, at, marks, formulas)
            elif kind == _BOOLERR and data[at + 7]:
                marks.errors[row, column] = ERROR_CODES.get(data[at + 6], "#ОШИБКА!")
            elif kind == _LABELSST and book.texts and struct.unpack_from("<I", data, at + 6)[0] in book.texts:
                marks.struck.append((row, column))
        elif kind == _MULRK:
            _numbers(data, at, marks, percents, struck, zeros)
        elif kind == _ROW:
            (row,) = struct.unpack_from("<H", data, at)
            told.add(row)
            if data[at + 12] & 0x20:
                marks.hidden_rows.add(row)
        elif kind == _COLUMNS:
            first, last, width, _, options = struct.unpack_from("<5H", data, at)
            if options & 1 or not width:
                marks.hidden_columns |= set(range(first, min(last, 255) + 1))
        elif kind == _DEFAULT_HEIGHT:
            all_hidden = bool(data[at] & 2)
        elif kind == _FILTER:
            marks.filtered = True
    if all_hidden:
        marks.hidden_rows |= set(range(65_536)) - told
    return marks


def _looked(marks: Marks, row: int, column: int, percent: bool, struck: bool) -> None:
    if percent:
        marks.percent.append((row, column))
    if struck:
        marks.struck.append((row, column))


def _numbers(data: bytes, at: int, marks: Marks, percents: frozenset[int], struck: frozenset[int],
             zeros: Mapping[int, int]) -> None:
    """Numbers in cells side by side: one record."""
    row, first = struct.unpack_from("<HH", data, at)
    (size,) = struct.unpack_from("<H", data, at - 2)
    for place in range((size - 6) // 6):
        (style,) = struct.unpack_from("<H", data, at + 4 + 6 * place)
        _looked(marks, row, first + place, style in percents, style in struck)
        marks.zeros |= {(row, first + place): zeros[style]} if style in zeros else {}


def _formula(data: bytes, at: int, marks: Marks, formulas: _Formulas) -> None:
    """A value of a formula is a number, or, where its last bytes are FFFF: a text that follows, a yes or no, an error,
    an empty text. Programs that cannot compute write the last of all their formulas."""
    row, column = struct.unpack_from("<HH", data, at)
    formulas.count += 1
    if data[at + 12:at + 14] != b"\xff\xff":
        return
    if data[at + 6] == 2:
        marks.errors[row, column] = ERROR_CODES.get(data[at + 8], "#ОШИБКА!")
    (size,) = struct.unpack_from("<H", data, at - 2)
    if data[at + 6] == 3 and _EMPTY_TEXT not in data[at + 20:at + size]:
        formulas.blank.append((marks, (row, column)))
