"""The letters of drawn pictures and of the papers around them: PT Sans, carried along so that a picture looks the same
on every machine, and how wide a text stands in them: what is drawn knows beforehand whether it fits."""

import struct
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

FAMILY = "PT Sans"
FOLDER = Path(__file__).parent
"""Where its two files and their licence are."""
_FILES = {False: "PTS55F.ttf", True: "PTS75F.ttf"}
TALL = 1.25
"""A line of letters takes so much of its size."""
OTHER, OTHER_WIDE = "DejaVu Sans Mono", 0.602
"""Letters PT Sans has not, arrows above all, are of a font typst brings along; each is so much of the size wide."""


class _Face(NamedTuple):
    """glyphs: letter → glyph; advances: glyph → its width; em: both in so many parts of the size."""

    glyphs: dict[int, int]
    advances: tuple[int, ...]
    em: int


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in the unit of size."""
    return size * _parts(text, bold) / _face(bold).em


def runs(text: str) -> list[tuple[str, bool]]:
    """The text in pieces: (letters, are they of PT Sans)."""
    known = _face(False).glyphs
    return [("".join(letters), ours) for ours, letters in groupby(text, key=lambda letter: ord(letter) in known)]


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than room, parted at spaces that may break; a longer word stands alone."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and width(longer, size, bold=bold) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """One line no wider than room: what does not fit is «…»."""
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(f"{text}…", size, bold=bold) > room:
        text = text[:-1].rstrip()
    return f"{text}…"


def fitted(text: str, room: float, size: float, lines: int, *, bold: bool = False) -> list[str]:
    """At most so many lines; the last says by «…» that there was more, and no line is wider than room."""
    found = wrapped(text, room, size, bold=bold)
    if len(found) > lines:
        found = [*found[:lines - 1], cut(" ".join(found[lines - 1:]), room, size, bold=bold)]
    return [cut(line, room, size, bold=bold) for line in found]


@cache
def _parts(text: str, bold: bool) -> int:
    face = _face(bold)
    other = round(OTHER_WIDE * face.em)
    return sum(face.advances[glyph] if (glyph := face.glyphs.get(ord(letter))) else other for letter in text)


@cache
def _face(bold: bool) -> _Face:
    data = (FOLDER / _FILES[bold]).read_bytes()
    count, = struct.unpack_from(">H", data, 4)
    places = {tag: offset for tag, _, offset, _ in struct.iter_unpack(">4sIII", data[12:12 + 16 * count])}
    em, = struct.unpack_from(">H", data, places[b"head"] + 18)
    measured, = struct.unpack_from(">H", data, places[b"hhea"] + 34)
    glyphs = _glyphs(data, places[b"cmap"])
    pairs = struct.iter_unpack(">Hh", data[places[b"hmtx"]:places[b"hmtx"] + 4 * measured])
    advances = [advance for advance, _ in pairs]
    rest = max(glyphs.values()) + 1 - len(advances)
    return _Face(glyphs, (*advances, *advances[-1:] * rest), em)


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Letter → glyph, of the table for Windows (platform 3, encoding 1), which is of format 4: runs of letters."""
    count, = struct.unpack_from(">H", data, cmap + 2)
    table = next(cmap + offset for platform, encoding, offset in struct.iter_unpack(
        ">HHI", data[cmap + 4:cmap + 4 + 8 * count]) if (platform, encoding) == (3, 1))
    runs = struct.unpack_from(">H", data, table + 6)[0] // 2
    first = table + 14
    ends = struct.unpack_from(f">{runs}H", data, first)
    starts = struct.unpack_from(f">{runs}H", data, first + 2 * runs + 2)
    deltas = struct.unpack_from(f">{runs}H", data, first + 4 * runs + 2)
    at = first + 6 * runs + 2
    ranges = struct.unpack_from(f">{runs}H", data, at)
    found = {}
    for run, (start, end, delta, far) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for letter in range(start, min(end, 0xFFFE) + 1):
            if not far:
                found[letter] = (letter + delta) & 0xFFFF
            elif glyph := struct.unpack_from(">H", data, at + 2 * run + far + 2 * (letter - start))[0]:
                found[letter] = (glyph + delta) & 0xFFFF
    return found
