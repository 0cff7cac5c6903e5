"""A copy taken apart."""

from pathlib import Path

from shnor.copies import archive
from shnor.copies.parts import BASE


def unpacked(copy: Path) -> Path:
    """A folder beside it with its parts."""
    folder = copy.with_suffix("")
    folder.mkdir()
    archive.unpack(copy, folder)
    return folder


def base_in(copy: Path) -> Path:
    """The base of a copy, as a file of its own."""
    return unpacked(copy) / BASE
