"""A copy comes back while the program runs: what is open is closed for it and opened anew, everybody begins again."""

from collections.abc import Callable, Collection
from contextlib import ExitStack
from pathlib import Path

from shnor import returning
from shnor.ledger import Ledger
from shnor.service.copies import restore
from shnor.service.copies.restore import Loss
from shnor.store import Store
from shnor.ui.run import access, desks, from_schools, papers, session, shows, tray
from shnor.ui.run.session import Session


def look(now: Session, copy: Path) -> Loss:
    """What the return would lose. Raises ShnorError."""
    return returning.look(copy, session.settings(), now.store, now.store.path)


def put_back(now: Session, copy: Path, told: Loss, *, with_names: bool = False, on: Collection[str] = ()) -> str:
    """The sentence about what was done; where the data of before are. Raises ShnorError."""
    path, by, settings = now.store.path, now.actor, session.settings()
    assert path, "a base in memory has no copies"
    saved = returning.put_back(copy, settings, now.store, by, path, with_names=with_names, on=on,
                               change=lambda put: _exchanged(now.store, path, put))
    restore.noted(session.open_bases().get(path), told.told, settings.now(), by)
    return f"Копия «{copy.name}» возвращена. Прежние данные сохранены: «{saved}»."


def _exchanged(store: Store, path: Path, put: Callable[[], None]) -> None:
    with ExitStack() as closed:
        for ledger in _ledgers(store):
            closed.enter_context(ledger.away())
        session.open_bases().exchange(path, put)
    tray.forget(str(path))
    from_schools.forget(str(path))


def _ledgers(store: Store) -> list[Ledger]:
    """Files of rows this process has open beside the base."""
    found: list[Ledger] = [papers.of(store).database, shows.of(store).database]
    if desk := desks.of_process():
        found.append(desk.database)
    if session.served():
        found.append(access.entry().database)
    return found
