"""What the centre says of itself once, in seven questions; each may wait and be changed later."""

import ctypes
import os
import re
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath

from shnor.datasets import Grid
from shnor.errors import ShnorError
from shnor.loaders.people import clean
from shnor.service.cases import TITLES, Cases, proposed
from shnor.store import Store, View

QUESTIONS = {"municipality": "Муниципалитет", "center": "Центр", "schools": "Список школ", "statuses": "Кто в перечне",
             "names": "С ФИО или без", "forms": "Что собираем", "copies": "Копии"}
POSTS = {"head": "Должность руководителя", "coordinator": "Должность координатора"}
_DRIVE_REMOTE = 4
_CLOUDS = re.compile(r"onedrive|dropbox|google ?drive|googledrive|icloud|nextcloud|owncloud|seafile|яндекс\.?\s?диск|"
                     r"yandex\.?\s?disk|облако|cloud|мой диск|my drive|box sync|pcloud|mega(?:sync)?", re.I)


def answered(store: Store, view: View) -> frozenset[str]:
    """Ids of the questions that have an answer."""
    about = store.about()
    found = {name for name in ("municipality", "center", "names", "forms", "copies") if about.get(name)}
    found |= {name for name in ("schools", "statuses") if view.rows(name).limit(1).fetchall()}
    return frozenset(found)


def cases_of(about: Mapping[str, str], what: str, name: str) -> Cases:
    """The six cases of a name as stored, or proposed when the name is another one."""
    if name and name == about.get(what):
        stored = [about.get(f"{what}_{case}", "") for case in list(TITLES)[1:]]
        if all(stored):
            return Cases(name, *stored)
    return proposed(name)


def keep_name(store: Store, what: str, cases: Cases) -> None:
    """The name of the municipality or of the centre in its six cases."""
    nom = " ".join(cases.nom.split())
    refuse_people(nom)
    store.describe(**{what: nom}, **{f"{what}_{case}": " ".join(getattr(cases, case).split())
                                     for case in list(TITLES)[1:]})


def keep_posts(store: Store, posts: Mapping[str, str]) -> None:
    """Names of posts, never of people. Raises ShnorError for a text that holds a name."""
    for text in posts.values():
        refuse_people(text)
    store.describe(**{name: " ".join(text.split()) for name, text in posts.items()})


def refuse_people(text: str) -> None:
    """Raises ShnorError where a text names a person."""
    if clean(Grid("", ((text,),))).grid.cells[0][0] != (text or None) and text:
        raise ShnorError("Похоже на фамилию. Впишите должность, без фамилии и инициалов: имена здесь не хранятся.")


def keep_copies(store: Store, folder: str) -> Path:
    """The folder for copies of the base. Raises ShnorError with what is wrong with it."""
    if said := refused(folder, store.path):
        raise ShnorError(said)
    path = Path(folder.strip().strip('"'))
    store.describe(copies=str(path))
    return path


def refused(folder: str, base: Path | None) -> str:
    """Why the folder will not do for copies; "" when it will."""
    text = folder.strip().strip('"')
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
