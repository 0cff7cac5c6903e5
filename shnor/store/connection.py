"""The one connection of the process to a base: opened, fenced in, its refusals said in Russian."""

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from shnor import private
from shnor.errors import BaseInUse, StoreError
from shnor.store import last
from shnor.store.beside import backup_folder, log_file
from shnor.store.whole import is_cut

MEMORY = ":memory:"
_HELD = ("lock is held", "set lock on file", "used by another process", "configuration has been locked",
         "different configuration")
_FULL = ("No space left", "File too large", "not enough space on the disk", "Disk quota exceeded")
_WRITING = ("Could not write", "Failed to commit", "Failed to create checkpoint")
"""Beside a disk without room these are for want of it, in whatever language the system says so."""
_DAMAGED = ("Corrupt database file", "Could not read enough bytes", "Failure while replaying WAL", "INTERNAL Error",
            "Serialization Error", "checksum")
NO_ROOM = 4 << 20
"""Bytes: with less nothing can be written down."""
FULL = ("Диск заполнен: последнее действие не записано, всё принятое раньше на месте. Освободите место: программа "
        "продолжит сама, перезапускать её не нужно.")


def close_to_others(path: Path) -> None:
    """The base may lie in a folder of somebody's choice, which stays as it is: the files themselves are closed."""
    private.file(path)
    private.file(log_file(path))


def connect(path: Path | None, *, create: bool, crowded: bool = False) -> duckdb.DuckDBPyConnection:
    """None = in memory. crowded: many ask at once, so that a question takes one thread and leaves the others theirs:
    to share it out costs more than it gains. Raises BaseInUse when somebody holds the file, StoreError when it cannot
    be opened."""
    if path is None:
        return _fenced(duckdb.connect(MEMORY), None, crowded)
    if not path.exists() and not create:
        raise StoreError(f"Базы «{path.name}» нет в этой папке. Проверьте имя файла и папку.")
    try:
        if not path.parent.exists():
            private.folder(path.parent)
        logged = log_file(path).exists()
        root = _fenced(duckdb.connect(str(path)), backup_folder(path), crowded)
        close_to_others(path)
        if not logged and is_cut(root, path):  # with a log blocks may be counted that are not written yet
            root.close()
            raise damaged(path)
        return root
    except (duckdb.Error, OSError) as error:
        problem = refusal(path, str(error))
    raise problem


def _fenced(root: duckdb.DuckDBPyConnection, folder: Path | None, crowded: bool) -> duckdb.DuckDBPyConnection:
    try:
        if folder:
            # connect(config=…) would accept this option and ignore it
            root.execute(f"set allowed_directories = [{text(str(folder))}]")
        # doing it after every acceptance makes one of 12 rows four times dearer; waiting for the 16 MB of the engine
        # makes a base slow to open after the program was killed
        root.execute("set checkpoint_threshold = '1MB'")
        if crowded:
            root.execute("set threads = 1")
        root.execute("set enable_external_access = false")
        root.execute("set lock_configuration = true")
    except duckdb.Error:
        root.close()
        raise
    return root


class Snapshot:
    """A base as it stands when something of it is first read: what is kept needs nothing read. For one thread, within
    a `with` block; what has come into the base since its beginning is left out by its number, never by its moment."""

    def __init__(self, root: duckdb.DuckDBPyConnection) -> None:
        self._root, self._over = root, False
        self._opened: duckdb.DuckDBPyConnection | None = None

    def __enter__(self) -> "Snapshot":
        return self

    @property
    def cursor(self) -> duckdb.DuckDBPyConnection:
        if self._opened is None:
            if self._over:
                raise duckdb.ConnectionException("the view is over")
            self._opened = self._root.cursor()
            self._opened.execute("begin transaction read only")
        return self._opened

    def __exit__(self, *error: object) -> None:
        self._over = True
        if self._opened is not None:
            self._opened.close()


@contextmanager
def transaction(cursor: duckdb.DuckDBPyConnection, path: Path | None, what: str,
                sentence: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """One transaction, then the cursor is closed. Left by any exception, a click of Streamlit among them (a
    BaseException), it leaves nothing: closing rolls back. A refusal of the engine is logged as `what` and becomes a
    StoreError with the sentence, or says that the disk is full. path: of the file."""
    try:
        cursor.execute("begin transaction")
        yield cursor
        cursor.execute("commit")
    except duckdb.Error as error:
        # the engine quotes values of cells in its messages: neither the log nor the screen may show them
        logging.getLogger(__name__).error("%s refused: %s", what, type(error).__name__)
        raise StoreError(FULL if is_full(str(error), path) else sentence) from None
    finally:
        cursor.close()


def is_full(message: str, path: Path | None) -> bool:
    """Whether the engine says this for want of room on the disk of the file."""
    if any(words in message for words in _FULL):
        return True
    try:
        return path is not None and any(words in message for words in _WRITING) and \
            shutil.disk_usage(path.parent).free < NO_ROOM
    except OSError:
        return False


def refusal(path: Path, message: str) -> StoreError:
    """The engine's message names paths and programs of this machine: it decides the sentence and is not shown."""
    if any(words in message for words in _HELD):
        return BaseInUse(f"База «{path.name}» уже открыта: программа запущена в другом окне. "
                         "Закройте её там и повторите.")
    if is_full(message, path):
        return StoreError(FULL)
    if "Corrupt WAL file" in message:
        return StoreError(f"Файл «{log_file(path).name}» рядом с базой повреждён: в нём последние действия. Уберите "
                          "его в другую папку: база откроется без них, и программа скажет, чего не хватает. "
                          f"{last.way(path)}")
    if "not a valid DuckDB" in message:
        return StoreError(f"Файл «{path.name}» — не база этой программы или повреждён. {last.way(path)}")
    if any(words in message for words in _DAMAGED):
        return damaged(path)
    return StoreError(f"База «{path.name}» не открывается. Проверьте, что папка доступна и в неё можно записывать.")


def damaged(path: Path) -> StoreError:
    return StoreError(f"Файл базы «{path.name}» повреждён: испорчен на диске или записан не целиком. "
                      f"{last.way(path)}")


def text(value: str) -> str:
    """A text constant of SQL, for the few statements that take no parameters."""
    return "'" + value.replace("'", "''") + "'"
