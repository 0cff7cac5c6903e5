"""The month's workbook with what somebody typed on a screen: the cells a school would have filled in by hand."""

from collections.abc import Mapping
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from shnor.workbooks import cells, style
from shnor.workbooks.cells import Value

Line = tuple[str, int, str]
"""Sheet, row of its table from 0, title of the column."""


def typed(data: bytes, beside: Mapping[tuple[str, str], str], lines: Mapping[Line, Value]) -> bytes:
    """data: an empty workbook of ours. beside: (sheet, label above the table) → what stands beside it."""
    workbook = load_workbook(BytesIO(data))
    for (title, label), text in beside.items():
        sheet = workbook[title]
        row = next(cell.row for cell in sheet["A"] if cell.value == label)
        cells.write(sheet.cell(row, 2), text)
    for (title, place, column), value in lines.items():
        sheet = workbook[title]
        first = _first_row(sheet)
        letter = next(cell.column for cell in sheet[first - 1] if cell.value == column)
        cells.write(sheet.cell(first + place, letter), value)
    return style.saved(workbook)


def _first_row(sheet: Worksheet) -> int:
    """The table begins under the frozen lines."""
    return int(str(sheet.freeze_panes).removeprefix("A"))
