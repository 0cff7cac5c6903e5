"""What was typed on a screen stands in the cells a school would have filled in; a file as read has its cells alone."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from shnor.datasets import Grid
from shnor.workbooks import as_read, month_typed
from shnor.workbooks.month import NOTHING_NEW, SHEET, MonthHead, MonthRow, month_workbook
from shnor.workbooks.month_sheets import TEACHERS, StaffRow

HEAD = MonthHead("Ш05", "МБОУ ООШ № 5", date(2026, 11, 1), date(2026, 11, 25), ("План № 5",))
ROWS = [MonthRow(1, number, f"Дело {number}", "ноябрь 2026", "", "", "2026", 1) for number in ("1.1", "2.4")]


def test_what_is_typed_stands_in_its_cell():
    empty = month_workbook(HEAD, ROWS, [StaffRow("математика", 2)])
    data = month_typed.typed(empty, {(SHEET, NOTHING_NEW): "да"}, {
        (SHEET, 1, "Состояние"): "выполнено", (SHEET, 1, "Дата"): date(2026, 11, 18),
        (SHEET, 1, "Пояснение школы"): "=1+1", (TEACHERS, 0, "Всего сейчас"): 3})
    before, book = (load_workbook(BytesIO(one)) for one in (empty, data))
    changed = [(sheet.title, cell.coordinate, cell.value) for sheet in book for row in sheet.iter_rows()
               for cell in row if cell.value != before[sheet.title][cell.coordinate].value]
    assert changed == [("Месяц", "B7", "да"), ("Месяц", "F13", "выполнено"),
                       ("Месяц", "G13", book["Месяц"]["G13"].value), ("Месяц", "J13", "=1+1"), ("Педагоги", "C8", 3)]
    assert (book["Месяц"]["G13"].value.date(), book["Месяц"]["J13"].data_type) == (date(2026, 11, 18), "s")


def test_a_file_as_read_keeps_its_cells_where_they_stood():
    grids = [Grid("Месяц", (("а", None, 2.5), (None, date(2026, 11, 18))), merged=((0, 0, 0, 1),)),
             Grid("Тихий", (("=HYPERLINK(1)",),), hidden=True)]
    book = load_workbook(BytesIO(as_read.workbook(grids)))
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [("Месяц", "visible"), ("Тихий", "hidden")]
    assert [cell.value for cell in book["Месяц"][1]] == ["а", None, 2.5]
    assert book["Месяц"]["B2"].value.date() == date(2026, 11, 18)
    assert (book["Тихий"]["A1"].data_type, book.properties.creator) == ("s", None)


def test_a_file_of_hidden_sheets_alone_can_be_opened():
    book = load_workbook(BytesIO(as_read.workbook([Grid("Тихий", (("а",),), hidden=True)])))
    assert book["Тихий"].sheet_state == "visible"
