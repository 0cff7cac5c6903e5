"""What stands in a Word document besides plain tables: frames, changes, fields, sheets of Excel."""

import io

import openpyxl
import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from shnor.loaders.files.documents.word import read_document
from shnor.loaders.files.raw import Failed
from tests.loaders.files.test_documents import saved, table

OFFICE = "urn:schemas-microsoft-com:office:office"
COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def cells(document) -> list[tuple]:
    return [made.cells for made in read_document(saved(document))]


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>"


@pytest.mark.parametrize(("content", "text"), [
    pytest.param(f"<w:moveFrom>{run('старое место')}</w:moveFrom>{run('б')}", "б", id="moved-away"),
    pytest.param(f"<w:moveTo>{run('новое')}</w:moveTo>", "новое", id="moved-here"),
    pytest.param(f"<w:del><w:r><w:delText>нет</w:delText></w:r>{run('нет')}</w:del>{run('да')}", "да", id="deleted"),
    pytest.param(f"<w:ins>{run('да')}<w:del>{run(' нет')}</w:del></w:ins>", "да", id="deleted-in-inserted"),
    pytest.param(run("скрыто", "<w:rPr><w:vanish/></w:rPr>") + run("видно"), "видно", id="hidden"),
    pytest.param(run("видно", "<w:rPr><w:vanish w:val='0'/></w:rPr>"), "видно", id="not-hidden"),
    pytest.param(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Место для ввода')}</w:sdtContent>"
                 f"</w:sdt>{run('а')}", "а", id="hint-of-an-empty-field"),
    pytest.param(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('выбрано')}</w:sdtContent></w:sdt>", "выбрано", id="field"),
    pytest.param(f"<w:hyperlink>{run('сайт')}</w:hyperlink><w:r><w:noBreakHyphen/></w:r>{run('5')}", "сайт-5",
                 id="link"),
])
def test_text_as_it_stands_when_all_changes_are_accepted(content: str, text: str):
    document = Document()
    paragraph = table(document, "|х").cell(0, 0).paragraphs[0]._p
    for part in parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>"):
        paragraph.append(part)
    assert cells(document) == [((text, "х"),)]


@pytest.mark.parametrize(("place", "expected"), [
    pytest.param("row", (("а", "б"), ("д", "е")), id="row"), pytest.param("cell", (("а", "б"), ("г", None), ("д", "е")),
                                                                        id="cell")])
def test_deleted_rows_and_cells_are_left_out_with_their_text(place: str, expected: tuple):
    document = Document()
    made = table(document, "а|б", "в|г", "д|е")
    if place == "row":
        made.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')}/>"))
    else:
        made.cell(1, 0)._tc.get_or_add_tcPr().append(parse_xml(f"<w:cellDel {nsdecls('w')}/>"))
    assert cells(document) == [expected]


def test_a_table_deleted_as_a_whole_is_none():
    document = Document()
    for row in table(document, "а|б", "в|г").rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')}/>"))
    with pytest.raises(Failed, match="no-tables"):
        read_document(saved(document))


def test_a_deleted_paragraph_leaves_no_empty_line():
    document = Document()
    cell = table(document, "раз|два").cell(0, 0)
    cell._tc.insert(1, parse_xml(f"<w:p {nsdecls('w')}><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>нет"
                                 "</w:delText></w:r></w:del></w:p>"))
    cell.add_paragraph("три")
    assert cells(document) == [(("раз\nтри", "два"),)]


def box(content: str) -> str:
    return (f"<mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent>{content}</w:txbxContent></mc:Choice>"
            f"<mc:Fallback><w:pict><w:txbxContent>{content}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>")


def test_a_text_box_is_read_once_and_is_no_title_of_the_table_inside():
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('а')}</w:p></w:tc><w:tc><w:p>{run('б')}</w:p></w:tc></w:tr></w:tbl>"
    first = f"<w:p>{run('Я')}</w:p>"
    document = Document()
    document.add_paragraph("План")
    document.element.body.insert(1, parse_xml(
        f"<w:p {nsdecls('w')} {COMPATIBILITY}>{run('на 2026 год')}<w:r>{box(first + inner)}</w:r></w:p>"))
    (made,) = read_document(saved(document))
    assert (made.cells, made.heading) == ((("а", "б"),), "План\nна 2026 год\nЯ")


def test_only_the_older_copy_of_a_text_box_is_read_where_it_is_the_only_one():
    document = Document()
    paragraph = table(document, "|х").cell(0, 0).paragraphs[0]._p
    paragraph.append(parse_xml(f"<w:r {nsdecls('w')} {COMPATIBILITY}><mc:AlternateContent><mc:Choice Requires='x'/>"
                               f"<mc:Fallback><w:pict><w:txbxContent><w:p>{run('старое')}</w:p></w:txbxContent></w:pict>"
                               "</mc:Fallback></mc:AlternateContent></w:r>"))
    assert cells(document) == [(("старое", "х"),)]


def test_a_layout_gives_way_to_the_table_inside_it():
    document = Document()
    around = document.add_table(2, 1)
    around.cell(0, 0).text = "УТВЕРЖДАЮ"
    inner = around.cell(1, 0).add_table(2, 2)
    for number, cell in enumerate(inner._cells):
        cell.text = str(number)
    (made,) = read_document(saved(document))
    assert (made.cells, made.heading) == ((("0", "1"), ("2", "3")), "УТВЕРЖДАЮ")


def with_object(document, content: bytes, name: str, program: str):
    part = Part(PackURI(f"/word/embeddings/{name}"), "application/octet-stream", content, document.part.package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.PACKAGE)
    document.add_paragraph()._p.append(parse_xml(
        f'<w:object {nsdecls("w", "r")} xmlns:o="{OFFICE}"><o:OLEObject ProgID="{program}" r:id="{relation}"/>'
        "</w:object>"))


def workbook(*rows: tuple) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("first", "names"), [(True, ["Таблица 1", "Таблица 2"]), (False, ["Таблица 1"])])
def test_a_sheet_of_excel_in_the_document_is_a_table(first: bool, names: list[str]):
    document = Document()
    if first:
        table(document, "а|б")
    with_object(document, workbook(("Школа", "Число"), ("СОШ № 2", 5)), "Sheet1.xlsx", "Excel.Sheet.12")
    made = read_document(saved(document))
    assert ([one.sheet for one in made], made[-1].cells) == (names, (("Школа", "Число"), ("СОШ № 2", 5)))


def test_objects_of_other_programs_and_broken_ones_do_no_harm():
    document = Document()
    table(document, "а|б")
    with_object(document, b"x", "a.bin", "Equation.3")
    with_object(document, b"PK broken", "b.xlsx", "Excel.Sheet.12")
    assert cells(document) == [(("а", "б"),)]


def test_a_page_put_into_a_document_is_read():
    document = Document()
    part = Part(PackURI("/word/page.html"), "text/html", b"<table><tr><td>1<td>2</table>", document.part.package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.A_F_CHUNK)
    document.element.body.insert(0, parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="{relation}"/>'))
    assert cells(document) == [(("1", "2"),)]


@pytest.mark.parametrize(("lines", "expected"), [
    pytest.param(["Отчёт", "№\tШкола", "1\tСОШ № 2", "2\tСОШ № 5"],
                 [(("№", "Школа"), ("1", "СОШ № 2"), ("2", "СОШ № 5"))], id="three-lines"),
    pytest.param(["\tВ соответствии", "\tс приказом", "\tи письмом"], "no-tables", id="indents"),
    pytest.param(["Школа\tЧисло", "СОШ № 2\t\t5", "СОШ № 5\t\t\t7"], "typed-table", id="each-in-its-own-way"),
    pytest.param(["Директор\tИванова"], "no-tables", id="a-signature"),
])
def test_a_table_typed_with_tabs(lines: list[str], expected):
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if isinstance(expected, str):
        with pytest.raises(Failed, match=expected):
            read_document(saved(document))
    else:
        assert (cells(document), read_document(saved(document))[0].heading) == (expected, "Отчёт")


def test_a_row_and_a_cell_inside_content_controls():
    document = Document()
    made = table(document, "а|б", "в|г")
    for element in (made.rows[1]._tr, made.cell(0, 1)._tc):
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        element.addprevious(control)
        control.find(qn("w:sdtContent")).append(element)
    assert cells(document) == [(("а", "б"), ("в", "г"))]
