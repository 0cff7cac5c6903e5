"""The inside of a packed workbook: what really comes out of an entry, and which part is which sheet.

zipfile stops at the size the header of an entry promises, other unpackers do not.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

BLOCK = 1 << 20
_LIMIT = 4 << 20
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def blocks(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of an entry piece by piece.

    Raises:
        zlib.error, struct.error: the entry is damaged or packed in another way.
    """
    lengths = struct.unpack_from("<HH", data, entry.header_offset + 26)
    start = entry.header_offset + 30 + sum(lengths)
    packed = data[start:start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield from (packed[at:at + BLOCK] for at in range(0, len(packed), BLOCK))
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise zlib.error("other packing")
    unpacker = zlib.decompressobj(-15)
    while packed and not unpacker.eof:
        yield unpacker.decompress(packed, BLOCK)
        packed = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise zlib.error("cut off")


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
