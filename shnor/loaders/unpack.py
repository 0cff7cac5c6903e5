"""What really comes out of a packed entry: zipfile stops at the size the header promises, other unpackers do not."""

import struct
import zipfile
import zlib
from collections.abc import Iterator

BLOCK = 1 << 20


def blocks(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of an entry piece by piece.

    Raises:
        zlib.error, struct.error: the entry is damaged or packed in another way.
    """
    lengths = struct.unpack_from("<HH", data, entry.header_offset + 26)
    start = entry.header_offset + 30 + sum(lengths)
    packed = data[start:start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield from (packed[at:at + BLOCK] for at in range(0, len(packed), BLOCK))
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise zlib.error("other packing")
    unpacker = zlib.decompressobj(-15)
    while packed and not unpacker.eof:
        yield unpacker.decompress(packed, BLOCK)
        packed = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise zlib.error("cut off")
