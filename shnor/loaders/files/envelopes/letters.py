"""Files in a letter (.eml) or a mailbox. Who sent it is not kept; pictures of its text are no attachments."""

import base64
import binascii
import codecs
import contextlib
import mimetypes
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.generator import BytesGenerator
from email.header import decode_header
from email.message import Message
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import unquote_to_bytes

from shnor.datasets.letters import NAME_PAGES
from shnor.loaders.files.encodings import file_name, likeliest
from shnor.loaders.files.marks import letters_head
from shnor.loaders.files.sniff import sniff

_BODIES = ("text/plain", "text/html", "text/enriched", "text/calendar", "text/x-amp-html", "text/watch-html")
_OF_THE_POST = ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers",
                "application/pgp-signature", "application/applefile")
_SEALS = ("smime.p7s", "signature.asc")
_LETTERS = ("message/rfc822", "message/global")
_RAW = policy.compat32.clone(mangle_from_=False)
_NEXT_LETTER = re.compile(rb"(?:\A|\r?\n\r?\n)(?=From \S+.*\d{4}[ \t]*\r?\n[!-9;-~]+:)")
_BEGIN = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]+)\r?\n(.*?)^end[ \t]*\r?$", re.S | re.M)
_ENDINGS = {"jpeg": "jpg", "letter": "eml", "html": "html", "tnef": "dat", "signed": "sig", "outlook": "msg"}
_NO_ENDING = ("unknown", "truncated", "package", "flat", "password", "password-document")
_PERCENTS = re.compile(r"(?:%[0-9A-Fa-f]{2}){2,}")

Files = list[tuple[str, bytes]]


def attachments(name: str, data: bytes) -> Files:
    """(name, bytes) of each file; a letter inside is one file. A mailbox is its letters.

    Raises:
        ValueError, LookupError, TypeError, AttributeError, RecursionError: no reader of letters understands it.
    """
    data = data.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")
    stem = PurePosixPath(name).stem
    if len(letters := _of_mailbox(data)) > 1:
        return [(f"{stem} {number}.eml", letter) for number, letter in enumerate(letters, 1)]
    files: Files = []
    parts = list(_parts(message_from_bytes(data, policy=_RAW)))
    pages = _pages(parts)
    for part in parts:
        files += [(title or _unnamed(stem, part, content, files), content) for title, content in _files(part, pages)]
    return files


def _pages(parts: list[Message]) -> tuple[str, ...]:
    """Code pages names may be in, those first that the letter itself is written in."""
    told = []
    for part in parts:
        with contextlib.suppress(LookupError):
            told.append(codecs.lookup(str(part.get_content_charset())).name)
    return tuple(dict.fromkeys((*(page for page in told if page in NAME_PAGES), *NAME_PAGES)))


def _of_mailbox(data: bytes) -> list[bytes]:
    if not data.startswith(b"From "):
        return [data]
    letters = [letter.strip(b"\r\n") for letter in _NEXT_LETTER.split(data)]
    return [letter for letter in letters if letters_head(letter)[0]]


def _parts(letter: Message) -> Iterator[Message]:
    """Leaves of the tree in their order; a letter inside is a leaf."""
    waiting = [letter]
    while waiting:
        part = waiting.pop()
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting += [item for item in reversed(inside) if isinstance(item, Message)]
        else:
            yield part


def _files(part: Message, pages: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    what, title = part.get_content_type(), _title(part, pages)
    if what in _LETTERS:
        yield f"{title or 'письмо'}".removesuffix(".eml") + ".eml", _letter(part)
        return
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    if what in _BODIES and not title and part.get_content_disposition() != "attachment":
        yield from _typed_in(content)
    elif what not in _OF_THE_POST and title.lower() not in _SEALS and not _is_of_the_text(part, title):
        yield title, content


def _is_of_the_text(part: Message, title: str) -> bool:
    return part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment" and (
        not title or bool(part.get("Content-ID")))


def _letter(part: Message) -> bytes:
    inside = part.get_payload()
    if isinstance(inside, list):
        inside = inside[0]
    if isinstance(inside, str):
        return inside.encode("ascii", "surrogateescape")
    out = BytesIO()
    BytesGenerator(out, policy=_RAW).flatten(inside)
    raw = out.getvalue()
    if part.get("Content-Transfer-Encoding", "").strip().lower() != "base64":
        return raw
    try:
        return base64.b64decode(raw)
    except binascii.Error:
        return raw


def _typed_in(text: bytes) -> Iterator[tuple[str, bytes]]:
    """Files old programs write into the text of a letter: «begin 644 name», lines, «end» (uuencode)."""
    for found in _BEGIN.finditer(text):
        content = b"".join(_decoded(line) for line in found[2].splitlines())
        yield file_name(likeliest(found[1].strip())[0]), content


def _decoded(line: bytes) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:  # some encoders write a sign too many
        return binascii.a2b_uu(line[:1 + ((line[0] - 32 & 63) * 4 + 5) // 3]) if line else b""


def _title(part: Message, pages: tuple[str, ...]) -> str:
    """The name of the file, in whichever of the ways programs write it."""
    for header, parameter in (("content-disposition", "filename"), ("content-type", "name")):
        plain = Message(policy=_RAW)
        plain[header] = _header(part, header, pages)
        value = plain.get_param(parameter, header=header)
        text = _of_percents(value) if isinstance(value, tuple) else _words(str(value)) if value else ""
        if text.strip():
            return file_name(text.strip().strip('"')).replace("\\", "/").rpartition("/")[2]
    return ""


def _header(part: Message, name: str, pages: tuple[str, ...]) -> str:
    """Bytes that are no ASCII are letters of some code page."""
    raw = next((value for key, value in part.raw_items() if key.lower() == name), "")
    text = likeliest(str(raw).encode("ascii", "surrogateescape"), pages)[0]
    return re.sub(r"\r?\n[ \t]", " ", text)


def _of_percents(value: tuple[str | None, str | None, str]) -> str:
    """«filename*=utf-8''%D0%9E…»: the page and the letters; a page nobody knows is sought."""
    raw = value[2].encode("latin-1", "replace")
    try:
        return raw.decode(value[0] or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return likeliest(raw)[0]


def _words(text: str) -> str:
    """Encoded words («=?utf-8?B?…?=») and percents without a page, else the text itself."""
    if "=?" not in text:
        return _PERCENTS.sub(lambda found: likeliest(unquote_to_bytes(found[0]))[0], text)
    try:
        pieces = decode_header(text)
    except (ValueError, binascii.Error):
        return text
    return "".join(piece if isinstance(piece, str) else _piece(piece, page) for piece, page in pieces)


def _piece(raw: bytes, page: str | None) -> str:
    try:
        return raw.decode(page or "ascii")
    except (LookupError, UnicodeDecodeError):
        return likeliest(raw)[0]


def _unnamed(stem: str, part: Message, content: bytes, before: Files) -> str:
    """As the letter is called: its subject says more than «вложение 1»."""
    what = sniff("", content)
    ending = "." + _ENDINGS.get(what, what) if what not in _NO_ENDING else \
        mimetypes.guess_extension(part.get_content_type()) or ""
    taken = sum(title.startswith(stem) for title, _ in before)
    return f"{stem} ({taken + 1}){ending}" if taken else f"{stem}{ending}"
