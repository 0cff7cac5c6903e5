"""The workbook inside a chart: the numbers of its points, what is drawn first, then what the points are made of; where
a chart needs a number that is no point's, a formula of theirs. No address, no note, no name of who made it."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from shnor.charts.facts import Point

NAME = "Лист1"
"""As Office in Russian calls the sheet of a new chart."""
Number = float | int | None


@dataclass(frozen=True)
class Column:
    """cells: a number a row, None = an empty cell. formula: how each is made of the others, {n} the number of its row;
    then the cells are its results. shown: format of numbers."""

    head: str
    cells: tuple[Number, ...]
    formula: str = ""
    shown: str = "General"


@dataclass(frozen=True)
class Sheet:
    """rows: what the numbers of each row stand over. corner: the empty cell above them."""

    rows: tuple[str, ...]
    columns: tuple[Column, ...]
    corner: str = ""

    def ref(self, place: int) -> str:
        """The cells of a column as a chart names them."""
        return f"{NAME}!${letter(place)}$2:${letter(place)}${len(self.rows) + 1}"

    def bytes(self, day: date) -> bytes:
        """The file. day: it is dated so."""
        out = io.BytesIO()
        book = Workbook(out, {"in_memory": True})
        book.set_properties({"created": datetime.combine(day, time())})
        page = book.add_worksheet(NAME)
        page.set_column(0, 0, 28)
        page.set_column(1, len(self.columns), 14)
        if self.corner:
            page.write_string(0, 0, self.corner)
        lines = book.add_format({"text_wrap": True, "valign": "top"})
        for row, name in enumerate(self.rows):
            page.write_string(row + 1, 0, name, lines)
        for place, column in enumerate(self.columns):
            page.write_string(0, place + 1, column.head)
            shown = book.add_format({"num_format": column.shown})
            for row, value in enumerate(column.cells):
                if value is not None and column.formula:
                    page.write_formula(row + 1, place + 1, column.formula.format(n=row + 2), shown, value)
                elif value is not None:
                    page.write_number(row + 1, place + 1, value, shown)
        book.close()
        return out.getvalue()


def reach(columns: list[Column], value: int, low: int, high: int, name: str) -> tuple[int, int]:
    """Adds how far it is from each value down to its low and up to its high end, as formulas over those columns.
    Returns the places of the two, down first. An end on the other side of the value is no way."""
    down = _way(columns, f"{name}: вниз", low, value)
    return down, _way(columns, f"{name}: вверх", value, high)


def _way(columns: list[Column], head: str, start: int, end: int) -> int:
    cells = tuple(None if low is None or high is None else max(high - low, 0.0)
                  for low, high in zip(columns[start].cells, columns[end].cells, strict=True))
    columns.append(Column(head, cells, f"=MAX({letter(end)}{{n}}-{letter(start)}{{n}},0)"))
    return len(columns) - 1


def letter(place: int) -> str:
    """The column of the sheet with this number among those of numbers."""
    return str(xl_col_to_name(place + 1))


_OF: Sequence[tuple[str, Callable[[Point], Number]]] = (
    ("низ", lambda point: point.low), ("верх", lambda point: point.high), ("k", lambda point: point.k),
    ("n", lambda point: point.n))


def made_of(name: str, points: Sequence[Point | None], *, shown: str) -> list[Column]:
    """What the points of a series are made of, as far as they know it: ends of the interval, counts. A count that is
    drawn itself does not stand there twice."""
    found = []
    for what, read in _OF:
        cells = tuple(None if point is None else read(point) for point in points)
        values = tuple(None if point is None else point.value for point in points)
        if any(cell is not None for cell in cells) and cells != values:
            found.append(Column(f"{name}: {what}" if name else what, cells, "",
                                shown if what in ("низ", "верх") else "General"))
    return found
