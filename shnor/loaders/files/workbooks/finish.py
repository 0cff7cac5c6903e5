"""What is the same for every reader of workbooks: values as they are handed over, and a sheet with its marks."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from itertools import chain
from typing import Any

from shnor.loaders.files.looks.marks import Marks
from shnor.loaders.files.raw import Plain, Raw, Shown

_EXACT = 2.0 ** 53
_MIDNIGHT = time(0, 0, 1)
"""A day that was computed misses it by a little."""


def restored(value: Plain | time | timedelta) -> Plain:
    """Whole numbers as int, other ones with the fifteen digits a sheet shows (0,1 + 0,2 is 0,3), an empty text as
    None, a moment at midnight as a day, a time and a duration as text."""
    if value == "":
        return None
    if type(value) is float:
        shown = value if value.is_integer() else float(f"{value:.15g}")
        return int(shown) if shown.is_integer() and abs(shown) < _EXACT else shown
    if type(value) is datetime and value.time() < _MIDNIGHT:
        return value.date()
    if isinstance(value, time):
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return value


class _Handed(dict[Any, Plain]):
    """A value of the reader → as it is handed over. Columns have few different values: each is looked at once."""

    def __missing__(self, value: Plain | time | timedelta) -> Plain:
        self[value] = made = restored(value)
        return made


def handed_over(rows: Sequence[Sequence[Plain | time | timedelta]]) -> list[list[Plain]]:
    """The cells of a sheet, one object for equal texts: half the bytes on the way to the parent."""
    handed = _Handed()
    if bool in set(map(type, chain.from_iterable(rows))):  # True would be found under 1
        return [[restored(value) if isinstance(value, bool | float | int) else handed[value] for value in row]
                for row in rows]
    return [list(map(handed.__getitem__, row)) for row in rows]


def finished(name: str, rows: list[list[Plain]], merged: tuple[tuple[int, int, int, int], ...], hidden: bool,
             marks: Marks | None) -> Raw:
    """marks: None where nobody could read them."""
    looks = marks.shown(rows) if marks else Shown(unseen=True)
    width = max(map(len, rows), default=0)
    cells = tuple(tuple(row) if len(row) == width else (*row, *[None] * (width - len(row))) for row in rows)
    return Raw(name, cells, merged or tuple(sorted(marks.merged if marks else ())), hidden, looks=looks)
