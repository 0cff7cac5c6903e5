"""What stands above every sheet of the month's workbook: whose report, for which month, the code of the form."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from shnor import periods
from shnor.workbooks import style

Columns = tuple[tuple[str, float], ...]
"""Title and width of each column."""
Label = tuple[str, str | date | None]
"""A text and what stands beside it; None is left for the school."""


@dataclass(frozen=True)
class MonthHead:
    """Whose report and for which month. month: its first day; due: the day it is awaited; plans: titles of the
    roadmaps, in the order their numbers stand in the row codes (from 1). term: whose marks are asked for («I
    четверть»), "" in most months; term_due: the day they are awaited."""

    school_id: str
    school_name: str
    month: date
    due: date
    plans: tuple[str, ...]
    term: str = ""
    term_due: date | None = None

    @property
    def title(self) -> str:
        """«ноябрь 2026»."""
        return periods.containing("month", self.month).title.removesuffix(" года")


def form_code(form: str, head: MonthHead, lines: Iterable[str]) -> str:
    """«Форма М-1 · 2026-11 · Ш05 · 7F3A»: the four signs tell one hand-out from another; they are of what we wrote
    and a school has no reason to change."""
    total = sha256("\n".join(lines).encode()).hexdigest()[:4].upper()
    return f"Форма {form} · {periods.containing('month', head.month).code} · {head.school_id} · {total}"


def write_top(sheet: Worksheet, title: str, code: str, hints: Sequence[str], labels: Sequence[Label],
              columns: Columns) -> int:
    """The lines above a table. Gives the row of the table's header."""
    for place, (_, width) in enumerate(columns, start=1):
        sheet.column_dimensions[sheet.cell(1, place).column_letter].width = width
    last = sheet.cell(1, len(columns), code)
    last.font, last.alignment = style.SMALL, Alignment(horizontal="right")
    sheet["A1"], sheet["A1"].font = title, style.TITLE
    for place, hint in enumerate(hints, start=2):
        sheet.cell(place, 1, hint).font = style.PLAIN
    first = 2 + len(hints)
    for place, (label, value) in enumerate(labels, start=first):
        _write_label(sheet, place, label, value, columns[0][1])
    return first + len(labels) + 1


def write_header(sheet: Worksheet, row: int, columns: Columns) -> None:
    for place, (title, _) in enumerate(columns, start=1):
        style.header(sheet.cell(row, place, title))
    sheet.row_dimensions[row - 1].height = 6
    sheet.row_dimensions[row].height = style.LINE * max(style.lines(t, w - 2) for t, w in columns) + 3


def finish(sheet: Worksheet, header: int, rows: int, columns: Columns) -> None:
    """How the sheet is scrolled and printed."""
    sheet.freeze_panes = sheet.cell(header + 1, 1)
    style.a4(sheet, landscape=True, header_row=header)
    sheet.print_area = f"A1:{sheet.cell(1, len(columns)).column_letter}{header + max(1, rows)}"


def _write_label(sheet: Worksheet, row: int, label: str, value: str | date | None, width: float) -> None:
    name, cell = sheet.cell(row, 1, label), sheet.cell(row, 2, value)
    name.font, name.alignment = style.PLAIN, style.WRAP
    cell.font, cell.number_format = style.BOLD, style.DATE if isinstance(value, date) else style.TEXT
    cell.alignment = style.LEFT
    if value is None:
        cell.fill, cell.border = style.INPUT_FILL, style.GRID
    sheet.row_dimensions[row].height = style.LINE * style.lines(label, width) + 1.5
