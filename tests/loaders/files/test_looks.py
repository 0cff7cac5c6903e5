"""The looks of workbooks as other programs write them: attributes in another order, no addresses, prefixes, xlsb."""

import io
import struct
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from shnor.datasets import Looks
from shnor.loaders.files.looks.marks import is_percent, percent
from shnor.loaders.files.read import read

CASES = Path(__file__).parents[1] / "data" / "cases"
BOOK = ('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxml'
        'formats.org/officeDocument/2006/relationships"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets>'
        '{}</workbook>')
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>')
RELATION = ('<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
            'Target="{}"/>')
TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
         'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.'
         'openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')
STYLES = ('<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt '
          'numFmtId="170" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><strike/>'
          '</font></fonts><cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs><cellXfs count="4"><xf '
          'numFmtId="0" fontId="0"/><xf numFmtId="9" fontId="0"/><xf numFmtId="170" fontId="0"/><xf numFmtId="0" '
          'fontId="1"/></cellXfs></styleSheet>')
TEXTS = ('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>как есть</t></si><si><r><rPr>'
         '<strike/></rPr><t>всё </t></r><r><rPr><strike val="1"/></rPr><t>вон</t></r></si><si><r><rPr><strike/></rPr>'
         '<t>старое</t></r><r><rPr><b/></rPr><t> новое</t></r></si></sst>')


def packed(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def xlsx(rows: str, before: str = "", after: str = "", book: str = "", prefix: str = "", parts=()) -> bytes:
    tag = f"{prefix}:" if prefix else ""
    space = f"xmlns:{prefix}" if prefix else "xmlns"
    sheet = (f'<{tag}worksheet {space}="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{before}'
             f"<{tag}sheetData>{rows}</{tag}sheetData>{after}</{tag}worksheet>")
    return packed({
        "[Content_Types].xml": TYPES, "xl/workbook.xml": BOOK.format(book), "xl/worksheets/sheet1.xml": sheet,
        "_rels/.rels": RELATIONS.format(RELATION.format("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": RELATIONS.format("".join((
            RELATION.format("rId1", "worksheet", "worksheets/sheet1.xml"),
            RELATION.format("rId2", "styles", "styles.xml"),
            RELATION.format("rId3", "sharedStrings", "sharedStrings.xml")))),
        "xl/styles.xml": STYLES, "xl/sharedStrings.xml": TEXTS, **dict(parts)})


def looks(data: bytes, name: str = "книга.xlsx") -> tuple[tuple, Looks]:
    (sheet,), issues = read(name, data)
    assert issues == ()
    return sheet.cells, sheet.looks


@pytest.mark.parametrize(("rows", "prefix"), [
    pytest.param('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>0.98</v></c></row><row r="2" hidden="1">'
                 '<c r="A2" s="3"><v>2</v></c><c r="B2" s="2"><v>0.985</v></c></row>', "", id="usual"),
    pytest.param('<row><c><v>1</v></c><c s="1"><v>0.98</v></c></row><row hidden="true"><c s="3"><v>2</v></c>'
                 '<c s="2"><v>0.985</v></c></row>', "", id="no-addresses"),
    pytest.param('<row r="1"><c r="A1"><v>1</v></c><c s="1" r="B1"><v>0.98</v></c></row><row hidden="1" r="2">'
                 '<c s="3" r="A2"><v>2</v></c><c s="2" r="B2"><v>0.985</v></c></row>', "", id="another-order"),
    pytest.param("<row r='1'><c r='A1'><v>1</v></c><c r='B1' s='1'><v>0.98</v></c></row><row r='2' hidden='1'>"
                 "<c r='A2' s='3'><v>2</v></c><c r='B2' s='2'><v>0.985</v></c></row>", "", id="single-quotes"),
    pytest.param('<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" s="1"><x:v>0.98</x:v></x:c></x:row><x:row '
                 'r="2" ht="0" customHeight="1"><x:c r="A2" s="3"><x:v>2</x:v></x:c><x:c r="B2" s="2"><x:v>0.985</x:v>'
                 '</x:c></x:row>', "x", id="prefix"),
])
def test_however_the_cells_are_written(rows, prefix):
    cells, shown = looks(xlsx(rows, prefix=prefix))
    assert cells == ((1, "98%"), (2, "98,5%"))
    assert shown == Looks(hidden_rows=frozenset({1}), struck=((1, 0, 1, 0),))


@pytest.mark.parametrize(("rows", "struck"), [
    ('<c r="A1" t="s"><v>1</v></c>', True), ('<c r="A1" t="s"><v>2</v></c>', False),
    ('<c r="A1" t="s" s="3"><v>0</v></c>', True), ('<c r="A1" s="3" t="s"><v>2</v></c>', False),
    ('<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>вон</t></r></is></c>', True),
    ('<c r="A1" t="inlineStr" s="3"><is><r><rPr><strike val="0"/></rPr><t>нет</t></r></is></c>', False)])
def test_words_with_a_look_of_their_own(rows, struck):
    assert looks(xlsx(f'<row r="1">{rows}</row>'))[1].struck == (((0, 0, 0, 0),) if struck else ())


@pytest.mark.parametrize(("cell", "lost"), [
    ("<f>1+1</f>", True), ("<f>1+1</f><v></v>", True), ("<f>1+1</f><v/>", True), ("<f>1+1</f><v>2</v>", False),
    ('<f t="shared" si="0"/>', True), ('<f t="shared" si="0"/><v>0</v>', False)])
def test_a_formula_without_its_value(cell, lost):
    cells, shown = looks(xlsx(f'<row r="1"><c r="A1"><v>5</v></c><c r="B1">{cell}</c></row>'))
    assert shown.lost == (((0, 1, 0, 1),) if lost else ())
    assert cells[0][0] == 5


def test_a_formula_that_gave_an_empty_text_is_computed():
    assert looks(xlsx('<row r="1"><c r="A1"><v>5</v></c><c r="B1" t="str"><f>""</f><v></v></c></row>'))[1] == Looks()


@pytest.mark.parametrize(("second", "book", "lost"), [
    pytest.param("0", '<calcPr fullCalcOnLoad="1"/>', ((0, 0, 0, 1),), id="a-program-that-computes-nothing"),
    pytest.param("7", '<calcPr fullCalcOnLoad="1"/>', (), id="one-has-a-value"),
    pytest.param("0", '<calcPr calcId="191029"/>', (), id="zeros-of-excel"),
])
def test_zeros_nobody_computed(second, book, lost):
    rows = (f'<row r="1"><c r="A1"><f>SUM(D1:E1)</f><v>0</v></c><c r="B1"><f>SUM(F1:G1)</f><v>{second}</v></c>'
            '<c r="C1"><v>3</v></c></row>')
    cells, shown = looks(xlsx(rows, book=book))
    assert cells[0] == ((None, None, 3) if lost else (0, int(second), 3))
    assert shown.lost == (((0, 0, 0, 0), (0, 1, 0, 1)) if lost else ())


def test_hidden_columns_a_filter_and_rows_hidden_unless_told():
    rows = ('<row r="1" ht="15"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>1</v></c>'
            '</row>')
    before = ('<sheetFormatPr zeroHeight="1"/><cols><col min="1" max="1" width="9"/><col min="2" max="16384" width="0" '
              'customWidth="1"/></cols>')
    after = '<autoFilter ref="A1:B2"><filterColumn colId="0"/></autoFilter>'
    assert looks(xlsx(rows, before, after))[1] == Looks(
        hidden_rows=frozenset({1}), filtered=True, hidden_columns=frozenset({1}))


def test_every_error_is_what_people_see():
    cells = "".join(f'<c r="{letter}1" t="e"><f>1/0</f><v>{error}</v></c>' for letter, error in (
        ("A", "#DIV/0!"), ("B", "#REF!"), ("C", "#SPILL!")))
    assert looks(xlsx(f'<row r="1">{cells}</row>'))[0] == (("#ДЕЛ/0!", "#ССЫЛКА!", "#ПЕРЕНОС!"),)


@pytest.mark.parametrize(("code", "shown"), [
    ("0%", True), ("0.00%", True), ("#,##0.0%;[Red]-0.0%", True), ('0"%"', False), (r"0\%", False), ("0", False),
    ("0;-0%", False), ('"не %" 0%', True)])
def test_which_formats_show_percents(code, shown):
    assert is_percent(code) == shown


@pytest.mark.parametrize(("value", "text"), [
    (0.98, "98%"), (1, "100%"), (0.07, "7%"), (0.985, "98,5%"), (0, "0%"), (12, "1200%"), (-0.5, "-50%"),
    (1 / 3, "33,33333333%")])
def test_a_number_in_percent(value, text):
    assert percent(value) == text


def record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(content) & 0x7F | 0x80, len(content) >> 7]) + content


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def row(number: int, *, hidden: bool = False) -> bytes:
    return record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0x10 if hidden else 0, 0, 0))


def cell(kind: int, column: int, content: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column, style) + content)


def xlsb(rows: bytes, styles: bytes, columns: bytes = b"") -> bytes:
    sheet = b"".join((
        record(129), record(148, struct.pack("<4I", 0, 3, 0, 1)), columns, record(145), rows, record(146), record(130)))
    book = b"".join((record(131), record(143), record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Лист1")),
                     record(144), record(132)))
    return packed({
        "[Content_Types].xml": TYPES.replace("workbook.xml", "workbook.bin").replace(
            "openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "ms-excel.sheet.binary.macroEnabled.main"),
        "xl/workbook.bin": book,
        "_rels/.rels": RELATIONS.format(RELATION.format("rId1", "officeDocument", "xl/workbook.bin")),
        "xl/_rels/workbook.bin.rels": RELATIONS.format("".join((
            RELATION.format("rId1", "worksheet", "worksheets/sheet1.bin"),
            RELATION.format("rId2", "styles", "styles.bin")))),
        "xl/styles.bin": record(278) + styles + record(279), "xl/worksheets/sheet1.bin": sheet})


def shown_xlsb() -> bytes:
    rows = b"".join((
        row(0), cell(5, 0, struct.pack("<d", 0.98), 1), cell(3, 1, b"\x2a"),
        row(1, hidden=True), cell(5, 0, struct.pack("<d", 7.0)),
        row(2), cell(6, 0, wide("вон"), 2), cell(11, 1, b"\x17\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")))
    styles = b"".join((
        record(611, struct.pack("<I", 2)), record(43, struct.pack("<HH", 220, 0) + bytes(21)),
        record(43, struct.pack("<HH", 220, 8) + bytes(21)), record(612),
        record(617, struct.pack("<I", 3)), *(record(47, struct.pack("<HHH", 0, code, font) + bytes(10))
                                             for code, font in ((0, 0), (9, 0), (0, 1))), record(618)))
    return xlsb(rows, styles, record(390) + record(60, struct.pack("<IIIIH", 1, 1, 2000, 0, 1)) + record(391))


def test_a_binary_workbook():
    cells, shown = looks(shown_xlsb(), "книга.xlsb")
    assert cells == (("98%", "#Н/Д"), (7, None), ("вон", "#ССЫЛКА!"))
    assert shown == Looks(hidden_rows=frozenset({1}), hidden_columns=frozenset({1}), struck=((2, 0, 2, 0),))


@pytest.mark.parametrize(("written", "value"), [
    ('t="b"><v>1</v>', True), ('t="str"><v>007</v>', "007"), ('t="str"><v>  </v>', "  "), ("><v>1E+3</v>", 1000),
    ("><v>0.30000000000000004</v>", 0.3), ("><v>3.0000000000000004</v>", 3), ("><v>1.75</v>", 1.75),
    ('t="d"><v>2026-10-06T00:00:00</v>', date(2026, 10, 6)), ('s="4"><v>46301.0000001</v>', date(2026, 10, 6)),
    ('s="4"><v>46301.5</v>', datetime(2026, 10, 6, 12)), ('s="4"><v>0.5</v>', "12:00"),
    ('t="d"><v>1899-10-06</v>', date(1899, 10, 6)), ('t="str"><v>01.02.1899</v>', "01.02.1899")])
def test_values_as_they_are_shown(written, value):
    styles = STYLES.replace("</cellXfs>", '<xf numFmtId="22" fontId="0"/></cellXfs>')
    cells, _ = looks(xlsx(f'<row r="1"><c r="A1" {written}</c><c r="B1"><v>9</v></c></row>',
                          parts={"xl/styles.xml": styles}))
    assert (cells[0][0], type(cells[0][0])) == (value, type(value))


LOST_OR_BLANK = b"\x03\x00\x00\x00\x00\x00\xff\xff"
NA = b"\x02\x00\x2a\x00\x00\x00\xff\xff"


def test_a_formula_of_an_old_workbook_that_nobody_computed():
    """The only formula of the workbook stands in F6; programs that compute nothing leave an empty text there."""
    data = (CASES / "looks.xls").read_bytes()
    assert data.count(NA) == 1
    cells, shown = looks(data.replace(NA, LOST_OR_BLANK), "книга.xls")
    assert (cells[5][5], shown.lost) == (None, ((5, 5, 5, 5),))


URN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(f'xmlns:{name}="{URN}:{name}:1.0"' for name in ("office", "table", "text", "style"))
ODS = (f"<office:document-content {SPACES}><office:automatic-styles><style:style style:name='s' style:family='table-"
       "cell'><style:text-properties style:text-line-through-style='solid'/></style:style></office:automatic-styles>"
       "<office:body><office:spreadsheet><table:table table:name='Лист1'>{}</table:table></office:spreadsheet>"
       "</office:body></office:document-content>")
MANIFEST = (f'<manifest:manifest xmlns:manifest="{URN}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>')


def ods(rows: str) -> bytes:
    """Without the entry «mimetype», which other programs leave out."""
    return packed({"content.xml": ODS.format(rows), "META-INF/manifest.xml": MANIFEST})


def test_an_opendocument_table_as_other_programs_write_it():
    rows = """
        <table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="s"/>
        <table:table-row><table:table-cell office:value-type="percentage" office:value="0.98"><text:p>98%</text:p>
        </table:table-cell><table:table-cell table:formula="of:=[.A1]"/><table:table-cell><text:p>вон</text:p>
        </table:table-cell></table:table-row>
        <table:table-row-group table:display="false"><table:table-row table:number-rows-repeated="2">
        <table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/>
        </table:table-row></table:table-row-group>
        <table:table-row><table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0">
        <text:p>#DIV/0!</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value=
        "2026-10-06"/><table:table-cell office:value-type="string"><text:p>две<text:s text:c="2"/>строки</text:p>
        <text:p>вот</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>"""
    cells, shown = looks(ods(rows), "таблица.ods")
    assert cells == (("98%", None, "вон"), (7, 7, None), (7, 7, None),
                     ("#ДЕЛ/0!", date(2026, 10, 6), "две  строки\nвот"))
    assert shown == Looks(hidden_rows=frozenset({1, 2}), struck=((0, 2, 0, 2), (3, 2, 3, 2)), lost=((0, 1, 0, 1),))


def test_a_table_of_billions_of_cells_is_refused():
    rows = ('<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" '
            'office:value="1" table:number-columns-repeated="16000"/></table:table-row>')
    grids, issues = read("таблица.ods", ods(rows))
    assert (grids, [issue.code for issue in issues]) == ((), ["file-too-heavy"])
