"""A copy comes back: figures are those of its day, what would be lost is said before, who was put out stays out."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb
import pytest

from shnor.access import Database, Entry, returned
from shnor.copies import archive, names
from shnor.copies.parts import of_folder
from shnor.errors import NotAllowed, StoreError
from shnor.papers import Papers
from shnor.service import bases
from shnor.service.copies import restore, verify
from shnor.service.copies.restore import Accesses, Place
from shnor.service.figures import every
from shnor.service.intake import with_names
from shnor.store import Store
from tests.actors import COORDINATOR, director
from tests.clock import DAY, noon
from tests.service.conftest import FILLED, accepted, file

MORE = file("отметка.csv", [["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Дата", "Документ"],
                            ["План № 9", "МБОУ ООШ № 9", "ноябрь 2026", "1.1", "выполнено", "18.11.2026", "акт № 2"]])
NOBODY = Accesses(partial(returned.switched_off, clock=noon), partial(returned.prepare, clock=noon))


@dataclass
class Data:
    """A folder of data with an open base and a copy that was made of it."""

    place: Place
    store: Store
    copy: Path

    def figures(self) -> list[str]:
        with self.store.view() as view:
            return [every.line(one) for one in every.every(view, tuple(every.METRICS), as_of=DAY)]

    def look(self) -> restore.Loss:
        return restore.look(self.copy, self.place, self.store, noon, NOBODY)

    def back(self, **given) -> Path | None:
        def change(put):
            self.store.close()
            put()
            self.store = bases.open_base(self.place.base, create=False, now=noon)
        return restore.put_back(self.copy, self.place, self.store, COORDINATOR, noon(), NOBODY, change=change, **given)


def named(store: Store) -> None:
    """One name is kept."""
    with_names.keep_mode(store, with_names.ON, COORDINATOR)
    with store.people._open() as rows:
        rows.execute("insert into people values ('17', 'Выдуманова В. В.')")


@pytest.fixture
def data(base_of, tmp_path):
    place = Place(tmp_path / "data" / "shnor.duckdb", tmp_path / "data")
    place.folder.mkdir()
    shutil.copy(base_of(*FILLED), place.base)
    store = bases.open_base(place.base, now=noon)
    with closing(Papers(place.base, noon)) as papers:
        papers.answers.add("Письмо отправлено")
    with closing(Database(place.folder / "access.sqlite", noon)) as database:
        entry = Entry(database)
        for login in ("oosh5", "oosh9"):
            entry.people.add(login, f"директор {login}", "director", ["Ш05"], by="тест")
    copy = tmp_path / "flash" / names.name(noon())
    store.copy_to(copy, COORDINATOR, more=of_folder(place.folder))
    found = Data(place, store, copy)
    yield found
    found.store.close()


def test_figures_after_a_return_are_those_of_the_copy(data):
    before = data.figures()
    accepted(data.store, MORE)
    assert data.figures() != before
    saved = data.back()
    assert data.figures() == before
    assert saved.parent == data.place.base.parent / "backup"
    assert "до возвращения" in saved.name
    assert archive.whole(saved).uploads == 4
    assert sorted(path.name for path in data.place.folder.iterdir()) == [
        "access.sqlite", "backup", "shnor.duckdb", "shnor.papers.sqlite"]
    data.copy = saved  # and back again
    data.back()
    assert data.figures() != before


def test_what_would_be_lost_is_said_before(data):
    assert restore.sentences(data.look()) == ["Ничего не пропадёт: после копии ничего не менялось."]
    accepted(data.store, MORE)
    data.store.approve(DAY, COORDINATOR)
    with closing(Papers(data.place.base, noon)) as papers:
        papers.answers.add("Ждём ответа")
    loss = data.look()
    assert ([one.file for one in loss.uploads], [one.action for one in loss.entries], loss.rows) == (
        ["отметка.csv"], ["approve", "accept"], {"Отметки о мероприятиях": (3, 2), "Ответы": (2, 1)})
    assert [words.replace("\u00a0", " ") for words in restore.sentences(loss)] == [
        "Принято после копии и пропадёт: 1 файл.", "Записей в журнале после копии: 2.",
        "Отметки о мероприятиях: сейчас 3, в копии 2.", "Ответы: сейчас 2, в копии 1."]


def test_who_was_switched_off_stays_so_and_everybody_is_out(data):
    with closing(Database(data.place.folder / "access.sqlite", noon)) as database:
        Entry(database).people.switch("oosh5", False, by="тест")
    assert data.look().off == (("oosh5", "директор oosh5"),)
    data.back()
    with closing(Database(data.place.folder / "access.sqlite", noon)) as database:
        entry = Entry(database)
        assert {one.login: one.active for one in entry.people.all()} == {"oosh5": False, "oosh9": True}
        assert entry.sessions.open() == []


def test_a_copy_that_knows_no_accesses_leaves_those_of_today_and_everybody_is_out(data):
    data.copy = data.place.folder / "flash" / names.name(noon())
    data.store.copy_to(data.copy, COORDINATOR)
    with closing(Database(data.place.folder / "access.sqlite", noon)) as database:
        entry = Entry(database)
        entry.sessions.begin(entry.people.of("oosh9"), "127.0.0.1")
        assert len(entry.sessions.open()) == 1
    assert [said for said in restore.sentences(data.look()) if said.startswith("Доступы")] == []
    data.back()
    with closing(Database(data.place.folder / "access.sqlite", noon)) as database:
        entry = Entry(database)
        assert [one.login for one in entry.people.all() if one.active] == ["oosh5", "oosh9"]
        assert entry.sessions.open() == []


def test_accesses_that_are_damaged_let_nobody_in_unasked(data):
    (data.place.folder / "access.sqlite").write_bytes(b"damaged" * 3000)
    with pytest.raises(StoreError, match=r"«access.sqlite» повреждён: не узнать, кто выключен"):
        data.look()


def test_names_that_were_deleted_come_back_only_when_asked_for(data):
    named(data.store)
    data.copy = data.copy.with_name(names.name(noon(), names=True))
    data.store.copy_to(data.copy, COORDINATOR, names=True)
    with_names.erase(data.store, COORDINATOR)
    assert data.look().names
    data.back()
    assert not data.store.people.exists
    data.back(with_names=True)
    assert data.store.people.names() == {"17": "Выдуманова В. В."}


def test_a_copy_comes_to_an_empty_computer_and_in_place_of_a_base_that_does_not_open(data, tmp_path):
    figures = data.figures()
    for damage in (None, b"damaged" * 3000):
        at = Place(tmp_path / f"new{damage is None}" / "shnor.duckdb", tmp_path / f"new{damage is None}")
        at.folder.mkdir()
        if damage:
            at.base.write_bytes(damage)
            assert "не открывается" in restore.look(data.copy, at, None, noon, NOBODY).broken
        saved = restore.put_back(data.copy, at, None, COORDINATOR, noon(), NOBODY)
        assert (saved and (saved / "shnor.duckdb").read_bytes()) == damage
        opened = Data(at, bases.open_base(at.base, create=False, now=noon), data.copy)
        assert opened.figures() == figures
        opened.store.close()


def damaged(base: Path, table: str) -> bytes:
    """Where the rows of the table lie nothing can be read any more; the base opens as before. Its bytes then."""
    with duckdb.connect(str(base)) as opened:
        opened.execute("checkpoint")
        [(size,)] = opened.execute("select block_size from pragma_database_size()").fetchall()
        [(block,)] = opened.execute(f"select max(block_id) from pragma_storage_info('{table}')").fetchall()
    begins = 3 * 4096 + block * size
    told = base.read_bytes()
    base.write_bytes(told[:begins] + b"damaged " * 250 + told[begins + 2000:])
    return base.read_bytes()


@pytest.mark.parametrize("table", ["uploads", "journal", "progress", "papers"])
def test_a_base_that_opens_and_cannot_be_read_is_set_aside(data, table):
    """Brought back once before, so that it is full of rows. papers: of the file beside it."""
    tables = data.store.tables()
    data.back()
    shutil.rmtree(data.place.folder / "backup")
    data.store.close()
    damage = table != "papers" and damaged(data.place.base, table)
    if not damage:
        (data.place.folder / "shnor.papers.sqlite").write_bytes(b"damaged" * 3000)
    elif table != "journal":  # without a journal it is no copy at all
        assert verify.copy(data.place.base, None).sentence == (
            "Файл «shnor.duckdb» — не база этой программы или повреждён.")
    data.store = bases.open_base(data.place.base, create=False, now=noon)
    assert restore.sentences(data.look()) == [
        "Нынешняя база повреждена: не всё в ней читается. Её файлы будут отложены в папку «backup» как есть."]
    of_another = data.place.folder / "backup" / "2026-11-27 09-00-00 до возвращения"
    of_another.mkdir()
    saved = data.back()
    assert list(of_another.iterdir()) == []
    assert sorted(path.name for path in saved.iterdir()) == ["access.sqlite", "shnor.duckdb", "shnor.papers.sqlite"]
    assert damage in (False, (saved / "shnor.duckdb").read_bytes())
    assert data.store.tables() == tables


def test_what_lies_beside_a_base_that_is_missing_is_set_aside(data):
    """Its log too: what is done last may stand there alone."""
    named(data.store)
    data.store.close()
    data.place.base.unlink()
    lie = {"access.sqlite", "people.duckdb", "shnor.desk.sqlite-wal", "shnor.desk.sqlite", "shnor.papers.sqlite"}
    for name in lie - {path.name for path in data.place.folder.iterdir()}:
        (data.place.folder / name).write_bytes(b"invented")
    (data.place.folder / "choice.json").write_text('{"base": "own"}')
    held = {name: (data.place.folder / name).read_bytes() for name in lie}
    assert restore.sentences(restore.look(data.copy, data.place, None, noon, NOBODY)) == [
        "Файла базы «shnor.duckdb» здесь нет. Что лежит рядом, будет отложено в папку «backup» как есть: "
        "«people.duckdb», «shnor.desk.sqlite», «shnor.desk.sqlite-wal», «shnor.papers.sqlite», «access.sqlite»."]
    saved = restore.put_back(data.copy, data.place, None, COORDINATOR, noon(), NOBODY)
    assert {path.name: path.read_bytes() for path in saved.iterdir()} == held
    assert not (data.place.folder / "shnor.desk.sqlite").exists()


@pytest.mark.parametrize("begun", [False, True], ids=["no-base", "base-without-files"])
def test_where_no_data_are_yet_that_is_said(data, tmp_path, begun):
    at = Place(tmp_path / "new" / "shnor.duckdb", tmp_path / "new")
    at.folder.mkdir()
    (at.folder / "choice.json").write_text('{"base": "own"}')
    store = bases.open_base(at.base, now=noon) if begun else None
    assert restore.sentences(restore.look(data.copy, at, store, noon, NOBODY)) == ["Здесь ещё нет данных."]
    if store:
        store.close()
    else:
        assert restore.put_back(data.copy, at, None, COORDINATOR, noon(), NOBODY) is None


def test_older_copies_are_read_too(data, tmp_path):
    figures, folder = data.figures(), tmp_path / "2026-11-26 21-30-12"
    folder.mkdir()
    (tmp_path / "out").mkdir()
    archive.unpack(data.copy, tmp_path / "out")
    shutil.copy(tmp_path / "out" / "base.duckdb", folder / "shnor.duckdb")
    shutil.copy(tmp_path / "out" / "base.papers.sqlite", folder / "shnor.papers.sqlite")
    shutil.copy(folder / "shnor.duckdb", tmp_path / "Мониторинг ШНОР 2026-11-26 16-50-05.duckdb")
    for copy in (folder, tmp_path / "Мониторинг ШНОР 2026-11-26 16-50-05.duckdb"):
        accepted(data.store, MORE)
        data.copy = copy
        assert len(data.look().uploads) == 1
        data.back()
        assert data.figures() == figures
        assert (data.place.folder / "shnor.papers.sqlite").exists()


def test_who_may_not_change_brings_nothing_back(data):
    with pytest.raises(NotAllowed):
        restore.put_back(data.copy, data.place, data.store, director("Ш05"), noon(), NOBODY)


def test_a_damaged_copy_changes_nothing(data):
    data.copy.write_bytes(data.copy.read_bytes()[:-100])
    accepted(data.store, MORE)
    state = data.store.state
    with pytest.raises(StoreError, match="не целая"):
        data.back()
    assert data.store.state == state
    assert list((data.place.base.parent / "backup").iterdir()) == []
