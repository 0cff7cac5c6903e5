"""Every door of a base at once: each gets some of the invented people, then no byte in the data folder knows them.
Answers of surveys and other kinds of files: `tests/loaders/test_nobody_kept.py`."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import duckdb
import pytest

from shnor.access import database as access
from shnor.datasets.packed import unpacked
from shnor.desk import Desk
from shnor.desk import database as desk
from shnor.papers import Papers, Particulars
from shnor.papers import database as papers
from shnor.papers.template import Template
from shnor.personal.doors import DOORS, KEPT, OFFICE
from shnor.service import bases
from shnor.service.centre.setup import without_people
from shnor.service.intake import drop, manual
from shnor.service.intake.drop import Incoming
from shnor.shows import Item, Look, Shows
from shnor.shows import database as shows
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.loaders.made import xlsx
from tests.private.probes import Probe, probes, words
from tests.service.conftest import DAY, SCHOOLS, file

ALL = [*probes("attack.tsv"), *probes("probes.tsv")]
NOV = date(2026, 11, 1)
EVENTS = ["Дата", "Вид", "Тема", "Участников"]


class House:
    """A base with the files beside it, and the doors to it."""

    def __init__(self, folder: Path) -> None:
        base = folder / "monitor.duckdb"
        self.store = bases.open_base(base, now=noon)
        self.papers, self.shows, self.desk = Papers(base, noon), Shows(base, noon), Desk(base, noon)
        self.days = 0
        self.send(file("школы.csv", SCHOOLS))

    def send(self, *files: Incoming) -> int:
        """The files together; each must be ready."""
        reviewed = drop.review(self.store, files, DAY)
        assert [(item.checked.file, item.checked.issues) for item in reviewed if not item.ready] == []
        drop.accept_all(self.store, reviewed, by=COORDINATOR)
        return self.store.uploads()[0].id

    def events(self, *topics: str) -> list[list[str]]:
        """A table of events no other one has."""
        rows = []
        for topic in topics:
            self.days += 1
            day = f"{self.days % 28 + 1:02}.{self.days // 28 % 9 + 1:02}.2026"
            rows.append([day, f"семинар {self.days}", topic, "14"])
        return [EVENTS, *rows]

    def close(self) -> None:
        for one in (self.papers, self.shows, self.desk, self.store):
            one.close()


def flat(text: str) -> str:
    """In one line, as the name of a file."""
    return re.sub(r"[\s\u00a0]+", " ", text.replace("-\n", ""))


def _cells(house: House, texts: Sequence[str]) -> None:
    house.send(file("журнал.csv", [[f'"{cell}"' for cell in row] for row in house.events(*(
        f"Опыт: {text}" for text in texts))]))


def _files(house: House, texts: Sequence[str]) -> None:
    house.send(*(Incoming(f"Отчёт {flat(text)}.csv", file("", house.events("Опыты")).data) for text in texts))


def _sheets(house: House, texts: Sequence[str]) -> None:
    sheets = [re.sub(r"[:\\/?*\[\]]", " ", flat(text))[:31] for text in texts]
    house.send(*(Incoming(f"журнал {number}.xlsx", xlsx(*map(tuple, house.events("Опыты")), sheet=sheet))
                 for number, sheet in enumerate(sheets)))


def _attached(house: House, texts: Sequence[str]) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for text in texts:
            archive.writestr(f"{flat(text)}.csv".replace("/", " "), file("", house.events("Опыты")).data)
    house.send(*drop.opened([Incoming("архив.zip", stream.getvalue())]))


def _by_hand(house: House, texts: Sequence[str]) -> None:
    names = ("period", "event_kind", "topic", "participants")
    rows = house.events(*(f"Опыт: {text}" for text in texts))[1:]
    house.send(*(manual.one_row("events", dict(zip(names, row, strict=True)), noon()) for row in rows))


def _reasons(house: House, texts: Sequence[str]) -> None:
    upload = house.send(file("журнал.csv", house.events("Опыты")))
    for text in texts:
        house.store.withdraw(upload, COORDINATOR, text)
        house.store.restore(upload, COORDINATOR, without_people(f"верно: {text}"))
        house.store.decide(COORDINATOR, f"решили: {text}")


def _papers(house: House, texts: Sequence[str]) -> None:
    of = house.papers
    for text in texts:
        of.paragraphs.add("roadmap", f"Работу вели: {text}", 2026, by="координатор")
        of.answers.add(text, f"Кто это, {text}?")
        form = of.forms.take(f"{flat(text)}.xlsx", "xlsx", b"", by="координатор")
        of.forms.ask(form.id, whom=text, due=f"к 1 декабря, {text}")
        of.templates.take(Template(f"бланк {flat(text)}.docx", b""))
        if not re.search(r"@|918|\d-\d\d-\d\d|\d \d\d \d\d", text):  # of an office they stay
            of.settings.keep(Particulars(post=text, executor=text, control=text))


def _shows(house: House, texts: Sequence[str]) -> None:
    for number, text in enumerate(texts):
        item = Item(str(number), "own", "words", title=text, lines=("шаг", text))
        show = house.shows.kept.make(f"Показ {text}"[:110], [item], ["Ш05"], by="координатор")
        house.shows.kept.change(show.id, items=[item])
        house.shows.looks.take(Look(f"вид {flat(text)}.pptx", b""))


def _desks(house: House, texts: Sequence[str]) -> None:
    for text in texts:
        house.desk.drafts.put("Ш05", NOV, {f"progress/{len(text)}/note": text}, by="директор")
        sent = house.desk.post.add("Ш05", None, "file", f"{flat(text)}.xlsx", b"", by="директор")
        house.desk.post.send(sent.number, "Ш05")
        house.desk.post.give_back(sent.number, "Ш05", f"исправьте, {text}", by="координатор")


WAYS: dict[str, Callable[[House, Sequence[str]], None]] = {
    "cells": _cells, "names-of-files": _files, "names-of-sheets": _sheets,
    "attachments": _attached, "by-hand": _by_hand, "reasons": _reasons, "papers": _papers, "shows": _shows,
    "desks": _desks}
FILES, FILE_EVERY = ("names-of-files", "names-of-sheets", "attachments", "by-hand"), 12
"""A file takes its time: these doors share every twelfth text, the others all of them."""


def found(folder: Path, asked: Sequence[Probe]) -> Iterator[tuple[str, str]]:
    """(text, file) of every secret that stands in a byte of the folder, in the tables and in the kept sheets."""
    held = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with duckdb.connect(folder / "monitor.duckdb", read_only=True) as opened:
        for table, in opened.execute("select table_name from information_schema.tables").fetchall():
            held[table] = repr(opened.execute(f'select * from "{table}"').fetchall()).encode()
        kept = [unpacked(content) for content, in opened.execute("select content from grids").fetchall()]
    held["sheets"] = repr(kept).encode()
    assert "Опыт".encode() in held["sheets"]
    for probe in asked:
        for word in words(probe.secret):
            yield from ((probe.text, name) for name, data in held.items() if word.encode() in data)


def test_no_byte_knows_anybody(tmp_path):
    house = House(tmp_path)
    texts = [probe.text for probe in ALL]
    few = texts[::FILE_EVERY]
    for number, way in enumerate(FILES):
        WAYS[way](house, few[number::len(FILES)])
    others = [way for name, way in WAYS.items() if name not in FILES]
    for number, way in enumerate(others):
        way(house, texts[number::len(others)])
    house.store.copy_to(tmp_path / "copy.duckdb", COORDINATOR)
    house.close()
    assert [*found(tmp_path, ALL)] == []


@pytest.mark.parametrize("tables", [papers.TABLES, shows.TABLES, desk.TABLES, access.TABLES])
def test_every_column_of_text_has_its_door(tables):
    made = re.findall(r"create table (\w+) \((.*?)\);?\s*(?=create|$)", tables, re.S)
    columns = {f"{table}.{name}" for table, inside in made for name in re.findall(r"(\w+) (?:text|blob)\b", inside)
               if name != "data" and name != "token" and name != "template"}
    assert columns - DOORS.keys() == set()


def test_doors_of_texts_are_not_few():
    assert sum(door in (KEPT, OFFICE) for door in DOORS.values()) >= 15
