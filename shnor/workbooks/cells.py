"""How a value of ours stands in a cell of a file people open: typed, and never a formula. A school named
«=HYPERLINK(…)» stays the text it is, also after somebody edits the cell."""

from datetime import date, datetime

from openpyxl.cell.cell import Cell

from shnor.workbooks import style
from shnor.workbooks.texts import harmless

WHOLE, SHARE, NUMBER = "#,##0", "0.0%", "#,##0.00"
"""Formats a Russian office shows with its own comma and space."""
LONGEST = 32_767
"""Signs a cell of Excel holds."""
Value = str | int | float | date | None


def write(cell: Cell, value: Value, number_format: str = "") -> Cell:
    """The value in its own type. number_format: of a number that is not a plain one, of a share SHARE."""
    if isinstance(value, str):
        cell.value = value[:LONGEST]
        harmless(cell)
        return cell
    cell.value = value
    if isinstance(value, datetime | date):
        cell.number_format = number_format or style.DATE
    elif value is not None:
        cell.number_format = number_format or (WHOLE if isinstance(value, int) else NUMBER)
    return cell
