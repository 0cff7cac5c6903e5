"""A whole copy of what this process holds: the base, what lies beside it, who may come in."""

from pathlib import Path

from shnor import config, private
from shnor.copies import names, parts, series, swap
from shnor.errors import ShnorError
from shnor.scope import EVERYTHING, Actor
from shnor.service.centre import copies
from shnor.store import Store
from shnor.store.beside import backup_folder
from shnor.ui.run import session

BY = Actor("служебный порт", EVERYTHING)
NOT_WRITTEN = "Копия не записана. Проверьте, есть ли место и можно ли писать в папку «{folder}»."


def make() -> Path:
    """A new copy in the folder of the server, as its timer asks for one every day; older ones of the series make room.
    Raises ShnorError."""
    settings = config.load()
    folder = settings.copies
    store = session.open_bases().get(settings.own_base)
    try:
        private.folder(folder)
    except OSError as error:
        raise ShnorError(NOT_WRITTEN.format(folder=folder)) from error
    swap.sweep(folder)
    made = copies.put(store, folder, settings.now(), BY, more=more(), why=names.DAILY)
    names.remember(settings.own_base, folder)
    make_room(folder)
    return made


def more() -> dict[str, Path]:
    """What belongs to the folder of data and goes into every copy."""
    return parts.of_folder(config.load().folder)


def make_room(folder: Path) -> None:
    """Copies of every day that no day, week or month needs any more."""
    for old in series.superfluous(names.listed(folder)):
        old.path.unlink(missing_ok=True)


def sweep(store: Store) -> None:
    """At the start: what a killed program has left unfinished. Only by who holds the base."""
    if store.path:
        swap.sweep(backup_folder(store.path), store.path.parent, config.load().folder, *names.places(store.path))
