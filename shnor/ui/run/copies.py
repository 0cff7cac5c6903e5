"""A whole copy of what a server holds, made by the process that holds it: the base, the small files beside it (desks of
schools, accesses). Names of teachers are not copied, here as anywhere: they are kept apart for that.

A folder a copy, its files under their own names: to bring it back they are put into the folder of the data.
"""

import os
import re
import shutil
from pathlib import Path

from shnor import config, ledger, private
from shnor.errors import ShnorError
from shnor.scope import EVERYTHING, Actor
from shnor.service.centre import copies
from shnor.ui.run import session

STAMP = "%Y-%m-%d %H-%M-%S"
BY = Actor("служебный порт", EVERYTHING)
KEPT = 30
"""So many copies stay, the newest; older ones are removed when a new one is whole."""
_MADE = re.compile(r"\d{4}-\d\d-\d\d \d\d-\d\d-\d\d")
_UNFINISHED = ".unfinished"
NOT_WRITTEN = "Копия не записана. Проверьте, есть ли место и можно ли писать в папку «{folder}»."


def make() -> list[Path]:
    """The files of a new copy, whole or absent. Raises ShnorError."""
    settings = config.load()
    folder = settings.copies
    store, moment = session.open_bases().get(settings.own_base), settings.now()
    whole = folder / f"{moment:{STAMP}}"
    try:
        _sweep(private.folder(folder))
        unfinished = private.folder(folder / f"{whole.name}{_UNFINISHED}")
        # before the base: what is accepted meanwhile then waits once more on a desk, instead of being nowhere
        for small in sorted({*settings.folder.glob("*.sqlite"), *settings.own_base.parent.glob("*.sqlite")}):
            ledger.copy(small, unfinished / small.name)
        store.copy_to(unfinished / settings.own_base.name, BY)
        os.replace(unfinished, whole)
        copies.note(store, moment, BY)
        _forget(folder)
    except OSError as error:
        raise ShnorError(NOT_WRITTEN.format(folder=folder)) from error
    return sorted(whole.iterdir())


def _sweep(folder: Path) -> None:
    """What a killed program has left behind."""
    for left in folder.glob(f"*{_UNFINISHED}"):
        if left.is_dir() and _MADE.fullmatch(left.name.removesuffix(_UNFINISHED)):
            shutil.rmtree(left)


def _forget(folder: Path) -> None:
    made = sorted(path for path in folder.iterdir() if path.is_dir() and _MADE.fullmatch(path.name))
    for old in made[:-KEPT]:
        shutil.rmtree(old)
