"""The parts of a foreign package and where they lead, read no further than is allowed."""

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from shnor.datasets.limits import PACKAGE_ENTRIES, PART_BYTES
from shnor.loaders.files.archive import blocks
from shnor.loaders.files.presentations import pages

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
PICTURES = ((b"\x89PNG\r\n\x1a\n", "png", "image/png"), (b"\xff\xd8\xff", "jpeg", "image/jpeg"),
            (b"GIF8", "gif", "image/gif"))
"""By their first bytes, whatever they are called; what programs draw by running it (EMF, WMF, SVG) is not taken."""
DAMAGE = (ValueError, LookupError, TypeError, AttributeError, StopIteration, etree.LxmlError, zipfile.BadZipFile,
          zlib.error, struct.error, NotImplementedError, RecursionError)
"""All that a damaged package makes its readers raise: it is refused as unreadable, in a sentence."""
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


class TooLarge(ValueError):
    """A part is larger than may be read. str: its name."""


@dataclass(frozen=True)
class Relation:
    """kind: the last word of its type («slideLayout»). target: the name of a part, or an address outside."""

    id: str
    kind: str
    target: str
    outside: bool


def picture_kind(data: bytes) -> tuple[str, str] | None:
    """(ending, kind of content) of a picture that is taken."""
    return next(((ending, kind) for start, ending, kind in PICTURES if data.startswith(start)), None)


class Parts:
    """A package of Office: its parts by their names, whatever their letters."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
        if len(entries) > PACKAGE_ENTRIES:
            raise TooLarge("")
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}
        self.names = frozenset(self._entries)

    def read(self, name: str, most: int = PART_BYTES) -> bytes:
        """Raises KeyError of a part that is none; TooLarge."""
        found = bytearray()
        for block in blocks(self._data, self._entries[name.lower()]):
            found += block
            if len(found) > most:
                raise TooLarge(name)
        return bytes(found)

    def types(self) -> dict[str, str]:
        """Name of a part, or «.ending» → type of its content, in small letters."""
        root = pages.parsed(self.read("[Content_Types].xml"))
        named = {one.get("PartName", "").lstrip("/").lower(): one.get("ContentType", "").lower()
                 for one in root.iter(f"{_TYPES}Override")}
        return named | {f".{one.get('Extension', '').lower()}": one.get("ContentType", "").lower()
                        for one in root.iter(f"{_TYPES}Default")}

    def relations(self, name: str) -> list[Relation]:
        """Of a part; of the package itself with «»."""
        folder, _, own = name.rpartition("/")
        listed = posixpath.join(folder, "_rels", f"{own}.rels")
        if listed.lower() not in self.names:
            return []
        return [_relation(one, folder) for one in pages.parsed(self.read(listed)).iter(_RELATIONS)]


def _relation(one: object, folder: str) -> Relation:
    told = dict(one.attrib)  # type: ignore[attr-defined]
    outside, target = told.get("TargetMode") == "External", told.get("Target", "")
    place = target if outside else posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/").lower()
    return Relation(told.get("Id", ""), told.get("Type", "").rpartition("/")[2], place, outside)
