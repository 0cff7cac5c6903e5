"""Shows at seminars: which slides in which order, under which letters, and what was told of which schools. A file of
its own beside each base; the key to the letters is in it and in no file that leaves."""

from pathlib import Path

from shnor import private
from shnor.ledger import Clock
from shnor.shows.database import Database, beside
from shnor.shows.kept import Drawing, Item, Kept, NoShow, Show
from shnor.shows.look import Look, Looks
from shnor.shows.told import Told, ToldBefore

__all__ = ["Database", "Drawing", "Item", "Kept", "Look", "Looks", "NoShow", "Show", "Shows", "Told", "ToldBefore",
           "beside"]


class Shows:
    """base: the base whose figures are shown."""

    def __init__(self, base: Path, clock: Clock) -> None:
        self.database = Database(beside(base), clock)
        private.file(self.database.path)
        self.kept, self.told, self.looks = Kept(self.database), ToldBefore(self.database), Looks(self.database)

    def close(self) -> None:
        self.database.close()
