"""Which of the shared texts of an .xls are struck out word for word: they stand in records that break anywhere."""

import struct

_CONTINUE = 0x3C


class _Texts:
    """The bytes of a record and of those that continue it. breaks: where a continuation begins."""

    def __init__(self, data: bytes, at: int, size: int) -> None:
        pieces, total = [data[at:at + size]], size
        self._breaks: set[int] = set()
        at += size
        while at + 4 <= len(data):
            kind, size = struct.unpack_from("<HH", data, at)
            if kind != _CONTINUE:
                break
            self._breaks.add(total)
            pieces.append(data[at + 4:at + 4 + size])
            total, at = total + size, at + 4 + size
        self._bytes = b"".join(pieces)
        self._sorted = sorted(self._breaks)
        self._next = 0
        self.at = 8

    def take(self, count: int) -> bytes:
        taken = self._bytes[self.at:self.at + count]
        self.at += count
        return taken

    def number(self, form: str) -> int:
        return int(struct.unpack(form, self.take(struct.calcsize(form)))[0])

    def signs(self, count: int, wide: int) -> str:
        """A text that breaks goes on with a byte that says again how wide its signs are."""
        text = ""
        while count:
            if self.at in self._breaks and text:
                wide = self.take(1)[0] & 1
            end = next((place for place in self._sorted if place > self.at), len(self._bytes))
            fits = min(count, (end - self.at) >> wide)
            if not fits:
                raise ValueError("a text without an end")
            text += self.take(fits << wide).decode("utf-16-le" if wide else "latin-1", "replace")
            count -= fits
        return text


def struck_texts(data: bytes, at: int, size: int, fonts: set[int]) -> frozenset[int]:
    """Numbers of the texts all of whose words have one of these fonts of their own."""
    texts = _Texts(data, at, size)
    (count,) = struct.unpack_from("<I", data, at + 4)
    found = set()
    for number in range(count):
        length, flags = texts.number("<H"), texts.take(1)[0]
        runs = texts.number("<H") if flags & 8 else 0
        extra = texts.number("<I") if flags & 4 else 0
        text = texts.signs(length, flags & 1)
        starts = [struct.unpack("<HH", texts.take(4)) for _ in range(runs)]
        texts.take(extra)
        if starts and all(is_struck or not text[first:last].strip() for first, last, is_struck in _runs(
                starts, length, fonts)):
            found.add(number)
    return frozenset(found)


def _runs(starts: list[tuple[int, int]], length: int, fonts: set[int]) -> list[tuple[int, int, bool]]:
    """(from, to, struck out) of the pieces of a text; what stands before the first has the font of its cell."""
    ends = [*(start for start, _ in starts[1:]), length]
    own = [(start, end, font in fonts) for (start, font), end in zip(starts, ends, strict=True)]
    return [(0, starts[0][0], False), *own]
