"""`python -m shnor backup | verify | restore`: told here, made by `shnor.service.copies`. Exit codes as everywhere: 0
whole or done, 1 something would be lost and nobody has said --yes, 2 not whole or not there, 3 base in use."""

import argparse
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

from shnor import config, returning
from shnor.copies import parts
from shnor.errors import BaseInUse, ShnorError
from shnor.scope import Actor
from shnor.service import bases
from shnor.service.centre import copies
from shnor.service.copies import restore, verify
from shnor.store import Store

NAMES = (("--names",), {"action": "store_true", "help": "с ФИО, если они хранятся"})
BACKUP = ((("folder",), {"metavar": "ПАПКА"}), NAMES)
VERIFY = ((("file",), {"nargs": "?", "metavar": "КОПИЯ|БАЗА"}),)
RESTORE = (
    (("copy",), {"metavar": "КОПИЯ"}), (("--yes",), {"action": "store_true", "help": "вернуть, а не только показать"}),
    (("--names",), {"action": "store_true", "help": "вернуть и имена педагогов, если здесь их нет"}),
    (("--on",), {"action": "append", "default": [], "metavar": "ИМЯ_ВХОДА", "help": "включить снова этот доступ"}))
ASK, FIRST = "Чтобы вернуть копию, повторите команду с --yes.", "Нынешние данные программа сначала сохранит копией."


def backup(given: argparse.Namespace, by: Actor) -> int:
    """Raises ShnorError."""
    settings = config.load()
    base = Path(given.database) if given.database else settings.own_base
    with closing(bases.open_base(base, create=False, now=settings.now)) as store:
        if given.names:
            store.describe(by, **{copies.NAMES: copies.YES})
        folder = Path(given.folder)
        if said := copies.refused(str(folder.absolute()), store.path):
            raise ShnorError(said)
        made = copies.put(store, folder, settings.now(), by, more=parts.of_folder(settings.folder))
    print(f"Копия сохранена: {made}")
    return 0


def check(given: argparse.Namespace) -> int:
    """Of a copy, of a base, or of the own base."""
    settings = config.load()
    path = Path(given.file or given.database or settings.own_base)
    zone = ZoneInfo(settings.timezone)
    own = path.suffix == ".duckdb" and (not given.file or path.absolute() == settings.own_base.absolute())
    told = verify.base(path, zone) if own else verify.copy(path, zone)
    print(told.sentence)
    return 0 if told.whole else 2


def bring_back(given: argparse.Namespace, by: Actor) -> int:
    """Raises ShnorError."""
    settings = config.load()
    copy, base = Path(given.copy), Path(given.database) if given.database else settings.own_base
    present = _present(base, settings)
    try:
        loss = returning.look(copy, settings, present, base)
        print(f"Копия «{copy.name}»: {verify.words(loss.told, ZoneInfo(settings.timezone))}.")
        print(*restore.sentences(loss), *(f"  {one.file}" for one in loss.uploads), sep="\n")
        if not given.yes:
            print(ASK if loss.broken or loss.empty else f"{ASK} {FIRST}")
            return 0 if loss.nothing and not loss.broken else 1
        saved = returning.put_back(copy, settings, present, by, base, with_names=given.names, on=given.on,
                                   change=lambda put: _closed(present, put))
    finally:
        if present:
            present.close()
    with closing(bases.open_base(base, create=False, now=settings.now)) as store:
        restore.noted(store, loss.told, settings.now(), by)
    print(f"Копия возвращена. Прежние данные: {saved}" if saved else "Копия возвращена.")
    return 0


def _present(base: Path, settings: config.Settings) -> Store | None:
    """None: there is none, or it does not open."""
    if not base.exists():
        return None
    try:
        return bases.open_base(base, create=False, now=settings.now)
    except BaseInUse:
        raise
    except Exception:  # a damaged base makes the engine raise anything
        return None


def _closed(present: Store | None, put) -> None:
    if present:
        present.close()
    put()
