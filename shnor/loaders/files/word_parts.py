"""Word documents of unusual packing, and what other programs have put into a document."""

import contextlib
import io
import re
import zipfile
from collections.abc import Iterator

from docx.document import Document

from shnor.loaders.files.raw import Raw
from shnor.loaders.files.sheets import read_workbook
from shnor.loaders.files.web_pages import read_web_archive, read_web_page

_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAIN = re.compile(rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?|"
                         rb"openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml", re.IGNORECASE)
_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument", b"http://schemas.openxmlformats.org/officeDocument/2006"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml", b"http://schemas.openxmlformats.org/drawingml/2006"),
)
_OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHUNK = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}altChunk"


def usual(data: bytes) -> bytes:
    """The same document as a plain .docx: macros, templates and the strict kind differ by words of the package only."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        heads = b"".join(archive.read(part) for part in (_TYPES, _RELATIONS) if part in archive.namelist())
        if not _OTHER_MAIN.search(heads) and _STRICT[1][0] not in heads:
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
            for name in dict.fromkeys(archive.namelist()):
                target.writestr(name, _plain(name, archive.read(name)))
    return made.getvalue()


def _plain(name: str, content: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return content
    for strict, transitional in _STRICT:
        content = content.replace(strict, transitional)
    return _OTHER_MAIN.sub(_MAIN, content) if name == _TYPES else content


def inserted(document: Document) -> Iterator[Raw]:
    """Sheets of Excel and pages of the web that stand in the document; a chart's numbers do not."""
    for element in document.element.body.iter(_OLE_OBJECT, _CHUNK):
        relation = document.part.rels.get(element.get(_RELATION, ""))
        if relation is None or relation.is_external:
            continue
        content = relation.target_part.blob
        with contextlib.suppress(Exception):  # what cannot be read inside must not take the tables around with it
            if element.tag == _CHUNK:
                yield from _pages(content)
            elif element.get("ProgID", "").startswith("Excel"):
                yield from (raw._replace(hidden=False) for raw in read_workbook(content)
                            if not raw.hidden and any(value is not None for row in raw.cells for value in row))


def _pages(content: bytes) -> list[Raw]:
    head = content[:2048].lower()
    return read_web_archive(content) if b"mime-version" in head or b"content-type:" in head else read_web_page(content)
