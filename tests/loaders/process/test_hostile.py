"""Small files that would fill a machine or read it: they end in the reading process, in tables or a sentence."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document

from shnor.loaders.process import door
from tests.loaders.made import KNOWN
from tests.reports.forms.test_workbook import form, parts_of

SECRET = "тайное-слово"
ODT = ('<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{}</office:text>'
       "</office:body></office:document-content>")
REPEATED = ('<table:table><table:table-row table:number-rows-repeated="1000"><table:table-cell '
            'table:number-columns-repeated="1000"><text:p>а</text:p></table:table-cell></table:table-row></table:table>')


def packed(**parts: bytes) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return raw.getvalue()


def odt(body: str) -> bytes:
    return packed(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": ODT.format(body).encode()})


def test_a_million_cells_in_half_a_kilobyte_are_no_million_cells():
    data = odt(REPEATED * 20)
    _, tables, issues = door.form("план.odt", data)
    assert len(data) < 500
    assert (tables, [issue.code for issue in issues]) == ((), ["file-too-heavy"])


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_no_file_of_the_machine_comes_in_with_a_book(tmp_path, part):
    (tmp_path / "secret").write_text(SECRET, "utf-8")
    parts = parts_of(form())
    content = parts[part]
    start = content.index(b"<worksheet" if b"<worksheet" in content else b"<workbook")
    parts[part] = (f'<!DOCTYPE x [<!ENTITY a SYSTEM "{(tmp_path / "secret").as_uri()}">]>'.encode() + content[start:]
                   ).replace("Форма 3".encode(), b"&a;")
    _, tables, issues = door.form("форма.xlsx", packed(**parts))
    assert issues
    assert SECRET not in repr((tables, issues))


PLACE = f"{SECRET}: в 2026 году проведено 17 семинаров."
"""What every door would bring."""


def with_place(kind: str) -> dict[str, bytes]:
    """The parts of a document with a table and a line, what is told in both."""
    if kind == "odt":
        words = f"<text:p>{PLACE}</text:p>"
        return parts_of(odt(f"{words}<table:table><table:table-row><table:table-cell>{words}</table:table-cell>"
                            f"<table:table-cell>{words}</table:table-cell></table:table-row></table:table>"))
    document = Document()
    document.add_paragraph(PLACE)
    for cell in document.add_table(1, 2).row_cells(0):
        cell.text = PLACE
    document.save(raw := io.BytesIO())
    return parts_of(raw.getvalue())


@pytest.mark.parametrize("door_of", [
    lambda name, data: door.check(name, data, KNOWN), door.form, door.paper], ids=["report", "form", "paper"])
@pytest.mark.parametrize(("kind", "part"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_no_file_of_the_machine_comes_in_with_a_document(
        tmp_path, kind: str, part: str, door_of: Callable[[str, bytes], object]):
    (tmp_path / "secret").write_text(PLACE, "utf-8")
    parts = with_place(kind)
    assert SECRET in repr(door_of(f"план.{kind}", packed(**parts)))
    content = parts[part]
    entity = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    parts[part] = content[:(root := content.index(b"<", content.find(b"?>") + 1))] + entity.encode() + content[root:]
    parts[part] = parts[part].replace(PLACE.encode(), b"&a;")
    assert SECRET not in repr(door_of(f"план.{kind}", packed(**parts)))
