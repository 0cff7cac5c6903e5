"""A copy comes back on this computer, for the command line and the pages: where the set lies, who may come in."""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from shnor import config
from shnor.access import returned
from shnor.scope import Actor
from shnor.service.copies import restore
from shnor.service.copies.restore import Accesses, Loss, Place
from shnor.store import Store


def place(settings: config.Settings, base: Path | None = None) -> Place:
    return Place((base or settings.own_base).absolute(), settings.folder.absolute())


def accesses(settings: config.Settings, on: Collection[str] = ()) -> Accesses:
    """on: logins that are let in again on purpose."""
    return Accesses(partial(returned.switched_off, clock=settings.now),
                    partial(returned.prepare, clock=settings.now, on=on))


def look(copy: Path, settings: config.Settings, present: Store | None, base: Path | None = None) -> Loss:
    """What the return would lose. Raises ShnorError."""
    return restore.look(copy, place(settings, base), present, settings.now, accesses(settings))


def put_back(copy: Path, settings: config.Settings, present: Store | None, by: Actor, base: Path | None = None, *,
             with_names: bool = False, on: Collection[str] = (),
             change: Callable[[Callable[[], None]], None] = lambda put: put()) -> Path | None:
    """The return; where the present set is kept. The base that came back is the one that is opened from now on. Raises
    ShnorError, and then everything is as it was."""
    at = place(settings, base)
    saved = restore.put_back(copy, at, present, by, settings.now(), accesses(settings, on), with_names=with_names,
                             change=change)
    bases = {"own": settings.own_base, "demo": settings.demo_base, "zarechny": settings.second_demo_base}
    name = next((name for name, path in bases.items() if path.absolute() == at.base), "")
    if name and not (settings.database or settings.origin):  # there nobody chooses
        restore.choose(at, name)
    return saved
