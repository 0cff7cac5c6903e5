"""Writers of workbooks: .xlsx by openpyxl, .xls and .ods by hand, because nothing writes odd ones."""

import io
import struct
import zipfile
from datetime import date
from html import escape

from openpyxl import Workbook
from openpyxl.styles import Font

from tests.odd.sheets import Sheet, Value

_ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}
_DAYS_FROM = date(1899, 12, 30)
_SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def xlsx(sheet: Sheet) -> bytes:
    book = Workbook()
    page = book.active
    page.title = sheet.name
    for r, row in enumerate(sheet.rows, 1):
        page.row_dimensions[r].hidden = (r - 1) in sheet.hidden
        for c, value in enumerate(row, 1):
            cell = page.cell(r, c)
            at = (r - 1, c - 1)
            cell.value = f"={sheet.lost[at]}" if at in sheet.lost else value
            if at in sheet.faults:
                cell.value, cell.data_type = sheet.faults[at], "e"
            if isinstance(value, date):
                cell.number_format = "DD.MM.YYYY"
            if at in sheet.percents:
                cell.number_format = "0%"
            if (r - 1) in sheet.struck:
                cell.font = Font(strike=True)
    for first, last in sheet.merged:
        page.merge_cells(start_row=first + 1, end_row=last + 1, start_column=1, end_column=1)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(sheet: Sheet) -> bytes:
    below = {row for first, last in sheet.merged for row in range(first + 1, last + 1)}
    spans = {first: last - first + 1 for first, last in sheet.merged}
    rows = "".join(
        ('<table:table-row table:visibility="collapse">' if r in sheet.hidden else "<table:table-row>")
        + "".join("<table:covered-table-cell/>" if c == 0 and r in below else _ods_cell(sheet, r, c, value, spans)
                  for c, value in enumerate(row)) + "</table:table-row>"
        for r, row in enumerate(sheet.rows))
    names = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle")))
    styles = ('<office:automatic-styles><number:percentage-style style:name="N1"><number:number '
              'number:decimal-places="0"/><number:text>%</number:text></number:percentage-style><style:style '
              'style:name="p" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="s" '
              'style:family="table-cell"><style:text-properties style:text-line-through-style="solid" '
              'style:text-line-through-type="single"/></style:style></office:automatic-styles>')
    content = (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} '
               'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
               f'office:version="1.3">{styles}<office:body><office:spreadsheet><table:table '
               f'table:name="{escape(sheet.name)}">{rows}</table:table></office:spreadsheet></office:body>'
               '</office:document-content>')
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(zipfile.ZipInfo("mimetype"), kind)
        made.writestr("content.xml", content)
        made.writestr("META-INF/manifest.xml", '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names'
                      f':tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
                      f'manifest:media-type="{kind}"/></manifest:manifest>')
    return stream.getvalue()


def _ods_cell(sheet: Sheet, r: int, c: int, value: Value, spans: dict[int, int]) -> str:
    at, style = (r, c), ' table:style-name="s"' if r in sheet.struck else ""
    if c == 0 and r in spans:
        style += f' table:number-rows-spanned="{spans[r]}" table:number-columns-spanned="1"'
    if at in sheet.faults:
        return (f'<table:table-cell{style} office:value-type="string" calcext:value-type="error" '
                f'table:formula="of:=NA()"><text:p>{sheet.faults[at]}</text:p></table:table-cell>')
    if at in sheet.lost:
        return f'<table:table-cell{style} table:formula="of:={escape(sheet.lost[at])}"/>'
    if value is None:
        return f"<table:table-cell{style}/>"
    if at in sheet.percents:
        return (f'<table:table-cell table:style-name="p" office:value-type="percentage" office:value="{value}">'
                f"<text:p>{float(value) * 100:.0f}%</text:p></table:table-cell>")
    if isinstance(value, date):
        return (f'<table:table-cell{style} office:value-type="date" office:date-value="{value.isoformat()}">'
                f"<text:p>{value:%d.%m.%Y}</text:p></table:table-cell>")
    if isinstance(value, int | float):
        return (f'<table:table-cell{style} office:value-type="float" office:value="{value}"><text:p>{value}</text:p>'
                "</table:table-cell>")
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell{style} office:value-type="string">{lines}</table:table-cell>'


def xls(sheet: Sheet) -> bytes:
    """BIFF8 in one stream «Workbook»."""
    return compound("Workbook", _stream(sheet))


def _stream(sheet: Sheet) -> bytes:
    begin = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    fonts = [_record(0x31, struct.pack("<HHHHHBBBB", 200, flags, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\x05\x00Arial")
             for flags in (0, 0, 0, 0, 8)]
    styles = [_record(0xE0, struct.pack("<HHHBBBBIIH", font, code, 1, 32, 0, 0, 0, 0, 0, 0))
              for font, code in [(0, 0)] * 16 + [(0, 14), (0, 9), (5, 0), (5, 14)]]
    name = sheet.name.encode("utf-16-le")
    at = len(begin) + sum(map(len, fonts)) + sum(map(len, styles)) + 4 + 8 + len(name) + 4
    bound = _record(0x85, struct.pack("<IBBBB", at, 0, 0, len(sheet.name), 1) + name)
    return b"".join((begin, *fonts, *styles, bound, _record(0x0A, b""), _page(sheet)))


def _page(sheet: Sheet) -> bytes:
    height, width = len(sheet.rows), sheet.width
    parts = [_record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6)),
             _record(0x200, struct.pack("<IIHHH", 0, height, 0, width, 0))]
    parts += [_record(0x208, struct.pack("<HHHHHHI", r, 0, width, 300, 0, 0, 0x120 if r in sheet.hidden else 0x100))
              for r in range(height)]
    parts += [_cell(sheet, r, c, value) for r, row in enumerate(sheet.rows) for c, value in enumerate(row)]
    if sheet.merged:
        spans = b"".join(struct.pack("<HHHH", first, last, 0, 0) for first, last in sheet.merged)
        parts.append(_record(0xE5, struct.pack("<H", len(sheet.merged)) + spans))
    return b"".join((*parts, _record(0x0A, b"")))


def _cell(sheet: Sheet, r: int, c: int, value: Value) -> bytes:
    at, style = (r, c), 18 if r in sheet.struck else 17 if (r, c) in sheet.percents else 15
    if at in sheet.faults:
        return _record(0x205, struct.pack("<HHHBB", r, c, style, _ERRORS[sheet.faults[at]], 1))
    if at in sheet.lost:  # an empty text as the value of a formula
        value_and_tokens = b"\x03\0\0\0\0\0\xff\xff", 0, 0, 3
        return _record(0x06, struct.pack("<HHH8sHIH", r, c, style, *value_and_tokens) + b"\x1e\x01\x00")
    if value is None:
        return b""
    if isinstance(value, date):
        dated = 19 if r in sheet.struck else 16
        return _record(0x203, struct.pack("<HHHd", r, c, dated, (value - _DAYS_FROM).days))
    if isinstance(value, int | float):
        return _record(0x203, struct.pack("<HHHd", r, c, style, value))
    return _record(0x204, struct.pack("<HHHHB", r, c, style, len(value), 1) + value.encode("utf-16-le"))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def compound(name: str, content: bytes) -> bytes:
    """A compound file with one stream, long enough to need no small sectors."""
    content = content.ljust(max(4096, -(-len(content) // _SECTOR) * _SECTOR), b"\0")
    sectors = len(content) // _SECTOR
    tables = -(-(sectors + 2) // 127)
    directory = tables + sectors
    chain = ([_TABLE] * tables + [tables + n + 1 for n in range(sectors - 1)] + [_END, _END])
    chain += [_FREE] * (tables * 128 - len(chain))
    head = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
            + struct.pack("<IIIIIIII", tables, directory, 0, 4096, _END, 0, _END, 0)
            + struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables)))
    entries = (_entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, tables, len(content))
               + 2 * _entry("", 0, 0, 0))
    return head + struct.pack(f"<{len(chain)}I", *chain) + content + entries


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    title = (name + "\0").encode("utf-16-le") if name else b""
    return (title.ljust(64, b"\0") + struct.pack("<HBBIII", len(title), kind, 1, _FREE, _FREE, child) + bytes(36)
            + struct.pack("<IQ", start, size))
