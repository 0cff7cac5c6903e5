"""Copies of the base in a folder the centre has named: another disk, a flash drive."""

import ctypes
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath

from shnor.copies import names
from shnor.errors import ShnorError
from shnor.scope import Actor
from shnor.store import Store, backup, rights

KEY = "copies"
"""Where the folder stands in what the base says about itself."""
LAST, STATE = "copied", "copied_state"
"""When the last copy was made, and of which state."""
NAMES = "copies_names"
"""Whether copies are made «С ФИО»; "" = without, as long as nobody has said otherwise."""
YES = "yes"
_DRIVE_REMOTE = 4
_CLOUDS = re.compile(r"onedrive|dropbox|google ?drive|googledrive|icloud|nextcloud|owncloud|seafile|яндекс\.?\s?диск|"
                     r"yandex\.?\s?disk|облако|cloud|мой диск|my drive|box sync|pcloud|mega(?:sync)?", re.I)


def keep(store: Store, folder: str, by: Actor, inside: Path | None = None, *, with_names: bool = False) -> Path:
    """The folder for copies of the base. inside: it must be below that one. with_names: copies hold the names of people
    too, where the base keeps any. Raises ShnorError with what is wrong with it; nothing is made on the disk for who may
    not name it."""
    rights.refuse(by)
    if said := refused(folder, store.path, inside):
        raise ShnorError(said)
    path = Path(folder.strip().strip('"'))
    store.describe(by, **{KEY: str(path), NAMES: YES if with_names else ""})
    if store.path:
        names.remember(store.path, path)
    return path


def save(store: Store, moment: datetime, by: Actor, inside: Path | None = None, *,
         more: Mapping[str, Path] = backup.NOTHING_MORE, why: str = "") -> Path:
    """The whole set as a new file in that folder. more: see Store.copy_to. Raises ShnorError when there is none, or
    nothing can be written."""
    rights.refuse(by)
    folder = store.about().get(KEY, "")
    if said := refused(folder, store.path, inside):
        raise ShnorError(said)
    if store.path:
        names.remember(store.path, Path(folder))  # a base of an earlier version knows its folder itself alone
    return put(store, Path(folder), moment, by, more=more, why=why)


def put(store: Store, folder: Path, moment: datetime, by: Actor, *, more: Mapping[str, Path] = backup.NOTHING_MORE,
        why: str = "") -> Path:
    """The whole set as a new file in any folder; the base notes that there is one. Raises ShnorError."""
    named = has_names(store)
    path = names.free(folder, moment, names=named, why=why)
    told = store.copy_to(path, by, names=named, more=more, why=why)
    note(store, moment, by, told.state)
    return path


def has_names(store: Store) -> bool:
    """Whether its copies hold names of people: they were asked for, and it keeps some."""
    return store.people.exists and store.about().get(NAMES) == YES


@dataclass(frozen=True)
class Copied:
    """The last copy this program made. moment: UTC; state: what came later is not in it."""

    moment: datetime
    state: int


def note(store: Store, moment: datetime, by: Actor, state: int | None = None) -> None:
    """A copy was made. state: which one is in it, None = the newest."""
    store.describe(by, **{LAST: moment.isoformat(), STATE: str(store.state if state is None else state)})


def last(store: Store) -> Copied | None:
    """None: none was made yet."""
    about = store.about()
    try:
        return Copied(datetime.fromisoformat(about[LAST]).astimezone(UTC), int(about[STATE]))
    except (KeyError, ValueError):
        return None


def refused(folder: str, base: Path | None, inside: Path | None = None) -> str:
    """Why the folder will not do for copies; "" when it will. inside: only below that one it will."""
    text = folder.strip().strip('"')
    if text and inside and not Path(text).resolve().is_relative_to(inside.resolve()):
        return f"Копии на сервере хранятся только в папке «{inside}». Впишите её или папку внутри неё."
    if not text:
        return "Впишите папку целиком, например D:\\Копии или /media/flash/Копии."
    if text.startswith(("\\\\", "//")) or re.match(r"[a-z]{2,}://", text, re.I) or _is_remote(text):
        return "Это сетевая папка: если сеть прервётся, копия будет испорчена. Выберите папку на этом компьютере или " \
               "на флешке."
    if _CLOUDS.search(text):
        return "Похоже на папку, которую копирует облачная программа: копии базы ушли бы за пределы компьютера. " \
               "Выберите обычную папку или флешку."
    path = Path(text)
    if not path.is_absolute() and not PureWindowsPath(text).is_absolute():
        return "Впишите папку целиком, от буквы диска или от корня, например D:\\Копии."
    if base and path == base.parent:
        return "Здесь лежит сама база: если откажет диск, пропадут и база, и копия. Выберите другой диск или флешку."
    return "" if _writable(path) else "В эту папку не удаётся писать. Проверьте, что флешка вставлена и папка есть."


def _is_remote(text: str) -> bool:
    """A drive letter of a share of the network (Windows only)."""
    windows = getattr(ctypes, "windll", None)
    if os.name != "nt" or windows is None or text[1:2] != ":":
        return False
    return windows.kernel32.GetDriveTypeW(f"{text[0]}:\\") == _DRIVE_REMOTE


def _writable(path: Path) -> bool:
    probe = path / "проверка.tmp"
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError:
        return False
    return True
