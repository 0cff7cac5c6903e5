"""A sheet as it was read, with the cells that matter marked."""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime
from itertools import pairwise
from pathlib import PurePath

from markupsafe import Markup

from shnor.datasets import Grid, Value, a1, column_letters
from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, joined, tag
from shnor.wording import small

ROWS, COLUMNS, LONGEST = 400, 40, 60
HIT = Markup(" class='shnor-cellhit'")
GAP = Markup("<td class='shnor-gap'>…</td>")
TEXTS = (".csv", ".txt", ".tsv")
_TABLE = re.compile(r"Таблица \d+")
Place = tuple[int, int]
"""Row and column, from 0."""


def show(grid: Grid, marked: Collection[str] = (), rows: Collection[int] | None = None,
         columns: Collection[int] | None = None) -> None:
    """See `grid_html`."""
    html.show(grid_html(grid, marked, rows, columns))
    if rows is None and len(grid.cells) > ROWS:
        html.text(f"Показаны первые {ROWS} строк из {len(grid.cells)}.", mark="shnor-small")


def grid_html(grid: Grid, marked: Collection[str] = (), rows: Collection[int] | None = None,
              columns: Collection[int] | None = None) -> Markup:
    """rows, columns: numbers from 0 of those to show; None = all (up to a limit). Of a part of the columns long texts
    are shortened: the sheet as a whole has them."""
    wanted = sorted(rows) if rows is not None else list(range(min(len(grid.cells), ROWS)))
    width = max((len(row) for row in grid.cells), default=0)
    across = sorted(columns) if columns is not None else list(range(min(COLUMNS, width)))
    covered, spans = _merged(grid, wanted, across)
    head = joined(GAP if gap else tag("<th>{}</th>", column_letters(column)) for column, gap in _with_gaps(across))
    lines = []
    for row, gap in _with_gaps(wanted):
        lines.append(tag("<tr>{}</tr>", joined([GAP] * (len(_with_gaps(across)) + 1))) if gap else
                     _line(grid, row, across, marked, covered, spans, columns is not None))
    return tag("<div class='shnor-scroll'><table class='shnor-grid'><tr><th></th>{}</tr>{}</table></div>",
               head, joined(lines))


def place(sheet: str, cell: str, file: str = "") -> str:
    """«лист «Отчёт», C2»; a table of a document is «таблица 2, C2», the one of a text is not named."""
    ours = _TABLE.fullmatch(sheet)
    text = PurePath(file).suffix.lower() in TEXTS
    named = f"лист «{sheet}»" if sheet and not ours else "" if text else small(sheet)
    return ", ".join(filter(None, (named, cell)))


def _with_gaps(numbers: Sequence[int]) -> list[tuple[int, bool]]:
    """Numbers, and where some between two of them are left out, a gap (True)."""
    found = [(number, False) for number in numbers[:1]]
    for before, number in pairwise(numbers):
        found += [(number, True)] * (number > before + 1) + [(number, False)]
    return found


def _line(grid: Grid, row: int, across: Sequence[int], marked: Collection[str], covered: set[Place],
          spans: dict[Place, tuple[Markup, Value]], short: bool) -> Markup:
    cells = []
    for column, gap in _with_gaps(across):
        if gap:
            cells.append(GAP)
        elif (row, column) not in covered:
            span, value = spans.get((row, column), (NOTHING, grid.at(row, column)))
            hit = a1(row, column) in marked
            cells.append(tag("<td data-cell='{}'{}{}>{}</td>", a1(row, column), HIT if hit else NOTHING, span,
                             _text(grid, row, column, value, short and not hit)))
    return tag("<tr><th>{}</th>{}</tr>", row + 1, joined(cells))


def _text(grid: Grid, row: int, column: int, value: Value, short: bool) -> str:
    text = value_text(value)
    if a1(row, column) in grid.answered:
        text = f"{text} (ответ при приёме: {value_text(grid.answered[a1(row, column)]) or 'пусто'})".strip()
    return f"{text[:LONGEST].rstrip()}…" if short and len(text) > LONGEST else text


def _merged(grid: Grid, rows: Sequence[int],
            across: Sequence[int]) -> tuple[set[Place], dict[Place, tuple[Markup, Value]]]:
    """Cells another one covers; first cell of a merged area that is shown → how far it goes, what stands in it."""
    covered: set[Place] = set()
    spans: dict[Place, tuple[Markup, Value]] = {}
    for top, left, bottom, right in grid.merged:
        inside, wide = _first_run(rows, top, bottom), _first_run(across, left, right)
        if not inside or not wide:
            continue
        covered |= {(row, column) for row in inside for column in wide} - {(inside[0], wide[0])}
        spans[inside[0], wide[0]] = (tag(" rowspan='{}' colspan='{}'", len(inside), len(wide)), grid.at(top, left))
    return covered, spans


def _first_run(numbers: Sequence[int], first: int, last: int) -> list[int]:
    """Those from first to last that stand side by side, from the first of them on."""
    inside = [number for number in numbers if first <= number <= last]
    return [number for place, number in enumerate(inside) if number == inside[0] + place]


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
