"""The desks of schools: drafts of a month's report, what was handed in and not yet accepted, what was read. A file of
its own beside each base, for many small writes; nothing of it counts in a figure before the centre accepts it."""

from pathlib import Path

from shnor import private
from shnor.desk.database import Database, beside
from shnor.desk.drafts import Draft, Drafts
from shnor.desk.seen import Seen
from shnor.desk.sent import NotThere, Post, Sent, Way
from shnor.ledger import Clock

__all__ = ["Database", "Desk", "Draft", "Drafts", "NotThere", "Post", "Seen", "Sent", "Way"]


class Desk:
    """base: the base whose schools they are."""

    def __init__(self, base: Path, clock: Clock) -> None:
        self.database = Database(beside(base), clock)
        private.file(self.database.path)
        self.drafts, self.post, self.seen = Drafts(self.database), Post(self.database), Seen(self.database)

    def close(self) -> None:
        self.database.close()
