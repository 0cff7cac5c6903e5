"""Files of a tray are read in a thread of its own: how far it is, a stop, nothing lost, each read once."""

import gc
import io
import threading
import time
import weakref
import zipfile
from dataclasses import dataclass
from datetime import date

import pytest

from shnor.loaders.process import door
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.service.intake.reading import Progress
from shnor.ui.run import tray as trays
from shnor.ui.run.tray import Tray
from tests.actors import COORDINATOR, coordinator

DAY = date(2026, 11, 27)
TABLE = "Школа;На дату;Предмет;Всего\n{};20.09.2026;математика;2\n".format


def file(name: str, school: str = "МБОУ СОШ № 9") -> Incoming:
    return Incoming(name, TABLE(school).encode())


def archive(**files: str) -> Incoming:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, text in files.items():
            made.writestr(f"{name}.csv", text)
    return Incoming("отчёты.zip", stream.getvalue())


@pytest.fixture
def slow(monkeypatch):
    """The reading waits until it is let on; names of the files that were read."""
    read, gate = [], threading.Event()

    def check(name, data, known, answers, stop):
        while not gate.wait(0.01):
            if stop.is_set():
                return stopped(name, data, known, answers, stop)
        read.append(name)
        return whole(name, data, known, answers, stop)

    whole, stopped = door.check, door.check
    monkeypatch.setattr("shnor.service.intake.reading.door.check", check)
    return read, gate


def test_a_page_is_told_how_far_the_reading_is_and_other_pages_see_the_same(filled, slow):
    read, gate = slow
    tray = Tray()
    tray.add([file("а.csv"), file("б.csv", "МБОУ ООШ № 5")])
    assert isinstance(tray.shown(filled, DAY, patience=0.05), Progress)
    until = time.monotonic() + 30  # a machine at work opens even two small files in seconds
    while not tray.shown(filled, DAY, patience=0.0).total and time.monotonic() < until:
        time.sleep(0.02)
    assert tray.shown(filled, DAY, patience=0.0) == Progress("а.csv", 0, 2)
    gate.set()
    assert [item.checked.file for item in tray.review(filled, DAY).values()] == ["а.csv", "б.csv"]
    assert read == ["а.csv", "б.csv"]


def test_after_a_stop_files_stay_and_can_be_read_again(filled, slow):
    read, gate = slow
    tray = Tray()
    tray.add([file("а.csv"), file("б.csv", "МБОУ ООШ № 5")])
    tray.shown(filled, DAY, patience=0.05)
    tray.stop()
    shown = tray.review(filled, DAY)
    assert [[issue.code for issue in item.checked.issues] for item in shown.values()] == [["file-stopped"]] * 2
    gate.set()
    tray.read_again()
    assert not any(item.checked.issues[0].code == "file-stopped" for item in tray.review(filled, DAY).values()
                   if item.checked.issues)
    assert read == ["а.csv", "б.csv"]


def test_one_drop_has_one_budget(filled, monkeypatch):
    """Of three files two fit into it; the third is read the next time."""
    files = [file("а.csv"), file("б.csv", "МБОУ ООШ № 5"), file("в.csv", "МБОУ СОШ № 2")]
    monkeypatch.setattr("shnor.service.intake.reading.DROP_BYTES", len(files[0].data) + 1)
    tray = Tray()
    tray.add(files)
    shown = [[issue.code for issue in item.checked.issues] for item in tray.review(filled, DAY).values()]
    assert [codes == ["file-drop-spent"] for codes in shown] == [False, False, True]
    tray.read_again()
    assert not any("file-drop-spent" in [issue.code for issue in item.checked.issues]
                   for item in tray.review(filled, DAY).values())


def test_an_answer_reads_its_own_file_alone(filled, slow):
    read, gate = slow
    gate.set()
    tray = Tray()
    tray.add([file("а.csv"), file("б.csv", "школа где-то")])
    tray.review(filled, DAY)
    tray.answer([*tray.files][1], "Таблица 1", "A2", "МБОУ СОШ № 9")
    tray.review(filled, DAY)
    assert read == ["а.csv", "б.csv", "б.csv"]


def test_files_that_were_taken_away_are_let_go(filled):
    tray = Tray()
    tray.add([file("а.csv")])
    [(key, item)] = tray.review(filled, DAY).items()
    held = weakref.ref(item)
    tray.remove(key)
    del item
    assert tray.review(filled, DAY) == {}
    gc.collect()
    assert held() is None


def test_an_archive_is_opened_on_the_way(filled):
    tray = Tray()
    tray.add([archive(а=TABLE("МБОУ СОШ № 9"), б="x")])
    assert [item.checked.file for item in tray.review(filled, DAY).values()] == ["а.csv", "б.csv"]


def accept(tray, store, shown):
    tray.accept(store, shown, COORDINATOR, DAY)
    return tray.last


def others(store, *files):
    drop.accept_all(store, drop.review(store, files, DAY), by=coordinator("другой"))


def boxed(store) -> tuple[Tray, dict]:
    """A tray with reports of two schools, looked at."""
    tray = Tray()
    tray.add([file("а.csv", "МБОУ ООШ № 9"), file("б.csv", "МБОУ ООШ № 5")])
    return tray, tray.review(store, DAY)


def test_a_box_goes_in_though_others_have_accepted_theirs(filled):
    tray, shown = boxed(filled)
    others(filled, Incoming("чужой.csv", TABLE("МБОУ ООШ № 5").replace("математика", "физика").encode()))
    last = accept(tray, filled, shown)
    assert (last.files, last.refused, last.problem, tray.empty) == (("а.csv", "б.csv"), (), "", True)
    assert (last.before, last.after) == (4, 6), "what others did in between is no effect of ours"


def test_a_file_in_conflict_stays_and_is_looked_at_anew(filled):
    tray, shown = boxed(filled)
    others(filled, Incoming("чужой.csv", TABLE("МБОУ ООШ № 9").replace(";2\n", ";7\n").encode()))
    last = accept(tray, filled, shown)
    assert (last.files, last.refused) == (("б.csv",), ("а.csv",))
    assert "МБОУ ООШ № 9" in last.problem
    assert "теперь она есть: Всего, чел. — 7, в файле 2" in last.problem
    [again] = tray.review(filled, DAY).values()
    assert [(change.old, change.new) for change in again.preview.tables[0].changes] == [(7, 2)]
    last = accept(tray, filled, tray.review(filled, DAY))
    assert (last.files, last.problem, tray.empty) == (("а.csv",), "", True)


def test_of_several_refusals_each_stands_under_its_name(filled):
    tray = Tray()
    tray.add([file("а.csv", "МБОУ ООШ № 9"), file("б.csv", "МБОУ ООШ № 5")])
    shown = tray.review(filled, DAY)
    for school in ("МБОУ ООШ № 9", "МБОУ ООШ № 5"):
        others(filled, Incoming("чужой.csv", TABLE(school).replace(";2\n", ";7\n").encode()))
    last = accept(tray, filled, shown)
    assert (last.files, last.refused, len(tray.files)) == ((), ("а.csv", "б.csv"), 2)
    assert last.problem.startswith("«а.csv»: Пока вы смотрели")
    assert " «б.csv»: Пока вы смотрели" in last.problem


def test_what_fails_in_the_thread_is_raised_where_the_page_asks(filled, monkeypatch):
    monkeypatch.setattr("shnor.ui.run.tray.drop.review", lambda *rest: (_ for _ in ()).throw(ZeroDivisionError))
    tray = Tray()
    tray.add([file("а.csv")])
    with pytest.raises(ZeroDivisionError):
        tray.review(filled, DAY)
    monkeypatch.undo()
    assert len(tray.review(filled, DAY)) == 1


@dataclass
class Whose:
    """As far as a tray asks."""

    base: str
    login: str


def test_on_a_server_everybody_has_a_tray_of_their_own():
    one, other, again, local = (trays.of(Whose("base", login)) for login in ("first", "second", "first", ""))
    assert (one is again, one is other, local is one, local is trays.of_base("base")) == (True, False, False, True)
