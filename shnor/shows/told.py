"""What a room has heard as exact numbers: of which schools together. Two numbers of nearly the same schools would give
the difference away, so what is told later is measured against all that was told before, in any show."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from shnor.shows.database import Database


@dataclass(frozen=True, order=True)
class Told:
    """cell: what was counted, without whose («low_mark_share, grade=5, …»). schools: whose rows stood behind it."""

    cell: str
    schools: frozenset[str]


class ToldBefore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, show: str, told: Iterable[Told]) -> None:
        """It was shown or has left as a file."""
        with self._database.change() as rows:
            rows.executemany("insert or ignore into told values (?, ?, ?)", [
                (show, one.cell, json.dumps(sorted(one.schools))) for one in told])

    def all(self) -> frozenset[Told]:
        return frozenset(Told(row["cell"], frozenset(json.loads(row["schools"])))
                         for row in self._database.read("select distinct cell, schools from told"))
