"""The centre's own look of a paper: one for all of them, already cleaned in the reading process."""

from dataclasses import dataclass, field

from shnor.papers.database import Database
from shnor.personal.doors import kept


@dataclass(frozen=True)
class Template:
    """name: of the file it came from. data: page, styles, head and foot alone."""

    name: str
    data: bytes = field(repr=False)


class Templates:
    def __init__(self, database: Database) -> None:
        self._database = database

    def now(self) -> Template | None:
        """None: papers have our own look."""
        rows = self._database.read("select name, data from template")
        return next((Template(row["name"], row["data"]) for row in rows), None)

    def take(self, template: Template | None) -> None:
        """In place of the one before; None: ours again."""
        with self._database.change() as rows:
            rows.execute("delete from template")
            if template:
                rows.execute("insert into template values (?, ?)", (kept(template.name), template.data))
