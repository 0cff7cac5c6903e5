"""Tables of Word documents by python-docx: a grid a table, addresses over the table's own grid."""

import io
import re

from docx import Document
from docx.oxml.ns import qn

from shnor.datasets.school_names import SCHOOL_IN_LIST
from shnor.loaders.files.documents.nested import layouts
from shnor.loaders.files.documents.numbering import Numbers
from shnor.loaders.files.documents.typed import typed_table
from shnor.loaders.files.documents.word_parts import inserted
from shnor.loaders.files.documents.word_text import clear, is_hidden, is_struck, text_of
from shnor.loaders.files.looks.marks import areas_of
from shnor.loaders.files.raw import Raw, Shown, heading_of

TEXT_SHEET = "Текст"
_SCHOOL = re.compile(SCHOOL_IN_LIST, re.I)
_LIST = 3


def read_document(data: bytes) -> list[Raw]:
    """«Таблица 1», «Таблица 2»… in their order; a table inside a cell belongs to the text of that cell, unless the
    table around it only holds it in its place. Excel sheets and pages put into the document come behind.

    Text sits in the top left cell of a merged range; a cell without text but with Word's own number holds the
    number. Changes count as accepted. A document without tables that lists schools is one column of its paragraphs;
    lines divided by tabs are a table.

    Raises:
        Failed: there is no table in the document.
    """
    document = Document(io.BytesIO(data))
    body = document.element.body
    clear(body)
    found, left = tables_of(body, Numbers(document))
    found += [raw._replace(sheet=f"Таблица {number}")
              for number, raw in enumerate(inserted(document), start=len(found) + 1)]
    schools = [line for line in left if _SCHOOL.search(line) and "\t" not in line.strip()]
    if not found and len(schools) >= _LIST:
        return [Raw(TEXT_SHEET, tuple((line,) for line in left if line.strip()))]
    return found or [typed_table(left)]


def tables_of(body, numbers: Numbers | None) -> tuple[list[Raw], list[str]]:
    """The tables of a cleared tree and the lines below the last of them."""
    outside = layouts(body.iter(qn("w:tbl")), _own, _outer)
    found: list[Raw] = []
    above: list[str] = []
    for element in body.iter(qn("w:tbl"), qn("w:p")):
        if any(table not in outside for table in element.iterancestors(qn("w:tbl"))):
            continue
        if element.tag == qn("w:p") and outside.get(_outer(element)):
            continue  # it stands in its own cell already
        if element.tag == qn("w:p"):
            if numbers:
                numbers.label(element)
            above.append(text_of(element))
        elif outside.get(element, True) and _rows(element):
            found.append(_table(element, f"Таблица {len(found) + 1}", above, numbers, inner=element not in outside))
            above = []
    return found, above


def _table(table, sheet: str, above: list[str], numbers: Numbers | None, inner: bool) -> Raw:
    """inner: with the text of tables inside."""
    cells: dict[tuple[int, int], str] = {}
    struck: list[tuple[int, int]] = []
    spans: dict[tuple[int, int], list[int]] = {}  # top left -> [last row, last column]
    open_above: dict[int, tuple[int, int]] = {}  # column -> top left of the cell that may go on below
    rows = _rows(table)
    for number, row in enumerate(rows):
        column = _count(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
        going_on: dict[int, tuple[int, int]] = {}
        for cell in _cells(row):
            width = _count(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1)
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            start = (number, column)
            if merge is not None and merge.get(qn("w:val"), "continue") == "continue":
                start = open_above.get(column, start)
            if merge is not None:
                going_on[column] = start
            spans[start] = [number, spans.get(start, [0, column + width - 1])[1]]
            if start == (number, column):
                cells[start] = _cell(cell, numbers, inner)
                struck += [start] if is_struck(_lines(cell, inner)) else []
            column += width
        open_above = going_on
    width = 1 + max((last for _, last in spans.values()), default=-1)
    grid = tuple(tuple(cells.get((r, c)) or None for c in range(width)) for r in range(len(rows)))
    merged = tuple((top, left, last[0], last[1]) for (top, left), last in spans.items() if [top, left] != last)
    heading = heading_of(above)
    hidden = frozenset(number for number, row in enumerate(rows) if is_hidden(row))
    return Raw(sheet, grid, merged, heading=heading, looks=Shown(hidden_rows=hidden, struck=areas_of(struck)))


def _outer(table):
    return next(table.iterancestors(qn("w:tbl")), None)


def _own(table) -> list[int]:
    """Cells of each row with text outside the tables inside them."""
    return [sum(any(text_of(line).strip() for line in _lines(cell, inner=False)) for cell in _cells(row))
            for row in _rows(table)]


def _lines(cell, inner: bool) -> list:
    table = _outer(cell)
    return [line for line in cell.iter(qn("w:p")) if inner or _outer(line) is table]


def _rows(table) -> list:
    return [row for row in table.iter(qn("w:tr")) if _outer(row) is table]


def _cells(row) -> list:
    """Also those wrapped into a field of a form."""
    return [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]


def _count(element, default: int) -> int:
    try:
        return max(0, min(int(element.get(qn("w:val"))), 1000)) if element is not None else default
    except (TypeError, ValueError):
        return default


def _cell(cell, numbers: Numbers | None, inner: bool) -> str:
    paragraphs = _lines(cell, inner)
    labels = [numbers.label(paragraph) for paragraph in paragraphs] if numbers else []
    text = "\n".join(text_of(paragraph) for paragraph in paragraphs).strip("\n")
    return text if text.strip() else labels[0] if labels and labels[0] else text
