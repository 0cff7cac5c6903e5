"""The rows behind a figure of any topic, and the sheet one of them stands on."""

import re
from collections.abc import Mapping
from datetime import date

import streamlit as st

from shnor import wording
from shnor.datasets import KINDS, Column, Grid, Kind
from shnor.service.figures import roadmap
from shnor.service.figures.sources import Behind, Row
from shnor.store import Origin, View
from shnor.ui.kit import grids, html
from shnor.ui.kit.html import Cell
from shnor.ui.kit.links import to_cells
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.roadmap import parts

COLUMNS = 9
DERIVED = ("day", "known_on", "month", "year", "same", "school_codes")
"""Columns we made from others: they stand for counting, not for reading."""
HEAD, AROUND = 4, 3


def table(session: Session, kind: str, behind: Behind) -> None:
    """Each row with its file and cell."""
    if not behind.rows:
        html.text("Таких строк нет.")
        return
    html.text(wording.counted(behind.total, "строка"), mark="shnor-small")
    if kind == "roadmap":
        _deadlines(session, behind)
    else:
        _stored(session, KINDS[kind], behind)
    if behind.total > len(behind.rows):
        html.text(f"Показаны первые {len(behind.rows)}.", mark="shnor-small")


def _deadlines(session: Session, behind: Behind) -> None:
    """A deadline stands where its plan and its report put it: both are shown."""
    html.table(["№", "Мероприятие", "Срок", "Где сейчас", "План: файл и ячейка", "Отчёт: файл и ячейка"],
               [[deadline.number, deadline.activity or "", parts.deadline_text(deadline), parts.standing(deadline),
                 origin(session, row.origin), origin(session, row.rests[0]) if row.rests else "отчёта нет"]
                for row in behind.rows for deadline in [roadmap.deadline(row.cells)]])


def _stored(session: Session, kind: Kind, behind: Behind) -> None:
    """Each row as it is stored."""
    used = [column for column in kind.stored if column.name not in DERIVED
            and any(row.cells.get(column.name) not in (None, "") for row in behind.rows)][:COLUMNS]
    html.table([*(column.title for column in used), "Файл и ячейка"],
               [[*(_value(column, row.cells.get(column.name), behind.schools) for column in used),
                 origin(session, row.origin)] for row in behind.rows],
               numbers=[n for n, column in enumerate(used) if column.type in ("whole", "number")])


def title(row: Row) -> str:
    """«1.2 Семинар: не выполнено — План»"""
    deadline = roadmap.deadline(row.cells)
    words = " ".join(filter(None, (deadline.number, deadline.activity)))
    return f"{words}: {deadline.standing_in_words} — {deadline.plan}"


def condition(kind: Kind, name: str, value: str | tuple[str, ...], titles: Mapping[str, str]) -> str:
    """A condition as people read it; a month, the end of a span of days, a number with what it counts among them."""
    column, _, side = name.partition("__")
    texts = value if isinstance(value, tuple) else (value,)
    if side:
        return f"{'с' if side == 'from' else 'по'} {wording.day(date.fromisoformat(texts[0]))}"
    if column == "month":
        return ", ".join(wording.month(date.fromisoformat(text)) for text in texts)
    counted = next((one.title.lower() for one in kind.columns if one.name == column and one.type == "whole"), "")
    return f"{counted} {', '.join(titles.get(text, text) for text in texts)}".strip()


def _value(column: Column, value: object, schools: Mapping[str, str]) -> str:
    if value is None:
        return ""
    if column.personal == "key":
        return "педагог" if value else ""
    if column.type == "school":
        return schools.get(str(value), str(value)) or "не указана"
    if column.type == "choice":
        return column.choices.get(str(value), str(value))
    if isinstance(value, int | float):
        return str(value) if column.name == "year" else wording.number(value)
    if column.type == "period":
        return wording.period(str(value))
    return wording.day(value) if isinstance(value, date) else str(value)


def origin(session: Session, at: Origin) -> Cell:
    """The file, sheet and cell of a row, leading to the sheet."""
    sheet, cell = place(at.sheet, at.cell)
    return to_cells(session, f"«{at.file}», {grids.place(sheet, cell, at.file)}", at.upload, sheet, cell)


def cells(session: Session, row: Row) -> None:
    """The sheets behind one row, opened at once."""
    for words, at in zip(("План", "Отчёт") if row.rests else ("Файл",), (row.origin, *row.rests), strict=False):
        st.header(f"{words}: «{at.file}»")
        grid(session, at.upload, *place(at.sheet, at.cell))


def grid(session: Session, upload: int, name: str, cell: str) -> None:
    """The sheet as it was read, around the marked cells."""
    kept = cache.built(session, _grid, upload, name)
    if kept is None:
        html.text("Лист не сохранён: строка внесена вручную или лист пуст.")
        return
    marked = set(re.findall(r"[A-Z]+\d+", cell))
    shown = _near(marked, len(kept.cells))
    grids.show(kept, marked, shown)
    if len(shown) < len(kept.cells):
        with st.expander(f"Весь лист: {wording.counted(len(kept.cells), 'строка')}"):
            grids.show(kept, marked)


def _grid(view: View, upload: int, name: str) -> Grid | None:
    return view.grid(upload, name)


def _near(marked: set[str], height: int) -> set[int]:
    """The head of the sheet and what stands around the marked cells, so that they are seen at once."""
    hits = [int(re.sub(r"\D", "", cell)) - 1 for cell in marked]
    around = {row for hit in hits for row in range(hit - AROUND, hit + AROUND + 1)}
    return {row for row in {*range(HEAD), *around} if 0 <= row < height} if hits else set(range(height))


def place(sheet: str, cell: str) -> tuple[str, str]:
    """A table that goes on on another sheet says so in the address: «Таблица 2!G1»."""
    other, mark, address = cell.rpartition("!")
    return (other, address) if mark else (sheet, cell)
