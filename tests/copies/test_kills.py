"""Killed at any step, a return leaves the old set or the new one and a copy is whole or absent."""

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from shnor.copies import archive, swap
from tests.copies.killed import GONE, NEW

OLD, COME = dict.fromkeys([*NEW, GONE], "old"), dict.fromkeys(NEW, "new")


@pytest.fixture
def folder(tmp_path) -> Path:
    for name in ("data", "new", "flash"):
        (tmp_path / name).mkdir()
    return tmp_path


def laid(folder: Path) -> None:
    """The old set, with what its engines keep beside it, and the new one unpacked."""
    for name in [*NEW, GONE]:
        (folder / "data" / name).write_text("old")
    for log in ("base.duckdb.wal", "base.desk.sqlite-wal"):
        (folder / "data" / log).write_text("old")
    for name in NEW:
        (folder / "new" / name).write_text("new")


def dies(deed: str, folder: Path, step: int) -> bool:
    done = subprocess.run([sys.executable, "-m", "tests.copies.killed", deed, str(folder), str(step)], timeout=60)
    assert done.returncode in (0, 9)
    return done.returncode == 9


def test_a_return_killed_at_any_step_leaves_one_set(folder):
    data, seen = folder / "data", []
    for step in itertools.count(0, 3):
        laid(folder)
        died = dies("put", folder, step)
        begun = swap.finish(data / "base.duckdb")
        swap.sweep(data)
        left = {path.name: path.read_text() for path in data.iterdir()}
        logs = {name: left.pop(name) for name in ("base.duckdb.wal", "base.desk.sqlite-wal") if name in left}
        assert left in ((COME,) if begun or not died else (OLD, COME)), step  # COME: only the last step was missing
        assert bool(logs) == (left == OLD), step  # the log of the old base is never read into the new one
        seen.append(left == COME)
        if not died:
            break
    assert (seen, sum(seen) > 3, seen[0]) == (sorted(seen), True, False)


def test_a_copy_killed_at_any_step_is_whole_or_absent(folder):
    laid(folder)
    flash, named = folder / "flash", []
    for step in itertools.count():
        died = dies("write", folder, step)
        swap.sweep(flash)
        made = list(flash.iterdir())
        named.append(len(made))
        for copy in made:
            assert archive.whole(copy).state == 3
            copy.unlink()
        if not died:
            break
    assert (named[0], named[-1]) == (0, 1)


def test_only_what_this_program_leaves_unfinished_is_swept(folder):
    ours = ["0" * 32 + ".unfinished", "f" * 32 + ".returning.unfinished",
            f"base.duckdb.{'f' * 32}.returning.unfinished"]
    others = ["отчёт.unfinished", "0" * 31 + ".unfinished", "base.duckdb", "2026-11-27 18-05-00.unfinished"]
    for name in [*ours, *others]:
        (folder / "flash" / name).touch()
    (folder / "flash" / ("a" * 32 + ".unfinished")).mkdir()
    (folder / "flash" / "2026-11-26 18-05-00.unfinished").mkdir()
    assert len(swap.sweep(folder / "flash", folder / "absent")) == 5
    assert sorted(path.name for path in (folder / "flash").iterdir()) == sorted(others)


def test_a_full_disk_leaves_the_old_set(folder, monkeypatch):
    laid(folder)

    def full(*_, **__):
        raise OSError(28, "No space left on device")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(swap.StoreError, match="осталось как было"):
        swap.put(folder / "data" / "base.duckdb", {folder / "data" / name: folder / "new" / name for name in NEW})
    assert {path.read_text() for path in (folder / "data").iterdir()} == {"old"}
    assert len(list((folder / "data").iterdir())) == 6
