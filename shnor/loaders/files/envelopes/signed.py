"""A file inside an electronic signature (.sig, .p7s, .p7m): the message of a CMS, where it is attached."""

import base64
import re

_SIGNED = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
_ENVELOPED = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03"
_HEAD = 64
_TEXT = re.compile(rb"\s*(?:-----BEGIN [A-Z0-9 ]+-----\s*)?(MI[A-Za-z0-9+/=\s]+)")
_OCTETS, _CONTENT = 0x04, 0xA0
_CONSTRUCTED = 0x20
_DEPTH = 40
_ZIP, _OLE, _ZIP_END = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x05\x06"
_ZIP_END_SIZE = 22
_FILE_FROM = 512


def kind(data: bytes) -> str | None:
    """signed | sealed (encrypted for somebody) | None."""
    head = data[:_HEAD] if data[:1] == b"\x30" else _bytes(data[:1024])[:_HEAD]
    if head[:1] != b"\x30":
        return None
    return "signed" if _SIGNED in head[:32] else "sealed" if _ENVELOPED in head[:32] else None


def content(data: bytes) -> bytes | None:
    """The signed file, None where the signature stands alone."""
    data = data if data[:1] == b"\x30" else _bytes(data)
    try:
        found = _message(data)
    except (IndexError, ValueError):
        found = None
    return found or _whole_file(data)


def _bytes(data: bytes) -> bytes:
    """Of a signature written as text; what is no such text is empty."""
    text = _TEXT.match(data)
    if not text:
        return b""
    signs = re.sub(rb"[\s=]+", b"", text[1])
    signs = signs[:-1] if len(signs) % 4 == 1 else signs  # the head of a longer text
    return base64.b64decode(signs + b"=" * (-len(signs) % 4))


def _message(data: bytes) -> bytes | None:
    """ContentInfo → SignedData → EncapsulatedContentInfo → its octets."""
    signed = _inside(data, _child(data, _inside(data, 0), 1))
    parts = _inside(data, signed)
    encapsulated = _child(data, parts, 2)
    kind_of_content = _inside(data, encapsulated)
    at = _end(data, kind_of_content)
    if at >= _end(data, encapsulated) or data[at] != _CONTENT:
        return None
    return _octets(data, _inside(data, at))


def _head(data: bytes, at: int) -> tuple[int, int | None]:
    """(where the value begins, its length; None: until its end mark)."""
    size = data[at + 1]
    if size == 0x80:
        return at + 2, None
    if size < 0x80:
        return at + 2, size
    count = size & 0x7F
    return at + 2 + count, int.from_bytes(data[at + 2:at + 2 + count], "big")


def _inside(data: bytes, at: int) -> int:
    if not data[at] & _CONSTRUCTED:
        raise ValueError(at)
    return _head(data, at)[0]


def _child(data: bytes, first: int, number: int) -> int:
    for _ in range(number):
        first = _end(data, first)
    return first


def _end(data: bytes, at: int, depth: int = 0) -> int:
    start, size = _head(data, at)
    if size is not None:
        return start + size
    if depth > _DEPTH:
        raise ValueError(at)
    while data[start:start + 2] != b"\x00\x00":
        start = _end(data, start, depth + 1)
    return start + 2


def _octets(data: bytes, at: int) -> bytes:
    start, size = _head(data, at)
    if data[at] == _OCTETS and size is not None:
        return data[start:start + size]
    if data[at] != _OCTETS | _CONSTRUCTED:
        raise ValueError(at)
    pieces, end = [], _end(data, at) - (2 if size is None else 0)
    while start < end:
        pieces.append(_octets(data, start))
        start = _end(data, start)
    return b"".join(pieces)


def _whole_file(data: bytes) -> bytes | None:
    """A signature that does not keep to its own grammar may still begin with the file itself."""
    head = data[:_FILE_FROM]
    if _OLE in head:
        return data[head.index(_OLE):]
    end = data.rfind(_ZIP_END)
    if _ZIP not in head or end < 0:
        return None
    comment = int.from_bytes(data[end + _ZIP_END_SIZE - 2:end + _ZIP_END_SIZE], "little")
    return data[head.index(_ZIP):end + _ZIP_END_SIZE + comment]
