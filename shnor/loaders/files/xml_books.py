"""Workbooks written as one XML: of Excel 2003, of free office (flat ODS). Values as in a workbook."""

import io
import re
import zipfile
from datetime import date, datetime

from lxml import etree

from shnor.loaders.files.raw import Failed, Plain, Raw
from shnor.loaders.files.sheets import as_seen, read_workbook

MOST_CELLS = 2_000_000
MOST_COLUMNS = 16_384
_EMPTY_ROWS = 200_000
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLES = ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", _OFFICE)
_PARAGRAPHS = tuple(f"{{urn:oasis:names:tc:opendocument:xmlns:text:1.0}}{name}" for name in "ph")
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = ('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
             f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
             '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
             "</manifest:manifest>")
_BARE_AND = re.compile(rb"&(?!#?\w{1,10};)")


def parsed(data: bytes) -> etree._Element:
    """The root element, mended where the writer was careless; without entities and without the network.

    Raises:
        Failed: no XML at all.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True,
                             remove_comments=True, remove_pis=True)
    root = etree.fromstring(_BARE_AND.sub(b"&amp;", data.lstrip(b"\xef\xbb\xbf \t\r\n")), parser) if data else None
    if root is None:
        raise Failed("unreadable")
    for entity in list(root.iter(etree.Entity)):
        entity.getparent().remove(entity)
    return root


def local(element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def read_flat_book(data: bytes, **options: object) -> list[Raw]:
    """A flat ODS is packed as free office packs it and then read like any other."""
    root = parsed(data)
    without_blanks(root)
    root.tag = f"{{{_OFFICE}}}document-content"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("mimetype", _KIND, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", etree.tostring(root, encoding="utf-8", xml_declaration=True))
    return read_workbook(packed.getvalue(), **options)  # type: ignore[arg-type]  # what a workbook is asked for


def without_blanks(root) -> None:
    """A reader stops at blanks between cells and takes those behind a paragraph for its text."""
    for element in root.iter(*(f"{{{names}}}*" for names in _TABLES), *_PARAGRAPHS):
        if element.text and not element.text.strip() and element.tag not in _PARAGRAPHS:
            element.text = None
        around = element.getparent()
        if element.tail and not element.tail.strip() and (around is None or around.tag not in _PARAGRAPHS):
            element.tail = None


def read_xml_book(data: bytes) -> list[Raw]:
    """Sheets of an Excel 2003 XML in their order, cells from A1 on."""
    return [_sheet(sheet) for sheet in parsed(data).iter() if local(sheet) == "Worksheet"]


def _sheet(sheet) -> Raw:
    rows: dict[int, dict[int, Plain]] = {}
    merged: list[tuple[int, int, int, int]] = []
    number = size = 0
    for row in (row for table in sheet if local(table) == "Table" for row in table if local(row) == "Row"):
        number = _place(row, "Index", number + 1)
        rows[number - 1] = _row(row, number - 1, merged)
        size += len(rows[number - 1])
        number += _place(row, "Span", 0)
        if size > MOST_CELLS or number > _EMPTY_ROWS:
            raise Failed("memory")
    filled = {number: row for number, row in rows.items() if any(value is not None for value in row.values())}
    height = 1 + max(filled, default=-1)
    width = 1 + max((column for row in filled.values() for column, value in row.items() if value is not None),
                    default=-1)
    if height * width > 4 * MOST_CELLS:
        raise Failed("memory")
    cells = tuple(tuple(filled.get(r, {}).get(c) for c in range(width)) for r in range(height))
    visible = next((part.text or "" for part in sheet.iter() if local(part) == "Visible"), "SheetVisible")
    return Raw(_of(sheet, "Name") or "Лист", cells, tuple(merged), hidden=visible.strip() != "SheetVisible")


def _row(row, number: int, merged: list[tuple[int, int, int, int]]) -> dict[int, Plain]:
    values: dict[int, Plain] = {}
    column = 0
    for cell in (cell for cell in row if local(cell) == "Cell"):
        column = min(_place(cell, "Index", column + 1), MOST_COLUMNS)
        across, down = (_place(cell, side, 0) for side in ("MergeAcross", "MergeDown"))
        if across or down:
            merged.append((number, column - 1, number + down, column - 1 + across))
        data = next((part for part in cell if local(part) == "Data"), None)
        values[column - 1] = _value(data) if data is not None else None
        column += across
    return values


def _value(data) -> Plain:
    text = "".join(data.itertext())
    match _of(data, "Type"):
        case "Number":
            try:
                number = float(text)
            except ValueError:
                return text or None
            return int(number) if number.is_integer() and abs(number) < 2.0 ** 53 else number
        case "Boolean":
            return text.strip() in ("1", "true")
        case "Error":
            return as_seen(text.encode())
        case "DateTime":
            return _moment(text.strip())
    return text or None


def _moment(text: str) -> date | datetime | str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment.date() if moment.time() == datetime.min.time() else moment


def _of(element, name: str) -> str:
    """An attribute, whatever its namespace."""
    return next((value for key, value in element.items() if etree.QName(key).localname == name), "")


def _place(element, name: str, default: int) -> int:
    text = _of(element, name).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else default
