"""What other programs have put into a Word document."""

import contextlib
from collections.abc import Iterator

from docx.document import Document

from shnor.loaders.files.documents.web_pages import read_web_archive, read_web_page
from shnor.loaders.files.raw import Raw
from shnor.loaders.files.workbooks.sheets import read_workbook

_OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHUNK = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}altChunk"


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
                yield from (raw._replace(hidden=False) for raw in read_workbook(content, _form(content))
                            if not raw.hidden and any(value is not None for row in raw.cells for value in row))


def _form(content: bytes) -> str:
    """Excel before 2007 put its books in as they were."""
    return "xlsx" if content[:2] == b"PK" else "xls"


def _pages(content: bytes) -> list[Raw]:
    head = content[:2048].lower()
    return read_web_archive(content) if b"mime-version" in head or b"content-type:" in head else read_web_page(content)
