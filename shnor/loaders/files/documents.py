"""Tables of Word documents by python-docx: a grid a table, addresses over the table's own grid."""

import io
import re

from docx import Document
from docx.oxml.ns import qn

from shnor.loaders.files.numbering import Numbers
from shnor.loaders.files.raw import Failed, Raw

HEADING_LINES = 10
TEXT_SHEET = "Текст"
_SCHOOL = re.compile(r"\b[СОН]ОШ\b|гимнази|лице[йя]|\bшкола\b.*(?:№|\d)", re.I)
_LIST = 3
_TEXT = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read_document(data: bytes) -> list[Raw]:
    """«Таблица 1», «Таблица 2»… in their order; a table inside a cell belongs to the text of that cell.

    Text sits in the top left cell of a merged range; a cell without text but with Word's own number holds the
    number. Deleted text of tracked changes is left out. A document without tables that lists schools is
    one column of its paragraphs.

    Raises:
        Failed: there is no table in the document.
    """
    document = Document(io.BytesIO(data))
    numbers = Numbers(document)
    found: list[Raw] = []
    above: list[str] = []
    for element in document.element.body.iter(qn("w:tbl"), qn("w:p")):
        if any(True for _ in element.iterancestors(qn("w:tbl"))):
            continue
        if element.tag == qn("w:p"):
            numbers.label(element)
            above.append(_paragraph(element))
        else:
            found.append(_table(element, f"Таблица {len(found) + 1}", above, numbers))
            above = []
    if not found and sum(bool(_SCHOOL.search(line)) for line in above) >= _LIST:
        return [Raw(TEXT_SHEET, tuple((line,) for line in above if line.strip()))]
    if not found:
        raise Failed("no-tables")
    return found


def _table(table, sheet: str, above: list[str], numbers: Numbers) -> Raw:
    cells: dict[tuple[int, int], str] = {}
    spans: dict[tuple[int, int], list[int]] = {}  # top left -> [last row, last column]
    open_above: dict[int, tuple[int, int]] = {}  # column -> top left of the cell that may go on below
    rows = [row for row in table.iter(qn("w:tr")) if next(row.iterancestors(qn("w:tbl"))) is table]
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
                cells[start] = _cell(cell, numbers)
            column += width
        open_above = going_on
    width = 1 + max((last for _, last in spans.values()), default=-1)
    grid = tuple(tuple(cells.get((r, c)) or None for c in range(width)) for r in range(len(rows)))
    merged = tuple((top, left, last[0], last[1]) for (top, left), last in spans.items() if [top, left] != last)
    heading = "\n".join([line for line in above if line.strip()][-HEADING_LINES:])
    return Raw(sheet, grid, merged, heading=heading)


def _cells(row) -> list:
    """Also those wrapped into a field of a form."""
    return [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]


def _count(element, default: int) -> int:
    try:
        return max(0, min(int(element.get(qn("w:val"))), 1000)) if element is not None else default
    except (TypeError, ValueError):
        return default


def _cell(cell, numbers: Numbers) -> str:
    paragraphs = list(cell.iter(qn("w:p")))
    labels = [numbers.label(paragraph) for paragraph in paragraphs]
    text = "\n".join(_paragraph(paragraph) for paragraph in paragraphs).strip("\n")
    return text if text.strip() else labels[0] if labels and labels[0] else text


def _paragraph(paragraph) -> str:
    pieces = (node.text or "" if node.tag == qn("w:t") else _TEXT[node.tag]
              for node in paragraph.iter(qn("w:t"), *_TEXT) if node.getparent().tag == qn("w:r"))
    return "".join(pieces)
