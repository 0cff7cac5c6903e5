"""Word documents written as one XML: of Word 2003, and the packed kind unpacked into one file (Flat OPC)."""

import base64
import binascii
import io
import zipfile

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from shnor.loaders.files.documents import read_document, tables_of
from shnor.loaders.files.raw import Failed, Raw
from shnor.loaders.files.typed import typed_table
from shnor.loaders.files.word_text import clear
from shnor.loaders.files.xml_books import local, parsed

_OLD = b"http://schemas.microsoft.com/office/word/2003/wordml"
_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def read_xml_document(data: bytes) -> list[Raw]:
    """The tables in their order.

    Raises:
        Failed: there is no table in the document.
    """
    root = parsed(data)
    if root.tag == f"{_PACKAGE}package":
        return read_document(_packed(root))
    for merge in root.iter(f"{{{_OLD.decode()}}}vmerge"):
        merge.tag = merge.tag.replace("vmerge", "vMerge")
    # the same elements under an older name; parsed anew so that they are of the kind the reader of documents knows
    document = parse_xml(etree.tostring(root).replace(_OLD, qn("w:x")[1:-2].encode()))
    for change in document.iter("{http://schemas.microsoft.com/aml/2001/core}annotation"):
        _as_today(change)
    body = next((part for part in document.iter(qn("w:body"))), None)
    if body is None:
        raise Failed("no-tables")
    clear(body)
    found, left = tables_of(body, None)
    return found or [typed_table(left)]


def _as_today(change) -> None:
    """Word 2003 writes a change as an annotation with its kind."""
    kind = next((value for key, value in change.items() if key.endswith("}type")), "")
    if kind == "Word.Deletion":
        change.tag = qn("w:del")


def _packed(root) -> bytes:
    made = io.BytesIO()
    kinds = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    etree.SubElement(kinds, f"{{{_TYPES}}}Default", Extension="xml", ContentType="application/xml")
    etree.SubElement(kinds, f"{{{_TYPES}}}Default", Extension="rels",
                     ContentType="application/vnd.openxmlformats-package.relationships+xml")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part in root.iter(f"{_PACKAGE}part"):
            name, kind = part.get(f"{_PACKAGE}name", ""), part.get(f"{_PACKAGE}contentType", "")
            archive.writestr(name.lstrip("/"), _content(part))
            if not name.endswith(".rels"):
                etree.SubElement(kinds, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
        archive.writestr("[Content_Types].xml", etree.tostring(kinds))
    return made.getvalue()


def _content(part) -> bytes:
    for held in part:
        if local(held) == "xmlData" and len(held):
            return etree.tostring(held[0], encoding="utf-8", xml_declaration=True)
        if local(held) == "binaryData":
            try:
                return base64.b64decode(held.text or "")
            except binascii.Error:
                return b""
    return b""
