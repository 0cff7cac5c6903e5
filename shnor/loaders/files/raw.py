"""What the reading process sends back: a grid before it is a Grid, so that the process imports next to nothing."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from shnor.datasets.limits import HEADING_LINES

Plain = str | float | int | bool | date | datetime | None


class Shown(NamedTuple):
    """The fields of datasets.Looks in their order."""

    hidden_rows: frozenset[int] = frozenset()
    filtered: bool = False
    hidden_columns: frozenset[int] = frozenset()
    struck: tuple[tuple[int, int, int, int], ...] = ()
    lost: tuple[tuple[int, int, int, int], ...] = ()
    unseen: bool = False


class Raw(NamedTuple):
    """The fields of datasets.Grid of the same names."""

    sheet: str
    cells: tuple[tuple[Plain, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    heading: str = ""
    looks: Shown = Shown()


class Failed(Exception):
    """Reading stopped for a reason known by name: password | no-tables | typed-table | old-word | memory."""


def heading_of(above: Iterable[str]) -> str:
    """The last lines with text above a table."""
    return "\n".join([line for line in above if line.strip()][-HEADING_LINES:])
