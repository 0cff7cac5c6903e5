"""The marks of .xlsx and .xlsm: bytes of the parts searched for what is out of the ordinary, nothing built as a tree.

A part is read in pieces that end with a row, so memory stays flat, and a sheet without a mark costs a few searches.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from shnor.datasets.limits import SHEET_COLUMNS
from shnor.loaders.files.archive import blocks, sheet_names
from shnor.loaders.files.looks.marks import Cell, Marks, as_seen
from shnor.loaders.files.looks.xlsx_parts import Styles, canonical, column_of, is_canonical, styles_of, text_looks

_HIDDEN = re.compile(rb' hidden="(?:1|true)"| ht="0(?:\.0+)?"')
_TAG = re.compile(rb'<(?:row|c) r="([A-Z]*)(\d+)"')
_COLUMN = re.compile(rb"<col ([^>]*)>")
_NUMBER = re.compile(rb'(min|max)="(\d+)"')
_INVISIBLE = re.compile(rb'hidden="(?:1|true)"|width="0(?:\.0+)?"')
_FORMULAS = (rb"</f>", rb"<f [^>]*/>")
"""How a formula ends: one that stands there, one shared with another cell."""
_NO_VALUE = tuple(re.compile(end + rb"\s*(<v>\s*</v>|<v/>|)\s*</c>") for end in _FORMULAS)
_ZERO = tuple(re.compile(end + rb"\s*<v>0</v>") for end in _FORMULAS)
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_FILTER = b"<filterColumn"
_CALCULATE = re.compile(rb'fullCalcOnLoad="(?:1|true)"')


@dataclass
class _Sheet:
    """A sheet while it is read. zeros: formulas with the value 0. odd: whether its cells are written in an unusual
    way; at: the row and column last seen where they do not tell their addresses."""

    marks: Marks = field(default_factory=Marks)
    zeros: list[Cell] = field(default_factory=list)
    formulas: int = 0
    odd: bool | None = None
    at: list[int] = field(default_factory=lambda: [0, 0])


def looks(data: bytes) -> dict[str, Marks]:
    """Sheet → its marks."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles = styles_of(_part(archive, "xl/styles.xml"))
        struck, plain = text_looks(_part(archive, "xl/sharedStrings.xml"), bool(styles.struck))
        computes_nothing = bool(_CALCULATE.search(_part(archive, "xl/workbook.xml")))
        reader = _Reader(styles, struck, plain, computes_nothing)
        sheets = {name: reader.read(data, entry) for part, name in sheet_names(data).items()
                  if (entry := _entry(archive, part))}
        if computes_nothing:
            _never_computed(sheets)
    return {name: sheet.marks for name, sheet in sheets.items()}


def _never_computed(sheets: dict[str, _Sheet]) -> None:
    """Programs that write formulas but cannot compute them put 0 everywhere and ask Excel to compute."""
    zeros = sum(len(sheet.zeros) for sheet in sheets.values())
    if zeros and zeros == sum(sheet.formulas for sheet in sheets.values()):
        for sheet in sheets.values():
            sheet.marks.lost += sheet.zeros


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    entry = _entry(archive, name)
    return archive.read(entry) if entry else b""


def _entry(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo | None:
    """Programs differ in capitals and slashes."""
    wanted = name.lower()
    return next((entry for entry in archive.infolist() if entry.filename.replace("\\", "/").lower() == wanted), None)


class _Reader:
    def __init__(self, styles: Styles, struck: frozenset[bytes], plain: frozenset[bytes],
                 computes_nothing: bool) -> None:
        """struck, plain: numbers of shared texts all of whose words are struck out, or are not whatever their cell
        says. computes_nothing: whether the workbook asks Excel to compute it."""
        self._styles, self._plain, self._computes_nothing = styles, plain, computes_nothing
        self._styled = _any_style(styles.percent | styles.struck | frozenset(styles.zeros))
        self._texts = re.compile(rb't="s"[^>]*>\s*<v>(?:' + b"|".join(sorted(struck)) + rb")</v>") if struck else None

    def read(self, data: bytes, part: zipfile.ZipInfo) -> _Sheet:
        sheet = _Sheet()
        hidden_by_default = False
        for number, piece in enumerate(_pieces(data, part)):
            if sheet.odd is None and (b"<row" in piece or b":row" in piece):
                sheet.odd = not is_canonical(piece)
            text = canonical(piece, sheet.at) if sheet.odd else piece
            if not number:
                self._columns(text, sheet.marks)
                hidden_by_default = b'zeroHeight="1"' in text[:20_000]
            if not number or not text.endswith(b"</row>"):  # a filter stands behind the rows
                sheet.marks.filtered |= _FILTER in text
            if hidden_by_default:
                sheet.marks.hidden_rows |= {int(row) - 1 for row in re.findall(rb'<row r="(\d+)"(?![^>]*ht=)', text)}
            self._rows(text, sheet.marks)
            self._cells(text, sheet)
        return sheet

    def _columns(self, text: bytes, marks: Marks) -> None:
        for found in _COLUMN.finditer(text, 0, max(text.find(b"<sheetData"), 0)):
            if _INVISIBLE.search(found[1]):
                ends = {name: int(number) for name, number in _NUMBER.findall(found[1])}
                first, last = ends.get(b"min", 1), ends.get(b"max", 1)
                marks.hidden_columns |= set(range(first - 1, min(last, SHEET_COLUMNS)))

    def _rows(self, text: bytes, marks: Marks) -> None:
        if b'hidden="' not in text and b'ht="0' not in text:
            return
        for found in _HIDDEN.finditer(text):
            start = text.rfind(b"<", 0, found.start())
            if text.startswith(b"<row ", start) and (tag := _TAG.match(text, start)):
                marks.hidden_rows.add(int(tag[2]) - 1)

    def _cells(self, text: bytes, sheet: _Sheet) -> None:
        marks = sheet.marks
        if b't="e"' in text:
            marks.errors |= {cell: as_seen(unescape(value[1].decode("utf-8", "replace")))
                             for cell, value in _each(text, re.compile(rb't="e"'), _VALUE) if value}
        if b"<f" in text:
            self._formulas(text, sheet)
        if self._styled:
            self._looked(text, marks)
        if self._texts:
            marks.struck += [cell for cell, _ in _each(text, self._texts)]
        if b"<rPr>" in text:
            self._inline(text, marks)

    def _formulas(self, text: bytes, sheet: _Sheet) -> None:
        for end, no_value, zero in zip(_FORMULAS, _NO_VALUE, _ZERO, strict=True):
            count = len(re.findall(end, text))
            sheet.formulas += count
            for found in no_value.finditer(text) if count else ():
                start = text.rfind(b"<c ", 0, found.start())
                is_empty_text = found[1] and b't="str"' in text[start:text.find(b">", start)]
                if not is_empty_text and (cell := _cell(text, start)):
                    sheet.marks.lost.append(cell)
            if self._computes_nothing and count:
                sheet.zeros += [cell for found in zero.finditer(text)
                                if (cell := _cell(text, text.rfind(b"<c ", 0, found.start())))]

    def _looked(self, text: bytes, marks: Marks) -> None:
        assert self._styled
        percent, struck = self._styles.percent, self._styles.struck
        for found in self._styled.finditer(text):
            letters, row, style, rest = found.groups()
            if rest.endswith(b"/"):  # nothing in it
                continue
            cell = int(row) - 1, column_of(letters)
            if style in percent:
                marks.percent.append(cell)
            if style in self._styles.zeros:
                marks.zeros[cell] = self._styles.zeros[style]
            if style in struck and not (self._plain and self._is_plain(text, found.start())):
                marks.struck.append(cell)

    def _is_plain(self, text: bytes, start: int) -> bool:
        """Whether the cell holds a shared text with a look of its own."""
        end = text.find(b"</c>", start)
        value = _VALUE.search(text, start, end)
        return bool(value and value[1] in self._plain and b't="s"' in text[start:value.start()])

    def _inline(self, text: bytes, marks: Marks) -> None:
        struck: list[Cell] = []
        plain: set[Cell] = set()
        for found in re.finditer(rb"<is>(.*?)</is>", text, re.S):
            words = text_looks(b"<si>" + found[1] + b"</si>", True) if b"<rPr>" in found[1] else (None, None)
            if any(words) and (cell := _cell(text, text.rfind(b"<c ", 0, found.start()))):
                struck += [cell] * bool(words[0])
                plain.add(cell)
        if plain:
            marks.struck = [cell for cell in marks.struck if cell not in plain] + struck


def _each(text: bytes, what: re.Pattern[bytes], inside: re.Pattern[bytes] | None = None
          ) -> Iterator[tuple[Cell, re.Match[bytes] | None]]:
    """The cells in whose tag something stands, each with what else is sought up to its end."""
    for found in what.finditer(text):
        start = text.rfind(b"<", 0, found.start())
        if text.startswith(b"<c ", start) and (cell := _cell(text, start)):
            yield cell, inside.search(text, found.end(), text.find(b"</c>", found.end())) if inside else None


def _cell(text: bytes, start: int) -> Cell | None:
    tag = _TAG.match(text, start)
    return (int(tag[2]) - 1, column_of(tag[1])) if tag and tag[1] else None


def _any_style(styles: frozenset[bytes]) -> re.Pattern[bytes] | None:
    """Cells of these styles, whether their type stands before or after the style."""
    return re.compile(rb'<c r="([A-Z]+)(\d+)"(?: t="\w+")? s="(' + b"|".join(sorted(styles)) + rb')"([^>]*)>'
                      ) if styles else None


def _pieces(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part in pieces that end with the end of a row."""
    carry, unpacked = b"", blocks(data, part)
    for block in unpacked:
        if not carry and block[:2] in (b"\xff\xfe", b"\xfe\xff"):
            yield b"".join((block, *unpacked)).decode("utf-16", "replace").encode()
            return
        carry += block
        end = carry.rfind(b"</row>")
        if end >= 0:
            yield carry[:end + 6]
            carry = carry[end + 6:]
    if carry:
        yield carry
