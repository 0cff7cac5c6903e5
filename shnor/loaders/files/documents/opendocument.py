"""Tables of OpenDocument texts (.odt, .fodt): a grid a table, addresses over the table's own grid."""

import io
import zipfile
from collections.abc import Iterator

from docx.oxml.parser import parse_xml

from shnor.datasets.limits import DOCUMENT_REPEATED
from shnor.loaders.files.documents.nested import layouts
from shnor.loaders.files.documents.typed import typed_table
from shnor.loaders.files.looks.marks import areas_of
from shnor.loaders.files.raw import Raw, Shown, heading_of
from shnor.loaders.files.workbooks.xml_books import parsed

_NS = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_TABLE, _TEXT, _OFFICE, _STYLE = (f"{{{_NS.format(part)}}}" for part in ("table", "text", "office", "style"))
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_ASIDE = {f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes"}
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def read_opendocument(data: bytes) -> list[Raw]:
    """«Таблица 1», «Таблица 2»… in their order; notes, remarks and deleted text are left out. A table inside a cell
    belongs to its text, unless the table around only holds it in its place.

    Raises:
        Failed: there is no table in the document.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml")
    return _tables(parse_xml(content))  # without entities and without the network


def read_flat_text(data: bytes) -> list[Raw]:
    """The same of a text that is one XML (.fodt)."""
    return _tables(parsed(data))


def blocks(root) -> Iterator[str | tuple[tuple[str, ...], ...]]:
    """Paragraphs and tables of a parsed document in their order, as texts."""
    _clear(root)
    for element in root.iter(f"{_TABLE}table", *_PARAGRAPHS):
        if _is_aside(element) or next(element.iterancestors(f"{_TABLE}table"), None) is not None:
            continue
        if element.tag in _PARAGRAPHS:
            yield _line(element)
        else:
            yield tuple(tuple(text or "" for text in _cells(row, 0, [], inner=True))
                        for row in element.iter(f"{_TABLE}table-row") if _outer(row) is element)


def _styles_of(root, attribute: str, plain: str) -> frozenset[str]:
    """Names of styles whose letters have something else than the plain value there."""
    return frozenset(style.get(f"{_STYLE}name", "") for style in root.iter(f"{_STYLE}style")
                     for letters in style.iter(f"{_STYLE}text-properties")
                     if letters.get(attribute, plain) != plain)


def _has_only(part, styles: frozenset[str]) -> bool:
    """All there is to read in it has one of the styles."""
    pieces = [(element, element.text) for element in part.iter()]
    pieces += [(element.getparent(), element.tail) for element in part.iter() if element is not part]
    own = [element for element, text in pieces if (text or "").strip()]
    return bool(own) and all(any(around.get(f"{_TEXT}style-name") in styles
                                 for around in (element, *element.iterancestors())) for element in own)


def _clear(root) -> set:
    """Takes hidden text out of the tree; a row that is hidden as a whole stays and is returned, as one hidden in a
    workbook."""
    styles = _styles_of(root, f"{_TEXT}display", "true")
    rows = {row for row in root.iter(f"{_TABLE}table-row") if _has_only(row, styles)} if styles else set()
    for part in [part for part in root.iter(*_PARAGRAPHS, f"{_TEXT}span") if part.get(f"{_TEXT}style-name") in styles]:
        if rows.isdisjoint(part.iterancestors()):
            part.text = None
            part[:] = []
    return rows


def _tables(root) -> list[Raw]:
    hidden = _clear(root)
    styles = _styles_of(root, f"{_STYLE}text-line-through-style", "none")
    outside = layouts(root.iter(f"{_TABLE}table"), _own, _outer)
    found: list[Raw] = []
    above: list[str] = []
    for element in root.iter(f"{_TABLE}table", *_PARAGRAPHS):
        if _is_aside(element) or any(table not in outside for table in element.iterancestors(f"{_TABLE}table")):
            continue
        if element.tag in _PARAGRAPHS:
            above += [] if outside.get(_outer(element)) else [_line(element)]  # else it stands in its own cell already
        elif outside.get(element, True):
            found.append(_table(element, f"Таблица {len(found) + 1}", above, inner=element not in outside,
                                styles=styles, hidden=hidden))
            above = []
    return found or [typed_table(above)]


def _outer(element):
    return next(element.iterancestors(f"{_TABLE}table"), None)


def _own(table) -> list[int]:
    """Cells of each row with text outside the tables inside them."""
    return [len({next(line.iterancestors(f"{_TABLE}table-cell"), None) for line in row.iter(*_PARAGRAPHS)
                 if _outer(line) is table and _line(line).strip()})
            for row in table.iter(f"{_TABLE}table-row") if _outer(row) is table]


def _table(table, sheet: str, above: list[str], inner: bool, styles: frozenset[str], hidden: set) -> Raw:
    """inner: with the text of tables inside."""
    rows: list[list[str | None]] = []
    merged: list[tuple[int, int, int, int]] = []
    struck: list[tuple[int, int]] = []
    unseen: list[int] = []
    for row in table.iter(f"{_TABLE}table-row"):
        if _outer(row) is not table:
            continue
        cells = _cells(row, len(rows), merged, inner)
        struck += [(len(rows), place) for place, cell in enumerate(_spread(row)) if styles and _has_only(cell, styles)]
        unseen += [len(rows)] if row in hidden else []
        rows += [list(cells) for _ in range(_number(row, f"{_TABLE}number-rows-repeated"))]
    width = max(map(len, rows), default=0)
    grid = tuple((*row, *[None] * (width - len(row))) for row in rows)
    heading = heading_of(above)
    return Raw(sheet, grid, tuple(merged), heading=heading, looks=Shown(frozenset(unseen), struck=areas_of(struck)))


def _spread(row) -> list:
    """The cells of a row, one a column."""
    return [cell for cell in row if cell.tag in _CELLS
            for _ in range(_number(cell, f"{_TABLE}number-columns-repeated"))]


def _cells(row, number: int, merged: list[tuple[int, int, int, int]],
           inner: bool) -> list[str | None]:
    """Texts of a row; a cell hidden by a merged one is empty. Merged ranges are added to the list."""
    texts: list[str | None] = []
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        wide = _number(cell, f"{_TABLE}number-columns-spanned")
        high = _number(cell, f"{_TABLE}number-rows-spanned")
        if wide * high > 1:
            merged.append((number, len(texts), number + high - 1, len(texts) + wide - 1))
        lines = (_line(part) for part in cell.iter(*_PARAGRAPHS)
                 if not _is_aside(part) and (inner or _outer(part) is _outer(row)))
        text = "\n".join(lines).strip("\n")
        hidden = cell.tag == f"{_TABLE}covered-table-cell"
        texts += [None if hidden else text or None] * _number(cell, f"{_TABLE}number-columns-repeated")
    return texts


def _is_aside(element) -> bool:
    return any(parent.tag in _ASIDE for parent in element.iterancestors())


def _number(element, attribute: str) -> int:
    text = element.get(attribute) or "1"
    return max(1, min(int(text), DOCUMENT_REPEATED)) if text.isdecimal() else 1


def _line(paragraph) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element):
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * _number(child, f"{_TEXT}c")
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _ASIDE and isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""
