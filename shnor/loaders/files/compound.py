"""Files of Office before 2007 and locked files of any: a compound file (OLE) with named streams inside."""

import io
import re
import struct
from collections.abc import Iterator

from shnor.datasets.limits import KEY_ROUNDS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCUMENT_NAMES = (".doc", ".dot", ".docx", ".docm", ".dotx", ".dotm", ".rtf", ".odt", ".ott")
_STREAMS = {
    "encryptedpackage": "password", "workbook": "xls", "book": "xls", "worddocument": "doc",
    "powerpoint document": "presentation", "visiodocument": "drawing", "__properties_version1.0": "outlook",
}
"""Names of streams, in small letters: programs write them in any case."""
_OUTLOOK = "__substg1.0_"
_BOOKS = {"workbook": "Workbook", "book": "Book"}
_NAME_SIZE = 64
_BOOK_STARTS = (b"\x09\x08\x10\x00\x00\x06", b"\x09\x08\x08\x00\x00\x05")
_FILE_PASS = 0x2F
_RECORDS = 40
"""A password stands behind a few records of who wrote the book."""
_DOCUMENT_START = b"\xec\xa5"
_LOCKED_DOCUMENT = 0x0100
_FLAGS_AT = 0x0A
_HEAD = 4096
_EXCEL_OWN = "VelvetSweatshop"
"""With this Excel locks a book whose structure is protected; it opens without a question."""
_ROUNDS = re.compile(rb'spinCount="(\d{1,12})"')


def kind(name: str, data: bytes) -> str:
    """xls | doc | presentation | drawing | outlook (a letter) | password | password-document | unknown."""
    streams = _heads(data)
    kinds = {what for stream in streams for what in [_kind(stream)] if what}
    if "password" in kinds or any(_is_locked_book(head) for stream, head in streams.items() if _kind(stream) == "xls"):
        return "password-document" if name.lower().endswith(DOCUMENT_NAMES) else "password"
    if {"xls", "doc"} <= kinds:  # a document with a table inside, or a table with a document inside
        kinds -= {"xls" if name.lower().endswith(DOCUMENT_NAMES) else "doc"}
    what = next((what for what in _STREAMS.values() if what in kinds), "unknown")
    return "password-document" if what == "doc" and _is_locked_document(streams) else what


def plain(data: bytes) -> bytes:
    """An old workbook whose stream the reader knows: it seeks «Workbook» and «Book», as Excel writes them."""
    name = next((name for name in _root(data) if name.lower() in _BOOKS), "")
    usual = _BOOKS.get(name.lower(), name)
    return data if name == usual else data.replace(_entry(name), _entry(usual), 1)


def _entry(name: str) -> bytes:
    """Of a directory: the name in its place of 64 bytes and how long it is."""
    return name.encode("utf-16-le").ljust(_NAME_SIZE, b"\x00") + struct.pack("<H", 2 * len(name) + 2)


def _root(data: bytes) -> list[str]:
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as ole:
            return [path[0] for path in ole.listdir() if len(path) == 1]
    except Exception:  # the library raises whatever the bytes make it raise
        return []


def unlocked(data: bytes) -> bytes | None:
    """The file without the lock Excel puts on it by itself; None when a person's own password is needed."""
    from msoffcrypto import OfficeFile

    opened = io.BytesIO()
    try:
        if max(map(int, _ROUNDS.findall(stream(data, "encryptioninfo"))), default=0) > KEY_ROUNDS:
            return None
        office = OfficeFile(io.BytesIO(data))
        office.load_key(password=_EXCEL_OWN)
        office.decrypt(opened)
    except Exception:  # wrong password, other ways of locking, damage: the library has an error of its own for each
        return None
    return opened.getvalue() if opened.tell() else None


def _kind(stream: str) -> str | None:
    return "outlook" if stream.startswith(_OUTLOOK) else _STREAMS.get(stream)


def _heads(data: bytes) -> dict[str, bytes]:
    """Name of a stream at the root, in small letters, → its first bytes. A directory that is damaged: names that are
    met anywhere, as its entries are read by some programs still."""
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as ole:
            found = {path[0].lower(): path for path in ole.listdir(storages=True)}
            return {stream: ole.openstream(path).read(_HEAD) if len(path) == 1 and _kind(stream) in ("xls", "doc")
                    else b"" for stream, path in found.items()}
    except Exception:  # the library raises whatever the bytes make it raise
        wide, book = data.lower(), _book(data)  # small letters of ASCII in UTF-16 too
        met = {stream: book for stream in (*_STREAMS, _OUTLOOK) if stream.encode("utf-16-le") in wide}
        return met | ({"workbook": book} if book else {})


def stream(data: bytes, wanted: str) -> bytes:
    """The whole stream of this name, in small letters; empty when there is none."""
    from olefile import OleFileIO

    with OleFileIO(io.BytesIO(data)) as ole:
        path = next((path for path in ole.listdir() if [part.lower() for part in path] == [wanted]), None)
        return ole.openstream(path).read() if path else b""


def _book(data: bytes) -> bytes:
    start = next((at for at in map(data.find, _BOOK_STARTS) if at >= 0), len(data))
    return data[start:start + _HEAD]


def _is_locked_book(head: bytes) -> bool:
    return _FILE_PASS in _records(head)


def _records(head: bytes) -> Iterator[int]:
    at = 0
    for _ in range(_RECORDS):
        record, size = head[at:at + 2], head[at + 2:at + 4]
        yield int.from_bytes(record, "little")
        at += 4 + int.from_bytes(size, "little")


def _is_locked_document(streams: dict[str, bytes]) -> bool:
    head = streams.get("worddocument", b"")
    flags = int.from_bytes(head[_FLAGS_AT:_FLAGS_AT + 2], "little")
    return head.startswith(_DOCUMENT_START) and bool(flags & _LOCKED_DOCUMENT)
