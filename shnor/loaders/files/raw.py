"""What the reading process sends back: a grid before it is a Grid, so that the process imports next to nothing."""

from datetime import date, datetime
from typing import NamedTuple

Plain = str | float | int | bool | date | datetime | None


class Raw(NamedTuple):
    """The fields of datasets.Grid in their order."""

    sheet: str
    cells: tuple[tuple[Plain, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    heading: str = ""


class Failed(Exception):
    """Reading stopped for a reason known by name: password | no-tables | typed-table | old-word | memory."""
