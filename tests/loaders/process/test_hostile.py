"""Small files that would fill a machine or read it: they end in the reading process, in tables or a sentence."""

import io
import zipfile

import pytest

from shnor.loaders.process import door
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
