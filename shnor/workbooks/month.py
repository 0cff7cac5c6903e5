"""The workbook a school fills in each month. Its first sheet «Месяц» (form М-1): what is due, left over, starting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from shnor.datasets.progress import PROGRESS
from shnor.workbooks import month_head, month_sheets, style
from shnor.workbooks.month_head import MonthHead
from shnor.workbooks.month_sheets import ClassRow, StaffRow

SHEET = "Месяц"
FORM = "М-1"
NOTHING_NEW = "Изменений за месяц нет"
FILLED_BY = "Заполнил (должность)"
YES = "да"
AHEAD = "предстоит"
MARKED_BEFORE = "Отмечено ранее"
SHEETS = "Листы отчёта"
YES_CELL = "B7"
"""Where «да» says that nothing has changed."""

_STATES = tuple(PROGRESS["status"].choices[name] for name in ("done", "in_progress", "not_done", "moved"))
_COLUMNS: tuple[tuple[str, float], ...] = (
    (PROGRESS["number"].title, 15), ("Мероприятие", 44), ("Срок (как в документе)", 18), ("План", 13),
    (MARKED_BEFORE, 18), (PROGRESS["status"].title, 15), (PROGRESS["done_date"].title, 12),
    (PROGRESS["done_value"].title, 11), (PROGRESS["document"].title, 28), (PROGRESS["note"].title, 28),
    ("Код строки", 10),
)
_STATE, _DATE, _NOTE = 6, 7, 10
"""Columns from 1: the school fills in those from _STATE to _NOTE."""


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


def form_code(head: MonthHead, rows: Sequence[MonthRow]) -> str:
    """«Форма М-1 · 2026-11 · Ш05 · 7F3A»: of the numbers and row codes."""
    return month_head.form_code(FORM, head, (f"{row.number} {row.code}" for row in rows))


def cells_to_fill(rows: Sequence[MonthRow]) -> int:
    """Cells of the table a school is asked to fill in: state, date, document, and the number where one is planned.
    Rows ahead ask nothing."""
    return sum(4 if re.search(r"\d", row.planned_text) else 3 for row in rows if not row.ahead)


def month_workbook(head: MonthHead, rows: Sequence[MonthRow], staff: Sequence[StaffRow] = (),
                   classes: Sequence[ClassRow] = ()) -> bytes:
    """The xlsx file for a school: no macros, no protection, nothing the file depends on but its cells. staff: what is
    known of its teachers; classes: whose marks are asked for when the head names a term."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = SHEET
    others = month_sheets.sheets(head, staff, classes)
    titles = ", ".join((SHEET, *(other.title for other in others)))
    header = month_head.write_top(sheet, f"Отчёт школы за {head.title} года по дорожной карте", form_code(head, rows),
                                  (_instruction(YES_CELL),), _labels(head, titles), _COLUMNS)
    month_head.write_header(sheet, header, _COLUMNS)
    for place, row in enumerate(rows, start=header + 1):
        _write_row(sheet, place, row)
    if rows:
        style.drop_down(sheet, f"F{header + 1}:F{header + len(rows)}", _STATES, strict=False)
    style.drop_down(sheet, YES_CELL, (YES,))
    month_head.finish(sheet, header, len(rows), _COLUMNS)
    for other in others:
        month_sheets.write(workbook, head, other)
    return style.saved(workbook)


def _labels(head: MonthHead, sheets: str) -> list[month_head.Label]:
    return [("Школа", head.school_name), ("Месяц", head.title), ("Срок возврата", head.due),
            (FILLED_BY, None), (NOTHING_NEW, None),
            *((f"Дорожная карта {number}", title) for number, title in enumerate(head.plans, start=1)),
            (SHEETS, sheets)]


def _instruction(yes: str) -> str:
    return (f"Отметьте в столбцах F–J, что сделано за месяц. Если изменений нет, поставьте «{YES}» в ячейке {yes}: "
            "остальное можно не заполнять. Документ можно прислать позже. Заполняет администрация школы.")


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


__all__ = ["AHEAD", "FORM", "MARKED_BEFORE", "NOTHING_NEW", "SHEET", "SHEETS", "YES", "YES_CELL", "ClassRow",
           "MonthHead", "MonthRow", "StaffRow", "cells_to_fill", "form_code", "month_workbook"]
