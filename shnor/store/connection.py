"""The one connection of the process to a base: opened, fenced in, its refusals said in Russian."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from shnor import private
from shnor.errors import BaseInUse, StoreError
from shnor.store.whole import is_cut

MEMORY = ":memory:"
_HELD = ("lock is held", "set lock on file", "used by another process", "configuration has been locked",
         "different configuration")
_DAMAGED = ("Файл «{name}» — не база этой программы или повреждён. Выберите другой файл или возьмите копию из папки "
            "«backup».")


def backup_folder(path: Path) -> Path:
    """Beside the base: the only folder SQL may write to."""
    return path.parent / "backup"


def log_file(path: Path) -> Path:
    """What is committed and not yet in the base itself; the engine makes it and takes it away."""
    return path.with_name(f"{path.name}.wal")


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
            raise StoreError(_DAMAGED.format(name=path.name))
        return root
    except (duckdb.Error, OSError) as error:
        refusal = _refusal(path, str(error))
    raise refusal


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
def transaction(cursor: duckdb.DuckDBPyConnection, what: str, sentence: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """One transaction, then the cursor is closed. Left by any exception, a click of Streamlit among them (a
    BaseException), it leaves nothing: closing rolls back. A refusal of the engine is logged as `what` and becomes a
    StoreError with the sentence."""
    try:
        cursor.execute("begin transaction")
        yield cursor
        cursor.execute("commit")
    except duckdb.Error as error:
        # the engine quotes values of cells in its messages: neither the log nor the screen may show them
        logging.getLogger(__name__).error("%s refused: %s", what, type(error).__name__)
        raise StoreError(sentence) from None
    finally:
        cursor.close()


def _refusal(path: Path, message: str) -> StoreError:
    """The engine's message names paths and programs of this machine: it decides the sentence and is not shown."""
    if any(words in message for words in _HELD):
        return BaseInUse(f"База «{path.name}» уже открыта: программа запущена в другом окне. "
                         "Закройте её там и повторите.")
    if "not a valid DuckDB" in message:
        return StoreError(_DAMAGED.format(name=path.name))
    return StoreError(f"База «{path.name}» не открывается. Проверьте, что папка доступна и в неё можно записывать.")


def text(value: str) -> str:
    """A text constant of SQL, for the few statements that take no parameters."""
    return "'" + value.replace("'", "''") + "'"
