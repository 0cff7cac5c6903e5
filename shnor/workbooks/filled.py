"""A filled table of a kind as an xlsx file: its title, the headers of the declaration, rows as texts."""

from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from shnor.datasets import Kind
from shnor.workbooks import style

_WIDE, _NARROW = 40, 16


def filled(kind: Kind, title: str, names: Sequence[str], rows: Sequence[Mapping[str, str]]) -> bytes:
    """names: columns in the order of the sheet. Every cell is text, so that «1.10» and «2026» stay as they are."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = kind.sheet
    sheet["A1"], sheet["A1"].font = title, style.TITLE
    for place, name in enumerate(names, start=1):
        longest = max((len(row.get(name, "")) for row in rows), default=0)
        sheet.column_dimensions[get_column_letter(place)].width = _WIDE if longest > _NARROW else _NARROW
        style.header(sheet.cell(3, place, kind[name].title))
        for number, row in enumerate(rows, start=4):
            cell = sheet.cell(number, place, row.get(name) or None)
            cell.number_format, cell.font, cell.border, cell.alignment = style.TEXT, style.PLAIN, style.GRID, style.WRAP
    style.a4(sheet, landscape=True, header_row=3)
    return style.saved(workbook)
