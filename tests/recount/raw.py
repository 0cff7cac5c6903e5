"""The files of an example as sheets of cells. Knows no kind of table and nothing of the program."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

Row = dict[str, Any]


@dataclass(frozen=True)
class Sheet:
    """arrived: the day its file came. cells: rows of values, as long as the widest."""

    file: str
    arrived: date
    title: str
    cells: tuple[tuple[Any, ...], ...]

    @property
    def head(self) -> str:
        return str(self.cells[0][0] or "")

    def rows(self, first: str) -> list[Row]:
        """Rows under the header whose first cell is this one, by the text of the header; empty rows are left out."""
        top = next((place for place, cells in enumerate(self.cells) if cells[0] == first), None)
        if top is None:
            return []
        names = [str(name or "") for name in self.cells[top]]
        return [dict(zip(names, cells, strict=True)) for cells in self.cells[top + 1:] if any(
            value is not None for value in cells)]

    def beside(self, label: str) -> Any:
        """What stands in the next cell of a label in the first column."""
        return next((cells[1] for cells in self.cells if cells[0] == label), None)


@dataclass(frozen=True)
class Files:
    """Sheets in the order their files came."""

    sheets: tuple[Sheet, ...]

    def named(self, *starts: str) -> list[Sheet]:
        """Sheets of files whose name begins with one of these."""
        return [sheet for sheet in self.sheets if sheet.file.startswith(starts)]


def read(files: Iterable[tuple[Path, date]]) -> Files:
    return Files(tuple(sheet for path, arrived in files for sheet in _sheets(path, arrived)))


def _sheets(path: Path, arrived: date) -> Iterator[Sheet]:
    if path.suffix == ".csv":
        lines = list(csv.reader(io.StringIO(path.read_bytes().decode("cp1251")), delimiter=";"))
        yield Sheet(path.name, arrived, "", tuple(tuple(value or None for value in line) for line in lines))
        return
    for sheet in load_workbook(path):
        yield Sheet(path.name, arrived, sheet.title, tuple(sheet.iter_rows(values_only=True)))
