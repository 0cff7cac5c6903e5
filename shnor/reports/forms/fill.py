"""A form of either kind, filled in."""

from shnor.reports.forms import document, workbook
from shnor.reports.forms.filled import Filled, Values

WAYS = {"xlsx": workbook.fill, "docx": document.fill}


def fill(kind: str, data: bytes, values: Values) -> Filled:
    """kind: xlsx or docx, by its content."""
    return WAYS[kind](data, values)
