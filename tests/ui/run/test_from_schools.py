"""Reports that wait for the centre are read once for everybody, and are held against the base anew when it moves."""

import time

import pytest

from shnor.desk import Desk
from shnor.loaders.process import door
from shnor.service.intake import drop
from shnor.ui.run.from_schools import Box
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.service.conftest import DAY, accepted
from tests.service.intake.test_beside_others import five, nine

NOV = DAY.replace(day=1)


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path / "base.duckdb", noon)
    for school, file in (("Ш09", nine("почти всё")), ("Ш05", five("выполняется"))):
        one = made.post.add(school, NOV, "file", file.name, file.data, by="директор")
        made.post.send(one.number, school)
    yield made
    made.close()


@pytest.fixture
def read(monkeypatch):
    """Names of the files that were read."""
    names, whole = [], door.check
    monkeypatch.setattr("shnor.service.intake.reading.door.check",
                        lambda name, *rest: names.append(name) or whole(name, *rest))
    return names


def shown(box, store, desk):
    """School → how much is asked, whether it can be accepted as it is."""
    return {letter.sent.school: (letter.asked, letter.ready)
            for letter in box.shown(store, desk.post.waiting(), DAY, patience=60)}


def known_of(box, store, desk):
    """School → whether everything in its report is in the base already."""
    return {letter.sent.school: letter.known for letter in box.shown(store, desk.post.waiting(), DAY)}


def test_each_is_read_once_whoever_looks(filled, desk, read):
    box = Box()
    assert shown(box, filled, desk) == {"Ш09": (1, False), "Ш05": (0, True)}
    assert shown(box, filled, desk) == {"Ш09": (1, False), "Ш05": (0, True)}
    assert sorted(read) == ["ш5.csv", "ш9.csv"]


def test_before_it_is_read_a_report_stands_in_its_line(filled, desk):
    letters = Box().shown(filled, desk.post.waiting(), DAY, patience=0)
    assert [letter.sent.school for letter in letters] == ["Ш09", "Ш05"]
    assert not any(letter.ready for letter in letters if letter.item is None)


def test_what_others_accepted_is_seen(filled, desk):
    box = Box()
    shown(box, filled, desk)
    accepted(filled, five("выполняется", "по почте.csv"))
    until = time.monotonic() + 60
    while not known_of(box, filled, desk)["Ш05"] and time.monotonic() < until:
        time.sleep(0.02)
    assert known_of(box, filled, desk) == {"Ш09": False, "Ш05": True}
    assert shown(box, filled, desk)["Ш05"] == (0, True)


def test_what_is_over_is_forgotten(filled, desk):
    box = Box()
    shown(box, filled, desk)
    one = desk.post.waiting()[1]
    desk.post.accepted(one.number, one.school, drop.accept_all(filled, [box.known()[one.number]], by=COORDINATOR),
                       by="координатор")
    box.shown(filled, desk.post.waiting(), DAY, patience=60)
    assert [*box.known()] == [desk.post.waiting()[0].number]
