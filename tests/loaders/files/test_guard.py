"""What is refused before a reader sees it, and what is let through."""

import io
import struct
import zipfile

import pytest

from shnor.datasets.limits import BLOCK_BYTES, FILE_BYTES, SHEET_ROWS
from shnor.loaders.files.guard import Accepted, Refused, inspect
from shnor.loaders.issues.of_files import FILE_ISSUES

BOOK = (b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        b'<sheets><sheet name="\xd0\x9f\xd0\xbb\xd0\xb0\xd0\xbd" sheetId="1" r:id="rId1"/></sheets></workbook>')
RELATIONS = (b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             b'<Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>')
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return out.getvalue()


def workbook(rows: bytes) -> bytes:
    return packed(**{"xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELATIONS,
                     "xl/worksheets/sheet1.xml": b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"})


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + b"\x00" * 100


def refusal(name: str, data: bytes):
    with pytest.raises(Refused) as caught:
        inspect(name, data)
    return caught.value.issue


@pytest.mark.parametrize(("name", "data", "code", "says"), [
    pytest.param("отчёт.xlsx", b"", "file-empty", "пуст", id="empty"),
    pytest.param("~$отчёт.xlsx", b"\x05names", "file-lock", "служебный", id="excel-lock"),
    pytest.param(".~lock.отчёт.xlsx#", b",name,", "file-lock", "служебный", id="free-office-lock"),
    pytest.param("отчёт.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00", "file-picture", "PNG", id="png-named-xlsx"),
    pytest.param("IMG_2031.jpg", b"\xff\xd8\xff\xe0\x00\x10", "file-picture", "JPEG", id="photo"),
    pytest.param("IMG.heic", b"\x00\x00\x00\x18ftypheic\x00", "file-picture", "HEIC", id="iphone-photo"),
    pytest.param("отчёт.xlsx", b"%PDF-1.7\n\x00", "file-pdf", "PDF", id="pdf-named-xlsx"),
    pytest.param("отчёт.xlsx", b"MZ\x90\x00\x03\x00", "file-program", "программа", id="exe-named-xlsx"),
    pytest.param("отчёт.xlsx", b"\x00\x01\x02\x03" * 20, "file-unknown", "не таблица", id="noise"),
    pytest.param("отчёт.xlsx", stream("EncryptedPackage"), "file-password", "книги", id="password-book"),
    pytest.param("отчёт.docx", stream("EncryptedPackage"), "file-password-document", "документа", id="password-docx"),
    pytest.param("отчёт.xls", OLE + b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\x00" * 12 + b"\x2f\x00", "file-password",
                 "паролем", id="password-xls"),
    pytest.param("слайды.ppt", stream("PowerPoint Document"), "file-other", "презентация", id="slides-97"),
    pytest.param("план.rar", b"Rar!\x1a\x07\x00", "file-archive", "RAR", id="rar"),
    pytest.param("план.7z", b"7z\xbc\xaf\x27\x1c\x00", "file-archive", "7Z", id="7z"),
    pytest.param("ноябрь.xlsx", packed(**{"а.xlsx": b"PK", "б.xlsx": b"PK"}), "file-archive", "ZIP", id="zip-of-files"),
    pytest.param("план.xods", packed(**{"main.bin": b"1"}), "file-myoffice-table", "МойОфис", id="xods"),
    pytest.param("план.xodt", packed(**{"main.bin": b"1"}), "file-myoffice-text", "МойОфис", id="xodt"),
    pytest.param("свод.url", b"[InternetShortcut]\r\nURL=https://example.org/t", "file-link", "ссылка", id="shortcut"),
    pytest.param("свод.txt", b"https://example.org/table ", "file-link", "ссылка", id="address-only"),
    pytest.param("письмо.eml", b"From: a@b.ru\r\nTo: c@d.ru\r\nSubject: x\r\n\r\n", "file-letter-empty",
                 "без вложенных", id="eml"),
    pytest.param("отчёт.xlsx", workbook(b"")[:-40], "file-truncated", "не до конца", id="truncated"),
])
def test_refused_by_content(name: str, data: bytes, code: str, says: str) -> None:
    issue = refusal(name, data)
    assert (issue.code, issue.severity, issue.sheet, issue.cell) == (code, "error", "", "")
    assert says in issue.message
    assert f"«{name}»" in issue.message


@pytest.mark.parametrize(("data", "format_"), [
    pytest.param(workbook(b'<row r="1"><c r="A1"><v>1</v></c></row>'), "xlsx", id="xlsx"),
    pytest.param(packed(**{"word/document.xml": b"<w/>"}), "docx", id="docx"),
    pytest.param(packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "ods", id="ods"),
    pytest.param(stream("Workbook"), "xls", id="xls"),
    pytest.param(stream("WordDocument"), "doc", id="word-97"),
    pytest.param(b"\n<html><table><tr><td>1</td></tr></table>", "html", id="html"),
    pytest.param(packed(mimetype=b"application/vnd.oasis.opendocument.text"), "odt", id="odt"),
    pytest.param(b"{\\rtf1\\ansi}", "rtf", id="rtf"),
    pytest.param("№;Школа\n1;СОШ № 1\n".encode("cp1251"), "csv", id="csv-cp1251"),
    pytest.param("№\tШкола".encode("utf-16"), "csv", id="text-utf-16"),
])
def test_format_is_told_by_content_under_a_wrong_name(data: bytes, format_: str) -> None:
    assert inspect("файл.pdf", data) == Accepted(format_)


@pytest.mark.parametrize("cell", [
    pytest.param(b'<c r="XFD1048576"><v>1</v></c>', id="last-cell"),
    pytest.param(b'<c s="2" r="AAA5" t="s"><v>1</v></c>', id="three-letters"),
    pytest.param(b'<c r="B200000"><v>1</v></c>', id="row-200000"),
    pytest.param(b'<c r="XFD1" t="inlineStr">\n<is><t>x</t></is></c>', id="text-inside"),
    pytest.param(b'<x:c r="XFD1"><x:v>1</x:v></x:c>', id="with-prefix"),
])
def test_filled_far_cell_is_named(cell: bytes) -> None:
    issue = refusal("план.xlsx", workbook(b'<row r="1"><c r="A1"><v>1</v></c></row><row>' + cell + b"</row>"))
    address = cell.partition(b'r="')[2].partition(b'"')[0].decode()
    assert issue.code == "file-far-cell"
    assert f"лист «План»: заполнена ячейка {address} " in issue.message


@pytest.mark.parametrize("rows", [
    pytest.param(b'<row r="1048576"><c r="XFD1048576" s="1"/></row>', id="coloured"),
    pytest.param(b'<row r="1048576"><c r="XFD1048576" s="1"></c></row>', id="coloured-with-end-tag"),
    pytest.param(b'<row r="1048576" hidden="false"/>', id="empty-row"),
    pytest.param(b'<row r="199999"><c r="ZZ199999"><v>1</v></c></row>', id="on-the-border"),
])
def test_far_cell_without_content_is_let_through(rows: bytes) -> None:
    assert inspect("план.xlsx", workbook(rows)) == Accepted("xlsx")


@pytest.mark.parametrize("shift", range(0, 40, 7))
def test_far_cell_on_the_border_of_two_blocks_is_seen(shift: int) -> None:
    head = b"<worksheet><sheetData><row>"
    spaces = b" " * (BLOCK_BYTES - len(head) - shift)
    far = b'<c r="XFD1"><v>1</v></c>'
    assert refusal("план.xlsx", workbook(b"<row>" + spaces + far)).code == "file-far-cell"
    empty = b'<c r="XFD1" s="1">   </c>'
    assert inspect("план.xlsx", workbook(b"<row>" + spaces + empty)).format == "xlsx"


def test_long_table_is_told_from_a_stray_cell() -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, SHEET_ROWS + 1))
    issue = refusal("план.xlsx", workbook(rows))
    assert issue.code == "file-too-many-rows"
    assert "больше 200 000 строк" in issue.message


def test_bomb_is_refused_by_its_ratio() -> None:
    assert refusal("план.xlsx", workbook(b" " * (30 << 20))).code == "file-bomb"


def test_bomb_whose_header_lies_is_refused() -> None:
    honest = workbook(b" " * (30 << 20))
    size = struct.pack("<L", (30 << 20) + len(b"<worksheet><sheetData></sheetData></worksheet>"))
    assert honest.count(size) == 2
    assert refusal("план.xlsx", honest.replace(size, struct.pack("<L", 100))).code == "file-bomb"


def test_too_large_file_is_refused() -> None:
    assert refusal("план.csv", b"1;" * (FILE_BYTES // 2 + 1)).code == "file-too-large"


def test_codes_are_unique_and_sentences_are_quiet() -> None:
    assert len({issue.code for issue in FILE_ISSUES}) == len(FILE_ISSUES)
    for issue in FILE_ISSUES:
        message = issue.at(name="а.xlsx", what="рисунок", where="План", address="B2", limit=1, done=2, left=3).message
        assert message.startswith("«а.xlsx»")
        assert message.endswith(".")
        assert "!" not in message
