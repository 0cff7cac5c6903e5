"""Cells of the tables of a document (.docx) written into its text. A cell keeps its look: of its first paragraph and of
the first letters in it."""

from collections.abc import Iterator

from shnor.reports.forms.filled import NO_CELL, NO_SHEET, Filled, Target, Value, Values
from shnor.reports.forms.package import Element, Package, written
from shnor.reports.forms.workbook import place

_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fill(data: bytes, values: Values) -> Filled:
    """Every part of the package but the text is byte-equal. A sheet is «Таблица 1», tables inside tables are not
    counted."""
    package = Package(data)
    root = package.tree(_PART)
    tables = {f"Таблица {number}": table for number, table in enumerate(_tables(root), start=1)}
    left: dict[Target, str] = {}
    for target, value in values.items():
        table = tables.get(target.sheet)
        cell = _cell(table, *place(target.address)) if table is not None else None
        if cell is None:
            left[target] = NO_SHEET if table is None else NO_CELL
        else:
            _put(cell, _text(value))
    changed = {_PART: written(root)} if len(left) < len(values) else {}
    return Filled(package.with_parts(changed), len(values) - len(left), left)


def _text(value: Value) -> str:
    """A fraction has its comma."""
    return "" if value is None else str(value).replace(".", ",") if isinstance(value, float) else str(value)


def _tables(root: Element) -> Iterator[Element]:
    return (table for table in root.iter(f"{_W}tbl") if next(table.iterancestors(f"{_W}tbl"), None) is None)


def _cell(table: Element, row: int, column: int) -> Element | None:
    """The cell that covers a place of the table's own grid, from 1; of one that goes on from above the first."""
    above: Element | None = None
    for number, line in enumerate(table.findall(f"{_W}tr"), start=1):
        found = _at(line, column)
        if found is not None:
            merge = found.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            above = above if goes_on and above is not None else found
        else:
            above = None
        if number == row:
            return above
    return None


def _at(line: Element, column: int) -> Element | None:
    at = 1 + int(_value(line.find(f"{_W}trPr/{_W}gridBefore")) or 0)
    for cell in line.findall(f"{_W}tc"):
        wide = int(_value(cell.find(f"{_W}tcPr/{_W}gridSpan")) or 1)
        if at <= column < at + wide:
            return cell
        at += wide
    return None


def _value(element: Element | None) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""


def _put(cell: Element, text: str) -> None:
    paragraphs = cell.findall(f"{_W}p")
    first = paragraphs[0]
    for other in paragraphs[1:]:
        cell.remove(other)
    look = first.find(f"{_W}r/{_W}rPr")
    if look is None:
        look = first.find(f"{_W}pPr/{_W}rPr")
    for inside in list(first):
        if inside.tag != f"{_W}pPr":
            first.remove(inside)
    if not text:
        return
    run = first.makeelement(f"{_W}r", {})
    if look is not None:
        copied = run.makeelement(f"{_W}rPr", {})
        copied.extend(_copy(one) for one in look)
        run.append(copied)
    told = run.makeelement(f"{_W}t", {_SPACE: "preserve"})
    told.text = text
    run.append(told)
    first.append(run)


def _copy(element: Element) -> Element:
    made = element.makeelement(element.tag, dict(element.attrib))
    made.extend(_copy(one) for one in element)
    return made
