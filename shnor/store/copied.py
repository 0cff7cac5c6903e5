"""Copies as they are met: one file, or as earlier versions made them, a base alone or a folder with a base in it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from shnor import ledger
from shnor.copies import archive, names
from shnor.copies.archive import Contents, Kept
from shnor.copies.parts import ACCESS, BASE, NAMES
from shnor.errors import StoreError
from shnor.store import backup, log
from shnor.store.connection import connect
from shnor.store.schema import BASE as NUMBER
from shnor.store.whole import contents_of, is_cut

NO_FILE = "Файл «{name}» не найден. Проверьте, что флешка вставлена и путь верен."

FOLDER = "«{name}» — папка с копиями. Впишите файл копии целиком, например «{file}»."


def opened(copy: Path, folder: Path) -> Contents:
    """Its parts lie in the (empty) folder, every byte checked and every table counted. Raises StoreError with what is
    wrong with the copy."""
    if not copy.exists():
        raise StoreError(NO_FILE.format(name=copy.name))
    if copy.is_dir() or copy.suffix == ".duckdb":
        return _older(copy, folder)
    told = archive.unpack(copy, folder)
    backup.check(folder, told, copy.name)
    if told.part(BASE) is None:
        raise archive.NotWhole(archive.NOT_OURS.format(name=copy.name))
    return told


def checked_base(base: Path) -> Contents:
    """A base that no program has open: read to its last value. Raises BaseInUse, StoreError."""
    connect(base, create=False).close()
    told = _told(base, base.name)
    tables = contents_of(base)
    return replace(told, parts=(Kept(BASE, base.stat().st_size, "", tables),))


def _older(copy: Path, folder: Path) -> Contents:
    base = copy
    if copy.is_dir():
        bases = [path for path in sorted(copy.glob("*.duckdb")) if path.name != NAMES]
        if found := names.listed(copy):
            raise StoreError(FOLDER.format(name=copy.name, file=found[0].path.name))
        if len(bases) != 1:
            raise StoreError(archive.NOT_OURS.format(name=copy.name))
        [base] = bases
        for name, path in _rows(copy, base):
            shutil.copyfile(path, folder / name)
    shutil.copyfile(base, folder / BASE)
    told = _told(folder / BASE, base.name)
    parts = [Kept(path.name, path.stat().st_size, "", ledger.contents(path) if path.suffix == ".sqlite"
                  else contents_of(path, base.name)) for path in sorted(folder.iterdir())]
    return replace(told, parts=tuple(parts))


def _rows(copy: Path, base: Path) -> Iterator[tuple[str, Path]]:
    for path in copy.glob("*.sqlite"):
        if path.name == ACCESS:
            yield ACCESS, path
        elif path.name.startswith(f"{base.stem}."):
            yield f"base{path.name.removeprefix(base.stem)}", path


def _told(base: Path, name: str) -> Contents:
    """What a base says of itself. Its moment is that of its last change."""
    try:
        with duckdb.connect(str(base), read_only=True) as connection:
            connection.execute("set enable_external_access = false")
            if is_cut(connection, base):
                raise StoreError(archive.NOT_WHOLE.format(name=name))
            about = log.about(connection)
            [(moment, uploads)] = connection.execute(
                "select max(moment), (select count(*) from uploads) from journal").fetchall()
            told = (moment or datetime(1970, 1, 1)).replace(tzinfo=UTC).isoformat(timespec="seconds")
            return Contents(told, about[NUMBER], name, log.state(connection), uploads, about.get("municipality", ""),
                            about.get("demo", ""), engine=duckdb.__version__)
    except (duckdb.Error, OSError, KeyError):
        problem = StoreError(archive.NOT_WHOLE.format(name=name))
    raise problem
