"""The one connection of the process to a base: opened, fenced in, its refusals said in Russian."""

from pathlib import Path

import duckdb

from shnor.errors import BaseInUse, StoreError

MEMORY = ":memory:"
_HELD = ("lock is held", "set lock on file", "used by another process", "configuration has been locked",
         "different configuration")


def backup_folder(path: Path) -> Path:
    """Beside the base: the only folder SQL may write to."""
    return path.parent / "backup"


def connect(path: Path | None, *, create: bool) -> duckdb.DuckDBPyConnection:
    """None = in memory. Raises BaseInUse when somebody holds the file, StoreError when it cannot be opened."""
    if path is None:
        return _fenced(duckdb.connect(MEMORY), None)
    if not path.exists() and not create:
        raise StoreError(f"Базы «{path.name}» нет в этой папке. Проверьте имя файла и папку.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _fenced(duckdb.connect(str(path)), backup_folder(path))
    except (duckdb.Error, OSError) as error:
        refusal = _refusal(path, str(error))
    raise refusal


def _fenced(root: duckdb.DuckDBPyConnection, folder: Path | None) -> duckdb.DuckDBPyConnection:
    try:
        if folder:
            # connect(config=…) would accept this option and ignore it
            root.execute(f"set allowed_directories = [{text(str(folder))}]")
        # doing it after every acceptance makes one of 12 rows four times dearer; waiting for the 16 MB of the engine
        # makes a base slow to open after the program was killed
        root.execute("set checkpoint_threshold = '1MB'")
        root.execute("set enable_external_access = false")
        root.execute("set lock_configuration = true")
    except duckdb.Error:
        root.close()
        raise
    return root


def _refusal(path: Path, message: str) -> StoreError:
    """The engine's message names paths and programs of this machine: it decides the sentence and is not shown."""
    if any(words in message for words in _HELD):
        return BaseInUse(f"База «{path.name}» уже открыта: программа запущена в другом окне. "
                         "Закройте её там и повторите.")
    if "not a valid DuckDB" in message:
        return StoreError(f"Файл «{path.name}» — не база этой программы или повреждён. "
                          "Выберите другой файл или возьмите копию из папки «backup».")
    return StoreError(f"База «{path.name}» не открывается. Проверьте, что папка доступна и в неё можно записывать.")


def text(value: str) -> str:
    """A text constant of SQL, for the few statements that take no parameters."""
    return "'" + value.replace("'", "''") + "'"
