"""Names of people and the secret their numbers are made with: a file of its own beside the base, never a part of it.

It is made when the coordinator switches the mode «С ФИО» on and deleted whole with «Удалить имена». It is open only
while it is read or written, so that it can be deleted at any time.
"""

import secrets
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from shnor.errors import StoreError
from shnor.scope import Actor
from shnor.store import rights
from shnor.store.connection import connect, log_file, transaction

FILE = "people.duckdb"
SECRET_BYTES = 32


class People:
    """path: the file (None: the base lives in memory and keeps no names). base: whose names these are."""

    def __init__(self, path: Path | None, base: str) -> None:
        self.path, self._base = path, base
        self._lock = threading.Lock()

    @property
    def exists(self) -> bool:
        return self.path is not None and self.path.exists()

    def create(self, by: Actor) -> None:
        """The file with a new secret; one that is there stays as it is. Raises NotAllowed, StoreError where it cannot
        be."""
        rights.refuse(by)
        if self.path is None:
            raise StoreError("Эта база живёт только до закрытия программы: имена в ней не хранятся.")
        if self.exists:
            self.secret()
            return
        with self._open(create=True) as cursor:
            cursor.execute("create table about (base VARCHAR not null, secret BLOB not null)")
            cursor.execute("create table people (key VARCHAR primary key, name VARCHAR not null)")
            cursor.execute("insert into about values (?, ?)", [self._base, secrets.token_bytes(SECRET_BYTES)])

    def secret(self) -> bytes:
        """Raises StoreError when the file is not there or belongs to another base."""
        with self._open() as cursor:
            return self._secret(cursor)

    def names(self) -> dict[str, str]:
        """Key → name of everybody; empty when the file is not there."""
        if not self.exists:
            return {}
        with self._open() as cursor:
            self._secret(cursor)
            return dict(cursor.execute("select key, name from people").fetchall())

    def remember(self, names: Mapping[str, str]) -> frozenset[str]:
        """Keep these names; the keys that are new. A name that is known stays as it was first written."""
        with self._open() as cursor:
            self._secret(cursor)
            known = {key for key, in cursor.execute("select key from people").fetchall()}
            new = [[key, name] for key, name in names.items() if key not in known]
            if new:
                cursor.executemany("insert into people values (?, ?)", new)
            return frozenset(key for key, _ in new)

    def forget(self, keys: Collection[str]) -> None:
        """Take these names out again."""
        if not keys:
            return
        with self._open() as cursor:
            cursor.executemany("delete from people where key = ?", [[key] for key in keys])

    def erase(self, by: Actor) -> None:
        """Delete the file with every name and the secret. Raises NotAllowed, StoreError when the system does not let
        it."""
        rights.refuse(by)
        if self.path is None:
            return
        with self._lock:
            try:
                for path in (self.path, log_file(self.path)):
                    path.unlink(missing_ok=True)
            except OSError:
                problem = StoreError(f"Файл «{FILE}» не удалился: его держит другая программа. "
                                     "Закройте её и повторите.")
            else:
                return
        raise problem

    def _secret(self, cursor: duckdb.DuckDBPyConnection) -> bytes:
        [(base, secret)] = cursor.execute("select base, secret from about").fetchall()
        if base != self._base:
            raise StoreError(f"Файл «{FILE}» рядом с базой — с именами другой базы. "
                             "Перенесите одну из баз в свою папку.")
        return secret

    @contextmanager
    def _open(self, *, create: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
        """One transaction in the file."""
        if not self.exists and not create:
            raise StoreError(f"Файла имён «{FILE}» рядом с базой нет. Верните его на место или откройте «Настройки» и "
                             "выберите, хранить ли имена.")
        with self._lock, transaction(connect(self.path, create=create), "people", "Имена не записаны, в базе ничего не "
                                     "изменилось. Проверьте место на диске и повторите.") as root:
            yield root
