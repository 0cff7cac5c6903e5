"""Whole copies of a base with everything beside it, made while it is in use: one sealed file each."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import duckdb

from shnor import __version__, ledger, private
from shnor.copies import archive
from shnor.copies.archive import BADLY_WRITTEN, NOT_WRITTEN, Contents, Part, Tables
from shnor.copies.parts import BASE, NAMES, beside
from shnor.errors import StoreError
from shnor.store import log
from shnor.store.beside import unfinished
from shnor.store.connection import text
from shnor.store.people import People
from shnor.store.queries import quoted
from shnor.store.schema import BASE as NUMBER
from shnor.store.whole import contents, contents_of

NOWHERE = "Эта база живёт только до закрытия программы, копии у неё нет."
NOTHING_MORE: Mapping[str, Path] = {}


def save(turn: AbstractContextManager[duckdb.DuckDBPyConnection], base: Path | None, target: Path, moment: datetime, *,
         people: People | None = None, more: Mapping[str, Path] = NOTHING_MORE, why: str = "") -> Contents:
    """Everything committed so far as one file: whole or absent, and never over one that is there. turn: the base, with
    writers kept away. people: of a copy «с ФИО». more: name of a part → a file from elsewhere. What the
    copy says of itself; raises StoreError.

    The small files go first, then the base, then the names: what is accepted meanwhile then waits once more on a desk
    instead of being nowhere, and nobody in the base is without a name."""
    if base is None:
        raise StoreError(NOWHERE)
    work = unfinished(base)  # in the one folder SQL may write to
    try:
        private.folder(private.folder(work.parent) / work.name)
        parts = list(_small({**beside(base), **more}, work))
        with turn as root:
            told = _told(root, base, moment)
            parts.append(Part(BASE, work / BASE, _written(root, work / BASE)))
        if people:
            with people.reading() as names:
                parts.append(Part(NAMES, work / NAMES, _written(names, work / NAMES)))
        told = replace(told, names=people is not None, why=why, program=__version__, engine=duckdb.__version__)
        return _named(target, parts, told, work)
    except (duckdb.Error, OSError):
        problem = StoreError(NOT_WRITTEN.format(name=target.name))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    raise problem


def check(folder: Path, told: Contents, name: str) -> None:
    """Opens every base and every file of rows that lies unpacked there and counts them. name: of the copy. Raises
    NotWhole where one holds anything else than the copy says."""
    for part in told.parts:
        try:
            right = not part.tables or _same(part.tables, _tables(folder / part.name), exact=(
                part.name.endswith(".sqlite") or told.engine == duckdb.__version__))
        except StoreError:
            right = False
        if not right:
            raise archive.NotWhole(archive.NOT_WHOLE.format(name=name))


def rows_of(path: Path, work: Path) -> dict[str, int]:
    """How many rows a file beside a base has, while others write in it. work: where it may be copied for that."""
    ledger.copy(path, work)
    return {table: row[0] for table, row in ledger.contents(work).items()}


def _named(target: Path, parts: list[Part], told: Contents, work: Path) -> Contents:
    """What was written is read again from the disk, compared with what was to be written, and gets its name."""
    written = archive.write(target, parts, told)
    try:
        read = archive.unpack(written, private.folder(work / "again"))
        check(work / "again", read, target.name)
        whole = replace(read, parts=()) == told and {
            part.name: part.tables for part in read.parts} == {part.name: part.tables for part in parts}
    except archive.NotWhole:
        whole = False
    except BaseException:
        archive.remove(written)
        raise
    if not whole:
        archive.remove(written)
        raise StoreError(BADLY_WRITTEN)
    archive.settle(written, target)
    return read


def _told(root: duckdb.DuckDBPyConnection, base: Path, moment: datetime) -> Contents:
    cursor = root.cursor()
    try:
        about = log.about(cursor)
        [(uploads,)] = cursor.execute("select count(*) from uploads").fetchall()
        return Contents(moment.astimezone(UTC).isoformat(timespec="seconds"), about[NUMBER], base.name,
                        log.state(cursor), uploads, about.get("municipality", ""), about.get("demo", ""))
    finally:
        cursor.close()


def _small(files: Mapping[str, Path], work: Path) -> Iterator[Part]:
    for name, path in sorted(files.items()):
        if path.suffix == ".sqlite":
            ledger.copy(path, work / name)
            yield Part(name, work / name, ledger.contents(work / name))
        else:
            yield Part(name, path)


def _written(root: duckdb.DuckDBPyConnection, path: Path) -> Tables:
    """The base as a file of its own; what its tables hold."""
    cursor, alias = root.cursor(), quoted(f"copy {uuid4().hex}")
    try:
        name = cursor.execute("select current_database()").fetchall()[0][0]
        cursor.execute(f"attach {text(str(path))} as {alias}")
        try:
            cursor.execute(f"copy from database {quoted(name)} to {alias}")
        finally:
            cursor.execute(f"detach {alias}")
        private.file(path)
        return contents(cursor)
    finally:
        cursor.close()


def _tables(path: Path) -> Tables:
    return ledger.contents(path) if path.suffix == ".sqlite" else contents_of(path)


def _same(told: Tables, found: Tables, *, exact: bool) -> bool:
    """exact: sums over values too; those of another version of the engine say nothing."""
    if exact:
        return dict(told) == dict(found)
    return {table: row[0] for table, row in told.items()} == {table: row[0] for table, row in found.items()}
