"""The workbook a school fills in each month, sheet «Месяц» (form М-1): what is due, left over and starting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from shnor import periods
from shnor.datasets.progress import PROGRESS
from shnor.loaders import sheet_style as style

SHEET = "Месяц"
FORM = "М-1"
NOTHING_NEW = "Изменений за месяц нет"
YES = "да"
AHEAD = "предстоит"

_STATES = tuple(PROGRESS["status"].choices[name] for name in ("done", "in_progress", "not_done", "moved"))
_COLUMNS: tuple[tuple[str, float], ...] = (
    (PROGRESS["number"].title, 15), ("Мероприятие", 44), ("Срок (как в документе)", 18), ("План", 13),
    ("Отмечено ранее", 18), (PROGRESS["status"].title, 15), (PROGRESS["done_date"].title, 12),
    (PROGRESS["done_value"].title, 11), (PROGRESS["document"].title, 28), (PROGRESS["note"].title, 28),
    ("Код строки", 10),
)
_STATE, _DATE, _NOTE = 6, 7, 10
"""Columns from 1: the school fills in those from _STATE to _NOTE."""


@dataclass(frozen=True)
class MonthHead:
    """Whose report and for which month. month: its first day; due: the day it is awaited; plans: titles of the
    roadmaps, in the order their numbers stand in the row codes (from 1)."""

    school_id: str
    school_name: str
    month: date
    due: date
    plans: tuple[str, ...]


@dataclass(frozen=True)
class MonthRow:
    """One activity to report on. plan_no: which of the head's plans, from 1; before_text: what was marked in earlier
    reports; ahead: starts next month and stands there for information."""

    plan_no: int
    number: str
    activity: str
    deadline_text: str
    planned_text: str
    before_text: str
    period: str
    milestone: int
    ahead: bool = False

    @property
    def code(self) -> str:
        """«1·2026·1»: plan, period, milestone. With the number it names the row of the roadmap."""
        return f"{self.plan_no}·{self.period}·{self.milestone}"

    @property
    def cells(self) -> tuple[str, ...]:
        """What we fill in: columns A to E, then K."""
        before = AHEAD if self.ahead else self.before_text
        return self.number, self.activity, self.deadline_text, self.planned_text, before, self.code


def checksum(rows: Sequence[MonthRow]) -> str:
    """Four signs that tell one hand-out from another: of the numbers and row codes, which a school has no reason to
    change."""
    text = "\n".join(f"{row.number} {row.code}" for row in rows)
    return sha256(text.encode()).hexdigest()[:4].upper()


def form_code(head: MonthHead, rows: Sequence[MonthRow]) -> str:
    """«Форма М-1 · 2026-11 · Ш05 · 7F3A»."""
    return f"Форма {FORM} · {periods.containing('month', head.month).code} · {head.school_id} · {checksum(rows)}"


def cells_to_fill(rows: Sequence[MonthRow]) -> int:
    """Cells of the table a school is asked to fill in: state, date, document, and the number where one is planned.
    Rows ahead ask nothing."""
    return sum(4 if re.search(r"\d", row.planned_text) else 3 for row in rows if not row.ahead)


def month_workbook(head: MonthHead, rows: Sequence[MonthRow]) -> bytes:
    """The xlsx file for a school: no macros, no protection, nothing the file depends on but its cells."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = SHEET
    for column, (_, width) in enumerate(_COLUMNS, start=1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    header = _write_head(sheet, head, form_code(head, rows))
    _write_header(sheet, header)
    for place, row in enumerate(rows, start=header + 1):
        _write_row(sheet, place, row)
    if rows:
        style.drop_down(sheet, f"F{header + 1}:F{header + len(rows)}", _STATES, strict=False)
    sheet.freeze_panes = sheet.cell(header + 1, 1)
    style.a4(sheet, landscape=True, header_row=header)
    sheet.print_area = f"A1:K{header + max(1, len(rows))}"
    return style.saved(workbook)


def _write_head(sheet: Worksheet, head: MonthHead, code: str) -> int:
    """The lines above the table. Gives the row of the table's header."""
    month = periods.containing("month", head.month)
    sheet["A1"], sheet["A1"].font = f"Отчёт школы за {month.title} по дорожной карте", style.TITLE
    sheet["I1"], sheet["I1"].font = code, style.SMALL
    filled: list[tuple[str, str | date | None]] = [
        ("Школа", head.school_name), ("Месяц", month.title.removesuffix(" года")), ("Срок возврата", head.due),
        ("Заполнил (должность)", None), (NOTHING_NEW, None),
        *((f"Дорожная карта {number}", title) for number, title in enumerate(head.plans, start=1)),
    ]
    first = 3
    yes = f"B{first + 4}"
    sheet["A2"], sheet["A2"].font = _instruction(yes), style.PLAIN
    for place, (label, value) in enumerate(filled, start=first):
        _write_label(sheet, place, label, value)
    style.drop_down(sheet, yes, (YES,))
    return first + len(filled) + 1


def _instruction(yes: str) -> str:
    return (f"Отметьте в столбцах F–J, что сделано за месяц. Если изменений нет, поставьте «{YES}» в ячейке {yes}: "
            "остальное можно не заполнять. Документ можно прислать позже. Заполняет администрация школы.")


def _write_label(sheet: Worksheet, row: int, label: str, value: str | date | None) -> None:
    name, cell = sheet.cell(row, 1, label), sheet.cell(row, 2, value)
    name.font, name.alignment = style.PLAIN, style.WRAP
    cell.font, cell.number_format = style.BOLD, style.DATE if isinstance(value, date) else style.TEXT
    cell.alignment = style.LEFT
    if value is None:
        cell.fill, cell.border = style.INPUT_FILL, style.GRID
    sheet.row_dimensions[row].height = style.LINE * style.lines(label, _COLUMNS[0][1]) + 1.5


def _write_header(sheet: Worksheet, row: int) -> None:
    for column, (title, _) in enumerate(_COLUMNS, start=1):
        cell = sheet.cell(row, column, title)
        cell.font, cell.fill, cell.border, cell.alignment = style.BOLD, style.HEADER_FILL, style.GRID, style.CENTRE
    sheet.row_dimensions[row - 1].height = 6
    sheet.row_dimensions[row].height = style.LINE * max(style.lines(t, w - 2) for t, w in _COLUMNS) + 3


def _write_row(sheet: Worksheet, place: int, row: MonthRow) -> None:
    *texts, code = row.cells
    values = [*texts, *[None] * (_NOTE - _STATE + 1), code]
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(place, column, value or None)
        cell.font = style.SMALL if column > _NOTE else style.PALE if row.ahead else style.PLAIN
        cell.border, cell.alignment = style.GRID, style.WRAP
        cell.number_format = style.DATE if column == _DATE else style.TEXT if column < _STATE else "General"
        if row.ahead:
            cell.fill = style.AHEAD_FILL
        elif _STATE <= column <= _NOTE:
            cell.fill = style.INPUT_FILL
    widths = [width for _, width in _COLUMNS]
    tallest = max(style.lines(text, width) for text, width in zip(texts, widths, strict=False))
    sheet.row_dimensions[place].height = style.LINE * max(2, tallest) + 3
