"""Every door of a base at once: each gets some of the invented people, then no byte in the data folder knows them."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import BytesIO
from itertools import batched
from pathlib import Path

import pytest

from shnor.access import database as access
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
from shnor.store import Store
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.loaders.made import xlsx
from tests.private.probes import Probe, probes, words
from tests.service.conftest import DAY, PLAN, SCHOOLS, file

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
        self.send(file("школы.csv", SCHOOLS), file("планы.csv", PLAN))

    def send(self, *files: Incoming) -> int:
        """The files one after another; each must be ready."""
        for one in files:
            [item] = drop.review(self.store, [one], DAY)
            assert item.ready, (one.name, item.checked.issues)
            drop.accept_all(self.store, [item], by=COORDINATOR)
        return self.store.uploads()[0].id

    def events(self, *topics: str) -> list[list[str]]:
        """A table of events no other one has."""
        rows = []
        for topic in topics:
            self.days += 1
            rows.append([f"{self.days % 28 + 1:02}.{self.days // 28 % 9 + 1:02}.2026", f"семинар {self.days}", topic, "14"])
        return [EVENTS, *rows]

    def close(self) -> None:
        for one in (self.papers, self.shows, self.desk, self.store):
            one.close()


def flat(text: str) -> str:
    return re.sub(r"[\s\u00a0]+", " ", text)


def _cells(house: House, texts: Sequence[str]) -> None:
    house.send(file("журнал.csv", [[f'"{cell}"' for cell in row] for row in house.events(*(
        f"Опыт: {text}" for text in texts))]))


def _counts(house: House, texts: Sequence[str]) -> None:
    rows = [["Вопрос", "Вариант ответа", "Выбрали", "Ответили на вопрос"], *(
        [f"Полезно ли {number}?", f'"помогла {text}"', "3", "10"] for number, text in enumerate(texts))]
    house.send(file("опрос.csv", [["Опрос", "Помощь"], ["Когда", "ноябрь 2026"], *rows]))


def _files(house: House, texts: Sequence[str]) -> None:
    house.send(*(Incoming(f"Отчёт {flat(text)}.csv", file("", house.events("Опыты")).data) for text in texts))


def _sheets(house: House, texts: Sequence[str]) -> None:
    for text in texts:
        sheet = re.sub(r"[:\\/?*\[\]]", " ", flat(text))[:31]
        house.send(Incoming("журнал.xlsx", xlsx(*map(tuple, house.events("Опыты")), sheet=sheet)))


def _attached(house: House, texts: Sequence[str]) -> None:
    for text in texts:
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(f"{flat(text)}.csv".replace("/", " "), file("", house.events("Опыты")).data)
        house.send(*drop.opened([Incoming("архив.zip", stream.getvalue())]))


def _by_hand(house: House, texts: Sequence[str]) -> None:
    for text in texts:
        [names, row] = house.events(f"Опыт: {text}")
        values = dict(zip(("period", "event_kind", "topic", "participants"), row, strict=True))
        assert names
        house.send(manual.one_row("events", values, noon()))


def _reasons(house: House, texts: Sequence[str]) -> None:
    for text in texts:
        upload = house.send(file("журнал.csv", house.events("Опыты")))
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
    "cells": _cells, "counts-of-a-survey": _counts, "names-of-files": _files, "names-of-sheets": _sheets,
    "attachments": _attached, "by-hand": _by_hand, "reasons": _reasons, "papers": _papers, "shows": _shows,
    "desks": _desks}


def found(folder: Path, store: Store, asked: Sequence[Probe]) -> Iterator[tuple[str, str]]:
    """(text, file) of every secret that stands in a byte of the folder, in the tables and in the kept sheets."""
    held = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with store.view() as view:
        shown = [repr(view.grids(upload.id)) for upload in store.uploads()]
    held["sheets"] = "\n".join(shown).encode()
    held["journal"] = repr((store.journal(), store.uploads(), store.about())).encode()
    for probe in asked:
        for word in words(probe.secret):
            yield from ((probe.text, name) for name, data in held.items() if word.encode() in data)


def test_no_byte_knows_anybody(tmp_path):
    house = House(tmp_path)
    texts = [probe.text for probe in ALL]
    for way, some in zip(WAYS.values(), batched(texts, -(-len(texts) // len(WAYS))), strict=False):
        way(house, some)
    house.store.copy_to(tmp_path / "copy.duckdb", COORDINATOR)
    assert [*found(tmp_path, house.store, ALL)] == []
    house.close()


@pytest.mark.parametrize("tables", [papers.TABLES, shows.TABLES, desk.TABLES, access.TABLES])
def test_every_column_of_text_has_its_door(tables):
    made = re.findall(r"create table (\w+) \((.*?)\);?\s*(?=create|$)", tables, re.S)
    columns = {f"{table}.{name}" for table, inside in made for name in re.findall(r"(\w+) (?:text|blob)\b", inside)
               if name != "data" and name != "token" and name != "template"}
    assert columns - DOORS.keys() == set()


def test_doors_of_texts_are_not_few():
    assert sum(door in (KEPT, OFFICE) for door in DOORS.values()) >= 15
