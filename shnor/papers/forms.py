"""Forms of others that the centre fills in every period: the file as it came, and of each cell the figure that stands
in it, with the day that was settled."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from shnor.errors import NotAllowed
from shnor.ledger import text
from shnor.papers.database import Database
from shnor.personal.doors import kept, kept_line

Part = Literal["k", "n", "percent"]


class NoForm(NotAllowed):
    """It is not there any more."""

    def __init__(self) -> None:
        super().__init__("Такой формы нет: её убрали. Выберите форму из списка.")


@dataclass(frozen=True)
class Wish:
    """What a cell is to hold. metric: id; part: its number, the number it is a part of, or the percentage. school: a
    code, "list" = the schools on the list, "" = all. settled: the day it was chosen. where: what else was chosen of
    the figure's groups, «event_kind» → «Вебинары»."""

    metric: str
    part: Part
    school: str
    settled: str
    where: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class KeptForm:
    """name: of its file. kind: xlsx or docx. whom: who asks for it; due: by when, in words. cells: «лист\\tадрес» →
    what stands there."""

    id: str
    name: str
    kind: str
    taken: datetime
    by: str
    whom: str
    due: str
    cells: Mapping[str, Wish]
    data: bytes = field(repr=False)


class Due(NamedTuple):
    """Of a form: whom it is handed to and by when, in words."""

    id: str
    name: str
    whom: str
    due: str


class Forms:
    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, name: str, kind: str, data: bytes, *, by: str) -> KeptForm:
        id = secrets.token_hex(6)
        with self._database.change() as rows:
            rows.execute("insert into form values (?, ?, ?, ?, ?, '', '', '{}', ?)",
                         (id, kept(name), kind, text(self._database.now()), by, data))
        return self.get(id)

    def all(self) -> list[KeptForm]:
        """In the order they came."""
        return [_read(row) for row in self._database.read("select * from form order by taken, rowid")]

    def dues(self) -> list[Due]:
        return [Due(row["id"], row["name"], row["whom"], row["due"])
                for row in self._database.read("select id, name, whom, due from form where due <> '' order by taken")]

    def get(self, id: str) -> KeptForm:
        """Raises NoForm."""
        for row in self._database.read("select * from form where id = ?", id):
            return _read(row)
        raise NoForm

    def settle(self, id: str, sheet: str, address: str, wish: Wish | None) -> None:
        """What stands in a cell; None: nothing of ours. Raises NoForm."""
        with self._database.change() as rows:
            cells = dict(self.get(id).cells)
            cells.pop(key(sheet, address), None)
            if wish:
                cells[key(sheet, address)] = wish
            rows.execute("update form set cells = ? where id = ?", (_told(cells), id))

    def settle_all(self, id: str, sheet: str, wishes: Mapping[str, Wish]) -> None:
        """What stands in several cells of a sheet at once. Raises NoForm."""
        with self._database.change() as rows:
            cells = {**self.get(id).cells, **{key(sheet, address): wish for address, wish in wishes.items()}}
            rows.execute("update form set cells = ? where id = ?", (_told(cells), id))

    def ask(self, id: str, *, whom: str, due: str) -> None:
        """Who asks for it and by when."""
        with self._database.change() as rows:
            rows.execute("update form set whom = ?, due = ? where id = ?",
                         (kept_line(whom), kept_line(due), id))

    def drop(self, id: str) -> None:
        with self._database.change() as rows:
            rows.execute("delete from form where id = ?", (id,))


def _told(cells: Mapping[str, Wish]) -> str:
    return json.dumps({name: asdict(one) for name, one in cells.items()}, ensure_ascii=False)


def key(sheet: str, address: str) -> str:
    return f"{sheet}\t{address}"


def _read(row) -> KeptForm:
    cells = {name: Wish(**{**told, "where": tuple(map(tuple, told.get("where", ())))})
             for name, told in json.loads(row["cells"]).items()}
    return KeptForm(row["id"], row["name"], row["kind"], datetime.fromisoformat(row["taken"]), row["by"], row["whom"],
                    row["due"], cells, row["data"])
