"""A copy is whole or absent, and a base that lost its end is refused."""

import os
import shutil
from pathlib import Path

import pytest

from shnor.errors import StoreError
from shnor.store import Store
from shnor.store.connection import connect
from tests.actors import COORDINATOR
from tests.clock import noon
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
    store.copy_to(tmp_path / "whole.duckdb", COORDINATOR)
    return tmp_path / "whole.duckdb"


def files(folder: Path) -> list[str]:
    """Without what lies beside a base: its log comes and goes, a line tells what it was last seen at."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.suffix not in (".wal", ".json"))


def test_a_copy_is_the_base_and_nothing_else_stays(store, tmp_path):
    store.copy_to(tmp_path / "flash" / "copy.duckdb", COORDINATOR)
    copy = Store.open(tmp_path / "flash" / "copy.duckdb", create=False, kinds=KINDS, clock=noon)
    assert (copy.state, copy.journal(), seen(copy)) == (store.state, store.journal(), seen(store))
    copy.close()
    assert files(tmp_path) == ["base.duckdb", "copy.duckdb"]


def disk(keeping):
    """A disk that says it has written everything and keeps what `keeping` makes of it."""
    def write(source, target):
        content = source.read()
        target.write(keeping(content))
    return write


@pytest.mark.parametrize("keeping", [
    pytest.param(lambda content: content[:-1], id="the-last-byte-is-missing"),
    pytest.param(lambda content: content[:len(content) // 2], id="half"),
    pytest.param(lambda content: content[:20_000], id="the-beginning"),
    pytest.param(lambda content: b"", id="nothing"),
    pytest.param(lambda content: content[:-600_000] + bytes(600_000), id="the-end-is-empty"),
])
@pytest.mark.parametrize("folder", ["flash", "data/backup"])
def test_a_copy_that_is_not_whole_is_refused_and_taken_away(store, tmp_path, monkeypatch, keeping, folder):
    monkeypatch.setattr(shutil, "copyfileobj", disk(keeping))
    with pytest.raises(StoreError, match="записалась не целиком"):
        store.copy_to(tmp_path / folder / "copy.duckdb", COORDINATOR)
    assert files(tmp_path) == ["base.duckdb"]


def test_a_copy_of_an_older_state_is_refused(store, whole, tmp_path, monkeypatch):
    accept(store, ("B", JAN, "2"))
    monkeypatch.setattr(shutil, "copyfileobj", disk(lambda content: whole.read_bytes()))
    with pytest.raises(StoreError, match="записалась не целиком"):
        store.copy_to(tmp_path / "copy.duckdb", COORDINATOR)


def full(*_):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("call", [pytest.param((shutil, "copyfileobj"), id="writing"),
                                  pytest.param((os, "fsync"), id="reaching-the-disk"),
                                  pytest.param((os, "replace"), id="naming")])
def test_a_full_disk_leaves_nothing(store, tmp_path, monkeypatch, call):
    monkeypatch.setattr(*call, full)
    with pytest.raises(StoreError, match="есть ли место"):
        store.copy_to(tmp_path / "flash" / "copy.duckdb", COORDINATOR)
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
