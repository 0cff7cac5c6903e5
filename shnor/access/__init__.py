"""Who may come in: people and their roles, one-time links, passwords, sessions, tries, what was done with them. A file
of its own beside the bases, for many small writes; no name of a person stands in it, only what somebody is."""

from shnor.access.database import Database
from shnor.access.entry import Entry, NotAdmitted
from shnor.access.people import People, Person
from shnor.access.sessions import Sessions

__all__ = ["Database", "Entry", "NotAdmitted", "People", "Person", "Sessions"]
