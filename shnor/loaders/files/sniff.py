"""What a file really is: by its content, the name only settles what content cannot."""

import io
import re
import zipfile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = (
    (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"), (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"), (b"%PDF", "pdf"), (b"MZ", "program"), (b"\x7fELF", "program"), (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gz"), (b"{\\rtf", "rtf"),
)
_ODF = (
    (b"opendocument.spreadsheet", "ods"), (b"opendocument.text", "odt"), (b"opendocument.presentation", "presentation"),
)
_OLE_STREAMS = (("Workbook", "xls"), ("Book", "xls"), ("WordDocument", "doc"), ("PowerPoint Document", "presentation"),
                ("__substg1.0_", "letter"))
_BOOK_STARTS = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_BOOK_START_SIZE = 20
_FILE_PASS = b"\x2f\x00"
"""The record after the first one of an xls that is locked with a password."""
_LINK = re.compile(rb"\s*(?:\[InternetShortcut\]|https?://\S+\s*$)")
_LETTER = re.compile(rb"(?:From|To|Subject|Received|Return-Path|MIME-Version|Delivered-To|X-[\w-]+): ", re.IGNORECASE)


def sniff(name: str, data: bytes) -> str:
    """Id of the content: xlsx, xlsb, xls, ods, docx, csv are readable, any other id is something else."""
    if data[:2] == b"PK":
        return _zipped(name, data)
    if data.startswith(OLE):
        return _compound(name, data)
    for start, what in _STARTS:
        if data.startswith(start) and not (start in (b"BM", b"MZ") and _is_text(data)):
            return what
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "heic"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return _text(data) if _is_text(data) else "unknown"


def _zipped(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = set(archive.namelist())
            locked = any(info.flag_bits & 1 for info in archive.infolist())
            mimetype = _start_of(archive, "mimetype") + _start_of(archive, "META-INF/manifest.xml")
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError):
        return "truncated"
    if locked:
        return "locked-zip"
    if b"encryption-data" in mimetype:
        return "password"
    own = {"xods": "xods", "xodt": "xodt", "xodp": "presentation"}.get(name.rpartition(".")[2].lower())
    office = next((what for part, what in (("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsb"),
                   ("word/document.xml", "docx"), ("ppt/presentation.xml", "presentation")) if part in entries), None)
    return office or own or next((what for mark, what in _ODF if mark in mimetype), "zip")


def _start_of(archive: zipfile.ZipFile, part: str) -> bytes:
    try:
        with archive.open(part) as stream:
            return stream.read(65536)
    except (KeyError, RuntimeError):
        return b""


def _compound(name: str, data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "password"
    book = data.find(_BOOK_STARTS)
    if book >= 0 and data[book + _BOOK_START_SIZE:][:2] == _FILE_PASS:
        return "password"
    found = [what for stream, what in _OLE_STREAMS if stream.encode("utf-16-le") in data]
    if "doc" in found and "xls" in found:  # a document with a table inside, or a table with a document inside
        return "doc" if name.lower().endswith((".doc", ".dot", ".docx", ".rtf")) else "xls"
    return found[0] if found else "unknown"


def _is_text(data: bytes) -> bool:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    head = data[:4096]
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", head)


def _text(data: bytes) -> str:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    lower = head.lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in lower:
        return "xml"
    if lower.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<?xml", b"<!--", b"<style")):
        return "html"
    if _LINK.match(head):
        return "link"
    return "letter" if len(_LETTER.findall(head[:2048])) >= 3 and _LETTER.match(head) else "csv"
