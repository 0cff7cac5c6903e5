"""Attachments of a «winmail.dat», the envelope Outlook puts around a letter (TNEF)."""

import struct
from collections.abc import Iterator

from shnor.loaders.files.encodings import likeliest

MARK = b"\x78\x9f\x3e\x22"
_BEGIN, _DATA, _TITLE, _PROPERTIES = 0x9002, 0x800F, 0x8010, 0x9005
_LONG_NAME, _WHOLE_DATA = (0x3707, 0x3001), 0x3701
_SIZES = {0x0001: 4, 0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4, 0x000B: 4,
          0x0014: 8, 0x0040: 8, 0x0048: 16}
_TEXT, _WIDE_TEXT, _OBJECT, _BINARY = 0x001E, 0x001F, 0x000D, 0x0102
_MANY = 0x1000
_OBJECT_HEAD = 16
_NAMED = 0x8000


def attachments(data: bytes) -> list[tuple[str, bytes]]:
    """(name, bytes) of each file.

    Raises:
        struct.error, IndexError: cut off.
    """
    files: list[tuple[str, bytes]] = []
    for attribute, value in _attributes(data):
        if attribute == _BEGIN:
            files.append(("", b""))
        if not files:
            continue
        name, content = files[-1]
        if attribute == _DATA:
            files[-1] = (name, value)
        elif attribute == _TITLE:
            files[-1] = (name or likeliest(value.rstrip(b"\x00"))[0], content)
        elif attribute == _PROPERTIES:
            long_name, whole = _named(value)
            files[-1] = (long_name or name, content or whole)
    return [(name, content) for name, content in files if content]


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    while at + 9 <= len(data):
        _, attribute, _, size = struct.unpack_from("<BHHL", data, at)
        yield attribute, data[at + 9:at + 9 + size]
        at += 9 + size + 2


def _named(value: bytes) -> tuple[str, bytes]:
    """(long name, content) among the properties of an attachment; what is not understood is empty."""
    found: dict[int, bytes] = {}
    try:
        for key, content in _properties(value):
            found.setdefault(key, content)
    except struct.error:
        pass
    name = next((found[key] for key in _LONG_NAME if key in found), b"")
    wide = name[1::2].count(0) + name[1::2].count(4) > len(name) // 4
    text = name.decode("utf-16-le", "replace") if wide else likeliest(name)[0]
    content = found.get(_WHOLE_DATA, b"")
    return text.rstrip("\x00"), content[_OBJECT_HEAD:] if content[_OBJECT_HEAD:].startswith(MARK) else content


def _properties(value: bytes) -> Iterator[tuple[int, bytes]]:
    (count,), at = struct.unpack_from("<L", value), 4
    for _ in range(min(count, len(value))):
        kind, key = struct.unpack_from("<HH", value, at)
        at = _after_name(value, at + 4, key)
        several = kind & _MANY or kind in (_TEXT, _WIDE_TEXT, _OBJECT, _BINARY)
        number = struct.unpack_from("<L", value, at)[0] if several else 1
        at += 4 if several else 0
        for _ in range(min(number, len(value))):
            size = _SIZES.get(kind & ~_MANY)
            if size is None:
                (size,), at = struct.unpack_from("<L", value, at), at + 4
            yield key, value[at:at + size]
            at += size + -size % 4


def _after_name(value: bytes, at: int, key: int) -> int:
    if key < _NAMED:
        return at
    (by_text,) = struct.unpack_from("<L", value, at + 16)
    if not by_text:
        return at + 24
    (size,) = struct.unpack_from("<L", value, at + 20)
    return at + 24 + size + -size % 4
