"""Paragraphs the centre writes itself, kept from year to year and offered again."""

import secrets
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor.errors import NotAllowed
from shnor.ledger import text as stored
from shnor.papers.database import Database
from shnor.personal.doors import kept

LONGEST = 4000
"""Characters of a paragraph."""


@dataclass(frozen=True)
class Own:
    """A paragraph as it is kept. id: unlike any other. section: of the paper it stands in. first: before the figures of
    the section, else after them. text: with its placeholders, «{год}». shown: whether it is printed. year: of the paper
    it was last read for."""

    id: str
    section: str
    text: str
    year: int
    first: bool = False
    shown: bool = True


class Paragraphs:
    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Own, ...]:
        """Of each section in the order they are printed."""
        return tuple(_read(row) for row in self._database.read("select * from paragraph order by place, rowid"))

    def add(self, section: str, text: str, year: int, *, by: str, first: bool = False) -> Own:
        """The last of its section."""
        own = Own(secrets.token_hex(6), section, _written(text), year, first)
        with self._database.change() as rows:
            [last] = rows.execute("select coalesce(max(place), 0) from paragraph").fetchone()
            rows.execute("insert into paragraph values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (
                own.id, own.section, last + 1, int(own.first), own.text, int(own.shown), own.year,
                stored(self._database.now()), by))
        return own

    def change(self, own: Own, *, by: str) -> None:
        """Its text, year, section, side or whether it is printed. Raises NotAllowed where it is gone or empty."""
        with self._database.change() as rows:
            done = rows.execute(
                "update paragraph set section = ?, first = ?, text = ?, shown = ?, year = ?, changed = ?, by = ? "
                "where id = ?", (own.section, int(own.first), _written(own.text), int(own.shown), own.year,
                                 stored(self._database.now()), by, own.id))
            if not done.rowcount:
                raise NotAllowed("Этого абзаца уже нет: его удалили. Обновите страницу.")

    def order(self, ids: Sequence[str]) -> None:
        """These stand in this order; each takes one of the places they had."""
        with self._database.change() as rows:
            places = dict(rows.execute("select id, place from paragraph").fetchall())
            known = [one for one in ids if one in places]
            for place, id in zip(sorted(places[one] for one in known), known, strict=True):
                rows.execute("update paragraph set place = ? where id = ?", (place, id))

    def drop(self, id: str) -> None:
        with self._database.change() as rows:
            rows.execute("delete from paragraph where id = ?", (id,))

    def read_for(self, ids: Sequence[str], year: int, *, by: str) -> None:
        """They were read for the paper of a year and stay as they are."""
        for own in self.all():
            if own.id in ids:
                self.change(replace(own, year=year), by=by)


def _written(text: str) -> str:
    written = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
    if not written:
        raise NotAllowed("В абзаце нет текста: впишите его или удалите абзац.")
    if len(written) > LONGEST:
        raise NotAllowed(f"Абзац длиннее {LONGEST} знаков: разделите его на два.")
    return kept(written)


def _read(row: sqlite3.Row) -> Own:
    return Own(row["id"], row["section"], row["text"], row["year"], bool(row["first"]), bool(row["shown"]))
