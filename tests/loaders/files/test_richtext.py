"""Tables of RTF and OpenDocument texts read like those of Word."""

import contextlib
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from sample_data import grachevka
from shnor.loaders.files.documents.opendocument import read_opendocument
from shnor.loaders.files.documents.richtext import read_richtext
from shnor.loaders.files.documents.word import read_document
from shnor.loaders.files.raw import Failed

KISLOVODSK = Path(__file__).parents[3] / "sample_data" / "kislovodsk" / "kislovodsk_2020_2022.docx"


def rtf(body: str) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0 Arial;}}{\*\generator X;}" + body + "}").encode("cp1251")


def odt(body: str) -> bytes:
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                     for name in ("office", "table", "text"))
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        target.writestr("content.xml", f"<office:document-content {names}><office:body><office:text>{body}"
                                       "</office:text></office:body></office:document-content>")
    return raw.getvalue()


ROWS = r"\trowd\cellx1000\cellx3000 \'d8\'ea\'ee\'eb\'e0\cell\u1050?\u1083?\u1072?\u1089?\u1089?\cell\row "


def test_letters_rows_and_the_text_above():
    [table] = read_richtext(rtf(r"\pard Отчёт школы\par " + ROWS + r"\trowd\cellx1000\cellx3000 № 5\cell 6\line А\cell"
                                r"\row\pard Подпись\par "))
    assert table.cells == (("Школа", "Класс"), ("№ 5", "6\nА"))
    assert (table.sheet, table.heading, table.merged) == ("Таблица 1", "Отчёт школы", ())


def test_a_wide_cell_and_a_tall_one():
    [table] = read_richtext(rtf(r"\trowd\cellx1000\cellx2000\cellx3000 а\cell б\cell в\cell\row"
                                r"\trowd\cellx1000\cellx3000 г\cell широкая\cell\row"
                                r"\trowd\clvmgf\cellx1000\cellx2000\cellx3000 высокая\cell 1\cell 2\cell\row"
                                r"\trowd\clvmrg\cellx1000\cellx2000\cellx3000\cell 3\cell 4\cell\row\pard\par"))
    assert table.cells == (("а", "б", "в"), ("г", "широкая", None), ("высокая", "1", "2"), (None, "3", "4"))
    assert sorted(table.merged) == [(1, 1, 1, 2), (2, 0, 3, 0)]


def test_two_tables_with_a_line_between():
    tables = read_richtext(rtf(ROWS + r"\pard Вторая\par " + ROWS))
    assert [(table.sheet, table.heading) for table in tables] == [("Таблица 1", ""), ("Таблица 2", "Вторая")]


@pytest.mark.parametrize(("reader", "data"), [
    pytest.param(read_richtext, rtf(r"\pard только текст\par "), id="rtf"),
    pytest.param(read_opendocument, odt("<text:p>только текст</text:p>"), id="odt")])
def test_a_document_without_a_table(reader, data):
    with pytest.raises(Failed, match="no-tables"):
        reader(data)


@pytest.mark.parametrize("data", [
    pytest.param(b"{\\rtf1}}}}}\\cell\\row", id="braces"), pytest.param(b"{\\rtf1 \\row\\row", id="no-cells"),
    pytest.param(b"{\\rtf1 a\\cell b\\cell\\row}", id="no-edges")])
def test_broken_rtf_is_read_or_refused(data):
    with contextlib.suppress(Failed):
        assert all(len(row) == len(table.cells[0]) for table in read_richtext(data) for row in table.cells)


def test_merged_repeated_and_hidden_cells_of_odt():
    [table] = read_opendocument(odt(
        "<text:p>План</text:p><table:table><table:table-header-rows><table:table-row>"
        "<table:table-cell table:number-columns-spanned='2'><text:p>Срок<text:s text:c='2'/>и план</text:p>"
        "</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>Кто</text:p></table:table-cell>"
        "</table:table-row></table:table-header-rows><table:table-row>"
        "<table:table-cell table:number-columns-repeated='2'><text:p>1</text:p></table:table-cell>"
        "<table:table-cell><text:p>а<text:note><text:p>сноска</text:p></text:note></text:p><text:p>б</text:p>"
        "</table:table-cell></table:table-row></table:table>"))
    assert table.cells == (("Срок  и план", None, "Кто"), ("1", "1", "а\nб"))
    assert (table.merged, table.heading) == (((0, 0, 0, 1),), "План")


@pytest.mark.parametrize("times", ["", "-2", "0", "два"])
def test_a_number_of_repeats_that_is_none_is_one(times):
    [table] = read_opendocument(odt(
        "<table:table><table:table-row>"
        f"<table:table-cell table:number-columns-repeated='{times}'><text:p>1</text:p></table:table-cell>"
        "<table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>"))
    assert table.cells == (("1", "2"),)


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize(("document", "ending", "reader"), [
    pytest.param(KISLOVODSK.read_bytes, "odt", read_opendocument, id="odt"),
    pytest.param(grachevka.document, "rtf", read_richtext, id="rtf")])
def test_a_real_document_saved_by_libreoffice_reads_the_same(tmp_path, document, ending, reader):
    source = tmp_path / "plan.docx"
    source.write_bytes(document())
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
                    "--convert-to", ending, "--outdir", tmp_path, source], check=True, capture_output=True, timeout=180)
    sent, again = read_document(source.read_bytes()), reader((tmp_path / f"plan.{ending}").read_bytes())
    assert [table.cells for table in again] == [table.cells for table in sent]
