"""A picture of the speaker's own: looked at as bytes, never decoded here; what a camera or a program wrote into it
about people and places is left out."""

import struct
from collections.abc import Iterable, Mapping

from shnor.errors import NotAllowed
from shnor.service.centre.setup import refuse_personal
from shnor.shows import Drawing, Item

MOST, MOST_OF_ALL = 5 * 1024 * 1024, 20 * 1024 * 1024
"""Bytes of one picture and of all of a show."""
MOST_POINTS = 60_000_000
"""Of one picture: whoever draws it needs four bytes a point, however few bytes it was sent in."""
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"pHYs"})
"""Chunks of a PNG that make the picture; texts, dates and profiles are none of them."""
ABOUT = frozenset({0xE1, *range(0xE2, 0xEE), 0xEF, 0xFE})
"""Segments of a JPEG that speak of it: Exif with its place, programs, comments. E0 and EE say how to draw it."""
FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Segments of a JPEG that tell its sides."""
SCAN, END = 0xDA, b"\xff\xd9"
WRONG = "Это не рисунок PNG или JPEG. Сохраните его в одном из этих видов и выберите снова."
LARGE = "Рисунок больше 5 МБ. Уменьшите его и выберите снова."
VAST = "Рисунок больше 60 млн точек. Уменьшите его стороны и выберите снова."
TOO_MUCH = Drawing("", b"")
"""Stands for a picture that is left out."""
HEAVY = ("Рисунки показа вместе больше 20 МБ: на чужом компьютере он откроется не сразу. Уменьшите этот рисунок или "
         "уберите из показа другой.")


def refuse_heavy(drawings: Iterable[Drawing]) -> None:
    """Raises NotAllowed where all pictures of a show together are more than an old computer opens at once."""
    if sum(len(one.data) for one in drawings) > MOST_OF_ALL:
        raise NotAllowed(HEAVY)


def light(items: Iterable[Item], drawings: Mapping[str, Drawing]) -> dict[str, Drawing]:
    """Pictures of the slides in their order; TOO_MUCH in place of those with which all are more than an old computer
    opens: a picture can come into a show on other ways than by its form."""
    made, size = {}, 0
    for item in items:
        if item.id in drawings:
            size += len(drawings[item.id].data)
            made[item.id] = drawings[item.id] if size <= MOST_OF_ALL else TOO_MUCH
    return made


def refuse_people(texts: Iterable[str]) -> None:
    """Raises ShnorError where the words name a person."""
    refuse_personal(*texts)


def drawing(data: bytes) -> Drawing:
    """Raises NotAllowed for what is no such picture, is cut off, or is too large."""
    if len(data) > MOST:
        raise NotAllowed(LARGE)
    try:
        if data.startswith(PNG):
            return Drawing("png", PNG + b"".join(_chunks(data)))
        if data.startswith(JPEG):
            return Drawing("jpeg", JPEG + b"".join(_segments(data)))
    except (struct.error, IndexError, ValueError):
        pass
    raise NotAllowed(WRONG)


def _refuse_vast(one: int, other: int) -> None:
    """Of both sides, in points. Raises NotAllowed."""
    if one * other > MOST_POINTS:
        raise NotAllowed(VAST)


def _chunks(data: bytes) -> Iterable[bytes]:
    place = len(PNG)
    while True:
        size, kind = struct.unpack_from(">I4s", data, place)
        end = place + 12 + size
        if end > len(data):
            raise IndexError
        if kind == b"IHDR":
            _refuse_vast(*struct.unpack_from(">II", data, place + 8))
        if kind in KEPT:
            yield data[place:end]
        if kind == b"IEND":
            return
        place = end


def _segments(data: bytes) -> Iterable[bytes]:
    place = len(JPEG)
    while True:
        mark, kind, size = struct.unpack_from(">BBH", data, place)
        if mark != 0xFF or place + 2 + size > len(data):
            raise IndexError
        if kind == SCAN:  # the picture itself; what lies behind its end is none of it
            yield data[place:data.index(END, place) + 2]
            return
        if kind in FRAMES:
            _refuse_vast(*struct.unpack_from(">HH", data, place + 5))
        if kind not in ABOUT:
            yield data[place:place + 2 + size]
        place += 2 + size
