"""Whole copies of a base, made while it is in use."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import duckdb

from shnor import private
from shnor.errors import StoreError
from shnor.store.beside import unfinished
from shnor.store.connection import text
from shnor.store.queries import quoted
from shnor.store.whole import contents


def copy(root: duckdb.DuckDBPyConnection, base: Path | None, target: Path) -> None:
    """Everything committed so far, as a base of its own. The caller keeps writers away. Raises StoreError; a copy is
    whole or absent: it is written beside its place, read again and compared, and only then gets its name."""
    if base is None:
        raise StoreError("Эта база живёт только до закрытия программы, копии у неё нет.")
    if target.exists():
        raise StoreError(f"Файл «{target.name}» уже есть. Выберите другое имя.")
    written = unfinished(base)  # in the one folder SQL may write to
    beside = target.with_name(f"{uuid4().hex}.unfinished")
    try:
        _write(root, written)
        _carry(written, beside)
        _compare(root, beside)
        os.replace(beside, target)
    except (duckdb.Error, OSError):
        problem = StoreError(f"Копия «{target.name}» не записана. Проверьте, есть ли место и можно ли писать в папку.")
    else:
        return
    finally:
        for left in (written, beside):
            with suppress(OSError):  # a flash drive may be out already
                left.unlink(missing_ok=True)
    raise problem


def _write(root: duckdb.DuckDBPyConnection, path: Path) -> None:
    private.folder(path.parent)
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


def _carry(source: Path, target: Path) -> None:
    """Bytes to another folder, perhaps on another disk, down to the disk itself."""
    if not target.parent.exists():
        private.folder(target.parent)
    with source.open("rb") as read, open(target, "xb", opener=private.opener) as write:
        shutil.copyfileobj(read, write)
        write.flush()
        os.fsync(write.fileno())


def _compare(root: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raises StoreError for a copy that cannot be read to its end or holds anything else than the base."""
    cursor = root.cursor()
    try:
        expected = contents(cursor)
    finally:
        cursor.close()
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            whole = contents(connection) == expected
    except duckdb.Error:
        whole = False
    if not whole:
        raise StoreError("Копия записалась не целиком, поэтому она удалена; сама база не изменилась. Проверьте место "
                         "на диске, исправна ли флешка, и повторите.")
