"""Streams of a compound file (.xls): the few pages of [MS-CFB] that are needed to find one by its name."""

import struct
from collections.abc import Iterator

_FREE = 0xFFFFFFFA
"""Numbers of sectors from here on end a chain."""
_ENTRY = 128
_CUTOFF = 4096


def stream(data: bytes, *names: str) -> bytes:
    """The first stream with one of these names, in any case; empty when there is none. A chain that runs in a circle
    or out of the file ends there."""
    (shift,) = struct.unpack_from("<H", data, 30)
    size = 1 << shift
    directory_start, = struct.unpack_from("<I", data, 48)
    table = _table(data, size)
    directory = b"".join(_sectors(data, size, table, directory_start))
    entries = [directory[at:at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    wanted = [name.lower() for name in names]
    for entry in entries:
        if entry[66] == 2 and _name(entry).lower() in wanted:
            start, length = struct.unpack_from("<II", entry, 116)
            if length >= _CUTOFF:
                return b"".join(_sectors(data, size, table, start))[:length]
            return _small(data, size, table, entries[0], start)[:length]
    return b""


def _name(entry: bytes) -> str:
    (length,) = struct.unpack_from("<H", entry, 64)
    return entry[:max(0, length - 2)].decode("utf-16-le", "replace")


def _table(data: bytes, size: int) -> list[int]:
    """The sector that follows each sector."""
    listed = list(struct.unpack_from("<109I", data, 76))
    (more, count) = struct.unpack_from("<II", data, 68)
    while more < _FREE and count:
        numbers = struct.unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        listed += numbers[:-1]
        more, count = numbers[-1], count - 1
    table: list[int] = []
    for sector in listed:
        if sector < _FREE and (sector + 2) * size <= len(data) + size:
            part = data[(sector + 1) * size:(sector + 2) * size].ljust(size, b"\xff")
            table += struct.unpack(f"<{size // 4}I", part)
    return table


def _sectors(data: bytes, size: int, table: list[int], start: int) -> Iterator[bytes]:
    seen = 0
    while start < len(table) and seen <= len(table):
        yield data[(start + 1) * size:(start + 2) * size]
        start, seen = table[start], seen + 1


def _small(data: bytes, size: int, table: list[int], root: bytes, start: int) -> bytes:
    """Short streams stand together in the stream of the root."""
    (of_root,) = struct.unpack_from("<I", root, 116)
    whole = b"".join(_sectors(data, size, table, of_root))
    (first,) = struct.unpack_from("<I", data, 60)
    chain_bytes = b"".join(_sectors(data, size, table, first))
    chain = struct.unpack(f"<{len(chain_bytes) // 4}I", chain_bytes)
    pieces: list[bytes] = []
    while start < len(chain) and len(pieces) <= len(chain):
        pieces.append(whole[start * 64:start * 64 + 64])
        start = chain[start]
    return b"".join(pieces)
