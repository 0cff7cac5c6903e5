"""What is written into a form, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Target(NamedTuple):
    """A cell: a sheet by its name, of a document «Таблица 1»; its address."""

    sheet: str
    address: str


Value = int | float | str | None
"""None: the cell is left empty."""
Values = Mapping[Target, Value]
NO_SHEET, NO_CELL, PROTECTED, FORMULA = ("такого листа в форме нет", "такой ячейки в форме нет", "ячейка защищена",
                                         "на формуле этой ячейки стоят другие")


@dataclass(frozen=True)
class Filled:
    """data: the file. written: how many cells. left: a cell that could not be written → why, in words."""

    data: bytes = field(repr=False)
    written: int
    left: Mapping[Target, str]
