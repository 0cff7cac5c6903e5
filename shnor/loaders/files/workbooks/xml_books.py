"""Workbooks written as one XML: of Excel 2003, of free office (flat ODS). Values as in a workbook."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from lxml import etree

from shnor.datasets.limits import PAGE_CELLS, SHEET_COLUMNS, SHEET_ROWS
from shnor.loaders.files.looks.marks import Marks, as_seen, digits_of, is_percent
from shnor.loaders.files.raw import Failed, Plain, Raw
from shnor.loaders.files.workbooks.finish import finished
from shnor.loaders.files.workbooks.sheets import read_workbook

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLES = ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", _OFFICE)
_PARAGRAPHS = tuple(f"{{urn:oasis:names:tc:opendocument:xmlns:text:1.0}}{name}" for name in "ph")
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = ('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
             f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
             '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
             "</manifest:manifest>")
_PERCENT = ("Percent",)
"""Formats Excel calls by a word."""
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


def read_flat_book(data: bytes) -> list[Raw]:
    """A flat ODS is packed as free office packs it and then read like any other."""
    root = parsed(data)
    without_blanks(root)
    root.tag = f"{{{_OFFICE}}}document-content"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("mimetype", _KIND, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", etree.tostring(root, encoding="utf-8", xml_declaration=True))
    return read_workbook(packed.getvalue(), "ods")


def without_blanks(root) -> None:
    """A reader stops at blanks between cells and takes those behind a paragraph for its text."""
    for element in root.iter(*(f"{{{names}}}*" for names in _TABLES), *_PARAGRAPHS):
        if element.text and not element.text.strip() and element.tag not in _PARAGRAPHS:
            element.text = None
        around = element.getparent()
        if element.tail and not element.tail.strip() and (around is None or around.tag not in _PARAGRAPHS):
            element.tail = None


@dataclass(frozen=True)
class _Styles:
    """Names of styles whose letters are crossed out, whose numbers are shown in percent; zeros: → digits of whole
    numbers shown with zeros before them."""

    struck: frozenset[str] = frozenset()
    percent: frozenset[str] = frozenset()
    zeros: Mapping[str, int] = field(default_factory=dict)


def read_xml_book(data: bytes) -> list[Raw]:
    """Sheets of an Excel 2003 XML in their order, cells from A1 on."""
    root = parsed(data)
    styles = _styles(root)
    return [_sheet(sheet, styles) for sheet in root.iter() if local(sheet) == "Worksheet"]


def _styles(root) -> _Styles:
    struck, percent, zeros = set(), set(), dict[str, int]()
    for style in (style for style in root.iter() if local(style) == "Style"):
        name, parent = _of(style, "ID"), _of(style, "Parent")
        parts = {local(part): part for part in style}
        if parent in struck or ("Font" in parts and _of(parts["Font"], "StrikeThrough") == "1"):
            struck.add(name)
        code = _of(parts["NumberFormat"], "Format") if "NumberFormat" in parts else ""
        if code in _PERCENT or is_percent(code) or (not code and parent in percent):
            percent.add(name)
        zeros[name] = digits_of(code) if code else zeros.get(parent, 0)
    return _Styles(frozenset(struck), frozenset(percent), zeros)


def _sheet(sheet, styles: _Styles) -> Raw:
    table = [part for held in sheet if local(held) == "Table" for part in held]
    marks = Marks(hidden_columns=_hidden([part for part in table if local(part) == "Column"]),
                  hidden_rows=_hidden([part for part in table if local(part) == "Row"]),
                  filtered=any(local(part) == "FilterOn" or _of(part, "Type") not in ("", "All")
                               for part in sheet.iter() if local(part) in ("FilterOn", "AutoFilterColumn")))
    rows: list[list[Plain]] = []
    merged: list[tuple[int, int, int, int]] = []
    number = size = 0
    for row in (part for part in table if local(part) == "Row"):
        number = _place(row, "Index", number + 1)
        values = _row(row, number - 1, merged, marks, styles)
        size += len(values)
        if size > PAGE_CELLS or number > SHEET_ROWS:
            raise Failed("memory")
        rows += [[] for _ in range(number - 1 - len(rows))]
        rows.append(values)
        number += _place(row, "Span", 0)
    while rows and not any(value is not None for value in rows[-1]):
        rows.pop()
    visible = next((part.text or "" for part in sheet.iter() if local(part) == "Visible"), "SheetVisible")
    return finished(_of(sheet, "Name") or "Лист", rows, tuple(merged), visible.strip() != "SheetVisible", marks)


def _hidden(parts: list) -> set[int]:
    """Places from 0 of hidden rows or columns; one element may stand for several."""
    hidden: set[int] = set()
    place = 0
    for part in parts:
        place = _place(part, "Index", place + 1)
        more = _place(part, "Span", 0)
        if _of(part, "Hidden") == "1":
            hidden |= set(range(place - 1, min(place + more, SHEET_ROWS)))
        place += more
    return hidden


def _row(row, number: int, merged: list[tuple[int, int, int, int]], marks: Marks, styles: _Styles) -> list[Plain]:
    values: list[Plain] = []
    for cell in (cell for cell in row if local(cell) == "Cell"):
        column = min(_place(cell, "Index", len(values) + 1), SHEET_COLUMNS) - 1
        across, down = (_place(cell, side, 0) for side in ("MergeAcross", "MergeDown"))
        if across or down:
            merged.append((number, column, number + down, column + across))
        data = next((part for part in cell if local(part) == "Data"), None)
        values += [None] * (column - len(values))
        values[column:] = [_value(data) if data is not None else None]
        style, place = _of(cell, "StyleID"), (number, column)
        marks.struck += [place] if style in styles.struck else []
        marks.percent += [place] if style in styles.percent else []
        marks.zeros |= {place: digits} if (digits := styles.zeros.get(style, 0)) else {}
        marks.lost += [place] if data is None and _of(cell, "Formula") else []
        values += [None] * min(across, SHEET_COLUMNS)
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
            return as_seen(text)
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
