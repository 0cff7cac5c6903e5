"""What was done with accesses, by whom and when."""

from dataclasses import dataclass
from datetime import datetime

from shnor.access.database import Database, text

BY_ACCOUNT = "вход через учётную запись"


@dataclass(frozen=True)
class Line:
    """at: in UTC. by: how who did it is called, "" = nobody who is known. about: of whom or what."""

    at: datetime
    by: str
    deed: str
    about: str


def write(database: Database, by: str, deed: str, about: str = "") -> None:
    with database.change() as rows:
        rows.execute("insert into journal values (?, ?, ?, ?)", (text(database.now()), by, deed, about))


def by_account(database: Database) -> frozenset[str]:
    """Logins of those who have come in by an account of somebody else, who need no password of ours."""
    return frozenset(row["by"] for row in database.read("select distinct by from journal where deed = ?", BY_ACCOUNT))


def lines(database: Database, most: int = 200) -> list[Line]:
    """The newest first."""
    found = database.read("select * from journal order by rowid desc limit ?", most)
    return [Line(datetime.fromisoformat(row["at"]), row["by"], row["deed"], row["about"]) for row in found]
