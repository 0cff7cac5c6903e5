"""A sheet as it was read, with the cells that matter marked."""

from collections.abc import Collection
from datetime import date, datetime
from html import escape

from shnor.datasets import Grid, Value, a1, column_letters
from shnor.ui.kit import html

ROWS, COLUMNS = 400, 40


def show(grid: Grid, marked: Collection[str] = (), rows: Collection[int] | None = None) -> None:
    """rows: numbers from 0 of the rows to show; None = all (up to a limit)."""
    wanted = sorted(rows) if rows is not None else range(min(len(grid.cells), ROWS))
    width = min(COLUMNS, max((len(row) for row in grid.cells), default=0))
    covered, spans = _merged(grid, set(wanted), width)
    head = "".join(f"<th>{column_letters(column)}</th>" for column in range(width))
    lines = "".join(_line(grid, row, width, marked, covered, spans) for row in wanted)
    html.show(f"<div class='shnor-scroll'><table class='shnor-grid'><tr><th></th>{head}</tr>{lines}</table></div>")
    if rows is None and len(grid.cells) > ROWS:
        html.text(f"Показаны первые {ROWS} строк из {len(grid.cells)}.", mark="shnor-small")


def _line(grid: Grid, row: int, width: int, marked: Collection[str], covered: set, spans: dict) -> str:
    cells = ""
    for column in range(width):
        if (row, column) in covered:
            continue
        hit = " class='shnor-cellhit'" if a1(row, column) in marked else ""
        cells += f"<td{hit}{spans.get((row, column), '')}>{escape(value_text(grid.at(row, column)))}</td>"
    return f"<tr><th>{row + 1}</th>{cells}</tr>"


def _merged(grid: Grid, rows: set[int], width: int) -> tuple[set[tuple[int, int]], dict[tuple[int, int], str]]:
    covered: set[tuple[int, int]] = set()
    spans: dict[tuple[int, int], str] = {}
    for top, left, bottom, right in grid.merged:
        if left >= width or not set(range(top, bottom + 1)) <= rows:
            continue
        right = min(right, width - 1)
        covered |= {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)} - {(top, left)}
        spans[top, left] = f" rowspan='{bottom - top + 1}' colspan='{right - left + 1}'"
    return covered, spans


def value_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value)
