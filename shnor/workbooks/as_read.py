"""Sheets as they were read, as a file again: the cells alone, without whatever else a file carries along."""

from collections.abc import Sequence

from openpyxl import Workbook

from shnor.datasets import Grid
from shnor.workbooks import cells, style


def workbook(grids: Sequence[Grid]) -> bytes:
    """Every cell keeps its address. Hidden sheets stay hidden."""
    book = Workbook()
    book.remove(book.active)
    for grid in grids:
        sheet = book.create_sheet(grid.sheet)
        for row, values in enumerate(grid.cells, start=1):
            for column, value in enumerate(values, start=1):
                if value is not None:
                    cells.write(sheet.cell(row, column), value)
        for top, left, bottom, right in grid.merged:
            sheet.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
    if all(grid.hidden for grid in grids):
        book[grids[0].sheet].sheet_state = "visible"
    return style.saved(book)
