"""Second readers, for workbooks at which the fast one gives up although programs for tables open them."""

import io
from collections.abc import Iterator
from datetime import date, time, timedelta

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from shnor.datasets.limits import SHEET_CELLS
from shnor.loaders.files.looks import ods
from shnor.loaders.files.looks.marks import Marks
from shnor.loaders.files.raw import Failed, Plain, Raw
from shnor.loaders.files.workbooks.finish import finished, restored

_WHOLE = 2 << 20
"""Bytes of a workbook that is read as a whole, with its merged cells; a larger one row by row."""


def opendocument(data: bytes) -> list[Raw]:
    """White space between cells and a package without its type stop the fast reader."""
    return [finished(sheet.name, sheet.rows, (), sheet.hidden, sheet.marks)
            for sheet in ods.sheets(data)]


def workbook(data: bytes, marks: dict[str, Marks]) -> list[Raw]:
    """Macro sheets, sheets without cells and parts that are missing stop the fast reader."""
    book = load_workbook(io.BytesIO(data), data_only=True, read_only=len(data) > _WHOLE)
    return [
        finished(sheet.title, list(_rows(sheet)), _merged(sheet), sheet.sheet_state != "visible",
                 marks.get(sheet.title))
        for sheet in book.worksheets]


def _rows(sheet) -> Iterator[list[Plain]]:
    if (sheet.max_row or 0) * (sheet.max_column or 0) > SHEET_CELLS:
        raise Failed("memory")
    for row in sheet.iter_rows(min_row=1, min_col=1, values_only=True):
        yield [_plain(value) for value in row]


def _merged(sheet) -> tuple[tuple[int, int, int, int], ...]:
    if not isinstance(sheet, Worksheet):
        return ()
    return tuple(sorted((area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1)
                        for area in sheet.merged_cells.ranges))


def _plain(value: object) -> Plain:
    return restored(value) if isinstance(value, str | int | float | date | time | timedelta) else None
