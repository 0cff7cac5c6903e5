"""What a base was last seen at: a line in a file beside it, written after every change. A base that has lost its newest
actions since is noticed when it is opened."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from shnor import private
from shnor.copies.names import BEFORE_RETURN, newest_copy
from shnor.store.beside import last_file, log_file


@dataclass(frozen=True)
class Seen:
    """base: which one it is, by its own number. moment: with the zone of the base."""

    base: str
    state: int
    moment: str


@dataclass(frozen=True)
class Lost:
    """seen: the state the base was last seen at. now: the one it was opened at. logged: a log lay beside it."""

    seen: Seen
    now: int
    file: str
    logged: bool

    @property
    def sentence(self) -> str:
        first, last = self.now + 1, self.seen.state
        which = f"действие {last}" if first == last else f"действия с {first} по {last}"
        cause = f"файл «{self.file}» рядом с базой не целый" if self.logged else f"рядом не было файла «{self.file}»"
        when = f"{datetime.fromisoformat(self.seen.moment):%d.%m.%Y в %H:%M}"
        return (f"База старше, чем была {when}: последние действия пропали, {cause}. Нет в журнале: {which}. Если базу "
                "переносили, перенесите её ещё раз вместе с этим файлом; если нет — примите последние файлы снова.")


def note(path: Path, seen: Seen) -> None:
    """A disk that does not take it is no reason to refuse anything: the base is whole without."""
    file = last_file(path)
    new = file.with_name(f"{file.name}.new")
    try:
        with open(new, "w", encoding="utf-8", opener=private.opener) as written:
            json.dump(asdict(seen), written)
        os.replace(new, file)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def seen(path: Path) -> Seen | None:
    """None: nothing is noted, or nothing that can be read."""
    try:
        told = Seen(**json.loads(last_file(path).read_text("utf-8")))
        datetime.fromisoformat(told.moment)
        return told if isinstance(told.state, int) else None
    except (OSError, ValueError, TypeError):
        return None


def lost(path: Path, base: str, state: int, *, logged: bool) -> Lost | None:
    """None: the base holds all it was last seen with, or was never seen. logged: its log lay beside it."""
    told = seen(path)
    if told is None or told.base != base or told.state <= state:
        return None
    return Lost(told, state, log_file(path).name, logged)


def forget(path: Path) -> None:
    """The base is about to be an older one on purpose."""
    with suppress(OSError):
        last_file(path).unlink(missing_ok=True)


HOW = "Как это сделать: руководство, страница «Как вернуть данные из копии», вторая часть."


def way(path: Path) -> str:
    """What helps whose base is damaged: its newest copy."""
    copy = newest_copy(path)
    if copy is None:
        return "Верните базу из копии: рядом с ней и в папке для копий целой копии не нашлось, поищите на флешке."
    named = f"«{copy.path.name}» в папке «{copy.path.parent}»"
    if copy.why == BEFORE_RETURN:
        return ("Верните базу из копии, которая лежит на флешке или другом диске. "
                f"Здесь только {named}: она сделана до прошлого возвращения. {HOW}")
    return f"Верните базу из копии: последняя целая — {named}. {HOW}"
