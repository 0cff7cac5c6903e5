"""Who is in: a random word in a cookie, kept here as its hash, so that the file of accesses opens no door."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from shnor.access import journal
from shnor.access.database import Database, text
from shnor.access.people import People, Person

IDLE, LONGEST, SEEN = timedelta(hours=12), timedelta(days=7), timedelta(minutes=5)
"""A session ends when nobody used it so long, and at the latest after so long; use is written down so often."""
BYTES = 32


@dataclass(frozen=True)
class Open:
    """A session as its list shows it: moments in UTC."""

    number: int
    login: str
    made: datetime
    seen: datetime
    address: str


class Sessions:
    def __init__(self, database: Database) -> None:
        self._database, self._people = database, People(database)

    def begin(self, person: Person, address: str) -> str:
        """The word for the cookie; always a new one, so that nobody can prepare it for somebody else."""
        word, now = secrets.token_urlsafe(BYTES), self._database.now()
        with self._database.change() as rows:
            rows.execute("delete from session where until < ? or ended is not null", (text(now - LONGEST),))
            rows.execute("insert into session (token, person, made, seen, until, address) values (?, ?, ?, ?, ?, ?)",
                         (digest(word), person.id, text(now), text(now), text(now + LONGEST), address[:60]))
        return word

    def person(self, word: str) -> Person | None:
        """Who uses it now; None for a word that is unknown, over, ended, or of somebody who is switched off."""
        now = self._database.now()
        found = self._database.read("select * from session where token = ? and ended is null", digest(word))
        if not found or found[0]["until"] < text(now) or found[0]["seen"] < text(now - IDLE):
            return None
        person = self._people.by_id(found[0]["person"])
        if person is None or not person.active:
            return None
        if found[0]["seen"] < text(now - SEEN):
            with self._database.change() as rows:
                rows.execute("update session set seen = ? where token = ?", (text(now), digest(word)))
        return person

    def open(self, login: str = "") -> list[Open]:
        """Those that are not over, the newest first. login: of one person."""
        now = self._database.now()
        found = self._database.read(
            "select session.*, login from session join person on person.id = person where ended is null and until > ? "
            "and seen > ? order by number desc", text(now), text(now - IDLE))
        return [Open(row["number"], row["login"], datetime.fromisoformat(row["made"]),
                     datetime.fromisoformat(row["seen"]), row["address"]) for row in found
                if not login or row["login"].casefold() == login.casefold()]

    def leave(self, word: str) -> None:
        """The word opens nothing any more, also for who has copied it."""
        self._end("token = ?", digest(word))

    def end(self, number: int, *, by: str) -> None:
        self._end("number = ?", number)
        journal.write(self._database, by, "вход завершён", str(number))

    def end_all(self, person: Person) -> None:
        """After a new password: whoever knew the old one is out."""
        self._end("person = ?", person.id)

    def _end(self, which: str, value: object) -> None:
        with self._database.change() as rows:
            rows.execute(f"update session set ended = ? where ended is null and {which}",
                         (text(self._database.now()), value))


def digest(word: str) -> bytes:
    """Of a random word a plain hash is enough: nobody can try them all."""
    return hashlib.sha256(word.encode()).digest()
