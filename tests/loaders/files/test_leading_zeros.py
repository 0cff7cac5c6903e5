"""Zeros a number format shows before a whole number, as codes of schools have them, in every kind of workbook."""

import io
import struct

import pytest
from openpyxl import Workbook

from shnor.loaders.files.read import read
from tests.loaders.files.test_looks import MANIFEST, ODS, URN, cell, packed, record, row, wide, xlsb
from tests.loaders.files.test_xml_books import cell as xml_cell
from tests.loaders.files.test_xml_books import excel

ZEROS = ((512, "0000"), (512, "General"), (15_120, "0000"), (7, "00"))


def codes_xlsx() -> bytes:
    book = Workbook()
    for place, (value, code) in enumerate(ZEROS, 1):
        book.active.cell(place, 1, value).number_format = code
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def codes_ods() -> bytes:
    """The format of a style, of the style it goes back to, and one that shows more than digits."""
    style = "<style:style style:name='{}' style:family='table-cell' {}/>"
    number = ("<number:number-style style:name='{}'><number:number number:decimal-places='0' "
              "number:min-integer-digits='{}'>{}</number:number></number:number-style>")
    styles = "".join((
        number.format("N4", 4, ""), number.format("N2", 2, ""),
        number.format("N6", 6, "<number:embedded-text number:position='3'> </number:embedded-text>"),
        style.format("c4", "style:data-style-name='N4'"), style.format("c6", "style:data-style-name='N6'"),
        style.format("c2", "style:data-style-name='N2'"), style.format("c2b", "style:parent-style-name='c2'")))
    rows = "".join(f"<table:table-row><table:table-cell office:value-type='float' office:value='{value}' "
                   f"table:style-name='{own}'/></table:table-row>"
                   for value, own in ((512, "c4"), (512, "c6"), (15_120, "c4"), (7, "c2b")))
    text = ODS.replace("office:document-content ", f"office:document-content xmlns:number='{URN}:datastyle:1.0' ")
    text = text.replace("</office:automatic-styles>", f"{styles}</office:automatic-styles>")
    return packed({"content.xml": text.format(rows), "META-INF/manifest.xml": MANIFEST})


def codes_xlsb() -> bytes:
    formats = record(615, struct.pack("<I", 2)) + b"".join(
        record(44, struct.pack("<H", number) + wide(code)) for number, code in ((170, "0000"), (171, "00")))
    styles = formats + record(616) + record(617, struct.pack("<I", 3)) + b"".join(
        record(47, struct.pack("<HHH", 0, code, 0) + bytes(10)) for code in (0, 170, 171)) + record(618)
    rows = b"".join(row(number) + cell(5, 0, struct.pack("<d", value), style)
                    for number, (value, style) in enumerate(((512, 1), (512, 0), (15_120, 1), (7, 2))))
    return xlsb(rows, styles)


def codes_xml() -> bytes:
    styles = "".join(f'<Style ss:ID="s{place}"><NumberFormat ss:Format="{code}"/></Style>'
                     for place, (_, code) in enumerate(ZEROS))
    rows = (xml_cell("Number", value, f' ss:StyleID="s{place}"') for place, (value, _) in enumerate(ZEROS))
    plain = excel("".join(f"<Row>{one}</Row>" for one in rows))
    return plain.replace(b"<Worksheet", f"<Styles>{styles}</Styles><Worksheet".encode())


@pytest.mark.parametrize(("name", "data"), [
    pytest.param("коды.xlsx", codes_xlsx(), id="xlsx"), pytest.param("коды.ods", codes_ods(), id="ods"),
    pytest.param("коды.xlsb", codes_xlsb(), id="xlsb"), pytest.param("коды.xml", codes_xml(), id="xml-2003")])
def test_zeros_a_format_shows_before_a_number_stay(name, data):
    """«0512» typed into a column with the format 0000 is kept as 512 in the file."""
    grids, _ = read(name, data)
    assert [cells[0] for cells in grids[0].cells] == ["0512", 512, 15_120, "07"]
