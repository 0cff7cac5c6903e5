"""A small file of rows beside the bases: SQLite with a write-ahead log, for many small writes by many people at once; a
reader never waits for a writer."""

import hashlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from shnor import private
from shnor.errors import StoreError

Clock = Callable[[], datetime]


class Ledger:
    """path: of the file, made closed to others. clock: aware moments; they are stored in UTC. A kind of ledger names
    its tables, their version and how people call the file."""

    tables: ClassVar[str]
    version: ClassVar[int]
    called: ClassVar[str]

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path, self._clock, self._lock = path, clock, threading.RLock()
        self._begin()

    def _begin(self) -> None:
        self._close_to_others()
        self._open = sqlite3.connect(self.path, check_same_thread=False, isolation_level=None, timeout=10)
        self._open.row_factory = sqlite3.Row
        for line in ("pragma journal_mode = wal", "pragma synchronous = normal", "pragma foreign_keys = on",
                     "pragma secure_delete = on"):
            self._open.execute(line)
        version = self._open.execute("pragma user_version").fetchone()[0]
        if version > self.version:
            raise StoreError(f"{self.called} обновила более новая версия программы. Обновите программу.")
        if not version:
            with self.change() as rows:
                for statement in filter(str.strip, self.tables.split(";")):
                    rows.execute(statement)
                rows.execute(f"pragma user_version = {self.version}")

    def _close_to_others(self) -> None:
        """Before a row is in it: SQLite gives its log and its index the rights the file has by then. One that is there
        is never opened here: closing it again would let go the locks others of this process hold."""
        with suppress(OSError), open(self.path, "xb", opener=private.opener):
            pass
        for end in ("", "-wal", "-shm"):
            private.file(self.path.with_name(self.path.name + end))

    def close(self) -> None:
        with self._lock:
            self._open.close()

    @contextmanager
    def away(self) -> Iterator[None]:
        """The file is closed and may be exchanged; whoever asks meanwhile waits for the one that is there then."""
        with self._lock:
            self._open.close()
            try:
                yield
            finally:
                self._begin()
                private.file(self.path)

    def now(self) -> datetime:
        return self._clock().astimezone(UTC)

    def read(self, query: str, *values: object) -> list[sqlite3.Row]:
        with self._lock:
            return self._open.execute(query, values).fetchall()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing; two changes never run at once."""
        with self._lock:
            if self._open.in_transaction:  # a part of a larger change
                yield self._open
                return
            self._open.execute("begin immediate")
            try:
                yield self._open
            except BaseException:
                self._open.execute("rollback")
                raise
            self._open.execute("commit")


def copy(path: Path, target: Path) -> None:
    """All that is committed, as a file of its own, closed to others; others read and write meanwhile. Raises
    StoreError."""
    try:
        with closing(sqlite3.connect(path, timeout=10)) as opened:
            with open(target, "xb", opener=private.opener):
                pass  # it is closed to others before a byte is in it; an empty file is no obstacle
            opened.execute("vacuum into ?", (str(target),))
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"Копия «{target.name}» не записана. Проверьте, есть ли место и можно ли писать в папку."
                         ) from error


def contents(path: Path) -> dict[str, list[int]]:
    """Table → how many rows a file has and a sum over every value of them. Nothing in it changes. Raises StoreError
    for a file that is damaged."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
            if opened.execute("pragma quick_check").fetchone() != ("ok",):
                raise sqlite3.DatabaseError
            tables = opened.execute("select name from sqlite_master where type = 'table' order by name").fetchall()
            return {table: _summed(opened, table) for table, in tables}
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"Файл «{path.name}» повреждён.") from error


def _summed(opened: sqlite3.Connection, table: str) -> list[int]:
    count, total = 0, 0
    name = table.replace('"', '""')
    for row in opened.execute(f'select * from "{name}"'):
        count += 1
        total += int.from_bytes(hashlib.blake2b(repr(row).encode(), digest_size=8).digest())
    return [count, total]


def text(moment: datetime) -> str:
    """A moment as it is stored: texts compare as their moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
