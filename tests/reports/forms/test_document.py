"""A table of a document, filled in."""

import io
import zipfile

import pytest
from docx import Document

from shnor.reports.forms.document import fill
from shnor.reports.forms.filled import NO_CELL, NO_SHEET, Target

TABLE = "Таблица 1"


def form() -> bytes:
    document = Document()
    document.add_paragraph("Сведения о поддержке школ")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Педагоги"
    table.cell(1, 0).text, table.cell(1, 1).text = "Школа", "Прошли курсы"
    run = table.cell(2, 1).paragraphs[0].add_run("…")
    run.bold = True
    document.save(raw := io.BytesIO())
    return raw.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_cells_are_written_and_every_other_part_is_the_same():
    before = form()
    made = fill(before, {Target(TABLE, "B3"): 12, Target(TABLE, "C3"): 93.9, Target(TABLE, "A3"): "СОШ № 3"})
    table = Document(io.BytesIO(made.data)).tables[0]
    assert [cell.text for cell in table.rows[2].cells] == ["СОШ № 3", "12", "93,9"]
    assert table.cell(2, 1).paragraphs[0].runs[0].bold
    assert table.cell(1, 1).text == "Прошли курсы"
    old, new = parts_of(before), parts_of(made.data)
    assert [*old] == [*new]
    assert {name for name in old if old[name] != new[name]} == {"word/document.xml"}


@pytest.mark.parametrize(("target", "why"), [
    pytest.param(Target("Таблица 2", "A1"), NO_SHEET, id="no-such-table"),
    pytest.param(Target(TABLE, "D9"), NO_CELL, id="no-such-cell"),
])
def test_what_is_not_there_is_told(target, why):
    before = form()
    made = fill(before, {target: 1})
    assert (made.left, made.written) == ({target: why}, 0)
    assert parts_of(made.data) == parts_of(before)


def test_a_merged_cell_is_one():
    made = fill(form(), {Target(TABLE, "C1"): "Учителя"})
    assert Document(io.BytesIO(made.data)).tables[0].cell(0, 0).text == "Учителя"


def test_what_has_no_data_is_left_empty():
    made = fill(form(), {Target(TABLE, "B3"): None})
    assert Document(io.BytesIO(made.data)).tables[0].cell(2, 1).text == ""
