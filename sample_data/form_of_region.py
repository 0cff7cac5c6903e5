"""«Форма 7, пример.xlsx»: an invented form of a region, 14 columns of the twelve schools, with a head of merged cells
and protection; which figure stands in which of its cells; by when it is due."""

from collections.abc import Iterator
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection

from sample_data.district import MARK, SCHOOLS
from shnor.papers import Wish

NAME, SHEET = "Форма 7, пример.xlsx", "Форма 7"
WHOM, DUE = "министерство образования (выдумано)", "к 10 декабря"
SETTLED = "20.11.2026"
TITLE = f"Форма 7. Сведения о поддержке школ. {MARK}"
_HEADS = (
    ("Педагоги", ("Всего", "Завершили курсы", "Удостоверений", "С маршрутом")),
    ("Дефициты", ("Выявлено", "Помощь организована", "из")),
    ("Мероприятия центра", ("Семинары", "Вебинары", "Консультации")),
    ("Примечания", ("Кто заполнил", "Дата")),
)
_CELLS: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...] = (
    ("C", "staff_people", "k", ()), ("D", "course_people", "k", ()), ("E", "course_certificates", "k", ()),
    ("F", "routes_people", "k", ()), ("G", "deficits_found", "k", ()), ("H", "deficits_helped", "k", ()),
    ("I", "deficits_helped", "n", ()),
    ("J", "events_count", "k", (("event_kind", "практико-ориентированный семинар"),)),
    ("K", "events_count", "k", (("event_kind", "вебинар"),)),
    ("L", "events_count", "k", (("event_kind", "консультация"),)))
"""Column → metric, its part, what else is chosen of it."""
_HELPED = (3, 5, 7, 9, 11, 12)
"""Numbers of the schools on the list of 2026: of the others the centre has no rows."""
_FIRST = 4
_WIDE = 14


def form() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=_WIDE)
    sheet["A1"] = TITLE
    for address, text in (("A2", "№"), ("B2", "Школа")):
        sheet[address] = text
        sheet.merge_cells(f"{address}:{address[0]}3")
    at = 3
    for title, columns in _HEADS:
        sheet.cell(2, at, title)
        sheet.merge_cells(start_row=2, start_column=at, end_row=2, end_column=at + len(columns) - 1)
        for column in columns:
            sheet.cell(3, at, column)
            at += 1
    for row in (1, 2, 3):
        for cell in sheet[row]:
            cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="center")
    for place, school in enumerate(SCHOOLS):
        sheet.cell(_FIRST + place, 1, place + 1)
        sheet.cell(_FIRST + place, 2, school.name)
        for column in range(3, _WIDE + 1):
            cell = sheet.cell(_FIRST + place, column)
            cell.protection, cell.fill = Protection(locked=False), PatternFill("solid", fgColor="FFF2CC")
    sheet.column_dimensions["B"].width = 34
    sheet.protection.sheet = True
    book.save(raw := BytesIO())
    return raw.getvalue()


def cells() -> Iterator[tuple[str, Wish]]:
    """Address → what stands there."""
    for place, school in enumerate(SCHOOLS):
        if school.number not in _HELPED:
            continue
        for column, metric, part, where in _CELLS:
            yield f"{column}{_FIRST + place}", Wish(metric, part, school.school_id, SETTLED, where)
