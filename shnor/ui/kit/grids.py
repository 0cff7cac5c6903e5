"""A sheet as it was read, with the cells that matter marked."""

import re
from collections.abc import Collection
from datetime import date, datetime
from pathlib import PurePath

from markupsafe import Markup

from shnor.datasets import Grid, Value, a1, column_letters
from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, joined, tag
from shnor.wording import small

ROWS, COLUMNS = 400, 40
HIT = Markup(" class='shnor-cellhit'")
TEXTS = (".csv", ".txt", ".tsv")
_TABLE = re.compile(r"Таблица \d+")
Place = tuple[int, int]
"""Row and column, from 0."""


def show(grid: Grid, marked: Collection[str] = (), rows: Collection[int] | None = None) -> None:
    """rows: numbers from 0 of the rows to show; None = all (up to a limit)."""
    wanted = sorted(rows) if rows is not None else list(range(min(len(grid.cells), ROWS)))
    width = min(COLUMNS, max((len(row) for row in grid.cells), default=0))
    covered, spans = _merged(grid, set(wanted), width)
    head = joined(tag("<th>{}</th>", column_letters(column)) for column in range(width))
    lines = joined(_line(grid, row, width, marked, covered, spans) for row in wanted)
    html.show(tag("<div class='shnor-scroll'><table class='shnor-grid'><tr><th></th>{}</tr>{}</table></div>",
                  head, lines))
    if rows is None and len(grid.cells) > ROWS:
        html.text(f"Показаны первые {ROWS} строк из {len(grid.cells)}.", mark="shnor-small")


def place(sheet: str, cell: str, file: str = "") -> str:
    """«лист «Отчёт», C2»; a table of a document is «таблица 2, C2», the one of a text is not named."""
    ours = _TABLE.fullmatch(sheet)
    text = PurePath(file).suffix.lower() in TEXTS
    named = f"лист «{sheet}»" if sheet and not ours else "" if text else small(sheet)
    return ", ".join(filter(None, (named, cell)))


def _line(grid: Grid, row: int, width: int, marked: Collection[str], covered: set[Place],
          spans: dict[Place, Markup]) -> Markup:
    cells = joined(tag("<td{}{}>{}</td>", HIT if a1(row, column) in marked else NOTHING,
                       spans.get((row, column), NOTHING), value_text(grid.at(row, column)))
                   for column in range(width) if (row, column) not in covered)
    return tag("<tr><th>{}</th>{}</tr>", row + 1, cells)


def _merged(grid: Grid, rows: set[int], width: int) -> tuple[set[Place], dict[Place, Markup]]:
    covered: set[Place] = set()
    spans: dict[Place, Markup] = {}
    for top, left, bottom, right in grid.merged:
        if left >= width or not set(range(top, bottom + 1)) <= rows:
            continue
        right = min(right, width - 1)
        covered |= {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)} - {(top, left)}
        spans[top, left] = tag(" rowspan='{}' colspan='{}'", bottom - top + 1, right - left + 1)
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
