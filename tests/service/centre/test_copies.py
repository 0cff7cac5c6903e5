"""Where copies of the base go, and that a copy is the whole base."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from shnor.errors import NotAllowed, ShnorError
from shnor.service import bases
from shnor.service.centre import copies
from shnor.service.intake import drop
from shnor.store import Store
from tests.actors import COORDINATOR, director
from tests.clock import noon
from tests.copied import base_in
from tests.service.conftest import DAY, SCHOOLS, file

MOMENT = datetime(2026, 11, 27, 16, 50, 5)


@pytest.mark.parametrize(("folder", "said"), [
    pytest.param("", "Впишите папку целиком", id="nothing"),
    pytest.param(r"\\server\share", "сетевая папка", id="share"),
    pytest.param("//server/share", "сетевая папка", id="share-with-slashes"),
    pytest.param("smb://server/share", "сетевая папка", id="address"),
    pytest.param(r"C:\Users\Центр\OneDrive\Копии", "облачная программа", id="cloud"),
    pytest.param(r"D:\Яндекс.Диск\Копии", "облачная программа", id="cloud-in-russian"),
    pytest.param("Копии", "от буквы диска", id="relative"),
])
def test_a_folder_that_would_lose_the_copy_is_refused(folder, said):
    assert said in copies.refused(folder, None)


def test_the_folder_of_the_base_itself_is_refused_and_another_is_kept(store, tmp_path):
    assert "лежит сама база" in copies.refused(str(tmp_path), tmp_path / "own.duckdb")
    assert copies.keep(store, f'"{tmp_path / "Копии"}"', COORDINATOR) == tmp_path / "Копии"
    assert Path(store.about()["copies"]).is_dir()


def test_a_file_in_the_way_is_a_sentence(tmp_path):
    (tmp_path / "занято").write_text("")
    assert "не удаётся писать" in copies.refused(str(tmp_path / "занято"), None)


def test_a_copy_holds_the_whole_base(tmp_path):
    store = bases.open_base(tmp_path / "own.duckdb", now=noon)
    drop.accept_all(store, drop.review(store, [file("школы.csv", SCHOOLS)], DAY), by=COORDINATOR)
    copies.keep(store, str(tmp_path / "флешка"), COORDINATOR)
    path = copies.save(store, MOMENT, COORDINATOR)
    assert path == tmp_path / "флешка" / "Мониторинг ШНОР 2026-11-27 16-50-05.zip"
    copy = Store.open(base_in(path), create=False, clock=noon)
    with copy.view() as view:
        assert [row[0] for row in view.rows("schools").select("name").order("name").fetchall()] == [
            "МБОУ ООШ № 5", "МБОУ ООШ № 9"]
    assert copy.state == store.state
    copy.close()
    store.close()


def test_the_last_copy_is_known_with_what_is_in_it(store):
    assert copies.last(store) is None
    drop.accept_all(store, drop.review(store, [file("школы.csv", SCHOOLS)], DAY), by=COORDINATOR)
    copies.note(store, MOMENT, COORDINATOR)
    assert copies.last(store) == copies.Copied(MOMENT.astimezone(UTC), 1)


def test_without_a_folder_or_without_the_flash_drive_a_sentence(store, tmp_path):
    with pytest.raises(ShnorError, match="Впишите папку целиком"):
        copies.save(store, MOMENT, COORDINATOR)
    folder = copies.keep(store, str(tmp_path / "флешка"), COORDINATOR)
    folder.rmdir()
    folder.write_text("")
    with pytest.raises(ShnorError, match="Проверьте, что флешка вставлена"):
        copies.save(store, MOMENT, COORDINATOR)


@pytest.mark.parametrize(("folder", "kept"), [
    ("копии/база", True), ("копии", True), ("копии/../чужое", False), ("чужое", False), ("копии-чужие", False)])
def test_on_a_server_copies_go_below_one_folder(store, tmp_path, folder, kept):
    keep = partial(copies.keep, store, str(tmp_path / folder), COORDINATOR, tmp_path / "копии")
    if kept:
        assert keep() == tmp_path / folder
    else:
        with pytest.raises(ShnorError, match="только в папке"):
            keep()
        assert not (tmp_path / "чужое").exists()


def test_who_may_not_name_a_folder_makes_none(store, tmp_path):
    with pytest.raises(NotAllowed):
        copies.keep(store, str(tmp_path / "копии"), director("Ш05"))
    assert not (tmp_path / "копии").exists()
