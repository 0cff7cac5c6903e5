"""The inside of a packed workbook: what really comes out of an entry, and which part is which sheet.

zipfile stops at the size the header of an entry promises, other unpackers do not.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from shnor.datasets.letters import PACKED_NAME_PAGES
from shnor.datasets.limits import BLOCK_BYTES, PART_BYTES
from shnor.loaders.files.encodings import file_name, likeliest

_UTF8 = 0x800
_UNICODE_PATH, _UNICODE_PATH_HEAD = 0x7075, 9
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class OtherPacking(zlib.error):
    """An entry packed in a way few programs know."""


def blocks(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of an entry piece by piece.

    Raises:
        OtherPacking: it is packed in another way.
        zlib.error, struct.error: the entry is damaged.
    """
    lengths = struct.unpack_from("<HH", data, entry.header_offset + 26)
    start = entry.header_offset + 30 + sum(lengths)
    packed = data[start:start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield from (packed[at:at + BLOCK_BYTES] for at in range(0, len(packed), BLOCK_BYTES))
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise OtherPacking(entry.compress_type)
    unpacker = zlib.decompressobj(-15)
    while packed and not unpacker.eof:
        yield unpacker.decompress(packed, BLOCK_BYTES)
        packed = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise zlib.error("cut off")


def entry_names(entries: Sequence[zipfile.ZipInfo]) -> list[str]:
    """Names as they were on the disk of the sender, with «/». Old packers write them in a code page of Windows or of
    DOS and do not say which: one packer, one page, so the names of all entries decide together."""
    raws = [b"" if entry.flag_bits & _UTF8 else _raw_name(entry) for entry in entries]
    _, page = likeliest(b"\n".join(raw for raw in raws if raw and not _is_utf8(raw)), PACKED_NAME_PAGES)
    return [file_name(_told_name(entry) or (raw.decode("utf-8" if _is_utf8(raw) else page, "replace") if raw
                                            else entry.filename)).replace("\\", "/")
            for entry, raw in zip(entries, raws, strict=True)]


def _raw_name(entry: zipfile.ZipInfo) -> bytes:
    try:
        return entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return b""


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _told_name(entry: zipfile.ZipInfo) -> str:
    """From the extra field in which WinRAR and Info-ZIP say the name in UTF-8 beside the old one."""
    at = 0
    while at + 4 <= len(entry.extra):
        mark, size = struct.unpack_from("<HH", entry.extra, at)
        if mark == _UNICODE_PATH and size > 5:
            return entry.extra[at + _UNICODE_PATH_HEAD:at + 4 + size].decode("utf-8", "replace")
        at += 4 + size
    return ""


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
        text = stream.read(PART_BYTES)
    if b"<!DOCTYPE" in text:
        raise ValueError("entities")
    return ElementTree.fromstring(text)
