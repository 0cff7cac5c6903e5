"""Who is who inside one file while it is read: different people are counted without keeping a name.

A name becomes the number of its first appearance in the file. Numbers live as long as the reading of the file and are
stored in no grid, issue or log; a number says nothing once the file is closed. Names are put aside only in the mode
«С ФИО», and only those a record was made of.
"""

import re
from collections.abc import Hashable

from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.school_names import LOOKALIKE

_DOTS = re.compile(r"[.,]")
_LATIN = re.compile(r"[a-z]")
_CYRILLIC = re.compile(r"[а-я]")


def same_name(text: str) -> str:
    """One form for one name: case, ё, spaces, dots and Latin letters among Russian ones do not tell people apart."""
    name = " ".join(_DOTS.sub(" ", normalise(text)).split())
    return name.translate(LOOKALIKE) if _LATIN.search(name) and _CYRILLIC.search(name) else name


class Persons:
    """One for a file: a person on two of its sheets is one person. keep: names may be put aside. kept: those that
    were, by the number as text; sheets: where they stood."""

    def __init__(self, *, keep: bool = False) -> None:
        self.keep = keep
        self.kept: dict[str, str] = {}
        self.sheets: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._written: dict[int, str] = {}
        self._met: set[tuple[Hashable, int]] = set()

    def number(self, *texts: object) -> int:
        """Of the person these cells name, from 1; 0 where they name nobody."""
        written = " ".join(filter(None, map(plain, texts)))
        name = same_name(written)
        if not any(letter.isalnum() for letter in name):
            return 0
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        if self.keep:
            self._written.setdefault(number, written)
        return number

    def put_aside(self, person: int) -> str:
        """The name of a person a record is made of goes among those kept; the number as text stands for it. "" where
        names are not kept or nobody is named."""
        if person not in self._written:
            return ""
        self.kept[str(person)] = self._written[person]
        return str(person)

    def first(self, where: Hashable, person: int) -> bool:
        """Whether the person is met there for the first time."""
        if (where, person) in self._met:
            return False
        self._met.add((where, person))
        return True
