"""Shows that are kept: what is on each slide as an order to count it, never the numbers, so that next year they are
counted anew."""

import json
import secrets
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Literal

from shnor.errors import NotAllowed
from shnor.ledger import text
from shnor.personal.doors import kept, kept_line
from shnor.shows.database import Database

Source = Literal["ready", "block", "own"]


class NoShow(NotAllowed):
    """It is not there any more."""

    def __init__(self) -> None:
        super().__init__("Такого показа нет: его удалили или адрес неполный. Выберите показ из списка.")


@dataclass(frozen=True)
class Item:
    """A slide of a show. id: unlike any other of it. source: «ready» one of our sets, key names it; «block» a block of
    a page, key = the page, block = its id there, choices = the address; «own» the speaker's own words: key is the kind
    of its body (words, task, steps, image). title, lines, minutes: of own slides. hidden: left out of the walk."""

    id: str
    source: Source
    key: str
    block: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    title: str = ""
    lines: tuple[str, ...] = ()
    minutes: int = 5
    hidden: bool = False


@dataclass(frozen=True)
class Drawing:
    """A picture of the speaker's own. kind: png or jpeg."""

    kind: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Show:
    """letters: codes of schools in the order of their letters, fixed at random when the show was made. knowingly: who
    has confirmed that schools can be recognised, «» = nobody. guests: whether guests of the seminar may open it."""

    id: str
    name: str
    made: datetime
    changed: datetime
    by: str
    letters: tuple[str, ...]
    items: tuple[Item, ...]
    knowingly: str = ""
    guests: bool = False


class Kept:
    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, name: str, items: Sequence[Item], letters: Sequence[str], *, by: str) -> Show:
        """A new show. letters: see Show."""
        name, moment = _named(name), text(self._database.now())
        id = secrets.token_hex(6)
        with self._database.change() as rows:
            rows.execute("insert into show (id, name, made, changed, by, letters, items) values (?, ?, ?, ?, ?, ?, ?)",
                         (id, name, moment, moment, by, json.dumps([*letters]), _written(items)))
        return self.get(id)

    def get(self, id: str) -> Show:
        """Raises NoShow."""
        for row in self._database.read("select * from show where id = ?", id):
            return _read(row)
        raise NoShow

    def all(self) -> list[Show]:
        """The newest change first."""
        return [_read(row) for row in self._database.read("select * from show order by changed desc, rowid desc")]

    def change(self, id: str, *, name: str | None = None, items: Sequence[Item] | None = None,
               letters: Sequence[str] | None = None, knowingly: str | None = None, guests: bool | None = None) -> Show:
        """What is None stays. Raises NoShow."""
        values = {"name": None if name is None else _named(name), "items": None if items is None else _written(items),
                  "letters": None if letters is None else json.dumps([*letters]), "knowingly": knowingly,
                  "guests": None if guests is None else int(guests)}
        told = {column: value for column, value in values.items() if value is not None}
        with self._database.change() as rows:
            self.get(id)
            pairs = "".join(f", {column} = ?" for column in told)
            rows.execute(f"update show set changed = ?{pairs} where id = ?",
                         (text(self._database.now()), *told.values(), id))
        return self.get(id)

    def drop(self, id: str) -> None:
        """With its pictures. What was told in it stays known: the room has heard it."""
        with self._database.change() as rows:
            rows.execute("delete from show where id = ?", (id,))

    def draw(self, id: str, item: str, drawing: Drawing) -> None:
        """The picture of an own slide."""
        with self._database.change() as rows:
            self.get(id)
            rows.execute("insert or replace into drawing values (?, ?, ?, ?)", (id, item, drawing.kind, drawing.data))

    def drawings(self, id: str) -> dict[str, Drawing]:
        """Id of the item → its picture."""
        rows = self._database.read("select id, kind, data from drawing where show = ?", id)
        return {row["id"]: Drawing(row["kind"], row["data"]) for row in rows}


def _named(name: str) -> str:
    if not name.strip():
        raise NotAllowed("У показа нет названия: впишите, о чём он.")
    return kept_line(name)[:120]


def _written(items: Sequence[Item]) -> str:
    told = [replace(item, title=kept(item.title), lines=tuple(map(kept, item.lines))) for item in items]
    return json.dumps([asdict(item) for item in told], ensure_ascii=False)


def _read(row: sqlite3.Row) -> Show:
    items = tuple(Item(**{**item, "choices": tuple(map(tuple, item["choices"])), "lines": tuple(item["lines"])})
                  for item in json.loads(row["items"]))
    return Show(row["id"], row["name"], datetime.fromisoformat(row["made"]), datetime.fromisoformat(row["changed"]),
                row["by"], tuple(json.loads(row["letters"])), items, row["knowingly"], bool(row["guests"]))
