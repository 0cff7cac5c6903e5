"""Whole copies of a base, made while it is in use."""

import shutil
from pathlib import Path
from uuid import uuid4

import duckdb

from shnor.errors import StoreError
from shnor.store.connection import backup_folder, text
from shnor.store.queries import quoted


def copy(root: duckdb.DuckDBPyConnection, base: Path | None, target: Path) -> None:
    """Everything committed so far, as a base of its own. The caller keeps writers away. Raises StoreError; a copy is
    whole or absent."""
    if base is None:
        raise StoreError("Эта база живёт только до закрытия программы, копии у неё нет.")
    if target.exists():
        raise StoreError(f"Файл «{target.name}» уже есть. Выберите другое имя.")
    unfinished = backup_folder(base) / f"{uuid4().hex}.unfinished"
    try:
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(root, unfinished)
        shutil.move(unfinished, target)
    except (duckdb.Error, OSError):
        problem = StoreError(f"Копия «{target.name}» не записана. Проверьте, есть ли место и можно ли писать в папку.")
    else:
        return
    finally:
        unfinished.unlink(missing_ok=True)
    raise problem


def _write(root: duckdb.DuckDBPyConnection, path: Path) -> None:
    cursor, alias = root.cursor(), quoted(f"copy {uuid4().hex}")
    try:
        name = cursor.execute("select current_database()").fetchall()[0][0]
        cursor.execute(f"attach {text(str(path))} as {alias}")
        try:
            cursor.execute(f"copy from database {quoted(name)} to {alias}")
        finally:
            cursor.execute(f"detach {alias}")
    finally:
        cursor.close()
