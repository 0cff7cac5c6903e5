"""A form of the край: 14 columns, 10 schools, a merged head, protected cells, formulas."""

import io
import shutil
import subprocess
import zipfile

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill, Protection

from shnor.reports.forms.filled import FORMULA, NO_SHEET, PROTECTED, Target
from shnor.reports.forms.workbook import fill

SHEET = "Форма 3"
CHAIN = (b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
         b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="N4" i="1"/></calcChain>')


def form(*, chained: bool = False) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.merge_cells("A1:N1")
    sheet["A1"] = "Форма 3. Сведения о поддержке школ"
    sheet.merge_cells("C2:F2")
    sheet["C2"] = "Педагоги"
    sheet.append([None] * 14)
    for column in range(1, 15):
        sheet.cell(3, column, f"графа {column}").font = Font(bold=True)
    for row in range(4, 14):
        sheet.cell(row, 1, row - 3)
        sheet.cell(row, 2, f"Школа {row - 3}")
        for column in range(3, 14):
            cell = sheet.cell(row, column)
            cell.protection = Protection(locked=False)
            cell.fill = PatternFill("solid", fgColor="FFF2CC")
        sheet.cell(row, 14, f"=SUM(C{row}:M{row})")
    sheet.merge_cells("L13:M13")
    sheet.protection.sheet = True
    book.create_sheet("Пояснения")["A1"] = "Заполняется к 10 декабря"
    book.save(raw := io.BytesIO())
    return with_chain(raw.getvalue()) if chained else raw.getvalue()


def with_chain(data: bytes) -> bytes:
    parts = parts_of(data)
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    parts["xl/calcChain.xml"] = CHAIN
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", b'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-'
                     b'officedocument.spreadsheetml.calcChain+xml"/></Types>')
    relations = "xl/_rels/workbook.xml.rels"
    parts[relations] = parts[relations].replace(
        b"</Relationships>", b'<Relationship Id="rId99" Type="' + kind + b'" Target="calcChain.xml"/></Relationships>')
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return raw.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(before: bytes, after: bytes) -> set[str]:
    old, new = parts_of(before), parts_of(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def cells(data: bytes) -> dict[str, bytes]:
    """Address → the whole element of a cell, without the last result of a formula."""
    sheet = etree.fromstring(parts_of(data)["xl/worksheets/sheet1.xml"])
    for result in sheet.xpath("//*[local-name()='c'][*[local-name()='f']]/*[local-name()='v']"):
        result.getparent().remove(result)
    return {cell.get("r"): etree.tostring(cell, method="c14n") for cell in sheet.iter("{*}c")}


def at(**values: int | float | str | None) -> dict[Target, int | float | str | None]:
    return {Target(SHEET, address): value for address, value in values.items()}


def test_every_open_cell_of_the_form_is_filled_and_nothing_else_changes():
    before = form()
    values = at(**{f"{column}{row}": row * 10 for row in range(4, 14) for column in "CDEFGHIJKLM"
                   if (column, row) != ("M", 13)})
    made = fill(before, values)
    assert (made.written, made.left) == (109, {})
    assert changed(before, made.data) == {"xl/worksheets/sheet1.xml"}
    old, new = cells(before), cells(made.data)
    assert {address for address in new if old.get(address) != new[address]} == {one.address for one in values}
    sheet = load_workbook(io.BytesIO(made.data))[SHEET]
    assert [sheet["C4"].value, sheet["M12"].value, sheet["L13"].value, sheet["N4"].value] == [
        40, 120, 130, "=SUM(C4:M4)"]


def test_numbers_texts_and_what_is_left_empty():
    made = fill(form(), at(C4=33, D4=0.939, E4="нет «данных» & прочего", F4=None))
    sheet = load_workbook(io.BytesIO(made.data))[SHEET]
    assert [sheet[address].value for address in ("C4", "D4", "E4", "F4")] == [33, 0.939, "нет «данных» & прочего", None]
    assert all(sheet[address].fill.fgColor.rgb == "00FFF2CC" for address in ("C4", "D4", "E4", "F4"))


@pytest.mark.parametrize(("target", "why"), [
    pytest.param(Target(SHEET, "B4"), PROTECTED, id="protected"),
    pytest.param(Target(SHEET, "N4"), PROTECTED, id="protected-formula"),
    pytest.param(Target("Форма 4", "C4"), NO_SHEET, id="no-such-sheet"),
])
def test_what_is_not_written_is_told(target, why):
    before = form()
    made = fill(before, {target: 1})
    assert made.left == {target: why}
    assert changed(before, made.data) == set()


def test_of_a_merged_range_the_first_cell_is_written():
    made = fill(form(), at(M13=7))
    assert load_workbook(io.BytesIO(made.data))[SHEET]["L13"].value == 7


def test_a_cell_and_a_row_that_are_not_there_yet_come_in_order():
    book = Workbook()
    book.active.title = SHEET
    book.active["B2"] = 1
    book.save(raw := io.BytesIO())
    made = fill(raw.getvalue(), at(A2=5, D9="текст", C2=6))
    sheet = load_workbook(io.BytesIO(made.data))[SHEET]
    assert [sheet[address].value for address in ("A2", "B2", "C2", "D9")] == [5, 1, 6, "текст"]
    assert [*cells(made.data)] == ["A2", "B2", "C2", "D9"]


def test_the_chain_goes_only_with_a_formula_that_was_written_over():
    before = form(chained=True)
    book = load_workbook(io.BytesIO(before))
    book[SHEET].protection.sheet = False
    book.save(raw := io.BytesIO())
    before = with_chain(raw.getvalue())
    assert changed(before, fill(before, at(C4=1)).data) == {"xl/worksheets/sheet1.xml"}
    assert changed(before, fill(before, at(N4=1)).data) == {
        "xl/worksheets/sheet1.xml", "xl/calcChain.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"}


def test_a_formula_others_rest_on_is_left_alone():
    book = Workbook()
    book.active.title = SHEET
    book.active["A1"] = "=B1"
    book.save(raw := io.BytesIO())
    parts = parts_of(raw.getvalue())
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"<f>B1</f>", b'<f t="shared" ref="A1:A9" si="0">B1</f>')
    shared = io.BytesIO()
    with zipfile.ZipFile(shared, "w") as target:
        for one, content in parts.items():
            target.writestr(one, content)
    assert fill(shared.getvalue(), at(A1=1)).left == {Target(SHEET, "A1"): FORMULA}


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_the_office_opens_it_and_counts_its_totals_anew(tmp_path):
    (tmp_path / "form.xlsx").write_bytes(fill(form(), at(C4=3, D4=4, C5=5)).data)
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
                    "--convert-to", "csv", "--outdir", str(tmp_path), str(tmp_path / "form.xlsx")],
                   check=True, capture_output=True, timeout=120)
    lines = (tmp_path / "form.csv").read_text("utf-8").splitlines()
    assert [line.rpartition(",")[2] for line in lines[3:6]] == ["7", "5", "0"]
