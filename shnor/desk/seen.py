"""Who of a school has read what is said about it: «ознакомлен», with its day."""

from datetime import datetime

from shnor.desk.database import Database
from shnor.ledger import text


class Seen:
    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, school: str, what: str, *, by: str) -> None:
        """what: of which sheet, for example «sheet 2026-11». Of each person the last time stays: newer figures are read
        anew."""
        with self._database.change() as rows:
            rows.execute("insert into seen values (?, ?, ?, ?) on conflict (school, what, by) do update set "
                         "at = excluded.at", (school, what, text(self._database.now()), by))

    def when(self, school: str, what: str) -> datetime | None:
        """When somebody of the school has read it last, in UTC."""
        [found] = self._database.read("select max(at) as at from seen where school = ? and what = ?", school, what)
        return datetime.fromisoformat(found["at"]) if found["at"] else None
