"""What documents, pages and XML books show beside their values."""

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from shnor.datasets import Looks
from shnor.loaders.files.read import read
from tests.loaders.files.test_documents import saved, table
from tests.loaders.files.test_richtext import odt, rtf
from tests.loaders.files.test_xml_books import cell, excel


def looks(name: str, data: bytes) -> tuple[tuple, Looks]:
    (grid,), _ = read(name, data)
    return grid.cells, grid.looks


def crossed_out() -> bytes:
    document = Document()
    made = table(document, "а|б", "в|г")
    for one in made.rows[1].cells:
        one.paragraphs[0].runs[0].font.strike = True
    made.cell(0, 0).paragraphs[0].add_run("зачёркнуто").font.strike = True
    return saved(document)


def unseen() -> bytes:
    """The second row is hidden, of the first one word, of the third the end of a paragraph alone."""
    document = Document()
    made = table(document, "а|б", "в|г", "д|е")
    for run in (*(one.paragraphs[0].runs[0] for one in made.rows[1].cells),
                made.cell(0, 0).paragraphs[0].add_run("скрыто")):
        run.font.hidden = True
    made.cell(2, 0).paragraphs[0]._p.get_or_add_pPr().append(parse_xml(
        f"<w:rPr {nsdecls('w')}><w:vanish/></w:rPr>"))
    return saved(document)


def hidden_by_word() -> bytes:
    document = Document()
    made = table(document, "а|б", "в|г", "д|е")
    made.rows[1]._tr.get_or_add_trPr().append(OxmlElement("w:hidden"))
    return saved(document)


STYLE = ('<office:automatic-styles xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">'
         '<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>'
         '<style:style style:name="T2"><style:text-properties text:display="none"/></style:style>'
         "</office:automatic-styles>")


def odt_cell(text: str, style: str = "") -> str:
    inner = f"<text:span text:style-name='{style}'>{text}</text:span>" if style else text
    return f"<table:table-cell><text:p>{inner}</text:p></table:table-cell>"


@pytest.mark.parametrize(("name", "data"), [
    pytest.param("план.docx", crossed_out(), id="docx"),
    pytest.param("план.rtf", rtf(r"\trowd\cellx1\cellx99\pard\intbl а{\strike зачёркнуто}\cell б\cell\row\trowd"
                                 r"\cellx1\cellx99\pard\intbl{\strike в}\cell{\striked1 г}\cell\row\pard\par"),
                 id="rtf"),
    pytest.param("план.xls", ("<table><tr><td>а<s>зачёркнуто</s><td>б<tr style='text-decoration: line-through'>"
                              "<td>в<td>г").encode(), id="page"),
    pytest.param("план.odt", odt(
        STYLE + "<table:table><table:table-row>" + odt_cell("азачёркнуто") + odt_cell("б") +
        "</table:table-row><table:table-row>" + odt_cell("в", "T1") + odt_cell("г", "T1") +
        "</table:table-row></table:table>"), id="odt"),
])
def test_cells_struck_out_as_a_whole(name: str, data: bytes):
    cells, shown = looks(name, data)
    assert cells == (("азачёркнуто", "б"), ("в", "г"))
    assert shown == Looks(struck=((1, 0, 1, 0), (1, 1, 1, 1)))


@pytest.mark.parametrize(("name", "data"), [
    pytest.param("план.docx", unseen(), id="docx"),
    pytest.param("план.docx", hidden_by_word(), id="docx-row"),
    pytest.param("план.rtf", rtf(r"\trowd\cellx1\cellx99\pard\intbl а{\v скрыто}\cell б\cell\row\trowd\cellx1\cellx99"
                                 r"\pard\intbl{\v в}\cell{\v г}\cell\row\trowd\cellx1\cellx99\pard\intbl"
                                 r"{\v0 д}\cell е\cell\row\pard\par"), id="rtf"),
    pytest.param("план.odt", odt(STYLE + "<table:table>" + "".join(
        f"<table:table-row>{row}</table:table-row>" for row in (
            odt_cell("а<text:span text:style-name='T2'>скрыто</text:span>") + odt_cell("б"),
            odt_cell("в", "T2") + odt_cell("г", "T2"), odt_cell("д") + odt_cell("е"))) + "</table:table>"), id="odt"),
])
def test_rows_of_hidden_text_alone(name: str, data: bytes):
    cells, shown = looks(name, data)
    assert cells == (("а", "б"), ("в", "г"), ("д", "е"))
    assert shown == Looks(hidden_rows=frozenset({1}))


def test_hidden_rows_of_a_page():
    cells, shown = looks("план.xls", ("<table><tr style='display:none'><td><td><tr><td>а<td>б<tr hidden><td>в<td>г"
                                      "<tr style='DISPLAY: none'><td>д<td>е</table>").encode())
    assert (cells, shown) == ((("а", "б"), ("в", "г"), ("д", "е")), Looks(hidden_rows=frozenset({1, 2})))


def test_what_an_excel_2003_xml_shows():
    styles = ('<Styles><Style ss:ID="a"><NumberFormat ss:Format="0%"/></Style>'
              '<Style ss:ID="b" ss:Parent="a"><Font ss:StrikeThrough="1"/></Style>'
              '<Style ss:ID="c"><NumberFormat ss:Format="Percent"/></Style></Styles>')
    data = excel('<Column ss:Index="2" ss:Hidden="1"/>'
                 f"""<Row>{cell("Number", 0.98, ' ss:StyleID="a"')}{cell("Number", 1, ' ss:StyleID="b"')}</Row>"""
                 f"""<Row ss:Hidden="1">{cell("Number", 0.5, ' ss:StyleID="c"')}<Cell ss:Formula="=RC[-1]"/></Row>"""
                 f'<Row ss:Hidden="1" ss:Span="1"/><Row>{cell("String", "конец")}</Row>')
    cells, shown = looks("свод.xml", data.replace(b"<Worksheet", styles.encode() + b"<Worksheet"))
    assert cells == (("98%", "100%"), ("50%", None), (None, None), (None, None), ("конец", None))
    assert shown == Looks(hidden_rows=frozenset({1, 2, 3}), hidden_columns=frozenset({1}), struck=((0, 1, 0, 1),),
                          lost=((1, 1, 1, 1),))
