"""Which part of an xlsx archive is which sheet."""

import io
import posixpath
import zipfile
from xml.etree import ElementTree

_LIMIT = 4 << 20
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def sheet_names(data: bytes) -> dict[str, str]:
    """Path of the part → name of the sheet, in the order of the workbook; empty if the workbook does not say."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            book = _xml(archive, "xl/workbook.xml")
            relations = _xml(archive, "xl/_rels/workbook.xml.rels")
    except (KeyError, ValueError, OSError, ElementTree.ParseError, zipfile.BadZipFile):
        return {}
    targets = {item.get("Id", ""): item.get("Target", "") for item in relations}
    return {
        posixpath.normpath(posixpath.join("/xl", targets.get(_relation(sheet), ""))).lstrip("/"): sheet.get("name", "")
        for sheet in book.iter() if sheet.tag.endswith("}sheet")
    }


def _relation(sheet: ElementTree.Element) -> str:
    return sheet.get(_RELATION) or sheet.get(_RELATION_STRICT) or ""


def _xml(archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    with archive.open(part) as stream:
        text = stream.read(_LIMIT)
    if b"<!DOCTYPE" in text:
        raise ValueError("entities")
    return ElementTree.fromstring(text)
