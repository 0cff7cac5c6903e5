"""Figures side by side, one a year or a wave, each with the choice of rows that leads back to it."""

from dataclasses import dataclass

from shnor.metrics import Figure
from shnor.metrics.change import Change
from shnor.service.figures.rows import Where


@dataclass(frozen=True)
class Cell:
    """A figure and the choice of rows that leads back to it."""

    figure: Figure
    where: Where


@dataclass(frozen=True)
class Line:
    """A figure a year or a wave, in the order of the page (None: no rows), and the change between the last two that can
    be compared. school_id: of whom, where the line is of a school."""

    name: str
    cells: tuple[Cell | None, ...]
    change: Change | None
    school_id: str = ""
