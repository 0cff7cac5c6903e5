"""The sheet a value stands on, opened around it: its row and its column with their heads at once in sight."""

import re

import streamlit as st

from shnor import wording
from shnor.datasets import Grid, Places
from shnor.store import View
from shnor.ui.kit import around, grids, html
from shnor.ui.run import cache
from shnor.ui.run.session import Session

_CELL = re.compile(r"[A-Z]{1,3}\d+")


def grid(session: Session, upload: int, name: str, cells: str) -> None:
    """The sheet as it was read, around the marked cells."""
    kept, tables = cache.built(session, _sheet, upload, name)
    if kept is None:
        html.text("Лист не сохранён: строка внесена вручную или лист пуст.")
        return
    marked = _CELL.findall(cells)
    rows, columns = around.rows(kept, tables, marked), around.columns(kept, tables, marked)
    grids.show(kept, marked, rows, columns)
    if not marked or (len(rows) == len(kept.cells) and len(columns) == around.width(kept)):
        return
    with st.expander(f"Весь лист: {wording.counted(len(kept.cells), 'строка')}"):
        grids.show(kept, marked)


def _sheet(view: View, upload: int, name: str) -> tuple[Grid | None, list[Places]]:
    kept = view.grid(upload, name)
    return kept, view.tables(upload, name) if kept else []
