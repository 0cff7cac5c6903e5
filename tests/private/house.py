"""A base with everything that lies beside it, and the doors through which texts come in: each way takes many texts."""

import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from shnor.desk import Desk
from shnor.papers import Papers, Particulars
from shnor.papers.template import Template
from shnor.service import bases
from shnor.service.centre.setup import without_people
from shnor.service.intake import drop, manual
from shnor.service.intake.drop import Incoming
from shnor.shows import Item, Look, Shows
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.loaders.made import xlsx
from tests.private.probes import probes
from tests.service.conftest import DAY, SCHOOLS, file

ALL = [*probes("attack.tsv"), *probes("probes.tsv")]
BASE = "monitor.duckdb"
NOV = date(2026, 11, 1)
EVENTS = ["Дата", "Вид", "Тема", "Участников"]


class House:
    """A base with the files beside it, and the doors to it. A folder without a base begins with two schools.
    told: what was said of what came, where it is more than a note."""

    def __init__(self, folder: Path) -> None:
        self.folder, base = folder, folder / BASE
        self.told: list[str] = []
        empty = not base.exists()
        self.store = bases.open_base(base, now=noon)
        self.papers, self.shows, self.desk = Papers(base, noon), Shows(base, noon), Desk(base, noon)
        self.days = 0
        if empty:
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


def is_of_office(text: str) -> bool:
    """Mail or a telephone: of a centre they stay."""
    return bool(re.search(r"@|918|\d-\d\d-\d\d|\d \d\d \d\d", text))


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
        if not is_of_office(text):
            of.settings.keep(Particulars(post=text, executor=text, control=text))


def _shows(house: House, texts: Sequence[str]) -> None:
    for number, text in enumerate(texts):
        item = Item(str(number), "own", "words", title=text, lines=("шаг", text))
        show = house.shows.kept.make(f"Показ: {text}"[:110], [item], ["Ш05"], by="координатор")
        house.shows.kept.change(show.id, items=[item])
        house.shows.looks.take(Look(f"вид {flat(text)}.pptx", b""))


def _desks(house: House, texts: Sequence[str]) -> None:
    for text in texts:
        house.desk.drafts.put("Ш05", NOV, {f"progress/{len(text)}/note": text}, by="директор")
        sent = house.desk.post.add("Ш05", None, "file", f"{flat(text)}.xlsx", b"", by="директор")
        house.desk.post.send(sent.number, "Ш05")
        house.desk.post.give_back(sent.number, "Ш05", f"исправьте, {text}", by="координатор")


Way = Callable[[House, Sequence[str]], None]
WAYS: dict[str, Way] = {
    "cells": _cells, "names-of-files": _files, "names-of-sheets": _sheets,
    "attachments": _attached, "by-hand": _by_hand, "reasons": _reasons, "papers": _papers, "shows": _shows,
    "desks": _desks}
