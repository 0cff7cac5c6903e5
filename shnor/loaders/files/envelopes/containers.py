"""A dropped archive, letter or signature: each file inside it is a file of its own. Nothing is written to the disk."""

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from shnor.datasets.limits import DEPTHS, FILES_INSIDE, RATIO_FROM_BYTES, UNPACKED_BYTES, UNPACKED_RATIO
from shnor.loaders.files.archive import OtherPacking, blocks, entry_names
from shnor.loaders.files.envelopes import letters, signed, tnef
from shnor.loaders.files.sniff import sniff
from shnor.loaders.issues import of_files as say
from shnor.loaders.types import Issue, Opened

Inside = list[tuple[str, bytes]]
_SERVICE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


class Closed(Exception):
    """The container is not to be opened; issue says why."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


class Spent(Closed):
    """The dropped file holds more than all that is opened of one file."""


@dataclass
class Budget:
    """What is opened of one dropped file, containers inside containers together: counted before it is unpacked by
    what headers promise, and while it is unpacked, for headers lie. packed: bytes of the dropped file."""

    name: str
    packed: int
    files: int = 0
    unpacked: int = 0

    def take_files(self, number: int) -> None:
        """Raises Spent."""
        self.files += number
        if self.files > FILES_INSIDE:
            raise Spent(say.ARCHIVE_TOO_MANY.at(name=self.name, limit=FILES_INSIDE))

    def check_bytes(self, number: int) -> None:
        """Raises Spent."""
        total = self.unpacked + number
        if total > UNPACKED_BYTES or (total > RATIO_FROM_BYTES and total > UNPACKED_RATIO * self.packed):
            raise Spent(say.ARCHIVE_BOMB.at(name=self.name))

    def take_bytes(self, number: int) -> None:
        """Raises Spent."""
        self.check_bytes(number)
        self.unpacked += number


def opened(name: str, data: bytes, budget: Budget | None = None) -> list[Opened]:
    """The files inside; a file that is no container is itself, one that cannot be opened is itself with the reason.
    Never raises for what is in it."""
    try:
        return _opened(name, data, budget or Budget(name, len(data)), ())
    except Spent as spent:
        return [Opened(name, data, spent.issue)]


def _opened(name: str, data: bytes, budget: Budget, around: tuple[str, ...]) -> list[Opened]:
    what = sniff(name, data)
    if what not in DEPTHS:
        return [Opened(name, data)]
    if _depth(what, around) >= DEPTHS[what]:
        return [Opened(name, data, say.TOO_DEEP.at(name=name))]
    try:
        inside = members(name, data, budget)
    except Spent:
        raise
    except Closed as closed:
        return [Opened(name, data, closed.issue)]
    return [file for inner, content in inside for file in _opened(inner, content, budget, (*around, what))]


def _depth(what: str, around: tuple[str, ...]) -> int:
    """How many of a kind lie around already. Archives are counted within their letter: a box of letters is packed,
    and a letter of it holds a packed folder with archives."""
    letter = max((place for place, outer in enumerate(around) if outer == "letter"), default=-1)
    return (around[letter + 1:] if what == "zip" else around).count(what)


def members(name: str, data: bytes, budget: Budget | None = None) -> Inside:
    """Name and bytes of each file inside; nothing of what is no container.

    Raises:
        Closed: damaged, empty, or more than an archive of reports can be.
    """
    open_ = _OPENERS.get(sniff(name, data))
    return _distinct(open_(name, data, budget or Budget(name, len(data)))) if open_ else []


def _zipped(name: str, data: bytes, budget: Budget) -> Inside:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_service(entry.filename)]
    if not entries:
        raise Closed(say.ARCHIVE_EMPTY.at(name=name))
    budget.take_files(len(entries))
    budget.check_bytes(sum(entry.file_size for entry in entries))
    return [(path, _content(name, data, entry, budget))
            for path, entry in zip(entry_names(entries), entries, strict=True)]


def _content(name: str, data: bytes, entry: zipfile.ZipInfo, budget: Budget) -> bytes:
    content = bytearray()
    try:
        for block in blocks(data, entry):
            budget.take_bytes(len(block))
            content += block
    except OtherPacking:
        raise Closed(say.ARCHIVE_PACKING.at(name=name)) from None
    except (zlib.error, struct.error):
        raise Closed(say.TRUNCATED.at(name=name)) from None
    return bytes(content)


def _is_service(name: str) -> bool:
    return name.startswith(_SERVICE[0]) or PurePosixPath(name.replace("\\", "/")).name in _SERVICE


def _attached(name: str, data: bytes, budget: Budget) -> Inside:
    try:
        files = letters.attachments(name, data)
    except RecursionError:
        raise Closed(say.TOO_DEEP.at(name=name)) from None
    except (ValueError, LookupError, TypeError, AttributeError):  # a header no reader of letters understands
        raise Closed(say.LETTER.at(name=name)) from None
    if not files:
        raise Closed(say.LETTER_EMPTY.at(name=name))
    return _counted(files, budget)


def _enveloped(name: str, data: bytes, budget: Budget) -> Inside:
    try:
        files = tnef.attachments(data)
    except (struct.error, IndexError):
        files = []
    if not files:
        raise Closed(say.WINMAIL_EMPTY.at(name=name))
    return _counted([(title or "вложение", content) for title, content in files], budget)


def _signed(name: str, data: bytes, budget: Budget) -> Inside:
    content = signed.content(data)
    if content is None:
        raise Closed(say.SIGNATURE.at(name=name))
    inner = PurePosixPath(name)
    title = inner.stem if inner.suffix.lower() in (".sig", ".p7s", ".p7m", ".sgn", ".sign") else name
    return _counted([(title, content)], budget)


def _counted(files: Inside, budget: Budget) -> Inside:
    budget.take_files(len(files))
    budget.take_bytes(sum(len(content) for _, content in files))
    return files


def _distinct(files: Iterable[tuple[str, bytes]]) -> Inside:
    """Names without folders; files of one name keep the folder they came from, or are numbered."""
    paths = [(PurePosixPath(name), content) for name, content in files]
    count = Counter(path.name for path, _ in paths)
    names = [path.name if count[path.name] == 1 else " — ".join(path.parts[-2:]) for path, _ in paths]
    met: Counter[str] = Counter()
    inside = []
    for name, (path, content) in zip(names, paths, strict=True):
        met[name] += 1
        number = f" ({met[name]})" if met[name] > 1 else ""
        inside.append((name.removesuffix(path.suffix) + number + path.suffix if number else name, content))
    return inside


_OPENERS = {"zip": _zipped, "letter": _attached, "tnef": _enveloped, "signed": _signed}
