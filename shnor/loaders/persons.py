"""Who is who inside one file while it is read: different people are counted, their names go nowhere.

A name becomes the number of its first appearance in the file. Numbers and names live as long as the reading of the file
and are stored in no grid, record, issue or log; a number says nothing once the file is closed.
"""

from collections.abc import Hashable

from shnor.loaders.headers import normalise


class Persons:
    """One for a file: a person on two of its sheets is one person."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._met: set[tuple[Hashable, int]] = set()

    def number(self, *texts: object) -> int:
        """Of the person these cells name, from 1; 0 where they name nobody."""
        name = " ".join(filter(None, (normalise(text).replace(".", ". ") for text in texts if text is not None)))
        name = " ".join(name.split())
        return self._numbers.setdefault(name, len(self._numbers) + 1) if name else 0

    def first(self, where: Hashable, person: int) -> bool:
        """Whether the person is met there for the first time."""
        if (where, person) in self._met:
            return False
        self._met.add((where, person))
        return True
