"""A copy comes back: first what that would lose, then the return itself, all or nothing."""

import json
import logging
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from shnor import private, wording
from shnor.copies import names, swap
from shnor.copies.archive import Contents
from shnor.copies.parts import ACCESS, BASE, CHOICE, NAMES, beside, of_folder, place
from shnor.errors import BaseInUse, ShnorError
from shnor.scope import Actor
from shnor.service import bases
from shnor.service.centre import copies
from shnor.service.copies import aside
from shnor.store import Clock, Entry, Store, Upload, backup, copied, rights
from shnor.store.beside import backup_folder, last_file, unfinished

TITLES = {
    "progress": "Отметки о мероприятиях", "signed": "Подписанные справки", "sent": "Отчёты, присланные школами",
    "draft": "Черновики школ", "paragraph": "Абзацы центра", "form": "Формы края", "show": "Показы", "answer": "Ответы",
    "person": "Доступы", "people": "Имена педагогов"}
"""Tables whose rows a person would miss."""
NOT_OPENED = "Нынешняя база не открывается. Её файлы будут отложены в папку «backup» как есть."
NOTED = "Возвращена копия от"
"""How the journal tells of a return."""
DAMAGED = "Нынешняя база повреждена: не всё в ней читается. Её файлы будут отложены в папку «backup» как есть."
NO_BASE = "Файла базы «{name}» здесь нет. Что лежит рядом, будет отложено в папку «backup» как есть: {files}."
NO_DATA, NO_LOSS = "Здесь ещё нет данных.", "Ничего не пропадёт: после копии ничего не менялось."


@dataclass(frozen=True)
class Place:
    """Where a set lives: its base, and the folder of data with the accesses."""

    base: Path
    folder: Path


@dataclass(frozen=True)
class Loss:
    """What a return would take away: told before it. uploads, entries: accepted and done after the copy, the newest
    first. rows: title → rows now and in the copy, where they differ. foreign: it is a copy of another base. names: are
    in the copy, and come back only when that is wished. off: (login, who) of people who are switched off now and were
    let in by the copy. broken: what is wrong with the present base; nothing of it is known then, its files are set
    aside. empty: nothing lies there yet."""

    told: Contents
    uploads: tuple[Upload, ...] = ()
    entries: tuple[Entry, ...] = ()
    rows: Mapping[str, tuple[int, int]] | None = None
    foreign: bool = False
    names: bool = False
    off: tuple[tuple[str, str], ...] = ()
    broken: str = ""
    empty: bool = False

    @property
    def nothing(self) -> bool:
        return not (self.uploads or self.entries or any(now > then for now, then in (self.rows or {}).values()))


@dataclass(frozen=True)
class Accesses:
    """Whoever knows the file of accesses: see access.returned."""

    off: Callable[[Path, Path], list[tuple[str, str]]]
    prepare: Callable[[Path, Path], None]


@contextmanager
def unpacked(copy: Path, at: Place) -> Iterator[tuple[Contents, Path]]:
    """The copy, checked to its last byte, in a folder that is gone afterwards. Raises ShnorError."""
    work = unfinished(at.base)
    try:
        private.folder(private.folder(work.parent) / work.name)
        yield copied.opened(copy, work), work
    except OSError as error:
        raise ShnorError(swap.NOT_RETURNED) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def look(copy: Path, at: Place, present: Store | None, now: Clock, accesses: Accesses) -> Loss:
    """present: the open base; None = there is none, or it does not open. Raises ShnorError for a copy that is not
    whole."""
    with unpacked(copy, at) as (told, folder):
        off = tuple(accesses.off(folder / ACCESS, at.folder / ACCESS)) if told.part(ACCESS) else ()
        broken = Loss(told, off=off, names=_names_asked_for(told, at, None), broken=_what_lies(at))
        if present is None:
            return replace(broken, empty=not broken.broken)
        known, done = _then(folder, now)
        try:
            return Loss(
                told, tuple(one for one in present.uploads() if (one.sha256, one.moment) not in known),
                tuple(one for one in present.journal()
                      if (one.moment, one.action, one.who, one.upload, one.note) not in done),
                _rows(told, _present(present, at, folder)), foreign=told.base != present.number and present.state > 0,
                names=_names_asked_for(told, at, present), off=off, empty=present.state == 0)
        except BaseInUse:
            raise
        except Exception as error:  # a damaged base that does open makes its readers raise anything
            logging.getLogger(__name__).info("present base unreadable: %s", type(error).__name__)
            return replace(broken, broken=DAMAGED)


def readable(present: Store) -> bool:
    """Whether everything in the open base can be read: it is, every value of it."""
    try:
        present.tables()
    except Exception as error:  # as in `look`
        logging.getLogger(__name__).info("present base unreadable: %s", type(error).__name__)
        return False
    return True


def put_back(copy: Path, at: Place, present: Store | None, by: Actor, moment: datetime, accesses: Accesses, *,
             with_names: bool = False, change: Callable[[Callable[[], None]], None] = lambda put: put()) -> Path | None:
    """The set of the copy in place of the present one, which is kept first: where. As a copy, or, where it cannot be
    read to its last byte, as the files it is. with_names: also names of people that were deleted here, or that this
    computer never had. change: closes what is open, puts, opens again. Raises ShnorError; the present set is then as it
    was."""
    rights.refuse(by)
    with unpacked(copy, at) as (told, folder):
        kept = [_saved(at, present, by, moment)]
        readable = present if kept[0] else None
        accesses.prepare(folder / ACCESS, at.folder / ACCESS)
        asked = _names_asked_for(told, at, readable)
        taken = {part.name for part in told.parts if {
            CHOICE: not (at.folder / CHOICE).exists(), NAMES: with_names or not asked}.get(part.name, True)}
        taken |= {ACCESS} if (folder / ACCESS).exists() else set()
        gone = [path for name, path in beside(at.base).items() if name not in taken and copy.suffix == ".zip"]
        gone.append(last_file(at.base))  # it is about to be an older one on purpose
        if readable and told.base != readable.number and NAMES not in taken:
            gone.append(place(NAMES, at.base, at.folder))  # names of people of another base say nothing here

        def put() -> None:
            kept[0] = kept[0] or aside.put(at.base, at.folder, moment)
            swap.put(at.base, {place(name, at.base, at.folder): folder / name for name in taken}, gone)
        change(put)
    return kept[0]


def choose(at: Place, name: str) -> None:
    """Which base of the folder is opened; where that cannot be written down, a person is asked at the next start."""
    with suppress(OSError), open(at.folder / CHOICE, "w", encoding="utf-8", opener=private.opener) as file:
        json.dump({"base": name}, file)


def noted(store: Store, told: Contents, moment: datetime, by: Actor) -> None:
    """The base that came back says so in its journal, and which copy holds all it came with."""
    then = datetime.fromisoformat(told.moment).astimezone(moment.tzinfo)
    copies.note(store, then, by, told.state)
    store.decide(by, f"{NOTED} {then:%d.%m.%Y %H:%M}, состояние {told.state}")


def _what_lies(at: Place) -> str:
    """Where no base can be read; "" where nothing lies there."""
    if at.base.exists():
        return NOT_OPENED
    files = ", ".join(f"«{path.name}»" for path in aside.lying(at.base, at.folder))
    return NO_BASE.format(name=at.base.name, files=files) if files else ""


def _names_asked_for(told: Contents, at: Place, present: Store | None) -> bool:
    """Whether names of the copy come back only when that is wished: deleted ones do not by themselves. present: None
    where it cannot be read."""
    there = present.state > 0 if present else at.base.exists()
    return told.names and there and not place(NAMES, at.base, at.folder).exists()


def _saved(at: Place, present: Store | None, by: Actor, moment: datetime) -> Path | None:
    """None: there is nothing that can be copied whole."""
    if present is None:
        return None
    try:
        path = names.free(backup_folder(at.base), moment, names=present.people.exists, why=names.BEFORE_RETURN)
        present.copy_to(path, by, names=True, more=of_folder(at.folder), why=names.BEFORE_RETURN)
    except BaseInUse:
        raise
    except Exception as error:  # as in `look`
        logging.getLogger(__name__).info("present base not copied: %s", type(error).__name__)
        return None
    return path


def _then(folder: Path, now: Clock) -> tuple[set[tuple], set[tuple]]:
    """What a copy knows: its uploads, its journal. Raises ShnorError."""
    look_at = private.folder(folder / "look") / BASE  # opening may bring it up to this version
    shutil.copyfile(folder / BASE, look_at)
    then = bases.open_base(look_at, create=False, now=now)
    try:
        return ({(one.sha256, one.moment) for one in then.uploads()},
                {(one.moment, one.action, one.who, one.upload, one.note) for one in then.journal()})
    finally:
        then.close()


def _present(store: Store, at: Place, folder: Path) -> dict[str, dict[str, int]]:
    found = {BASE: {table: row[0] for table, row in store.tables().items()}}
    for name, path in {**beside(at.base), **of_folder(at.folder)}.items():
        if path.suffix == ".sqlite":
            found[name] = backup.rows_of(path, private.folder(folder / "now") / name)
    return found


def _rows(told: Contents, present: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[int, int]]:
    rows = {}
    for name in {*present, *(part.name for part in told.parts)}:
        part = told.part(name)
        if name == ACCESS and not part:
            continue  # those of today stay
        then = {table: row[0] for table, row in part.tables.items()} if part else {}
        now = present.get(name, {})
        for table in (table for table in TITLES if table in then or table in now):
            if now.get(table, 0) != then.get(table, 0) and name != NAMES:
                rows[TITLES[table]] = (now.get(table, 0), then.get(table, 0))
    return {title: rows[title] for title in TITLES.values() if title in rows}


def sentences(loss: Loss) -> list[str]:
    """What a return would do, for a person; the files by name are told apart."""
    said = []
    if loss.broken:
        said.append(loss.broken)
    if loss.foreign:
        said.append("Это копия другой базы: всё нынешнее сменится на неё.")
    if loss.uploads:
        said.append(f"Принято после копии и пропадёт: {wording.counted(len(loss.uploads), 'файл')}.")
    if loss.entries:
        said.append(f"Записей в журнале после копии: {len(loss.entries)}.")
    if loss.empty and loss.nothing:
        said.append(NO_DATA)
    else:
        said += [f"{title}: сейчас {now}, в копии {then}." for title, (now, then) in (loss.rows or {}).items()]
    if loss.names:
        said.append("В копии есть имена педагогов, а здесь их нет: без отметки они не вернутся.")
    if loss.off:
        said.append(f"Выключены сейчас, а в копии включены (останутся выключены): "
                    f"{', '.join(f'{who} ({login})' for login, who in loss.off)}.")
    return said or [NO_LOSS]
