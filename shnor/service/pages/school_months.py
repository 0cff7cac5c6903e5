"""Reports of a year, month by month: what the page of a school shows as a row of twelve signs."""

from collections.abc import Mapping
from datetime import date

from shnor.service.month import owed
from shnor.service.month.forms import MONTH, Forms
from shnor.service.month.owed import Cell
from shnor.store import View


def build(view: View, *, day: date, forms: Forms) -> Mapping[str, tuple[Cell, ...]]:
    """School → its monthly report of each month of the year of the day, in order; schools that are asked for none are
    not there."""
    months = [date(day.year, month, 1) for month in range(1, 13)]
    grid = next(grid for grid in owed.grids(view, months, day=day, forms=forms) if grid.form.id == MONTH.id)
    return {line.card.school_id: line.cells for line in grid.lines}
