"""What a copy is called, and which one is pointed at when a base does not open."""

from datetime import datetime
from pathlib import Path

import pytest

from shnor.copies import archive, names
from shnor.store import last

MOMENT = datetime(2026, 11, 27, 18, 5)


def made(folder: Path, name: str, file: str = "shnor.duckdb") -> Path:
    """A copy of a base called so."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / "part"
    part.write_bytes(b"rows" * 100)
    told = archive.Contents("2026-11-27T15:05:00+00:00", "id", file, 3)
    archive.settle(archive.write(folder / name, [archive.Part("base.duckdb", part)], told), folder / name)
    part.unlink()
    return folder / name


@pytest.mark.parametrize(("given", "called"), [
    ({}, "Мониторинг ШНОР 2026-11-27 18-05-00.zip"),
    ({"names": True}, "Мониторинг ШНОР 2026-11-27 18-05-00 с ФИО.zip"),
    ({"why": names.BEFORE_RETURN}, "Мониторинг ШНОР 2026-11-27 18-05-00 до возвращения.zip"),
    ({"names": True, "why": names.BEFORE_UPDATE}, "Мониторинг ШНОР 2026-11-27 18-05-00 с ФИО перед обновлением.zip"),
])
def test_a_name_says_day_names_of_people_and_reason_and_is_read_back(tmp_path, given, called):
    assert names.name(MOMENT, **given) == called
    (tmp_path / called).touch()
    (tmp_path / "Мониторинг ШНОР 2026-13-45 18-05-00.zip").touch()
    (tmp_path / f"{called}.unfinished").touch()
    assert names.listed(tmp_path) == [names.Named(tmp_path / called, MOMENT, given.get("names", False),
                                                  given.get("why", ""))]


def test_the_newest_whole_copy_of_the_base_is_known_without_the_base(tmp_path):
    base, flash = tmp_path / "data" / "shnor.duckdb", tmp_path / "flash"
    assert names.newest_copy(base) is None
    (tmp_path / "data").mkdir()
    old = made(tmp_path / "data" / "backup", "Мониторинг ШНОР 2026-11-25 10-00-00 перед обновлением.zip")
    assert names.newest_copy(base).path == old
    names.remember(base, flash)
    newer = made(flash, "Мониторинг ШНОР 2026-11-26 18-00-00.zip")
    made(flash, "Мониторинг ШНОР 2026-11-26 19-00-00.zip", file="demo.duckdb")
    cut = made(flash, "Мониторинг ШНОР 2026-11-26 20-00-00.zip")
    cut.write_bytes(cut.read_bytes()[:-1])
    (flash / "Мониторинг ШНОР 2026-11-26 21-00-00.zip").write_text("не копия")
    made(flash, "Мониторинг ШНОР 2026-11-26 22-00-00 до возвращения.zip")
    assert names.newest_copy(base).path == newer
    newer.unlink()
    old.unlink()
    assert "она сделана до прошлого возвращения" in last.way(base)
    assert "26 22-00-00 до возвращения.zip" in last.way(base)
