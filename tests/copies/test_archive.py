"""A copy with one byte missing, added or changed is refused."""

import random
import zipfile
from dataclasses import replace

import pytest

from shnor.copies import archive
from shnor.copies.archive import NotWhole, Part
from shnor.errors import StoreError

TOLD = archive.Contents("2026-11-27T15:05:00+00:00", "id", "shnor.duckdb", 3, town="Приозёрный", names=True)


@pytest.fixture
def copy(tmp_path):
    random_bytes = random.Random(1)
    (tmp_path / "a").write_bytes(random_bytes.randbytes(30_000) + bytes(30_000))
    (tmp_path / "b").write_bytes(b"")
    target = tmp_path / "Мониторинг ШНОР.zip"
    parts = [Part("base.duckdb", tmp_path / "a", {"rows": (3, 17)}), Part("base.desk.sqlite", tmp_path / "b")]
    archive.settle(archive.write(target, parts, TOLD), target)
    return target


def test_a_copy_gives_back_what_was_put_in_and_says_what_it_is(copy, tmp_path):
    (tmp_path / "out").mkdir()
    told = archive.unpack(copy, tmp_path / "out")
    assert replace(told, parts=()) == TOLD
    assert [(part.name, part.size, dict(part.tables)) for part in told.parts] == [
        ("base.duckdb", 60_000, {"rows": [3, 17]}), ("base.desk.sqlite", 0, {})]
    assert (tmp_path / "out" / "base.duckdb").read_bytes() == (tmp_path / "a").read_bytes()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["base.desk.sqlite", "base.duckdb"]


@pytest.mark.parametrize("way", ["cut", "flip", "grow"])
def test_fifty_damages_are_all_refused(copy, way):
    whole, rng = copy.read_bytes(), random.Random(7)
    for _ in range(50):
        at = rng.randrange(len(whole))
        copy.write_bytes({"cut": whole[:at], "flip": whole[:at] + bytes([whole[at] ^ 1 << rng.randrange(8)])
                          + whole[at + 1:], "grow": whole + rng.randbytes(1 + at % 200)}[way])
        with pytest.raises(NotWhole, match=r"не целая|не копия"):
            archive.whole(copy)


@pytest.mark.parametrize("at", [0, 3, 40, -1, -64, -65, -120])
def test_its_first_and_last_bytes_count_too(copy, at):
    changed = bytearray(copy.read_bytes())
    changed[at] ^= 255
    copy.write_bytes(changed)
    with pytest.raises(NotWhole):
        archive.whole(copy)


def test_a_name_that_is_there_is_never_written_over(copy, tmp_path):
    before = copy.read_bytes()
    with pytest.raises(StoreError, match="уже есть"):
        archive.write(copy, [], TOLD)
    unfinished = archive.write(tmp_path / "другая.zip", [], TOLD)
    with pytest.raises(StoreError, match="уже есть"):
        archive.settle(unfinished, copy)
    assert copy.read_bytes() == before
    assert [path.name for path in tmp_path.glob("*.unfinished")] == []


@pytest.mark.parametrize("name", ["../base.duckdb", "/etc/passwd", "c:base", "", "Base", "База.duckdb"])
def test_a_part_that_leads_elsewhere_is_refused(tmp_path, name):
    (tmp_path / "a").write_bytes(b"a")
    unfinished = archive.write(tmp_path / "copy.zip", [Part(name, tmp_path / "a")], TOLD)
    with pytest.raises(NotWhole):
        archive.whole(unfinished)


def test_a_copy_of_a_newer_program_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "FORMAT", 2)
    unfinished = archive.write(tmp_path / "copy.zip", [], TOLD)
    monkeypatch.undo()
    with pytest.raises(NotWhole, match="Обновите программу"):
        archive.whole(unfinished)


@pytest.mark.parametrize("data", [b"", b"PK", "Письмо".encode() * 50])
def test_another_file_is_no_copy(tmp_path, data):
    (tmp_path / "письмо.zip").write_bytes(data)
    with pytest.raises(NotWhole, match="не копия этой программы"):
        archive.whole(tmp_path / "письмо.zip")


def test_a_copy_with_a_locked_part_is_not_whole(copy):
    data = bytearray(copy.read_bytes())
    name = b"base.duckdb"
    data[data.index(name) - 24] |= 1  # the flag «encrypted» of its local header
    data[data.rindex(name) - 38] |= 1  # and in the list of the package
    copy.write_bytes(data)
    with copy.open("r+b") as file:
        archive._seal(file)
    with pytest.raises(NotWhole, match="не целая"):
        archive.whole(copy)


@pytest.mark.parametrize("told", [
    pytest.param("[" * 200_000, id="nested-without-end"),
    pytest.param(" " * (archive.LIST_BYTES + 1), id="unpacks-to-more-than-any-list")])
def test_a_hostile_list_is_a_copy_that_is_not_whole(tmp_path, told):
    path = tmp_path / "copy.zip"
    with path.open("x+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr(archive.LIST, told)
            made.comment = archive._MARK + b"0" * 64
        archive._seal(file)
    with pytest.raises(NotWhole, match="не целая"):
        archive.whole(path)
