"""A copy is one file: a zip of the parts of a set, a list of them, and a seal over every byte of it.

The seal stands at the very end, in the comment of the zip: a file that was cut, grew or has another byte anywhere is
refused. The list says of every part how long it is, its sha256 and what its tables held.
"""

import hashlib
import json
import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from shnor import private
from shnor.errors import StoreError

FORMAT = 1
LIST = "manifest.json"
LIST_BYTES = 4 << 20
"""Ours is some kilobytes."""
UNFINISHED = ".unfinished"
"""How a file ends that is still being written; what is left of it is swept."""
_MARK = b"shnor copy, sha256 of all before: "
_SEAL = len(_MARK) + 64
_HEAD, _END_OF_ZIP, _PIECE, _LEVEL = b"PK\x03\x04", 22, 1 << 20, 3
_PART = re.compile(r"[a-z][a-z0-9_.-]{0,60}")
"""Names of parts: nothing in them leads out of a folder."""
UNREADABLE = (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error,
              RuntimeError)
"""All that a spoiled package makes its readers raise. RuntimeError: a locked part, a list nested without end."""
NOT_WHOLE = "Копия «{name}» не целая: файл обрезан или испорчен. Возьмите другую копию."
NOT_OURS = "Файл «{name}» — не копия этой программы. Копии называются «Мониторинг ШНОР» и день."
TOO_NEW = "Копию «{name}» сделала более новая версия программы. Обновите программу и повторите."
NOT_WRITTEN = "Копия «{name}» не записана. Проверьте, есть ли место и можно ли писать в папку."
BADLY_WRITTEN = ("Копия записалась не целиком, поэтому она удалена; сама база не изменилась. Проверьте место на диске, "
                 "исправна ли флешка, и повторите.")
THERE = "Файл «{name}» уже есть. Выберите другое имя."
Tables = Mapping[str, list[int]]
"""Table → how many rows it has and a sum over every value of them."""


class NotWhole(StoreError):
    """A file that is not a whole copy of ours; the sentence says which of the two."""


@dataclass(frozen=True)
class Part:
    """A file that is to go into a copy. tables: what it holds, where it is a base or a file of rows."""

    name: str
    path: Path
    tables: Tables = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """A part as the list of a copy tells of it."""

    name: str
    size: int
    sha256: str
    tables: Tables


@dataclass(frozen=True)
class Contents:
    """What a copy says of itself. moment: UTC, ISO. base: which base it is, by its own number; file: what it was
    called. demo: what a ready-made base says of itself. names: whether names of people are in it. why: "" or what it
    was made before. engine: of which version the sums over tables are."""

    moment: str
    base: str
    file: str
    state: int
    uploads: int = 0
    town: str = ""
    demo: str = ""
    names: bool = False
    why: str = ""
    program: str = ""
    engine: str = ""
    parts: tuple[Kept, ...] = ()

    def part(self, name: str) -> Kept | None:
        return next((part for part in self.parts if part.name == name), None)


def write(target: Path, parts: Iterable[Part], contents: Contents) -> Path:
    """The copy as an unfinished file beside its place, brought down to the disk: it is to be read again before `settle`
    gives it its name. Raises StoreError, also where a file of that name is there; then nothing is left."""
    if target.exists():
        raise StoreError(THERE.format(name=target.name))
    unfinished = target.with_name(f"{uuid4().hex}{UNFINISHED}")
    try:
        if not target.parent.exists():
            private.folder(target.parent)
        with open(unfinished, "x+b", opener=private.opener) as file:
            _fill(file, parts, contents)
            _seal(file)
            file.flush()
            os.fsync(file.fileno())
    except BaseException as error:
        remove(unfinished)
        if isinstance(error, OSError | zipfile.BadZipFile):
            raise StoreError(NOT_WRITTEN.format(name=target.name)) from error
        raise
    return unfinished


def settle(unfinished: Path, target: Path) -> None:
    """What was written and read again gets its name. Raises StoreError, and then nothing of it stays."""
    try:
        if target.exists():
            raise StoreError(THERE.format(name=target.name))
        os.replace(unfinished, target)
        to_disk(target.parent)
    except OSError as error:
        raise StoreError(NOT_WRITTEN.format(name=target.name)) from error
    finally:
        remove(unfinished)


def contents(path: Path) -> Contents:
    """What a copy says of itself, by its end alone: a cut file is refused, one with a changed byte may pass. Raises
    NotWhole."""
    try:
        with open(path, "rb") as file:
            _sealed(file, path.name)
            with zipfile.ZipFile(file) as opened:
                return _listed(opened, path.name)
    except UNREADABLE:
        problem = NotWhole(NOT_WHOLE.format(name=path.name))
    raise problem


def unpack(path: Path, folder: Path) -> Contents:
    """Every byte of the copy is checked and its parts lie in the folder, closed to others. Raises NotWhole; StoreError
    where they cannot be written."""
    told = whole(path)
    for part, data in _read(path, told):
        try:
            with open(folder / part.name, "xb", opener=private.opener) as file:
                for piece in data:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreError(NOT_WRITTEN.format(name=path.name)) from error
    return told


def whole(path: Path) -> Contents:
    """Checks the seal, the list, and every part against it. Raises NotWhole."""
    told = contents(path)
    try:
        with open(path, "rb") as file:
            right = _digest(file, path.stat().st_size - 64) == _sealed(file, path.name)
    except OSError:
        right = False
    if not right:
        raise NotWhole(NOT_WHOLE.format(name=path.name))
    for _, data in _read(path, told):
        for _ in data:
            pass
    return told


def remove(unfinished: Path) -> None:
    with suppress(OSError):  # a flash drive may be out already
        unfinished.unlink(missing_ok=True)


def to_disk(folder: Path) -> None:
    """A name that was given stays after the power is cut; where the system has no such call it is not needed."""
    if os.name != "nt":
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _fill(file: BinaryIO, parts: Iterable[Part], contents: Contents) -> None:
    day = datetime.fromisoformat(contents.moment).timetuple()[:6]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as made:
        kept = []
        for part in parts:
            info = zipfile.ZipInfo(part.name, day)
            info.compress_type, info.file_size = zipfile.ZIP_DEFLATED, part.path.stat().st_size
            sha256, size = hashlib.sha256(), 0
            with part.path.open("rb") as read, made.open(info, "w") as write:
                while piece := read.read(_PIECE):
                    write.write(piece)
                    sha256.update(piece)
                    size += len(piece)
            kept.append(asdict(Kept(part.name, size, sha256.hexdigest(), part.tables)))
        listed = {"format": FORMAT, **asdict(contents), "parts": kept}
        made.writestr(zipfile.ZipInfo(LIST, day), json.dumps(listed, ensure_ascii=False, indent=1))
        made.comment = _MARK + b"0" * 64


def _seal(file: BinaryIO) -> None:
    size = file.seek(0, os.SEEK_END)
    digest = _digest(file, size - 64)
    file.seek(size - 64)
    file.write(digest.encode())


def _digest(file: BinaryIO, upto: int) -> str:
    file.seek(0)
    sha256 = hashlib.sha256()
    while upto > 0 and (piece := file.read(min(_PIECE, upto))):
        sha256.update(piece)
        upto -= len(piece)
    return sha256.hexdigest()


def _sealed(file: BinaryIO, name: str) -> str:
    """The seal that is told at the end. Raises NotWhole."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    begins = file.read(len(_HEAD)) == _HEAD
    file.seek(max(0, size - _SEAL))
    end = file.read(_SEAL)
    if size < _SEAL + _END_OF_ZIP or not end.startswith(_MARK) or not begins:
        raise NotWhole((NOT_WHOLE if begins or _MARK in end else NOT_OURS).format(name=name))
    return end[len(_MARK):].decode("ascii", "replace")


def _listed(opened: zipfile.ZipFile, name: str) -> Contents:
    if opened.getinfo(LIST).file_size > LIST_BYTES:
        raise ValueError(LIST)
    told = json.loads(opened.read(LIST))
    if int(told.pop("format")) > FORMAT:
        raise NotWhole(TOO_NEW.format(name=name))
    parts = tuple(Kept(**part) for part in told.pop("parts"))
    if sorted(opened.namelist()) != sorted([LIST, *(part.name for part in parts)]) or not all(
            _PART.fullmatch(part.name) for part in parts):
        raise ValueError(LIST)
    return Contents(**told, parts=parts)


def _read(path: Path, told: Contents) -> Iterator[tuple[Kept, Iterator[bytes]]]:
    """Every part with its pieces; at the end of its pieces it is known to be the one of the list. Raises NotWhole."""
    for part in told.parts:
        yield part, _pieces(path, part)


def _pieces(path: Path, part: Kept) -> Iterator[bytes]:
    sha256, size = hashlib.sha256(), 0
    try:
        with zipfile.ZipFile(path) as opened, opened.open(part.name) as read:
            while piece := read.read(_PIECE):
                sha256.update(piece)
                size += len(piece)
                if size > part.size:
                    break
                yield piece
        right = (size, sha256.hexdigest()) == (part.size, part.sha256)
    except UNREADABLE:
        right = False
    if not right:
        raise NotWhole(NOT_WHOLE.format(name=path.name))
