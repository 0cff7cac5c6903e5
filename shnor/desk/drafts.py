"""A month's report while it is being filled in: each cell is written down at once, so that neither F5 nor a lost line
loses it, and two tabs or two people of one school never overwrite what the other did not touch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from shnor.desk.database import Database
from shnor.ledger import text
from shnor.personal.doors import kept


@dataclass(frozen=True)
class Draft:
    """values: name of a cell («progress/2.4/status») → what was typed; "" = cleared by hand. at, by: of the newest
    cell, in UTC; None while nothing was typed."""

    values: Mapping[str, str] = field(default_factory=dict)
    at: datetime | None = None
    by: str = ""


class Drafts:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, school: str, month: date) -> Draft:
        rows = self._database.read("select * from draft where school = ? and month = ? order by at, rowid", school,
                                   f"{month:%Y-%m}")
        if not rows:
            return Draft()
        newest = rows[-1]
        return Draft({row["cell"]: row["value"] for row in rows}, datetime.fromisoformat(newest["at"]), newest["by"])

    def put(self, school: str, month: date, values: Mapping[str, str], *, by: str) -> None:
        """Write down some cells; the others stay as they are. values: already without what may not be kept."""
        at = text(self._database.now())
        with self._database.change() as rows:
            rows.executemany(
                "insert into draft values (?, ?, ?, ?, ?, ?) on conflict (school, month, cell) do update set "
                "value = excluded.value, at = excluded.at, by = excluded.by",
                [(school, f"{month:%Y-%m}", cell, kept(value), at, by) for cell, value in values.items()])

    def drop(self, school: str, month: date) -> None:
        """After it was sent, or when the school begins anew."""
        with self._database.change() as rows:
            rows.execute("delete from draft where school = ? and month = ?", (school, f"{month:%Y-%m}"))
