"""What loaders hand on: grids of cells and batches of records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

import pyarrow as pa

from shnor.datasets.looks import PLAIN, Looks
from shnor.datasets.places import Places

Value = str | float | int | bool | date | datetime | None


@dataclass(frozen=True)
class Grid:
    """One sheet (or one table of a document) as it was read. cells[r][c], r and c from 0; empty is None.
    merged: (first row, first column, last row, last column), from 0, inclusive. heading: the text that stands
    above a table of a document, its last lines; a sheet of a workbook has none. answered: cells for which the person
    who sent the file said something else than stands there, with what was said (None: leave it empty). looks: what is
    hidden, struck out or lost; a cell shown in percent holds the text people see, «98%»."""

    sheet: str
    cells: tuple[tuple[Value, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    heading: str = ""
    answered: Mapping[str, Value] = field(default_factory=dict)
    looks: Looks = PLAIN

    def at(self, row: int, column: int) -> Value:
        """None outside the grid."""
        if 0 <= row < len(self.cells) and 0 <= column < len(self.cells[row]):
            return self.cells[row][column]
        return None


@dataclass(frozen=True)
class Batch:
    """Records of one kind from one table. table: the schema of the kind (stored columns, row, cell), one row a
    record. rows: what people count (a roadmap: activities); len(table) counts records. header_row: from 1. places:
    where its values stand, a sheet each."""

    kind: str
    layout: str
    sheet: str
    header_row: int
    rows: int
    table: pa.Table
    places: tuple[Places, ...] = ()


def column_letters(index: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place_of(address: str) -> tuple[int, int]:
    """Row and column, from 0, of «AA10»."""
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(address[len(letters):]) - 1, column - 1


def a1(row: int, column: int) -> str:
    """Address of a cell, row and column from 0."""
    return f"{column_letters(column)}{row + 1}"
