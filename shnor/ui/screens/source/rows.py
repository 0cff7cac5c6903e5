"""The rows behind a figure of any topic, and the sheet one of them stands on."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from shnor import wording
from shnor.datasets import KINDS, Column, Kind
from shnor.metrics import METRICS, Figure, Metric
from shnor.service.figures import sources
from shnor.service.figures.sources import Behind
from shnor.store import Origin
from shnor.ui.kit import grids, html
from shnor.ui.kit.html import Cell
from shnor.ui.kit.links import to_cells, where_of_address
from shnor.ui.run.session import Session

SHOWN = 300
COLUMNS = 9
DERIVED = ("day", "month", "year", "same", "school_codes")
"""Columns we made from others: they stand for counting, not for reading."""
HEAD, AROUND = 4, 3


def figure(session: Session, metric: Metric, part: str) -> None:
    """What the figure of the address is, how it is counted, and the rows it counts."""
    where = where_of_address()
    with session.store.view(session.scope, session.state) as view:
        behind = sources.rows_behind(view, metric.id, as_of=session.day, where=where, part=part)
    kind = KINDS[next(iter(metric.needs))]
    for found in behind.figures:
        _heading(found, where, behind.schools)
    html.text(f"Как посчитано: {metric.formula}.")
    html.text(f"На {wording.day(session.day)}, состояние базы {session.state}. Источник: {metric.source}. "
              f"Единица счёта: {metric.counted}.", mark="shnor-small")
    table(session, behind, [column for column in kind.stored if column.name not in DERIVED])
    if len(behind.rows) == 1:
        [only] = behind.origins
        html.text(html.Marked(f"«{only.file}»", "shnor-strong"))
        grid(session, only.upload, *place(only.sheet, only.cell))


def _heading(found: Figure, where: Mapping[str, str], schools: Mapping[str, str]) -> None:
    kind = KINDS[next(iter(METRICS[found.metric].needs))]
    chosen = {**where, **found.group}.items()
    said = [_said(kind, name, value) for name, value in chosen if value and name != kind.school]
    titles = {**schools, **{code: title for column in kind.columns for code, title in column.choices.items()}}
    html.text(html.Marked(f"{METRICS[found.metric].title}: {wording.figure_text(found)}", "shnor-strong"),
              f" — {', '.join([found.set, *dict.fromkeys(titles.get(value, value) for value in said)])}",
              mark="shnor-lead")


def _said(kind: Kind, name: str, value: str) -> str:
    """A condition as people read it; a month, the end of a span of days, a number with what it counts among them."""
    column, _, side = name.partition("__")
    if side:
        return f"{'с' if side == 'from' else 'по'} {wording.day(date.fromisoformat(value))}"
    if column == "month":
        return wording.month(date.fromisoformat(value))
    title = next((one.title.lower() for one in kind.columns if one.name == column and one.type == "whole"), "")
    return f"{title} {value.replace(';', ', ')}".strip()


def table(session: Session, behind: Behind, columns: Sequence[Column]) -> None:
    """Each row as it is stored, with its file and cell."""
    if not behind.rows:
        html.text("Таких строк нет.")
        return
    html.text(wording.counted(len(behind.rows), "строка"), mark="shnor-small")
    used = [column for column in columns if any(row.get(column.name) not in (None, "") for row in behind.rows)]
    used = used[:COLUMNS]
    html.table([*(column.title for column in used), "Файл и ячейка"],
               [[*(_value(column, row.get(column.name), behind.schools) for column in used), origin(session, at)]
                for row, at in zip(behind.rows[:SHOWN], behind.origins, strict=False)],
               numbers=[n for n, column in enumerate(used) if column.type in ("whole", "number")])
    if len(behind.rows) > SHOWN:
        html.text(f"Показаны первые {SHOWN}.", mark="shnor-small")


def _value(column: Column, value: object, schools: Mapping[str, str]) -> str:
    if value is None:
        return ""
    if column.personal == "key":
        return "педагог" if value else ""
    if column.type == "school":
        return schools.get(str(value), str(value)) or "не указана"
    if column.type == "choice":
        return column.choices.get(str(value), str(value))
    if column.type in ("whole", "number"):
        return str(value) if column.name == "year" else wording.number(value)
    if column.type == "period":
        return wording.period(str(value))
    return wording.day(value) if column.type in ("date", "month") else str(value)


def origin(session: Session, at: Origin) -> Cell:
    """The file, sheet and cell of a row, leading to the sheet."""
    sheet, cell = place(at.sheet, at.cell)
    return to_cells(session, f"«{at.file}», лист «{sheet}», {cell}", at.upload, sheet, cell)


def grid(session: Session, upload: int, name: str, cell: str) -> None:
    """The sheet as it was read, around the marked cells."""
    with session.store.view(session.scope) as view:
        kept = view.grid(upload, name)
    if kept is None:
        html.text("Лист не сохранён: строка внесена вручную или лист пуст.")
        return
    marked = set(re.findall(r"[A-Z]+\d+", cell))
    rows = _near(marked, len(kept.cells))
    grids.show(kept, marked, rows)
    if len(rows) < len(kept.cells):
        with st.expander(f"Весь лист: {wording.counted(len(kept.cells), 'строка')}"):
            grids.show(kept, marked)


def _near(marked: set[str], height: int) -> set[int]:
    """The head of the sheet and what stands around the marked cells, so that they are seen at once."""
    hits = [int(re.sub(r"\D", "", cell)) - 1 for cell in marked]
    around = {row for hit in hits for row in range(hit - AROUND, hit + AROUND + 1)}
    return {row for row in {*range(HEAD), *around} if 0 <= row < height} if hits else set(range(height))


def place(sheet: str, cell: str) -> tuple[str, str]:
    """A table that goes on on another sheet says so in the address: «Таблица 2!G1»."""
    other, mark, address = cell.rpartition("!")
    return (other, address) if mark else (sheet, cell)
