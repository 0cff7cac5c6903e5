"""Workbooks and documents written as one XML, and old ways to hand a table over."""

import contextlib
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.loaders.files.documents.opendocument import read_flat_text
from shnor.loaders.files.documents.word_xml import read_xml_document
from shnor.loaders.files.raw import Failed
from shnor.loaders.files.read import read
from shnor.loaders.files.workbooks.old_exchange import read_dif, read_sylk
from shnor.loaders.files.workbooks.xml_books import read_flat_book, read_xml_book

ODF = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
               for name in ("office", "table", "text"))
SS = "urn:schemas-microsoft-com:office:spreadsheet"


def excel(rows: str, more: str = "") -> bytes:
    return (f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{SS}" xmlns:ss="{SS}" '
            f'xmlns:x="urn:schemas-microsoft-com:office:excel"><Worksheet ss:Name="Отчёт"><Table>{rows}</Table>{more}'
            "</Worksheet></Workbook>").encode()


def cell(kind: str, text: object, more: str = "") -> str:
    return f'<Cell{more}><Data ss:Type="{kind}">{text}</Data></Cell>'


@pytest.mark.parametrize(("kind", "text", "value"), [
    ("String", "СОШ №&#10;5", "СОШ №\n5"), ("Number", "5", 5), ("Number", "4.5", 4.5), ("Number", "1E3", 1000),
    ("Boolean", "1", True), ("DateTime", "2026-11-27T00:00:00.000", date(2026, 11, 27)),
    ("DateTime", "2026-11-27T09:30:00.000", datetime(2026, 11, 27, 9, 30)), ("Error", "#N/A", "#Н/Д"),
    ("String", "<B xmlns='http://www.w3.org/TR/REC-html40'>жир</B>ный", "жирный"),
])
def test_values_of_an_excel_2003_xml(kind: str, text: str, value: object):
    (sheet,) = read_xml_book(excel(f"<Row>{cell(kind, text)}</Row>"))
    assert (sheet.sheet, sheet.cells) == ("Отчёт", ((value,),))
    assert type(sheet.cells[0][0]) is type(value)


def test_places_that_are_told_by_their_number():
    (sheet,) = read_xml_book(excel(
        f"""<Column/><Row ss:Index="2">{cell("String", "шапка", ' ss:Index="2"')}</Row>"""
        f"""<Row ss:Index="4">{cell("String", "а", ' ss:MergeAcross="1"')}{cell("Number", 3)}</Row>"""
        f"<Row><Cell/>{cell('Number', 4)}</Row>"))
    assert sheet.cells == ((None,) * 3, (None, "шапка", None), (None,) * 3, ("а", None, 3), (None, 4, None))
    assert sheet.merged == ((3, 0, 3, 1),)


def test_a_hidden_sheet_and_a_bare_ampersand():
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    (sheet,) = read_xml_book(excel(f"<Row>{cell('String', 'Мама & папа')}</Row>", hidden))
    assert (sheet.hidden, sheet.cells) == (True, (("Мама & папа",),))


def test_a_flat_ods_written_with_indents():
    (sheet,) = read_flat_book(f"""<?xml version="1.0"?>
        <office:document {ODF} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
         <office:body>
          <office:spreadsheet>
           <table:table table:name="План">
            <table:table-row>
             <table:table-cell office:value-type="string">
              <text:p>Школа</text:p>
             </table:table-cell>
             <table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>
            </table:table-row>
           </table:table>
          </office:spreadsheet>
         </office:body>
        </office:document>""".encode())
    assert (sheet.sheet, sheet.cells) == ("План", (("Школа", 5),))


def test_a_flat_text_is_read_like_a_packed_one():
    (table,) = read_flat_text((f'<office:document {ODF}><office:body><office:text><text:p>План</text:p><table:table>'
                               "<table:table-row><table:table-cell><text:p>а</text:p></table:table-cell></table:table-row>"
                               "</table:table></office:text></office:body></office:document>").encode())
    assert (table.cells, table.heading) == ((("а",),), "План")


WORD = "http://schemas.microsoft.com/office/word/2003/wordml"


def word(body: str) -> bytes:
    return (f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="{WORD}" '
            'xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:wx="http://schemas.microsoft.com/office/word/2003/'
            f'auxHint"><w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>').encode()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_tables_of_a_word_2003_xml():
    (table,) = read_xml_document(word(
        paragraph("План") + "<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val='restart'/></w:tcPr>" + paragraph("а") +
        "</w:tc><w:tc>" + paragraph("б") + "<w:p><aml:annotation aml:id='0' w:type='Word.Deletion'><aml:content><w:r>"
        "<w:delText>старое</w:delText></w:r></aml:content></aml:annotation><aml:annotation w:type='Word.Insertion'>"
        "<aml:content><w:r><w:t>новое</w:t></w:r></aml:content></aml:annotation></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc>" + paragraph("в") + "</w:tc></w:tr></w:tbl>"))
    assert (table.cells, table.merged) == ((("а", "б\nновое"), (None, "в")), ((0, 0, 1, 0),))
    assert table.heading == "План"


@pytest.mark.parametrize(("lines", "cells"), [
    pytest.param(["ID;PWXL;N;E", 'C;Y1;X1;K"Школа"', 'C;X2;K"а;;б ""в"""', "C;Y2;X1;K4.5", "C;X2;KTRUE", "E"],
                 (("Школа", 'а;б "в"'), (4.5, True)), id="places-go-on"),
    pytest.param(["ID;P", "P;PGeneral", "P;Pdd/mm/yyyy", "F;P1;Y1;X1", "C;K46302", "F;P0;X2", "C;K46302"],
                 ((date(2026, 10, 7), 46302),), id="a-day-by-its-format"),
    pytest.param(["ID;P", "C;Y1;X1;K12;ESUM(R2C1)", 'C;Y1;X2;K"a\x1b :b"'], ((12, "a\nb"),),
                 id="formula-and-line-break"),
])
def test_sylk(lines: list[str], cells: tuple):
    (sheet,) = read_sylk("\r\n".join(lines).encode("cp1251"))
    assert sheet.cells == cells


def test_dif():
    lines = ("TABLE", "0,1", '"x"', "VECTORS", "0,2", '""', "DATA", "0,0", '""', "-1,0", "BOT", "1,0", '"Школа"', "0,5",
             "V", "-1,0", "BOT", "1,0", '"СОШ ""А"""', "0,4.5", "V", "-1,0", "EOD")
    assert read_dif("\r\n".join(lines).encode("cp866"))[0].cells == (("Школа", 5), ('СОШ "А"', 4.5))


@pytest.mark.parametrize(("name", "data", "cells"), [
    ("отчёт.xls", excel(f"<Row>{cell('Number', 7)}</Row>"), ((7,),)),
    ("отчёт.xml", excel(f"<Row>{cell('Number', 7)}</Row>"), ((7,),)),
    ("отчёт.doc", word("<w:tbl><w:tr><w:tc>" + paragraph("7") + "</w:tc></w:tr></w:tbl>"), (("7",),)),
    ("отчёт.slk", b"ID;PX\r\nC;Y1;X1;K7\r\nE", ((7,),)),
    ("отчёт.dif", b'TABLE\r\n0,1\r\n"x"\r\nDATA\r\n0,0\r\n""\r\n-1,0\r\nBOT\r\n0,7\r\nV\r\n-1,0\r\nEOD', ((7,),)),
])
def test_the_content_settles_what_reads_it(name: str, data: bytes, cells: tuple):
    grids, issues = read(name, data)
    assert ([grid.cells for grid in grids], issues) == ([cells], ())


@pytest.mark.parametrize("reader", [read_xml_book, read_flat_book, read_flat_text, read_xml_document])
@pytest.mark.parametrize("data", [b"", b"<", b"<a>", b'<!DOCTYPE a [<!ENTITY b "' + b"c" * 99 + b'">]><a>&b;</a>'])
def test_no_xml_is_no_table(reader, data: bytes):
    with contextlib.suppress(Failed):
        assert [table for table in reader(data) if any(map(any, table.cells))] == []


@settings(deadline=None)
@given(st.lists(st.sampled_from(["ID;P", "C;Y1", "C;X2;K1", 'C;K"', "F;P9", "P;P", ";;", "E", "C;Y99999999;X1;K1",
                                 "TABLE", "DATA", "1,0", '"'])))
def test_any_lines_end_in_cells_or_a_reason(lines: list[str]):
    for reader in (read_sylk, read_dif):
        with contextlib.suppress(Failed):
            assert len({len(row) for sheet in reader("\n".join(lines).encode()) for row in sheet.cells}) <= 1
