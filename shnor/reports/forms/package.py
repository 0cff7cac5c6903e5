"""A package of Office as its parts: those that are not changed stay byte for byte, in their order and packing."""

import io
import zipfile
from collections.abc import Mapping
from copy import copy
from typing import Any

from lxml import etree

Element = Any
"""Of lxml, which tells no types."""


class Package:
    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))

    @property
    def names(self) -> list[str]:
        return self._archive.namelist()

    def read(self, name: str) -> bytes:
        return self._archive.read(name)

    def tree(self, name: str) -> Element:
        """Without entities, without the network."""
        return parsed(self.read(name))

    def with_parts(self, changed: Mapping[str, bytes], left_out: frozenset[str] = frozenset()) -> bytes:
        raw = io.BytesIO()
        with zipfile.ZipFile(raw, "w") as target:
            for entry in self._archive.infolist():
                if entry.filename not in left_out:
                    target.writestr(copy(entry), changed.get(entry.filename) or self._archive.read(entry))
        return raw.getvalue()


def parsed(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False))


def written(tree: Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
