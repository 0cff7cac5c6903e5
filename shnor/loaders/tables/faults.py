"""Cells of a table that hold no value although the sender sees something there: errors and formulas nobody computed.
They are spoken of before anything is read from them, and nothing is stored of them."""

from collections.abc import Iterator
from operator import itemgetter

from shnor.datasets import Value, a1
from shnor.datasets.looks import cells_of
from shnor.loaders.issues.findings import Findings
from shnor.loaders.tables.body import Body, Part
from shnor.loaders.types import Choice
from shnor.loaders.words.headers import plain
from shnor.loaders.words.values import is_error

LOST = "формулы без значения"
_EMPTY = Choice("Оставить пустыми", "оставить пустыми")
_MOST = 12


def tell(body: Body, findings: Findings) -> None:
    _errors(body, findings)
    for part in {part.grid.sheet: part for part in body.parts}.values():
        _lost(body, part.grid.sheet, findings)


def _errors(body: Body, findings: Findings) -> None:
    """An error in any column that is read, whatever its type; the cell is empty from here on."""
    for index, part in enumerate(body.parts):
        of_part = [row for row, at in enumerate(body.of_part) if at == index]
        rows = [body.rows[row] for row in of_part]
        width = min(map(len, rows), default=0)
        for column, title in _titles(body, part).items():
            if column < width and not _any_error(set(map(itemgetter(column), rows))):
                continue
            for row in of_part:
                value = body.rows[row][column] if column < len(body.rows[row]) else None
                if type(value) is str and is_error(value):
                    findings.add("cell-error", part.grid.sheet, a1(body.numbers[row], column), plain(value),
                                 column=title)
                    body.rows[row] = (*body.rows[row][:column], None, *body.rows[row][column + 1:])


def _any_error(values: set[Value]) -> bool:
    return any(type(value) is str and is_error(value) for value in values)


def _titles(body: Body, part: Part) -> dict[int, str]:
    """Columns that are read → how to call them."""
    named = {column: body.kind[name].title for name, column in part.match.columns.items()}
    return named | {column: _heading(part, column) or period for column, period in part.match.periods.items()}


def _heading(part: Part, column: int) -> str:
    """The lowest text over a column; a row that counts the columns has none."""
    rows = range(part.match.first_row - 1, part.match.header_row - 1, -1)
    texts = [plain(part.grid.at(row, column)) for row in rows]
    return next((text for text in texts if len(text) > 2), "")


def _lost(body: Body, sheet: str, findings: Findings) -> None:
    """One word a sheet; an error where a row cannot be stored without the cell."""
    cells = sorted({(row, column, name) for part in body.parts if part.grid.sheet == sheet
                    for row, column, name in _lost_cells(body, part)})
    if not cells:
        return
    places = [a1(row, column) for row, column, _ in cells]
    needed = any(name and body.kind[name].required for *_, name in cells)
    answer = findings.answers.get((sheet, LOST))
    for place, (*_, name) in zip(places, cells, strict=True):
        if not name or name != body.kind.school:  # whose row it is can be answered, so that is asked as well
            findings.settle(sheet, place)
    if answer is None or needed:
        listed = ", ".join(places[:_MOST]) + (f" и ещё {len(places) - _MOST}" if len(places) > _MOST else "")
        findings.add("formula-needed" if needed else "formula-lost", sheet, "",
                     choices=() if needed else (_EMPTY,), topic=LOST, cells=listed)


def _lost_cells(body: Body, part: Part) -> Iterator[tuple[int, int, str]]:
    """(row, column, name of the column, "" = a period) in rows of records, and in rows that hold nothing else."""
    lost = part.grid.looks.lost
    if not lost:
        return
    names: dict[int, str] = dict.fromkeys(part.match.periods, "") | {
        column: name for name, column in part.match.columns.items()}
    index = next(index for index, other in enumerate(body.parts) if other is part)
    taken = {number for number, at in zip(body.numbers, body.of_part, strict=True) if at == index}
    aside = {row for one in body.aside if one.grid is part.grid for row in one.rows}
    for row, column in cells_of(lost):
        if column in names and part.grid.at(row, column) is None and row not in aside and (
                row in taken or (row >= part.match.first_row and _is_empty(part.grid.cells[row]))):
            yield row, column, names[column]


def _is_empty(cells: tuple[Value, ...]) -> bool:
    return not any(map(plain, cells))
