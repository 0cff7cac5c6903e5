"""The parts of a copy take the place of a set, all or nothing.

Each part lies ready beside its place; then one small file, the marker, says what is to be done. Until it is there the
old set stands; from then on the new one does: whoever opens the base next ends what a killed program has begun. Every
step may be done twice.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from shnor import private
from shnor.copies.archive import UNFINISHED, remove, to_disk
from shnor.errors import StoreError

MARKER = ".returning.json"
_READY = f".returning{UNFINISHED}"
LOGS = (".wal", "-wal", "-shm", "-journal")
"""What an engine keeps beside a file: of the file that goes it must not be read into the one that comes."""
NOT_RETURNED = "Копия не возвращена, всё осталось как было. Проверьте место на диске и повторите."
NOT_ENDED = "Возвращение копии не закончено: файл «{name}» занят. Закройте другие программы и запустите эту снова."


def marker(base: Path) -> Path:
    return base.with_name(f"{base.name}{MARKER}")


def put(base: Path, parts: Mapping[Path, Path], gone: Iterable[Path] = ()) -> None:
    """parts: place → what takes it. gone: files that are no part of the set that comes. The base is closed. Raises
    StoreError with the old set in place; what is begun by then is ended by `finish`."""
    ready = {place: place.with_name(f"{base.name}.{uuid4().hex}{_READY}") for place in parts}
    try:
        for place, source in parts.items():
            if not place.parent.exists():
                private.folder(place.parent)
            _copied(source, ready[place])
        told = {"put": {str(place): str(source) for place, source in ready.items()}, "gone": [str(one) for one in gone]}
        _mark(marker(base), told)
    except OSError:
        problem = StoreError(NOT_RETURNED)
        for source in ready.values():
            remove(source)
    else:
        finish(base)
        return
    raise problem


def finish(base: Path) -> bool:
    """Ends what was begun; whether there was anything. Raises StoreError while another program holds a file."""
    path = marker(base)
    if not path.exists():
        return False
    told = json.loads(path.read_text("utf-8"))
    for place in (*told["put"], *told["gone"]):
        source = told["put"].get(place)
        if source and not Path(source).exists():
            continue  # it is in its place already, and the log beside it is its own
        try:
            for old in LOGS:
                Path(f"{place}{old}").unlink(missing_ok=True)
            if source:
                os.replace(source, place)
            else:
                Path(place).unlink(missing_ok=True)
        except OSError:
            problem = StoreError(NOT_ENDED.format(name=Path(place).name))
        else:
            to_disk(Path(place).parent)
            continue
        raise problem
    path.unlink(missing_ok=True)
    to_disk(path.parent)
    return True


def sweep(*folders: Path) -> list[Path]:
    """What killed programs have left behind: files and folders that were never finished. Not while another program
    works in them: it is asked by whoever holds the base. What is gone now."""
    gone = []
    for folder in dict.fromkeys(folders):
        with suppress(OSError):
            found = list(folder.iterdir())
            returning = any(left.name.endswith(MARKER) for left in found)
            for left in found:
                if _ours(left) and not (returning and left.name.endswith(_READY)):
                    shutil.rmtree(left, ignore_errors=True) if left.is_dir() else remove(left)
                    gone.append(left)
    return gone


def _ours(path: Path) -> bool:
    """A name this program gives to what it has not finished: thirty-two hexadecimal digits, those of a base behind its
    name, or a day of a server."""
    if not path.name.endswith(UNFINISHED):
        return False
    stem = path.name.removesuffix(UNFINISHED).removesuffix(".returning")
    number = stem.rpartition(".")[2]
    return (len(number) == 32 and set(number) <= set("0123456789abcdef")) or (
        path.is_dir() and len(stem) == 19 and set(stem) <= set("0123456789- "))


def _copied(source: Path, target: Path) -> None:
    with source.open("rb") as read, open(target, "xb", opener=private.opener) as write:
        shutil.copyfileobj(read, write)
        write.flush()
        os.fsync(write.fileno())


def _mark(path: Path, told: Mapping[str, Iterable[str]]) -> None:
    unfinished = path.with_name(f"{uuid4().hex}{UNFINISHED}")
    with open(unfinished, "x", encoding="utf-8", opener=private.opener) as file:
        json.dump(told, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    for folder in {Path(place).parent for place in told["put"]}:  # what it names is on the disk before it
        to_disk(folder)
    os.replace(unfinished, path)
    to_disk(path.parent)
