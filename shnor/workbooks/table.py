"""A table of a page as a file of Excel: the sheet «Данные» with numbers as numbers, unrounded, and the sheet
«Источники»: over what, for which day, from where, and why a value is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from shnor.workbooks import cells, style
from shnor.workbooks.cells import Value

DATA, SOURCES = "Данные", "Источники"
SYNTHETIC = "Пример, данные вымышлены"
WIDEST = 60


@dataclass(frozen=True)
class Table:
    """head: of the columns; rows: values in their types; shares: numbers of columns, from 0, that are parts of a whole,
    0…1. sources: (what, its words), the first line of the second sheet first. synthetic: of an example base."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    sources: tuple[tuple[str, str], ...] = ()
    shares: frozenset[int] = frozenset()
    synthetic: bool = False


def workbook(table: Table) -> bytes:
    """The file; the head stays in sight, a print is one page wide."""
    book = Workbook()
    sheet = book.active
    sheet.title = DATA
    first = _head(sheet, table)
    for number, row in enumerate(table.rows, start=first + 1):
        for place, value in enumerate(row):
            written = cells.write(sheet.cell(number, place + 1), value, cells.SHARE if place in table.shares else "")
            written.font, written.border = style.PLAIN, style.GRID
            written.alignment = style.WRAP
    _widths(sheet, [table.head, *table.rows])
    sheet.freeze_panes = f"B{first + 1}"
    style.a4(sheet, landscape=len(table.head) > 4, header_row=first)
    _sources(book.create_sheet(SOURCES), table)
    return style.saved(book)


def _head(sheet: Worksheet, table: Table) -> int:
    """Title, the word that it is an example, the heads; the number of their row."""
    cells.write(sheet.cell(1, 1), table.title).font = style.TITLE
    row = 2
    if table.synthetic:
        cells.write(sheet.cell(row, 1), SYNTHETIC).font = style.SMALL
        row += 1
    for place, name in enumerate(table.head, start=1):
        style.header(cells.write(sheet.cell(row, place), name))
    return row


def _sources(sheet: Worksheet, table: Table) -> None:
    lines: list[tuple[str, str]] = [("Таблица", table.title), *table.sources]
    if table.synthetic:
        lines.append(("Данные", SYNTHETIC))
    for number, line in enumerate(lines, start=1):
        for place, words in enumerate(line, start=1):
            written = cells.write(sheet.cell(number, place), words)
            written.font, written.alignment = style.BOLD if place == 1 else style.PLAIN, style.WRAP
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 90
    style.a4(sheet, landscape=False)


def _widths(sheet: Worksheet, lines: Sequence[Sequence[Value]]) -> None:
    for place in range(len(lines[0])):
        longest = max((len(_shown(line[place])) for line in lines if place < len(line)), default=8)
        sheet.column_dimensions[get_column_letter(place + 1)].width = min(max(10, longest * 1.1 + 2), WIDEST)


def _shown(value: Value) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value or "")
