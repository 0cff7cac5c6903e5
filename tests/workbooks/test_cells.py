"""A text that looks like a formula stays a text in every file; numbers stay numbers."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from shnor.workbooks import cells, style
from shnor.workbooks.table import DATA, SOURCES, SYNTHETIC, Table, workbook


def read(table: Table) -> dict[str, list[tuple]]:
    return {sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
            for sheet in load_workbook(BytesIO(workbook(table)))}


@pytest.mark.parametrize("text", ["=HYPERLINK(\"http://a\")", "+7 900", "-5", "@SUM(A1)", "\tx", "обычный"])
def test_no_text_becomes_a_formula(text):
    cell = cells.write(Workbook().active.cell(1, 1), text)
    assert (cell.value, cell.data_type) == (text, "s")
    assert bool(cell.quotePrefix) == (text != "обычный")


@pytest.mark.parametrize(("value", "number_format"), [
    (421, cells.WHOLE), (0.2280285, cells.NUMBER), (date(2026, 11, 27), "DD.MM.YYYY")])
def test_a_value_keeps_its_type(value, number_format):
    cell = cells.write(Workbook().active.cell(1, 1), value)
    assert (cell.value, cell.number_format) == (value, number_format)


def test_a_table_leaves_with_its_sources_and_the_word_that_it_is_an_example():
    sheets = read(Table("Отметки", ("Школа", "доля"), (("=СОШ № 3", 0.25),), (("На день", "27.11.2026"),),
                        frozenset({1}), synthetic=True))
    assert sheets[DATA] == [("Отметки", None), (SYNTHETIC, None), ("Школа", "доля"), ("=СОШ № 3", 0.25)]
    assert sheets[SOURCES] == [("Таблица", "Отметки"), ("На день", "27.11.2026"), ("Данные", SYNTHETIC)]


def test_a_share_is_shown_as_per_cents_and_stays_unrounded():
    book = load_workbook(BytesIO(workbook(Table("О", ("а", "доля"), (("б", 0.125),), shares=frozenset({1})))))
    cell = book[DATA].cell(3, 2)
    assert (cell.value, cell.number_format) == (0.125, cells.SHARE)


def test_every_file_we_write_passes_the_same_door():
    book = Workbook()
    book.active["A1"] = "=1+1"
    cell = load_workbook(BytesIO(style.saved(book))).active["A1"]
    assert (cell.value, cell.data_type, bool(cell.quotePrefix)) == ("=1+1", "s", True)
