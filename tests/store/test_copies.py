"""A copy is whole or absent, and a base that lost its end is refused."""

import os
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from shnor.errors import StoreError
from shnor.store import Store
from shnor.store.connection import connect
from shnor.store.whole import contents_of
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.copied import base_in, unpacked
from tests.store.toy import BY, JAN, KINDS, accept, seen

ROWS = 30_000


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A base of several blocks: rows and then a file that was taken back."""
    path = tmp_path_factory.mktemp("made") / "base.duckdb"
    store = Store.open(path, kinds=KINDS, clock=noon)
    accept(store, *((f"Ш{number}", JAN, str(number * 7919)) for number in range(ROWS)))
    accept(store, ("A", JAN, "1"))
    store.withdraw(2, BY, "ошибка")
    store.close()
    return path


@pytest.fixture
def store(made, tmp_path):
    (tmp_path / "data").mkdir()
    store = Store.open(shutil.copy(made, tmp_path / "data"), kinds=KINDS, clock=noon)
    yield store
    store.close()


@pytest.fixture
def whole(store, tmp_path) -> Path:
    """The base of a copy, as a file of its own."""
    store.copy_to(tmp_path / "whole.zip", COORDINATOR)
    return base_in(tmp_path / "whole.zip")


def files(folder: Path) -> list[str]:
    """Without what lies beside a base: its log comes and goes, a line tells what it was last seen at."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.suffix not in (".wal", ".json"))


def test_a_copy_is_the_base_and_nothing_else_stays(store, tmp_path):
    told = store.copy_to(tmp_path / "flash" / "copy.zip", COORDINATOR)
    assert files(tmp_path) == ["base.duckdb", "copy.zip"]
    assert (told.state, told.uploads, told.file, told.names) == (3, 2, "base.duckdb", False)
    assert [part.tables["visits"][0] for part in told.parts] == [ROWS + 1]
    copy = Store.open(base_in(tmp_path / "flash" / "copy.zip"), create=False, kinds=KINDS, clock=noon)
    assert (copy.state, copy.journal(), seen(copy)) == (store.state, store.journal(), seen(store))
    copy.close()


def test_what_lies_beside_goes_along_and_names_when_they_are_asked_for(store, tmp_path):
    with store.people.making(COORDINATOR) as made:
        store.describe(COORDINATOR, **made)
    with store.people._open() as rows:
        rows.execute("insert into people values ('17', 'Выдуманова В. В.')")
    (tmp_path / "access.sqlite").touch()
    for name in ("base.desk.sqlite", "other.desk.sqlite"):
        with closing(sqlite3.connect(tmp_path / "data" / name)) as made:
            made.execute("create table rows as select 1 as a union all select 2")
            made.commit()
    more = {"access.sqlite": tmp_path / "access.sqlite"}
    for names, parts in ((False, ["access.sqlite", "base.desk.sqlite", "base.duckdb"]),
                         (True, ["access.sqlite", "base.desk.sqlite", "base.duckdb", "people.duckdb"])):
        told = store.copy_to(tmp_path / f"{names}.zip", COORDINATOR, names=names, more=more)
        assert ([part.name for part in told.parts], told.names) == (parts, names)
        assert told.part("base.desk.sqlite").tables["rows"][0] == 2
    assert contents_of(unpacked(tmp_path / "True.zip") / "people.duckdb")["people"][0] == 1


def disk(keeping):
    """A disk that says it has written everything and keeps what `keeping` makes of the first file."""
    first = [True]

    def fsync(descriptor):
        if first.pop() if first else False:
            content = keeping(os.pread(descriptor, os.fstat(descriptor).st_size, 0))
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, content, 0)
    return fsync


@pytest.mark.parametrize("keeping", [
    pytest.param(lambda content: content[:-1], id="the-last-byte-is-missing"),
    pytest.param(lambda content: content[:len(content) // 2], id="half"),
    pytest.param(lambda content: content[:20_000], id="the-beginning"),
    pytest.param(lambda content: b"", id="nothing"),
    pytest.param(lambda content: content[:-60_000] + bytes(60_000), id="the-end-is-empty"),
])
@pytest.mark.parametrize("folder", ["flash", "data/backup"])
def test_a_copy_that_is_not_whole_is_refused_and_taken_away(store, tmp_path, monkeypatch, keeping, folder):
    monkeypatch.setattr(os, "fsync", disk(keeping))
    with pytest.raises(StoreError, match="записалась не целиком"):
        store.copy_to(tmp_path / folder / "copy.zip", COORDINATOR)
    assert files(tmp_path) == ["base.duckdb"]


def test_a_copy_of_an_older_state_is_refused(store, tmp_path, monkeypatch):
    store.copy_to(tmp_path / "older.zip", COORDINATOR)
    accept(store, ("B", JAN, "2"))
    monkeypatch.setattr(os, "fsync", disk(lambda content: (tmp_path / "older.zip").read_bytes()))
    with pytest.raises(StoreError, match="записалась не целиком"):
        store.copy_to(tmp_path / "copy.zip", COORDINATOR)


def full(*_, **__):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("call", [pytest.param((zipfile.ZipFile, "open"), id="writing"),
                                  pytest.param((os, "fsync"), id="reaching-the-disk"),
                                  pytest.param((os, "replace"), id="naming")])
def test_a_full_disk_leaves_nothing(store, tmp_path, monkeypatch, call):
    monkeypatch.setattr(*call, full)
    with pytest.raises(StoreError, match="есть ли место"):
        store.copy_to(tmp_path / "flash" / "copy.zip", COORDINATOR)
    assert files(tmp_path) == ["base.duckdb"]


@pytest.mark.parametrize("lost", [1, 4096, 262_144, 600_000])
def test_a_base_without_its_end_is_refused(whole, lost):
    os.truncate(whole, whole.stat().st_size - lost)
    with pytest.raises(StoreError, match="повреждён"):
        Store.open(whole, create=False, kinds=KINDS, clock=noon)


def test_a_base_that_gave_up_blocks_is_whole(tmp_path):
    store = Store.open(tmp_path / "base.duckdb", kinds=KINDS, clock=noon)
    with store.people.making(COORDINATOR) as made:
        store.describe(COORDINATOR, **made)
    with store.people.remembered({f"{number:05}": f"Имя {number}" for number in range(200)}, "never accepted"):
        assert len(store.people.names()) == 200
    assert store.people.names() == {}
    store.close()


def test_a_base_with_a_log_after_a_crash_opens(store, tmp_path):
    accept(store, ("B", JAN, "2"))
    base = tmp_path / "data" / "base.duckdb"
    for name in ("base.duckdb", "base.duckdb.wal"):
        shutil.copy(base.with_name(name), tmp_path / name)
    connect(tmp_path / "base.duckdb", create=False).close()
    after = Store.open(tmp_path / "base.duckdb", create=False, kinds=KINDS, clock=noon)
    assert after.state == store.state
    after.close()
