"""What is refused before any reader sees the bytes: readers give up their whole process on some of it."""

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass

from shnor.loaders.files.archive import blocks, sheet_names
from shnor.loaders.files.containers import Closed, members
from shnor.loaders.files.sniff import sniff
from shnor.loaders.issues import of_files as say
from shnor.loaders.issues.entry import IssueType
from shnor.loaders.types import Issue

MAX_FILE = 64 << 20
MAX_UNPACKED = 400 << 20
MAX_RATIO = 150
RATIO_FROM = 20 << 20
"""The ratio says nothing about small files: an almost empty sheet packs well."""
MAX_ROWS = 200_000
MAX_ENTRIES = 10_000

_FAR = re.compile(rb' r="([A-Za-z]{3,}\d+|[A-Za-z]{1,2}(?:\d{7,}|[2-9]\d{5}))"')
_FILLED = re.compile(rb"<(?:\w+:)?c\b[^<>]*(?<!/)>\s*(?:[^<\s]|<[^/])")
_PICTURES = {"png": "PNG", "jpeg": "JPEG", "gif": "GIF", "bmp": "BMP", "tiff": "TIFF", "heic": "HEIC", "webp": "WebP"}
_ARCHIVES = {"zip": "ZIP", "rar": "RAR", "7z": "7Z", "gz": "GZ", "locked-zip": "ZIP с паролем"}
_REFUSED: dict[str, tuple[IssueType, str]] = {
    "pdf": (say.PDF, ""), "program": (say.PROGRAM, ""), "doc": (say.OLD_WORD, ""), "html": (say.WEB_PAGE, ""),
    "xml": (say.OLD_XML, ""), "link": (say.LINK, ""), "letter": (say.LETTER, ""), "unknown": (say.UNKNOWN, ""),
    "truncated": (say.TRUNCATED, ""), "xods": (say.MYOFFICE_TABLE, ""), "xodt": (say.MYOFFICE_TEXT, ""),
    "presentation": (say.OTHER, "презентация"),
} | {what: (say.PICTURE, title) for what, title in _PICTURES.items()} | {
    what: (say.ARCHIVE, title) for what, title in _ARCHIVES.items()}


class Refused(Exception):
    """The file is not to be read; issue says why."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


@dataclass(frozen=True)
class Accepted:
    """format: xlsx | xlsb | xls | ods | docx | odt | rtf | csv. errors: some cell of the workbook holds #ССЫЛКА!
    or the like."""

    format: str
    errors: bool = False


def inspect(name: str, data: bytes) -> Accepted:
    """The format of the bytes, whatever the name says.

    Raises:
        Refused: not a table, or more than can be read.
    """
    if name.startswith(("~$", ".~lock.")):
        raise Refused(say.LOCK.at(name=name))
    if not data:
        raise Refused(say.EMPTY.at(name=name))
    if len(data) > MAX_FILE:
        raise Refused(say.TOO_LARGE.at(name=name, limit=MAX_FILE >> 20))
    what = sniff(name, data)
    if what == "password":
        document = name.lower().endswith((".docx", ".doc", ".odt"))
        raise Refused((say.PASSWORD_DOCUMENT if document else say.PASSWORD).at(name=name))
    if what in ("zip", "letter"):
        _say_why_closed(name, data)
    if what in _REFUSED:
        issue, title = _REFUSED[what]
        raise Refused(issue.at(name=name, what=title))
    return _unpacked(name, data, what) if what in ("xlsx", "xlsb", "ods", "docx", "odt") else Accepted(what)


def _say_why_closed(name: str, data: bytes) -> None:
    """An archive or a letter that could be opened was opened when it was dropped."""
    try:
        members(name, data)
    except Closed as closed:
        raise Refused(closed.issue) from None


def _unpacked(name: str, data: bytes, what: str) -> Accepted:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    _check_size(name, data, sum(entry.file_size for entry in entries), len(entries))
    total, errors = 0, False
    try:
        for entry in entries:
            carry = b""
            for block in blocks(data, entry):
                total += len(block)
                _check_size(name, data, total)
                if what == "xlsx" and entry.filename.startswith("xl/"):
                    text = carry + block
                    errors = errors or b't="e"' in text
                    _check_far(name, data, entry, text)
                    carry = text[-512:]
    except (zlib.error, struct.error):
        raise Refused(say.TRUNCATED.at(name=name)) from None
    return Accepted(what, errors)


def _check_size(name: str, data: bytes, unpacked: int, entries: int = 0) -> None:
    if unpacked > MAX_UNPACKED or entries > MAX_ENTRIES or (
            unpacked > RATIO_FROM and unpacked > MAX_RATIO * len(data)):
        raise Refused(say.BOMB.at(name=name))


def _check_far(name: str, data: bytes, entry: zipfile.ZipInfo, text: bytes) -> None:
    """A far cell that is only coloured harms nobody: readers skip it, and free office writes such cells."""
    for found in _FAR.finditer(text):
        if _FILLED.match(text, text.rfind(b"<", 0, found.start())):
            address = found[1].decode().upper()
            where = sheet_names(data).get(entry.filename, "")
            if address[2].isdigit() and sum(block.count(b"<row") for block in blocks(data, entry)) > MAX_ROWS // 2:
                raise Refused(say.TOO_MANY_ROWS.at(name=name, where=where, limit=f"{MAX_ROWS:,}".replace(",", " ")))
            raise Refused(say.FAR_CELL.at(name=name, where=where, address=address))
