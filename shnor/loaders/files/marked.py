"""The user's own workbook back, with the cells that need a look coloured and explained."""

import contextlib
import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.exceptions import CellCoordinatesException
from openpyxl.worksheet.worksheet import Worksheet

from shnor.datasets.limits import MARKED_CELLS
from shnor.loaders.files.guard import inspect
from shnor.loaders.issues.equal import cells_of
from shnor.loaders.types import Issue
from shnor.workbooks.texts import harmless

SHEET = "Вопросы"
AUTHOR = "Приём отчётов"
"""Of the cells of one issue: a book full of comments opens slowly."""
_FILL = PatternFill("solid", fgColor="FFF59D")
_COLUMNS = (("Лист", 22), ("Ячейка", 10), ("Что в ячейке", 30), ("Что сделать", 90), ("Важность", 14))
_SEVERITY = {"error": "исправить", "question": "уточнить", "warning": "к сведению"}


def marked_copy(name: str, data: bytes, issues: Sequence[Issue]) -> bytes:
    """An xlsx: the same workbook, cells with issues yellow with a comment, and a last sheet «Вопросы» with the list.

    Values, formulas and formats stay. For any other format, or a file that was not read: the list alone.
    """
    book = _opened(name, data)
    _mark(book, issues)
    _list(book.create_sheet(_free_name(book.sheetnames)), issues)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _opened(name: str, data: bytes) -> Workbook:
    # openpyxl is stricter than the reader and fails in many ways: then the list alone is better than nothing
    with contextlib.suppress(Exception):
        accepted = inspect(name, data)
        if accepted.format == "xlsx":
            return load_workbook(io.BytesIO(accepted.data), rich_text=True)
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def _mark(book: Workbook, issues: Iterable[Issue]) -> None:
    messages: dict[tuple[str, str], list[str]] = defaultdict(list)
    for issue in issues:
        if issue.cell and issue.sheet in book.sheetnames and isinstance(book[issue.sheet], Worksheet):
            for address in islice(cells_of(issue.area), MARKED_CELLS) if issue.area else (issue.cell,):
                messages[issue.sheet, address].append(issue.message)
    for (sheet, address), texts in messages.items():
        cell = _visible_cell(book[sheet], address)
        if cell is not None:
            cell.fill = _FILL
            cell.comment = _comment(cell, texts)


def _visible_cell(sheet: Worksheet, address: str) -> Cell | None:
    """Of a merged range only the top left cell can be written to."""
    try:
        sheet[address]
    except (ValueError, CellCoordinatesException, IndexError):
        return None
    cell = sheet[address]
    if not hasattr(cell, "row"):  # «A1:B2»
        return None
    merged = next((area for area in sheet.merged_cells.ranges if address in area), None)
    return sheet.cell(merged.min_row, merged.min_col) if merged else cell


def _comment(cell: Cell, texts: list[str]) -> Comment:
    before = [cell.comment.text] if cell.comment else []
    comment = Comment(_clean("\n".join(before + texts)), AUTHOR)
    comment.width, comment.height = 360, 60 + 40 * len(texts)
    return comment


def _list(sheet: Worksheet, issues: Iterable[Issue]) -> None:
    sheet.append([title for title, _ in _COLUMNS])
    for issue in issues:
        number = sheet.max_row + 1
        texts = (issue.sheet, issue.cell, issue.value, issue.message, _SEVERITY[issue.severity])
        for column, text in enumerate(texts, start=1):
            cell = sheet.cell(number, column)
            cell.value = _clean(text)
            harmless(cell)  # «=1+1» from a school's file must not become a formula here
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell, (_, width) in zip(sheet[1], _COLUMNS, strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = "A2"


def _free_name(taken: Sequence[str]) -> str:
    names = {name.casefold() for name in taken}
    number = 1
    while (name := SHEET if number == 1 else f"{SHEET} {number}").casefold() in names:
        number += 1
    return name


def _clean(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:32_000]
