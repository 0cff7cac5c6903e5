"""The marks of one sheet while it is read, and how they come to stand in its cells."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from shnor.datasets.limits import SHEET_COLUMNS
from shnor.datasets.looks import SHOWN_ERRORS
from shnor.loaders.files.raw import Plain, Shown

Cell = tuple[int, int]
"""Row and column from 0."""


@dataclass
class Marks:
    """percent: numbers shown in percent; zeros: whole numbers shown with zeros before them → how many digits; errors:
    cell → the error people see; merged: ranges, where the fast reader does not tell them; the rest as in
    datasets.Looks."""

    hidden_rows: set[int] = field(default_factory=set)
    filtered: bool = False
    hidden_columns: set[int] = field(default_factory=set)
    struck: list[Cell] = field(default_factory=list)
    percent: list[Cell] = field(default_factory=list)
    lost: list[Cell] = field(default_factory=list)
    zeros: dict[Cell, int] = field(default_factory=dict)
    errors: dict[Cell, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    unseen: bool = False

    def shown(self, rows: list[list[Plain]]) -> Shown:
        """Hand over what concerns cells that are there; percents and errors are written into the rows."""
        for (row, column), text in self.errors.items():
            _put(rows, row, column, text)
        for row, column in self.percent:
            if type(value := _at(rows, row, column)) in (int, float):
                rows[row][column] = percent(value)  # type: ignore[arg-type]
        for (row, column), digits in self.zeros.items():
            if type(value := _at(rows, row, column)) is int and 0 <= value < 10 ** (digits - 1):  # type: ignore[operator]
                rows[row][column] = f"{value:0{digits}}"
        for cell in self.lost:
            _put(rows, *cell, None)  # a zero nobody computed, the column of a row of lost formulas alone
        height = len(rows)
        width = max(map(len, rows), default=0)
        return Shown(
            frozenset(row for row in self.hidden_rows if row < height), self.filtered,
            frozenset(column for column in self.hidden_columns if column < width),
            areas_of(cell for cell in self.struck if _at(rows, *cell) is not None), areas_of(self.lost), self.unseen)


def _at(rows: list[list[Plain]], row: int, column: int) -> Plain:
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else None


def _put(rows: list[list[Plain]], row: int, column: int, value: Plain) -> None:
    """Also beyond what a reader returned: it cuts off what it takes for empty."""
    if column >= SHEET_COLUMNS or row >= len(rows) + 1000:
        return
    while row >= len(rows):
        rows.append([])
    rows[row] += [None] * (column + 1 - len(rows[row]))
    rows[row][column] = value


def percent(value: float) -> str:
    """«98%» from 0.98, with as many digits as it has: Excel may show fewer."""
    return f"{round(value * 100, 8):.10g}".replace(".", ",") + "%"


def as_seen(error: str) -> str:
    return SHOWN_ERRORS.get(error.strip().upper(), error.strip())


def is_percent(code: str) -> bool:
    """Whether a number format shows percents: a «%» outside of quotes and escapes, in its part for positive
    numbers."""
    plain, quoted, skip = "", False, False
    for sign in code.partition(";")[0]:
        if skip:
            skip = False
        elif sign in "\\_*" and not quoted:
            skip = True
        elif sign == '"':
            quoted = not quoted
        elif not quoted:
            plain += sign
    return "%" in plain


def digits_of(code: str) -> int:
    """How many digits a format like «0000» shows at least: codes of schools keep their zeros so; 0 for any other."""
    return len(code) if len(code) > 1 and set(code) == {"0"} else 0


def areas_of(cells: Iterable[Cell]) -> tuple[tuple[int, int, int, int], ...]:
    """Cells as runs down their columns."""
    runs: list[list[int]] = []
    for row, column in sorted(set(cells), key=lambda cell: (cell[1], cell[0])):
        if runs and runs[-1][1] == column and runs[-1][2] == row - 1:
            runs[-1][2] = row
        else:
            runs.append([row, column, row, column])
    return tuple(sorted((first, left, last, right) for first, left, last, right in runs))
