"""The form «Выезд» (В-1) as an xlsx file: six fields whoever went to a school writes down; what is known stands in it.

Two sheets are read as two tables: the visit as an event, its recommendations into the register. Neither needs a code:
their headers say what they are.
"""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from shnor.datasets import EVENTS, RECOMMENDATIONS, Column
from shnor.datasets.recommendations import SEEN
from shnor.workbooks import style

TITLE = "Лист «Выезд» (форма В-1)"
EVENT = ("period", "event_kind", "topic", "organiser", "schools", "seen", "promised")
ADVICE = ("due", "text", "ground")
ROWS = 3
"""So many recommendations at most: more are not done."""
WIDEST = 130
"""Characters of a sheet: on A4 the letters of a wider one are too small to write beside."""
_WIDTHS = {"text": 60, "seen": 34, "promised": 26, "topic": 20, "ground": 44, "schools": 16, "due": 19, "period": 11,
           "event_kind": 9, "organiser": 13}
_EVENT_LINES, _ADVICE_LINES = 20, 6
_HINT = {EVENTS.sheet: "Одна строка. Дата, кто приезжал, что смотрели, что увидели, что обещала школа.",
         RECOMMENDATIONS.sheet: "Не больше трёх рекомендаций, у каждой срок. Лишние строки оставьте пустыми."}
_LABELS = ("Школа", "Выезд", "Кому")


def visit(school: str, kind: str, named: str = "") -> bytes:
    """school: its name in the register. kind: of the event. named: «выезд 08.12.2026», "" where no day is set yet."""
    workbook = Workbook()
    _event(workbook.active, school, kind)
    _advice(workbook.create_sheet(), school, named)
    return style.saved(workbook)


def _event(sheet: Worksheet, school: str, kind: str) -> None:
    header = _top(sheet, EVENTS.sheet, [EVENTS[name] for name in EVENT])
    for place, name in enumerate(EVENT, 1):
        cell = sheet.cell(header + 1, place, {"event_kind": kind, "schools": school}.get(name))
        _field(cell, EVENTS[name])
    sheet.row_dimensions[header + 1].height = _EVENT_LINES * style.LINE
    column = sheet.cell(1, 1 + EVENT.index("organiser")).column_letter
    style.drop_down(sheet, f"{column}{header + 1}", tuple(EVENTS["organiser"].choices.values()))
    style.a4(sheet, landscape=True, header_row=header)


def _advice(sheet: Worksheet, school: str, named: str) -> None:
    header = _top(sheet, RECOMMENDATIONS.sheet, [RECOMMENDATIONS[name] for name in ADVICE],
                  (school, named, "директору школы"))
    for row in range(header + 1, header + 1 + ROWS):
        for place, name in enumerate(ADVICE, 1):
            _field(sheet.cell(row, place), RECOMMENDATIONS[name])
        sheet.row_dimensions[row].height = _ADVICE_LINES * style.LINE
    style.a4(sheet, landscape=True, header_row=header)


def _top(sheet: Worksheet, name: str, columns: Sequence[Column], labels: Sequence[str] = ()) -> int:
    """Title, hint, labels, header. Gives the row of the header."""
    sheet.title = name
    sheet["A1"], sheet["A1"].font = TITLE, style.TITLE
    sheet["A2"], sheet["A2"].font = _HINT[name], style.PLAIN
    for row, (label, value) in enumerate(zip(_LABELS, labels, strict=False), 3):
        sheet.cell(row, 1, f"{label}:").font = style.PLAIN
        cell = sheet.cell(row, 2, value or None)
        cell.font, cell.number_format, cell.alignment = style.BOLD, style.TEXT, style.LEFT
        if not value:
            cell.fill, cell.border = style.INPUT_FILL, style.GRID
    header = 4 + len(labels)
    for place, column in enumerate(columns, 1):
        title = SEEN if column.name == "ground" else column.title
        style.header(sheet.cell(header, place, title), style.INPUT_FILL if column.required else style.HEADER_FILL)
        sheet.column_dimensions[sheet.cell(1, place).column_letter].width = _WIDTHS[column.name]
    return header


def _field(cell, column: Column) -> None:  # type: ignore[no-untyped-def]
    cell.font, cell.border, cell.alignment = style.PLAIN, style.GRID, style.WRAP
    cell.number_format = style.DATE if column.type in ("date", "period") else style.TEXT
