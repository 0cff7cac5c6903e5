"""Packages of Office with their parts under other names, other types, other spelling: read as the usual ones are."""

import base64
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from shnor.loaders.files import packages
from shnor.loaders.files.envelopes import containers
from shnor.loaders.files.read import read
from shnor.loaders.files.sniff import sniff

CASES = Path(__file__).parents[1] / "data" / "cases"
OOXML, MICROSOFT = "application/vnd.openxmlformats-officedocument.", "application/vnd.ms-"
SHEET, DOCUMENT = OOXML + "spreadsheetml.sheet.main+xml", OOXML + "wordprocessingml.document.main+xml"
TYPES = "[Content_Types].xml"

Parts = dict[str, bytes]


def parts(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Parts, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def book() -> Parts:
    [file] = containers.opened("п.eml", (CASES / "h1_e10_starts_dkim.eml").read_bytes())
    return parts(file.data)


def strict() -> Parts:
    return parts((CASES / "h1_d05_strict.docx").read_bytes())


def document() -> Parts:
    return parts(packages.plain((CASES / "h1_d05_strict.docx").read_bytes(), "docx"))


def said(files: Parts, *pairs: tuple[str, str]) -> Parts:
    """With words replaced in all parts."""
    for old, new in pairs:
        files = {name: content.replace(old.encode(), new.encode()) for name, content in files.items()}
    return files


def named(files: Parts, change: Callable[[str], str]) -> Parts:
    return {change(name): content for name, content in files.items()}


def elsewhere() -> Parts:
    """Every part of a workbook under a name of its own."""
    places = {"xl/workbook.xml": "a/b.xml", "xl/_rels/workbook.xml.rels": "a/_rels/b.xml.rels",
              "xl/styles.xml": "стиль.xml", "xl/worksheets/sheet1.xml": "p/q.xml"}
    spoken = said(book(), ("xl/workbook.xml", "a/b.xml"), ("/xl/styles.xml", "/стиль.xml"),
                  ('Target="styles.xml"', 'Target="/стиль.xml"'), ("/xl/worksheets/sheet1.xml", "/p/q.xml"))
    return named(spoken, lambda name: places.get(name, name))


def at_the_root() -> Parts:
    spoken = said(book(), ("/xl/", "/"), ('Target="xl/', 'Target="'))
    return {name.replace("xl/_rels/", "_rels/").replace("xl/", ""): content for name, content in spoken.items()}


def by_extension() -> Parts:
    files = book()
    override = re.compile(rb'<Override PartName="/xl/workbook.xml"[^>]*/>')
    usual = b'Extension="xml" ContentType="application/xml"'
    return files | {TYPES: override.sub(b"", files[TYPES]).replace(
        usual, f'Extension="xml" ContentType="{SHEET}"'.encode())}


def without(files: Parts, name: str) -> Parts:
    return {path: content for path, content in files.items() if path != name}


def activities(name: str, data: bytes) -> list[str]:
    """Numbers «1.1» … in the first column of the only table."""
    [table], issues = read(name, data)
    assert not issues
    return [str(row[0]) for row in table.cells if re.match(r"\d\.\d", str(row[0]))]


@pytest.mark.parametrize("files", [
    pytest.param(named(book(), lambda name: name.replace("/", "\\")), id="backslashes"),
    pytest.param(named(book(), str.lower), id="small-letters"),
    pytest.param(named(book(), str.upper), id="capitals"),
    pytest.param(said(book(), (SHEET, MICROSOFT + "excel.sheet.macroEnabled.main+xml")), id="xlsm"),
    pytest.param(said(book(), (SHEET, OOXML + "spreadsheetml.template.main+xml")), id="xltx"),
    pytest.param(said(book(), (SHEET, MICROSOFT + "excel.template.macroEnabled.main+xml")), id="xltm"),
    pytest.param(elsewhere(), id="parts-elsewhere"),
    pytest.param(at_the_root(), id="no-folder"),
    pytest.param(by_extension(), id="type-by-extension"),
    pytest.param(book() | {TYPES: b"<broken"}, id="list-of-parts-broken"),
    pytest.param(without(book(), TYPES), id="no-list-of-parts"),
    pytest.param(without(book(), "_rels/.rels"), id="no-pointer"),
])
def test_a_workbook_packed_in_another_way_is_read(files):
    data = packed(files)
    assert sniff("книга", data) == "xlsx"
    assert containers.opened("к.xlsx", data) == [containers.Opened("к.xlsx", data)]
    assert len(activities("книга.xlsx", data)) == 16


@pytest.mark.parametrize("files", [
    pytest.param(named(document(), lambda name: name.replace("/", "\\")), id="backslashes"),
    pytest.param(named(document(), str.lower), id="small-letters"),
    pytest.param(said(document(), (DOCUMENT, OOXML + "wordprocessingml.template.main+xml")), id="dotx"),
    pytest.param(said(document(), (DOCUMENT, MICROSOFT + "word.template.macroEnabledTemplate.main+xml")), id="dotm"),
    pytest.param(named(said(strict(), ("word/document.xml", "word/document22.xml")),
                       lambda name: name.replace("document.xml", "document22.xml")), id="strict-and-document22"),
    pytest.param(said(strict(), (DOCUMENT, OOXML + "wordprocessingml.template.main+xml")), id="strict-dotx"),
    pytest.param(without(document(), "_rels/.rels"), id="no-pointer"),
])
def test_a_document_packed_in_another_way_is_read(files):
    assert len(activities("план.docx", packed(files))) == 16


@pytest.mark.parametrize("before", [
    pytest.param(b"\xef\xbb\xbf", id="mark-of-utf-8"),
    pytest.param(b"\r\n\r\n", id="empty-lines"),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n", id="answer-of-a-site"),
])
def test_bytes_before_a_package_or_an_old_book_are_passed_over(before):
    assert len(activities("к.xlsx", before + packed(book()))) == 16
    assert len(activities("д.docx", before + packed(document()))) == 16
    assert len(activities("с.xls", before + (CASES / "h1_x46_stream_WORKBOOK.xls").read_bytes())) == 16


def test_a_document_saved_as_one_xml_file_is_read():
    kinds = dict(re.findall(r'PartName="/([^"]+)" ContentType="([^"]+)"', document()[TYPES].decode()))
    body = ""
    for name, content in without(document(), TYPES).items():
        kind = kinds.get(name, "application/vnd.openxmlformats-package.relationships+xml" if ".rels" in name else "")
        text = re.sub(r"^\s*<\?xml[^>]*\?>", "", content.decode("utf-8-sig")) if kind.endswith("xml") else ""
        inside = f"<pkg:xmlData>{text}</pkg:xmlData>" if text else \
            f"<pkg:binaryData>{base64.b64encode(content).decode()}</pkg:binaryData>"
        body += f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind or "application/xml"}">{inside}</pkg:part>'
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    data = f'<?xml version="1.0"?><pkg:package xmlns:pkg="{space}">{body}</pkg:package>'.encode()
    assert len(activities("план.xml", data)) == 16


@pytest.mark.parametrize(("kind", "code", "says"), [
    (OOXML + "presentationml.presentation.main+xml", "file-other", "презентация"),
    (OOXML + "presentationml.slideshow.main+xml", "file-other", "презентация"),
    (MICROSOFT + "visio.drawing.main+xml", "file-other", "схема"),
    (MICROSOFT + "package.xps-fixeddocumentsequence+xml", "file-scan", "XPS"),
    ("application/octet-stream", "file-other", "другой программы"),
])
def test_a_package_that_is_none_of_ours_is_one_sentence(kind, code, says):
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    types = f'<Types xmlns="{space}"><Override PartName="/main.xml" ContentType="{kind}"/></Types>'
    data = packed({TYPES: types.encode(), "main.xml": b"<p/>", "other/part.xml": b"<p/>"})
    assert len(containers.opened("п.zip", data)) == 1
    [issue] = read("файл.zip", data)[1]
    assert issue.code == code
    assert says in issue.message
    assert "Content_Types" not in issue.message


def test_a_usual_package_is_not_made_anew():
    data = packed(book())
    assert packages.is_plain(data, "xlsx")
    assert packages.is_plain(packed(document()), "docx")
    assert not packages.is_plain((CASES / "h1_x36_workbook2_xml.xlsx").read_bytes(), "xlsx")


def test_a_bomb_with_an_unusual_name_is_refused_before_it_is_made_anew():
    heavy = elsewhere() | {"p/q.xml": b" " * (30 << 20)}
    [issue] = read("к.xlsx", packed(heavy))[1]
    assert issue.code == "file-bomb"


def test_a_workbook_packed_by_another_method_is_not_called_damaged():
    [issue] = read("к.xlsx", packed(book(), zipfile.ZIP_BZIP2))[1]
    assert issue.code == "file-unreadable"
