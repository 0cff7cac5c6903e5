"""A text is a text in every file we write, whatever it begins with: a school named «=HYPERLINK(…)» is no formula, also
after somebody has edited its cell. `style.saved` passes every cell through here."""

from openpyxl.cell.cell import Cell

BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula."""
AS_TEXT = "@"


def harmless(cell: Cell) -> None:
    """Only of a text that begins so; none of our workbooks holds a formula."""
    if isinstance(cell.value, str) and cell.value.startswith(BEGINNINGS):
        cell.data_type = "s"
        cell.number_format = AS_TEXT
        cell.quotePrefix = True
