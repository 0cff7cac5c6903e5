"""What is refused before any reader sees the bytes: readers give up their whole process on some of it."""

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field

from shnor.datasets.limits import (
    FILE_BYTES,
    PACKAGE_BYTES,
    PACKAGE_ENTRIES,
    RATIO_FROM_BYTES,
    SHEET_ROWS,
    UNPACKED_RATIO,
)
from shnor.loaders.files import compound
from shnor.loaders.files.archive import OtherPacking, blocks, sheet_names
from shnor.loaders.files.envelopes.containers import Closed, members
from shnor.loaders.files.packages import is_plain, plain
from shnor.loaders.files.sniff import ARCHIVES, CONTAINERS, PACKAGES, PICTURES, lead_in, sniff
from shnor.loaders.issues import of_files as say
from shnor.loaders.issues.entry import IssueType
from shnor.loaders.types import Issue

_FAR = re.compile(rb' r="(?=[A-Za-z]{3}|[^"]{7})([A-Za-z]{3,}\d+|[A-Za-z]{1,2}(?:\d{7,}|[2-9]\d{5}))"')
_FILLED = re.compile(rb"<(?:\w+:)?c\b[^<>]*(?<!/)>\s*(?:[^<\s]|<[^/])")
_REFUSED: dict[str, tuple[IssueType, str]] = {
    "pdf": (say.PDF, ""), "xps": (say.SCAN, "документ для печати (XPS)"), "djvu": (say.SCAN, "скан документа (DjVu)"),
    "program": (say.PROGRAM, ""), "old-excel": (say.OLD_EXCEL, ""),
    "xml": (say.DATA, "XML"), "plist": (say.DATA, "plist"),
    "json": (say.DATA, "JSON"),
    "link": (say.LINK, ""), "shortcut": (say.SHORTCUT, ""), "letter": (say.LETTER, ""), "outlook": (say.LETTER, ""),
    "tnef": (say.WINMAIL_EMPTY, ""), "signed": (say.SIGNATURE, ""), "signature": (say.SIGNATURE, ""),
    "sealed": (say.SEALED, ""), "password": (say.PASSWORD, ""), "password-document": (say.PASSWORD_DOCUMENT, ""),
    "truncated": (say.TRUNCATED, ""), "xods": (say.MYOFFICE_TABLE, ""), "xodt": (say.MYOFFICE_TEXT, ""),
    "numbers": (say.NUMBERS, ""), "pages": (say.PAGES, ""), "mxl": (say.MXL, ""), "unknown": (say.UNKNOWN, ""),
    "presentation": (say.OTHER, "презентация"), "drawing": (say.OTHER, "рисунок или схема"),
    "book": (say.OTHER, "электронная книга"), "package": (say.OTHER, "файл другой программы"),
} | {what: (say.PICTURE, title) for what, title in PICTURES.items()} | {
    what: (say.ARCHIVE, title) for what, title in ARCHIVES.items()}


_DAMAGE = (ValueError, KeyError, SyntaxError, NotImplementedError, RuntimeError, EOFError, zipfile.BadZipFile,
           zlib.error, struct.error)
"""All that a damaged package makes its readers raise: the file is refused as unreadable, in a sentence."""


class Refused(Exception):
    """The file is not to be read; issue says why."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


@dataclass(frozen=True)
class Accepted:
    """format: xlsx | xlsb | xls | ods | docx | odt | rtf | csv, or a rarer one (`read._TASKS`). data: what the
    readers are given, the file itself or the same as they know it."""

    format: str
    data: bytes = field(default=b"", repr=False, compare=False)


def inspect(name: str, data: bytes) -> Accepted:
    """The format of the bytes, whatever the name says.

    Raises:
        Refused: not a table, or more than can be read.
    """
    if name.startswith(("~$", ".~lock.")):
        raise Refused(say.LOCK.at(name=name))
    if not data:
        raise Refused(say.EMPTY.at(name=name))
    if len(data) > FILE_BYTES:
        raise Refused(say.TOO_LARGE.at(name=name, limit=FILE_BYTES >> 20))
    what = sniff(name, data)
    if what in ("password", "password-document") and (inner := compound.unlocked(data)):
        data, what = inner, sniff(name, inner)
    if what in CONTAINERS:
        _say_why_closed(name, data)
    if what in _REFUSED:
        issue, title = _REFUSED[what]
        raise Refused(issue.at(name=name, what=title))
    if what in PACKAGES:
        return _unpacked(name, *_plain(name, data, what))
    return Accepted(what, data=compound.plain(data[lead_in(data):]) if what == "xls" else data)


def _say_why_closed(name: str, data: bytes) -> None:
    """An archive or a letter that could be opened was opened when it was dropped."""
    try:
        members(name, data)
    except Closed as closed:
        raise Refused(closed.issue) from None


def _plain(name: str, data: bytes, what: str) -> tuple[bytes, str]:
    """A package with its parts under the names readers look for. It is unpacked for that: not before its size is
    known to be sound."""
    try:
        if what != "flat":
            if is_plain(data, what):
                return data, what
            _unpacked(name, data, "")
        return plain(data, what), "docx" if what == "flat" else what
    except _DAMAGE:
        document = what in ("docx", "flat", "odt")
        raise Refused((say.UNREADABLE_DOCUMENT if document else say.UNREADABLE).at(name=name)) from None


def _unpacked(name: str, data: bytes, what: str) -> Accepted:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    _check_size(name, data, sum(entry.file_size for entry in entries), len(entries))
    total = 0
    try:
        for entry in entries:
            carry = b""
            for block in blocks(data, entry):
                total += len(block)
                _check_size(name, data, total)
                if what == "xlsx" and entry.filename.startswith("xl/"):
                    text = carry + block
                    _check_far(name, data, entry, text)
                    carry = text[-512:]
    except OtherPacking:
        raise Refused(say.UNREADABLE.at(name=name)) from None
    except (zlib.error, struct.error):
        raise Refused(say.TRUNCATED.at(name=name)) from None
    return Accepted(what, data)


def _check_size(name: str, data: bytes, unpacked: int, entries: int = 0) -> None:
    if unpacked > PACKAGE_BYTES or entries > PACKAGE_ENTRIES or (
            unpacked > RATIO_FROM_BYTES and unpacked > UNPACKED_RATIO * len(data)):
        raise Refused(say.BOMB.at(name=name))


def _check_far(name: str, data: bytes, entry: zipfile.ZipInfo, text: bytes) -> None:
    """A far cell that is only coloured harms nobody: readers skip it, and free office writes such cells."""
    for found in _FAR.finditer(text):
        if _FILLED.match(text, text.rfind(b"<", 0, found.start())):
            address = found[1].decode().upper()
            where = sheet_names(data).get(entry.filename, "")
            if address[2].isdigit() and sum(block.count(b"<row") for block in blocks(data, entry)) > SHEET_ROWS // 2:
                raise Refused(say.TOO_MANY_ROWS.at(name=name, where=where, limit=f"{SHEET_ROWS:,}".replace(",", " ")))
            raise Refused(say.FAR_CELL.at(name=name, where=where, address=address))
