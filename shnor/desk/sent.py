"""What schools hand in: a report typed on the screen or a workbook, with the answers to the questions of the check. It
lies here until the centre accepts it or gives it back; then its bytes go and only the line of what happened stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from shnor.desk.database import Database
from shnor.errors import ShnorError
from shnor.ledger import text
from shnor.personal.doors import kept

Way = Literal["form", "file"]
State = Literal["open", "sent", "accepted", "returned", "withdrawn"]
LYING: tuple[State, ...] = ("open", "sent")
"""open: the school still answers its questions; sent: the centre sees it. The others are over."""


class NotThere(ShnorError):
    """It was accepted, given back or taken back meanwhile."""

    def __init__(self) -> None:
        super().__init__("Этот отчёт уже принят, возвращён или взят обратно. Откройте страницу ещё раз.")


@dataclass(frozen=True)
class Sent:
    """One thing a school handed in. month: None = not of one month. answers: (sheet, cell) → the text that stands for
    the cell. at: when it was sent; closed, closed_by, note: when, by whom and with which words it was over. upload:
    state of the base it made. data: empty when it is over."""

    number: int
    school: str
    month: date | None
    way: Way
    file: str
    state: State
    by: str
    begun: datetime
    at: datetime | None = None
    closed: datetime | None = None
    closed_by: str = ""
    note: str = ""
    upload: int | None = None
    data: bytes = field(default=b"", repr=False)
    answers: Mapping[tuple[str, str], str] = field(default_factory=dict, repr=False)


class Post:
    """school of every call: whose it is; something of another school is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, school: str, month: date | None, way: Way, file: str, data: bytes, *, by: str) -> Sent:
        """Lies open: the school sees its questions and answers them. An earlier one of this month and way that is still
        open gives way."""
        named = f"{month:%Y-%m}" if month else ""
        with self._database.change() as rows:
            for before in self.lying(school):
                if before.state == "open" and before.month == month and before.way == way and month:
                    self._close(before.number, "withdrawn", by, "", None)
            made = rows.execute("insert into sent (school, month, way, file, data, state, by, begun) values "
                                "(?, ?, ?, ?, ?, 'open', ?, ?)",
                                (school, named, way, kept(file), data, by, text(self._database.now())))
        return self.one(made.lastrowid or 0, school)

    def one(self, number: int, school: str) -> Sent:
        """Raises NotThere."""
        found = self._of("number = ? and school = ?", number, school)
        if not found:
            raise NotThere
        return found[0]

    def lying(self, school: str) -> list[Sent]:
        """Open or sent, the oldest first."""
        return self._of("school = ? and state in ('open', 'sent')", school)

    def waiting(self) -> list[Sent]:
        """Of all schools, what the centre has before it, the oldest first."""
        return self._of("state = 'sent'")

    def first_sent(self) -> dict[tuple[str, date], datetime]:
        """(school, month) → when the first of its reports that were accepted had been sent, in UTC."""
        rows = self._database.read("select school, month, min(at) as at from sent where state = 'accepted' "
                                   "and month <> '' and at is not null group by school, month")
        return {(row["school"], date.fromisoformat(f"{row['month']}-01")): datetime.fromisoformat(row["at"])
                for row in rows}

    def over(self, school: str, most: int = 20) -> list[Sent]:
        """What became of what the school has handed in, the newest first."""
        done = self._of("school = ? and state not in ('open', 'sent')", school)
        return sorted(done, key=lambda one: (one.closed or one.begun, one.number), reverse=True)[:most]

    def answer(self, number: int, school: str, answers: Mapping[tuple[str, str], str | None]) -> Sent:
        """While it is open. An empty text leaves the cell empty, None takes an answer back. Raises NotThere."""
        at = text(self._database.now())
        with self._database.change() as rows:
            self._in(number, school, ("open",))
            for (sheet, cell), value in answers.items():
                rows.execute("delete from answer where number = ? and sheet = ? and cell = ?", (number, sheet, cell))
                if value is not None:
                    rows.execute("insert into answer values (?, ?, ?, ?, ?)", (number, sheet, cell, value, at))
        return self.one(number, school)

    def send(self, number: int, school: str) -> Sent:
        """From now on the centre sees it; an earlier one of the same month that waits there gives way. Raises
        NotThere."""
        with self._database.change() as rows:
            mine = self._in(number, school, ("open",))
            for before in self.lying(school):
                if before.state == "sent" and before.month == mine.month and mine.month:
                    self._close(before.number, "withdrawn", mine.by, "заменён более новым", None)
            rows.execute("update sent set state = 'sent', at = ? where number = ?",
                         (text(self._database.now()), number))
        return self.one(number, school)

    def take_back(self, number: int, school: str, *, by: str) -> None:
        """The school itself, before the centre has accepted it. Raises NotThere."""
        with self._database.change():
            self._in(number, school, LYING)
            self._close(number, "withdrawn", by, "", None)

    def give_back(self, number: int, school: str, note: str, *, by: str) -> None:
        """The centre, with words for the school. Raises NotThere."""
        with self._database.change():
            self._in(number, school, ("sent",))
            self._close(number, "returned", by, note, None)

    def accepted(self, number: int, school: str, upload: int, *, by: str) -> None:
        """After the base has taken it: upload is the state it made. Raises NotThere."""
        with self._database.change():
            self._in(number, school, LYING)
            self._close(number, "accepted", by, "", upload)

    def _in(self, number: int, school: str, states: Sequence[State]) -> Sent:
        found = self.one(number, school)
        if found.state not in states:
            raise NotThere
        return found

    def _close(self, number: int, state: State, by: str, note: str, upload: int | None) -> None:
        with self._database.change() as rows:
            rows.execute("update sent set state = ?, closed = ?, closed_by = ?, note = ?, upload = ?, data = x'' "
                         "where number = ?", (state, text(self._database.now()), by, kept(note), upload, number))
            rows.execute("delete from answer where number = ?", (number,))

    def _of(self, condition: str, *values: object) -> list[Sent]:
        return [self._sent(row) for row in
                self._database.read(f"select * from sent where {condition} order by number", *values)]

    def _sent(self, row) -> Sent:
        answers = self._database.read("select sheet, cell, value from answer where number = ?", row["number"])
        month = date.fromisoformat(f"{row['month']}-01") if row["month"] else None
        at, closed = (datetime.fromisoformat(row[name]) if row[name] else None for name in ("at", "closed"))
        return Sent(row["number"], row["school"], month, row["way"], row["file"], row["state"], row["by"],
                    datetime.fromisoformat(row["begun"]), at, closed, row["closed_by"], row["note"], row["upload"],
                    row["data"], {(one["sheet"], one["cell"]): one["value"] for one in answers})
