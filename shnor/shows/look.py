"""The municipality's own look of a presentation: one for all shows, already cleaned in the reading process."""

from dataclasses import dataclass, field

from shnor.personal.doors import kept
from shnor.shows.database import Database


@dataclass(frozen=True)
class Look:
    """name: of the file it came from. data: masters, layouts, themes and pictures alone."""

    name: str
    data: bytes = field(repr=False)


class Looks:
    def __init__(self, database: Database) -> None:
        self._database = database

    def now(self) -> Look | None:
        """None: shows have our own look."""
        rows = self._database.read("select name, data from look")
        return next((Look(row["name"], row["data"]) for row in rows), None)

    def take(self, look: Look | None) -> None:
        """In place of the one before; None: ours again."""
        with self._database.change() as rows:
            rows.execute("delete from look")
            if look:
                rows.execute("insert into look values (?, ?)", (kept(look.name), look.data))
