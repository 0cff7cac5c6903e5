"""What a file really is: by its content, the name only settles what content cannot."""

import io
import zipfile
import zlib

from shnor.datasets.limits import LEAD_IN_BYTES
from shnor.loaders.files import compound, marks, packages
from shnor.loaders.files.envelopes import signed, tnef

PICTURES = {"png": "PNG", "jpeg": "JPEG", "gif": "GIF", "bmp": "BMP", "tiff": "TIFF", "heic": "HEIC", "webp": "WebP",
            "svg": "SVG"}
ARCHIVES = {"zip": "ZIP", "rar": "RAR", "7z": "7Z", "gz": "GZ", "tar": "TAR", "bz2": "BZ2", "xz": "XZ", "cab": "CAB",
            "arj": "ARJ", "locked-zip": "ZIP с паролем"}
PACKAGES = ("xlsx", "xlsb", "docx", "ods", "odt", "flat")
READABLE = (*PACKAGES, "xls", "rtf", "csv")
TO_BE_READ = ("html", "mhtml", "spreadsheetml", "wordml", "fods", "fodt", "sylk", "dif")
CONTAINERS = ("zip", "letter", "tnef", "signed")
OTHER = ("pdf", "xps", "djvu", "program", "doc", "old-excel", "presentation", "drawing", "book", "numbers", "pages",
         "xods", "xodt", "mxl", "link", "shortcut", "json", "xml", "plist", "outlook", "sealed", "signature", "package",
         "password", "password-document", "truncated", "unknown")
IDS = frozenset((*PICTURES, *ARCHIVES, *READABLE, *TO_BE_READ, *CONTAINERS, *OTHER))
"""All that sniff can answer."""

_STARTS = (
    (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"), (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"), (b"%PDF", "pdf"), (b"MZ", "program"), (b"\x7fELF", "program"), (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gz"), (b"BZh", "bz2"), (b"\xfd7zXZ", "xz"), (b"MSCF", "cab"),
    (b"\x60\xea", "arj"), (b"{\\rtf", "rtf"), (b"AT&TFORM", "djvu"), (b"MOXCEL", "mxl"), (tnef.MARK, "tnef"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "shortcut"), (b"\x09\x00\x04\x00", "old-excel"),
    (b"\x09\x02\x06\x00", "old-excel"),
    (b"\x09\x04\x06\x00", "old-excel"), (b"\x09\x08\x08\x00", "old-excel"), (b"\x09\x08\x10\x00", "old-excel"),
)
_TEXT_LIKE = (b"BM", b"MZ", b"BZh", b"MSCF", b"Rar!", b"MOXCEL", b"\x60\xea")
"""Starts that letters of a text can be."""
_ODF = (
    (b"opendocument.spreadsheet", "ods"), (b"opendocument.text", "odt"), (b"opendocument.presentation", "presentation"),
    (b"opendocument.", "drawing"), (b"application/epub+zip", "book"),
)
_BY_NAME = {"xods": "xods", "xodt": "xodt", "xodp": "presentation"}
_IWORK = {"numbers": "numbers", "pages": "pages", "key": "presentation"}
_ZIP = b"PK\x03\x04"
_TAR_AT, _TAR = 257, b"ustar"


def sniff(name: str, data: bytes) -> str:
    """One of IDS: what the content is."""
    if data[:2] == b"PK":
        return _zipped(name, data)
    if data.startswith(compound.OLE):
        return compound.kind(name, data)
    if start := _by_start(data) or signed.kind(data):
        return start
    text = marks.kind(name, data) if marks.is_text(data) else "unknown"
    lead = lead_in(data) if text in ("csv", "unknown") else 0
    return sniff(name, data[lead:]) if lead else text


def lead_in(data: bytes) -> int:
    """How many bytes stand before the real beginning of a package or of an old workbook: sites put an empty line or
    the mark of UTF-8 there, Office passes over them."""
    if data.startswith((_ZIP, compound.OLE)):
        return 0
    places = (data.find(mark, 0, LEAD_IN_BYTES) for mark in (_ZIP, compound.OLE))
    return max(0, min((at for at in places if at > 0), default=0))


def _by_start(data: bytes) -> str | None:
    for start, what in _STARTS:
        if data.startswith(start) and not (start in _TEXT_LIKE and marks.is_text(data)):
            return what
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "heic"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "tar" if data[_TAR_AT:_TAR_AT + len(_TAR)] == _TAR else "plist" if data.startswith(b"bplist") else None


def _zipped(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry.filename.replace("\\", "/") for entry in archive.infolist()]
            locked = any(info.flag_bits & 1 for info in archive.infolist())
            mimetype = _start_of(archive, "mimetype") + _start_of(archive, "META-INF/manifest.xml")
            office = None if locked else packages.kind(archive)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError, zlib.error):
        return "truncated"
    if locked:
        return "locked-zip"
    by_type = next((what for mark, what in _ODF if mark in mimetype), None)
    if b"encryption-data" in mimetype:
        return "password-document" if by_type == "odt" else "password"
    rest = "program" if any(entry.endswith((".class", "classes.dex")) for entry in entries) else "zip"
    return office or _BY_NAME.get(_ending(name)) or by_type or _apple(name, entries) or rest


def _apple(name: str, entries: list[str]) -> str | None:
    """A file of Numbers, Pages or Keynote is an archive, or a folder that mail packs into one."""
    parts = [part for entry in entries for part in entry.split("/")]
    if not any(part.endswith((".iwa", ".apxl")) or part in ("Index.zip", "index.xml.gz") for part in parts):
        return None
    endings = (_IWORK.get(_ending(part)) for part in (name, *parts))
    return next((what for what in endings if what), "numbers")


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _start_of(archive: zipfile.ZipFile, part: str) -> bytes:
    try:
        with archive.open(part) as stream:
            return stream.read(65536)
    except (KeyError, RuntimeError):
        return b""
