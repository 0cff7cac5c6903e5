"""What copies are called and where they lie: the day and «с ФИО» are read off the name alone."""

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from shnor import private
from shnor.copies import archive
from shnor.errors import StoreError

WITH_NAMES = "с ФИО"
DAILY, BEFORE_RETURN, BEFORE_UPDATE = "ежедневная", "до возвращения", "перед обновлением"
"""Why a copy was made that nobody asked for. Of those of every day the older ones make room; what a person has made is
never removed."""
PLACES = "copies.json"
"""Beside the bases: name of a base → the folder its copies go to. A base that is damaged cannot say it itself."""
_NAME = re.compile(r"Мониторинг ШНОР (\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)( с ФИО)?"
                   r"(?: (ежедневная|до возвращения|перед обновлением))?\.zip")
_STAMP = "%Y-%m-%d %H-%M-%S"


@dataclass(frozen=True)
class Named:
    """A copy by its name. moment: on the clock of the centre. names: of people are in it. why: "" = it
    was asked for."""

    path: Path
    moment: datetime
    names: bool = False
    why: str = ""


def name(moment: datetime, *, names: bool = False, why: str = "") -> str:
    """«Мониторинг ШНОР 2026-11-27 18-05-00 с ФИО.zip»."""
    parts = ["Мониторинг ШНОР", f"{moment:{_STAMP}}", WITH_NAMES if names else "", why]
    return f"{' '.join(part for part in parts if part)}.zip"


def free(folder: Path, moment: datetime, *, names: bool = False, why: str = "") -> Path:
    """A name nobody has: of this moment, or of the first second after it."""
    while (path := folder / name(moment, names=names, why=why)).exists():
        moment += timedelta(seconds=1)
    return path


def listed(folder: Path) -> list[Named]:
    """Copies in a folder by their names, the newest first; none where it cannot be read."""
    try:
        found = [(path, match) for path in folder.iterdir() if (match := _NAME.fullmatch(path.name))]
    except OSError:
        return []
    named = []
    for path, match in found:
        with suppress(ValueError):
            named.append(Named(path, datetime.strptime(match[1], _STAMP), bool(match[2]), match[3] or ""))
    return sorted(named, key=lambda copy: (copy.moment, copy.path.name), reverse=True)


def places(base: Path) -> list[Path]:
    """Folders in which copies of a base may lie: the one that was named, then «backup» beside it. Whether a flash drive
    is in is not asked."""
    named = _places(base).get(base.name, "")
    return [*([Path(named)] if named else []), base.parent / "backup"]


def remember(base: Path, folder: Path) -> None:
    """Its copies go to that folder from now on. Raises StoreError."""
    before = _places(base)
    if before.get(base.name) == str(folder):
        return
    path = base.parent / PLACES
    unfinished = path.with_name(f"{PLACES}{archive.UNFINISHED}")
    try:
        with open(unfinished, "w", encoding="utf-8", opener=private.opener) as file:
            json.dump({**before, base.name: str(folder)}, file, ensure_ascii=False)
        unfinished.replace(path)
    except OSError as error:
        raise StoreError(f"В папку «{base.parent}» нельзя записывать. Разрешите запись и повторите.") from error


def first(copies: Iterable[Named]) -> Named | None:
    """The one to take, of the newest first: a copy «до возвращения» holds what somebody has turned away from."""
    known = [*copies]
    return next((copy for copy in known if copy.why != BEFORE_RETURN), next(iter(known), None))


def newest_copy(base: Path) -> Named | None:
    """The newest copy of the base that is there to its end, one «до возвращения» only without others; None where there
    is none, or no folder can be read. For a sentence about a damaged base: name its file and its folder. Cheap: the
    ends of a few files are read, nothing is opened or unpacked, so a copy with a changed byte in its middle may be
    given; «Вернуть» checks every byte. Never raises."""
    return first(copy for copy, _ in of_base(base))


def of_base(base: Path) -> list[tuple[Named, archive.Contents]]:
    """Copies of the base that are there to their ends, the newest first."""
    found = []
    for folder in dict.fromkeys(places(base)):
        for copy in listed(folder):
            with suppress(archive.NotWhole):
                told = archive.contents(copy.path)
                if told.file == base.name:
                    found.append((copy, told))
    return sorted(found, key=lambda one: one[0].moment, reverse=True)


def _places(base: Path) -> dict[str, str]:
    try:
        told = json.loads((base.parent / PLACES).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in told.items()} if isinstance(told, dict) else {}
