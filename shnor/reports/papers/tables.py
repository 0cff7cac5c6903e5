"""The tables of a paper as a book of Excel: a sheet a table with numbers as numbers, the last ones say how numbers are
counted and where each is from."""

import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from shnor.reports.papers import sources
from shnor.reports.papers.blocks import Paper, Table, numbers
from shnor.reports.papers.office.tables import text_of
from shnor.sentences.pieces import Piece
from shnor.wording import MINUS, NBSP, capital, day, quoted, typeset
from shnor.workbooks import cells, style
from shnor.workbooks.cells import Value

WIDEST = 50
_NUMBER = re.compile(rf"([{MINUS}-]?)(\d+|\d{{1,3}}(?:{NBSP}\d{{3}})+)(?:,(\d+))?({NBSP}%)?")


def xlsx(paper: Paper) -> bytes:
    """The file; without a table it has the sheet «Откуда цифры» alone."""
    book = Workbook()
    book.remove(book.active)
    found = [block for section in paper.sections for block in section.blocks if isinstance(block, Table)]
    for place, table in enumerate(found, 1):
        _sheet(book.create_sheet(f"Таблица {place}"), paper, table)
    told = [*numbers(paper)]
    if told:
        _sheet(book.create_sheet(sources.FORMULAS), paper,
               Table(sources.FORMULAS, sources.FORMULA_HEADS, sources.formulas(told)))
    if found and not told:
        return style.saved(book)  # a paper that says of no number where it is from
    about = f"{quoted(paper.title.replace(chr(10), ' '))}, {paper.set}, на {day(paper.day)}"
    _sheet(book.create_sheet(sources.ANNEX), paper, Table(
        sources.ANNEX, sources.HEADS, sources.grouped(told), capital(about)))
    return style.saved(book)


def value(piece: Piece) -> tuple[Value, str]:
    """(what stands in the cell, its format): «1 234» as a number, «22,8 %» as a share, all else as it is said."""
    text = text_of(piece)
    found = _NUMBER.fullmatch(text)
    if not found or (len(found[2]) > 1 and found[2].startswith("0")):
        return text, ""
    digits = len(found[3] or "")
    number = float(f"{'-' if found[1] else ''}{found[2].replace(NBSP, '')}.{found[3] or '0'}")
    whole = "#,##0" if NBSP in found[2] else "0"
    shown = whole + (f".{'0' * digits}" if digits else "")
    if found[4]:
        return round(number / 100, digits + 2), f"{shown}%"
    return (number if digits else int(number)), shown


def _sheet(sheet: Worksheet, paper: Paper, table: Table) -> None:
    """Title, the word that it is an example, heads, rows, source."""
    cells.write(sheet.cell(1, 1), table.title).font = style.TITLE
    first = 2
    if paper.label:
        cells.write(sheet.cell(first, 1), capital(paper.label)).font = style.SMALL
        first += 1
    for place, head in enumerate(table.heads, 1):
        style.header(cells.write(sheet.cell(first, place), typeset(head)))
    widths = _widths(sheet, [table.heads, *([text_of(piece) for piece in row] for row in table.rows)])
    for number, row in enumerate(table.rows, first + 1):
        sheet.row_dimensions[number].height = style.LINE * max(
            style.lines(text_of(piece), width) for piece, width in zip(row, widths, strict=True))
        for place, piece in enumerate(row, 1):
            content, shown = value(piece)
            written = cells.write(sheet.cell(number, place), content, shown)
            written.font, written.border, written.alignment = style.PLAIN, style.GRID, style.WRAP
    if table.source:
        cells.write(sheet.cell(first + len(table.rows) + 1, 1), capital(table.source)).font = style.SMALL
    sheet.freeze_panes = f"B{first + 1}"
    style.a4(sheet, landscape=len(table.heads) > 4, header_row=first)


def _widths(sheet: Worksheet, lines: Sequence[Sequence[str]]) -> list[float]:
    """Sets the columns as wide as their longest text, within a bound."""
    found = []
    for place in range(len(lines[0])):
        longest = max(len(line[place]) for line in lines)
        found.append(min(max(8.0, longest * 1.1 + 2), WIDEST))
        sheet.column_dimensions[get_column_letter(place + 1)].width = found[-1]
    return found
