"""An empty table of a kind as an xlsx file, made from its declaration; the hints stand on a second sheet."""

import re

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from shnor.datasets import Column, Kind
from shnor.workbooks import style

HINTS = "Как заполнять"
HINT_HEADER = ("Столбец", "Что писать", "Обязательно", "Что допустимо", "Пример")
LAST_ROW = 5000
"""Drop-downs reach down to this row."""

_WIDTHS = (28, 60, 13, 44, 34)
_TYPE_WORDS = {"whole": "целое число", "number": "число", "date": "дата: день.месяц.год", "month": "месяц и год",
               "period": "день, месяц, год или учебный год",
               "school": "как школа названа в реестре", "deadline": "как написано в документе",
               "planned": "как написано в документе"}
_COLUMN_WIDTHS = {"whole": 14, "number": 14, "date": 13, "month": 16, "period": 16, "choice": 20, "school": 26,
                  "deadline": 24, "planned": 18}


def template(kind: Kind) -> bytes:
    """The xlsx file: sheet «kind.sheet» with its header alone (nothing in it can be taken for data), then hints."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = kind.sheet
    for place, column in enumerate(kind.typed, start=1):
        _write_column(sheet, place, column)
    sheet.row_dimensions[1].height = style.LINE * max(
        style.lines(column.title, _width(column) - 2) for column in kind.typed) + 6
    sheet.freeze_panes = "A2"
    style.a4(sheet, landscape=True, header_row=1)
    _write_hints(workbook.create_sheet(HINTS), kind)
    return style.saved(workbook)


def allowed(column: Column) -> str:
    """What a cell of the column may hold, in words; empty where any text may stand."""
    words = [_TYPE_WORDS.get(column.type, ""), ", ".join(column.choices.values()),
             *(constraint.text for constraint in column.constraints), column.unit and f"единица: {column.unit}"]
    return "; ".join(filter(None, words))


def example(column: Column) -> str:
    """The declared example as it would be typed."""
    return "" if column.example is None else str(column.example)


def number_format(column: Column) -> str:
    """Texts a spreadsheet would turn into a number or a date («1.10», «2026») are kept as typed."""
    if column.type == "date":
        return style.DATE
    if column.type == "whole":
        return "0"
    turned = column.type == "text" and re.fullmatch(r"[\d.]+", example(column))
    return style.TEXT if turned or column.type in ("month", "period", "deadline", "planned") else "General"


def _width(column: Column) -> float:
    return _COLUMN_WIDTHS.get(column.type, 12 if len(example(column)) <= 6 and column.example else 34)


def _write_column(sheet: Worksheet, place: int, column: Column) -> None:
    letter = get_column_letter(place)
    style.header(sheet.cell(1, place, column.title), style.INPUT_FILL if column.required else style.HEADER_FILL)
    whole = sheet.column_dimensions[letter]
    whole.width, whole.number_format, whole.alignment, whole.font = (
        _width(column), number_format(column), style.WRAP, style.PLAIN)
    if column.choices:
        style.drop_down(sheet, f"{letter}2:{letter}{LAST_ROW}", tuple(column.choices.values()))


def _write_hints(sheet: Worksheet, kind: Kind) -> None:
    sheet["A1"], sheet["A1"].font = f"Лист «{kind.sheet}»: {kind.row}.", style.TITLE
    rows = [HINT_HEADER, *((column.title, column.description, "да" if column.required else "", allowed(column),
                            example(column)) for column in kind.typed)]
    for place, row in enumerate(rows, start=3):
        for number, text in enumerate(row, start=1):
            cell = sheet.cell(place, number, text)
            cell.font, cell.border, cell.alignment = style.PLAIN, style.GRID, style.WRAP
            cell.number_format = style.TEXT
            if place == 3:
                style.header(cell)
        sheet.row_dimensions[place].height = style.LINE * max(map(style.lines, row, _WIDTHS)) + 3
    for number, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    style.a4(sheet, landscape=True, header_row=3)
