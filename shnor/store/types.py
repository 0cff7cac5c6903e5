"""What the store hands out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from shnor.datasets import Delivery, Place, Places
from shnor.datasets.places import EARLIER, places_of

Action = Literal["accept", "withdraw", "restore", "approve", "reopen", "decide"]


@dataclass(frozen=True)
class Change:
    """One value of one row that would become another. old None = was empty. places: where the new one stands."""

    key: Mapping[str, object]
    column: str
    old: object
    new: object
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class TableChange:
    """What one kind of a delivery would change. added, unchanged: rows; changed: rows with at least one Change;
    missing: keys of current rows of the same slices that the file no longer has; replaced: current rows that stop
    counting, as the person has answered."""

    kind: str
    added: int
    changed: int
    unchanged: int
    changes: tuple[Change, ...]
    missing: tuple[Mapping[str, object], ...]
    first_added: tuple[Mapping[str, object], ...] = ()
    replaced: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True)
class Preview:
    """A delivery held against the base at a state. Accepted while its rows still are as they were at that state.
    id: accepted at most once. seen: the moment the same bytes were accepted before, if they were."""

    id: str
    base: str
    state: int
    delivery: Delivery
    tables: tuple[TableChange, ...]
    seen: datetime | None = None

    @property
    def empty(self) -> bool:
        """Nothing would change."""
        return all(not table.added and not table.changed and not table.replaced for table in self.tables)


@dataclass(frozen=True)
class Moved:
    """What files have touched since a state. newest: the last of their lines, 0 = none. schools: kind → codes of the
    schools whose rows they hold; "" = the municipality's own, and of a kind without schools."""

    newest: int
    schools: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Upload:
    """An accepted file. live: its newest action is not a withdrawal. state: of its acceptance; moment: UTC."""

    id: int
    file: str
    sha256: str
    kinds: tuple[str, ...]
    school: str
    period: str
    state: int
    moment: datetime
    who: str
    note: str
    live: bool
    rows: int


@dataclass(frozen=True)
class Unseen:
    """A file that is accepted and not shown to those above its school yet. month: of its report, else of its
    acceptance. since: the first day it is shown on."""

    upload: int
    school: str
    month: date
    since: date
    kinds: frozenset[str]


@dataclass(frozen=True)
class Report:
    """A file of one school for one period. moment: of its acceptance, UTC; sheets: names of those that were kept."""

    upload: int
    school_id: str
    period: str
    moment: datetime
    sheets: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A line of the journal. month: for approve and reopen."""

    state: int
    moment: datetime
    who: str
    action: Action
    upload: int | None
    month: date | None
    note: str


@dataclass(frozen=True)
class Origin:
    """Where a stored row came from. cell: by which it is known on its sheet. tables: where the values of its table
    stand, by sheet; empty for a file accepted by a version that did not keep it. before: the row the file left columns
    alone in."""

    src: int
    kind: str
    upload: int
    file: str
    sheet: str
    row: int
    cell: str
    moment: datetime
    tables: Mapping[str, Places] = field(default_factory=dict, repr=False)
    before: "Origin | None" = field(default=None, repr=False)

    @property
    def known_by(self) -> tuple[Place, ...]:
        """The cells it is known by, whatever is known of its values."""
        return places_of({}, "", self.sheet, self.cell)

    def of(self, column: str) -> "Origin":
        """The row a value was read in: an older one where the file says nothing of the column."""
        kept = any(spot.words == EARLIER for table in self.tables.values() for spot in table.columns.get(column, ()))
        return self.before.of(column) if kept and self.before else self

    def places(self, column: str) -> tuple[Place, ...]:
        """The cells a value was read from, on the sheets of `of(column).upload`."""
        row = self.of(column)
        return places_of(row.tables, column, row.sheet, row.cell)
