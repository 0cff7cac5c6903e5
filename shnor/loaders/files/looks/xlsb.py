"""The marks of .xlsb: its records one after another, as [MS-XLSB] numbers them. A formula always has a value there."""

import io
import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from shnor.datasets.limits import SHEET_COLUMNS
from shnor.datasets.looks import ERROR_CODES
from shnor.loaders.files.looks.marks import Marks, digits_of, is_percent

_ROW, _ERROR, _FORMULA_ERROR, _SHARED_TEXT, _TEXT = 0, 3, 11, 7, 19
_CELLS = range(2, 12)
_FONT, _FORMAT, _STYLE, _STYLES, _STYLES_END = 43, 44, 47, 617, 618
_COLUMNS, _SHEET, _FILTER = 60, 156, 163
_STRIKE = 0x08
_PERCENT = {9, 10}
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(rb'(Id|Target)="([^"]*)"')


@dataclass(frozen=True)
class _Styles:
    """Numbers of cell styles that show percents, whose font is struck out; numbers of struck fonts;
    zeros: → digits of those that show whole numbers with zeros before them."""

    percent: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    fonts: frozenset[int] = frozenset()
    zeros: Mapping[int, int] = field(default_factory=dict)


def looks(data: bytes) -> dict[str, Marks]:
    """Sheet → its marks."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles = _styles(_part(archive, "xl/styles.bin"))
        texts = _struck_texts(_part(archive, "xl/sharedStrings.bin"), styles.fonts) if styles.fonts else frozenset()
        targets = dict(_relations(_part(archive, "xl/_rels/workbook.bin.rels")))
        book = _part(archive, "xl/workbook.bin")
        sheets = [_named(book[at:at + size]) for kind, at, size in _records(book) if kind == _SHEET]
        return {name: _sheet(_part(archive, targets[relation]), styles, texts) for relation, name in sheets
                if relation in targets}


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    wanted = name.lower()
    entry = next((entry for entry in archive.infolist() if entry.filename.replace("\\", "/").lower() == wanted), None)
    return archive.read(entry) if entry else b""


def _relations(text: bytes) -> Iterator[tuple[str, str]]:
    """(id, path of the part)."""
    for tag in _RELATION.findall(text):
        told = {name: value.decode("utf-8", "replace") for name, value in _ATTRIBUTE.findall(tag)}
        path = posixpath.normpath(posixpath.join("/xl", told.get(b"Target", "")))
        yield told.get(b"Id", ""), path.lstrip("/")


def _records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(type, where its content begins, how long it is)."""
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = kind & 0x7F | data[at] << 7
            at += 1
        size = shift = 0
        while at < end:
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift > 21:
                break
        yield kind, at, size
        at += size


def _string(data: bytes, at: int) -> tuple[str, int]:
    """(a text, where it ends)."""
    (length,) = struct.unpack_from("<I", data, at)
    end = at + 4 + 2 * length
    return data[at + 4:end].decode("utf-16-le", "replace"), end


def _named(record: bytes) -> tuple[str, str]:
    """(id of the relation, name) of a sheet."""
    relation, end = _string(record, 8)
    return relation, _string(record, end)[0]


def _styles(data: bytes) -> _Styles:
    fonts: list[bool] = []
    formats: dict[int, str] = {}
    styles: list[tuple[int, int]] = []
    ours = False
    for kind, at, _ in _records(data):
        if kind == _FONT:
            fonts.append(bool(struct.unpack_from("<H", data, at + 2)[0] & _STRIKE))
        elif kind == _FORMAT:
            formats[struct.unpack_from("<H", data, at)[0]] = _string(data, at + 2)[0]
        elif kind in (_STYLES, _STYLES_END):
            ours = kind == _STYLES
        elif kind == _STYLE and ours:
            styles.append(struct.unpack_from("<HH", data, at + 2))
    percent = {number for number, code in formats.items() if is_percent(code)} | (_PERCENT - set(formats))
    struck = frozenset(number for number, is_struck in enumerate(fonts) if is_struck)
    return _Styles(frozenset(number for number, (code, _) in enumerate(styles) if code in percent),
                   frozenset(number for number, (_, font) in enumerate(styles) if font in struck), struck,
                   {number: digits for number, (code, _) in enumerate(styles)
                    if (digits := digits_of(formats.get(code, "")))})


def _struck_texts(data: bytes, fonts: frozenset[int]) -> frozenset[int]:
    """Numbers of the shared texts all of whose words have a struck font of their own."""
    found = set()
    items = (at for kind, at, _ in _records(data) if kind == _TEXT)
    for number, at in enumerate(items):
        text, end = _string(data, at + 1)
        if not data[at] & 1:
            continue
        (count,) = struct.unpack_from("<I", data, end)
        runs = [struct.unpack_from("<HH", data, end + 4 + 4 * run) for run in range(min(count, len(text)))]
        ends = [*(start for start, _ in runs[1:]), len(text)]
        if runs and not text[:runs[0][0]].strip() and all(
                font in fonts or not text[start:last].strip() for (start, font), last in zip(runs, ends, strict=True)):
            found.add(number)
    return frozenset(found)


def _sheet(data: bytes, styles: _Styles, texts: frozenset[int]) -> Marks:
    marks, row = Marks(), 0
    for kind, at, _ in _records(data):
        if kind == _ROW:
            (row,) = struct.unpack_from("<I", data, at)
            if data[at + 11] & 0x10:
                marks.hidden_rows.add(row)
        elif kind in _CELLS:
            column, style = struct.unpack_from("<II", data, at)
            _cell(marks, (row, column), style & 0xFFFFFF, styles)
            if kind in (_ERROR, _FORMULA_ERROR):
                marks.errors[row, column] = ERROR_CODES.get(data[at + 8], "#ОШИБКА!")
            elif kind == _SHARED_TEXT and texts and struct.unpack_from("<I", data, at + 8)[0] in texts:
                marks.struck.append((row, column))
        elif kind == _COLUMNS:
            first, last, width = struct.unpack_from("<III", data, at)
            if data[at + 16] & 1 or not width:
                marks.hidden_columns |= set(range(first, min(last + 1, SHEET_COLUMNS)))
        elif kind == _FILTER:
            marks.filtered = True
    return marks


def _cell(marks: Marks, cell: tuple[int, int], style: int, styles: _Styles) -> None:
    if style in styles.percent:
        marks.percent.append(cell)
    if style in styles.struck:
        marks.struck.append(cell)
    if style in styles.zeros:
        marks.zeros[cell] = styles.zeros[style]
