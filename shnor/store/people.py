"""Names of people and the secret their numbers are made with: a file of its own beside the base, never a part of it.

It is made when the coordinator switches the mode «С ФИО» on and deleted whole with «Удалить имена». It is open only
while it is read or written, so that it can be deleted at any time.

What is done to it and what the base notes of it are one action, done or not when the program is killed in between: the
base decides. The file is made, or waits to be deleted, under the mark of the action; names of a file that is being
accepted wait with its preview. What waits is finished where the base knows the action and undone where it does not:
after the action, else when the base is opened next.
"""

import logging
import os
import re
import secrets
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol
from uuid import uuid4

import duckdb

from shnor.errors import StoreError
from shnor.scope import Actor
from shnor.store import rights
from shnor.store.beside import log_file
from shnor.store.connection import connect, transaction

FILE = "people.duckdb"
SECRET_BYTES = 32
MADE, ERASED = "names_made", "names_erased"
"""What the base notes: the mark of the action that made the file, of the one that deleted it."""
_BEGINNING = 3 * 4096
"""Bytes of a file in which nothing stands yet."""
_PENDING = "create table if not exists pending (key VARCHAR not null, preview VARCHAR not null)"


class _Foreign(StoreError):
    """The file belongs to another base."""


class Holder(Protocol):
    """The base the names belong to. Everything raises StoreError while it cannot be read."""

    def about(self) -> Mapping[str, str]:
        """What it notes of itself."""

    def holds(self, preview: str) -> bool:
        """Whether a preview was accepted."""

    def person_keys(self) -> frozenset[str]:
        """Of everybody who stands in it, in files that were withdrawn too."""


class People:
    """path: the file (None: the base lives in memory and keeps no names). base: whose names these are."""

    def __init__(self, path: Path | None, base: str, holder: Holder | None = None) -> None:
        self.path, self._base, self._holder = path, base, holder
        self._lock, self._going = threading.Lock(), set[str]()
        self._unsettled = False

    @property
    def exists(self) -> bool:
        return self.path is not None and self.path.exists()

    @contextmanager
    def making(self, by: Actor) -> Iterator[Mapping[str, str]]:
        """The file with a new secret is there once the base has noted within the block what is given; a file that is
        there stays as it is. Raises NotAllowed, StoreError where it cannot be."""
        rights.refuse(by)
        if self.path is None:
            raise StoreError("Эта база живёт только до закрытия программы: имена в ней не хранятся.")
        if self.exists:
            self.secret()
            yield {}
            return
        mark = uuid4().hex
        with self._going_on(mark, self._settle_file):
            with self._opened(self._waiting(mark, MADE), create=True) as cursor:
                cursor.execute("create table about (base VARCHAR not null, secret BLOB not null)")
                cursor.execute("create table people (key VARCHAR primary key, name VARCHAR not null)")
                cursor.execute(_PENDING)
                cursor.execute("insert into about values (?, ?)", [self._base, secrets.token_bytes(SECRET_BYTES)])
            yield {MADE: mark}

    @contextmanager
    def erasing(self, by: Actor) -> Iterator[Mapping[str, str]]:
        """The file with every name and the secret is gone once the base has noted within the block what is given.
        Raises NotAllowed, StoreError when the system does not let it or the names are those of another base."""
        rights.refuse(by)
        if not self.exists:
            yield {}
            return
        mark = uuid4().hex
        with self._going_on(mark, self._settle_file):
            try:
                self.secret()  # what was logged comes into the file
            except _Foreign:
                raise
            except StoreError:
                pass  # a damaged file is deleted all the same
            self._put_away(self._waiting(mark, ERASED))
            yield {ERASED: mark}

    def secret(self) -> bytes:
        """Raises StoreError when the file is not there or belongs to another base."""
        with self._open() as cursor:
            return self._secret(cursor)

    def names(self) -> dict[str, str]:
        """Key → name of everybody; empty when the file is not there."""
        if not self.exists:
            return {}
        self._catch_up()
        with self._open() as cursor:
            self._secret(cursor)
            return dict(cursor.execute("select key, name from people").fetchall())

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The whole file, for a copy of it. Raises as `secret`."""
        self._catch_up()
        with self._open() as root:
            self._secret(root)
            yield root

    @contextmanager
    def remembered(self, names: Mapping[str, str], preview: str) -> Iterator[None]:
        """These names are kept if the block accepts the preview. A name that is known stays as it was first
        written."""
        with self._going_on(preview, lambda: self._settle_names([preview])):
            with self._open() as cursor:
                self._secret(cursor)
                cursor.execute(_PENDING)
                known = {key for key, in cursor.execute("select key from people").fetchall()}
                waiting = {key for key, in cursor.execute("select key from pending").fetchall()}
                new = [[key, name] for key, name in names.items() if key not in known]
                if new:
                    cursor.executemany("insert into people values (?, ?)", new)
                # a name that waits for the file of somebody else waits for this one too
                claimed = [[key, preview] for key in names if key not in known or key in waiting]
                if claimed:
                    cursor.executemany("insert into pending values (?, ?)", claimed)
            yield

    def settle(self) -> None:
        """What an action that was killed has left is finished or undone. Raises StoreError when the base cannot be
        asked."""
        if self.path is None:
            return
        self._settle_file()
        waiting = self._pending()
        if waiting is None:
            self._keep_only(self._known().person_keys())
        elif waiting:
            self._settle_names(waiting)

    def _known(self) -> Holder:
        assert self._holder is not None
        return self._holder

    @contextmanager
    def _going_on(self, mark: str, settle: Callable[[], None]) -> Iterator[None]:
        """An action of this process: nobody else settles what waits under its mark. settle: at its end, however it
        ends; where that cannot be, it is settled when names are asked for, or when the base is opened next."""
        self._going.add(mark)
        try:
            yield
        finally:
            self._going.discard(mark)
            try:
                settle()
            except StoreError:
                self._unsettled = True

    def _catch_up(self) -> None:
        """What could not be settled at the end of its action, for want of room, is settled before it is looked at."""
        if self._unsettled:
            with suppress(StoreError):
                self.settle()
                self._unsettled = False

    def _waiting(self, mark: str, action: str) -> Path:
        assert self.path is not None
        return self.path.with_name(f"{self.path.stem}.{self._base}.{mark}.{action}")

    def _put_away(self, waiting: Path) -> None:
        assert self.path is not None
        with self._lock:
            try:
                _move(self.path, waiting)
            except OSError:
                problem = StoreError(f"Файл «{FILE}» не удалился: его держит другая программа. "
                                     "Закройте её и повторите.")
            else:
                return
        raise problem

    def _settle_file(self) -> None:
        assert self.path is not None
        about, form = self._known().about(), re.compile(
            rf"{re.escape(self.path.stem)}\.{self._base}\.([0-9a-f]{{32}})\.({MADE}|{ERASED})(\.wal)?")
        with self._lock:
            left = {(match[1], match[2]) for path in self.path.parent.glob(f"{self.path.stem}.{self._base}.*")
                    if (match := form.fullmatch(path.name)) and match[1] not in self._going}
            for mark, action in left:
                stays = (action == MADE) == (about.get(action) == mark)
                try:
                    self._settled(self._waiting(mark, action), stays=stays)
                except OSError as error:
                    logging.getLogger(__name__).error("people not settled: %s", type(error).__name__)

    def _settled(self, waiting: Path, *, stays: bool) -> None:
        assert self.path is not None
        if stays and waiting.exists() and not self.path.exists():
            _move(waiting, self.path)
            return
        for path in (waiting, self.path):
            if path == waiting or not path.exists():
                log_file(path).unlink(missing_ok=True)
        waiting.unlink(missing_ok=True)

    def _pending(self) -> list[str] | None:
        """Previews that names wait for; None for a file from before names waited. A file in which nothing stands goes:
        the program was killed while it made it."""
        assert self.path is not None
        if not self.exists:
            return []
        try:
            if self.path.stat().st_size <= _BEGINNING and not log_file(self.path).exists():
                self.path.unlink()
                return []
            with self._open() as cursor:
                tables = {name for name, in cursor.execute("select table_name from duckdb_tables()").fetchall()}
                if "about" in tables:
                    self._secret(cursor)
                if "pending" in tables:
                    return [preview for preview, in cursor.execute("select distinct preview from pending").fetchall()]
            if "about" not in tables:
                self._settled(self.path, stays=False)
                return []
        except (StoreError, OSError):
            return []  # said where the names are asked for
        return None

    def _settle_names(self, previews: Collection[str]) -> None:
        found = {preview: self._known().holds(preview) for preview in previews if preview not in self._going}
        with self._open() as cursor:
            for preview, accepted in found.items():
                own = "select key from pending where preview = $1"
                if not accepted:
                    cursor.execute(f"delete from people where key in ({own}) and key not in "
                                   "(select key from pending where preview <> $1)", {"1": preview})
                cursor.execute("delete from pending where " + (f"key in ({own})" if accepted else "preview = $1"),
                               {"1": preview})

    def _keep_only(self, keys: Collection[str]) -> None:
        """A file from before names waited: those that no file came with are taken out."""
        with self._open() as cursor:
            cursor.execute(_PENDING)
            cursor.execute("delete from people where key not in (select unnest(?::VARCHAR[]))", [list(keys)])

    def _secret(self, cursor: duckdb.DuckDBPyConnection) -> bytes:
        [(base, secret)] = cursor.execute("select base, secret from about").fetchall()
        if base != self._base:
            raise _Foreign(f"Файл «{FILE}» рядом с базой — с именами другой базы. "
                           "Перенесите одну из баз в свою папку.")
        return secret

    @contextmanager
    def _open(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """One transaction in the file."""
        if self.path is None or not self.exists:
            raise StoreError(f"Файла имён «{FILE}» рядом с базой нет. Верните его на место или откройте «Настройки» и "
                             "выберите, хранить ли имена.")
        with self._opened(self.path) as cursor:
            yield cursor

    @contextmanager
    def _opened(self, path: Path, *, create: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._lock, transaction(connect(path, create=create), path, "people", "Имена не записаны, в базе ничего "
                                     "не изменилось. Проверьте место на диске и повторите.") as root:
            yield root


def _move(path: Path, target: Path) -> None:
    """With what is logged beside it, if the engine had no time to take it in."""
    os.replace(path, target)
    if log_file(path).exists():
        os.replace(log_file(path), log_file(target))
