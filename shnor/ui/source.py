"""From a figure to its rows, from a row to its cells, and the sheet as it was read."""

import re

import streamlit as st

from shnor import wording
from shnor.metrics import METRICS
from shnor.service import figures, sources
from shnor.service.figures import Filters
from shnor.service.sources import Trace
from shnor.store import Origin
from shnor.ui import grids, html, roadmap
from shnor.ui.html import Cell
from shnor.ui.links import filters_of_address, to_cells
from shnor.ui.session import Session

SHOWN = 300


def nothing(session: Session) -> None:
    html.text("Сюда ведут числа с других страниц: щёлкните любое, и здесь появятся строки файлов, из которых оно "
              "получено.", mark="shnor-lead")


def figure(session: Session) -> None:
    """A figure of the address: what it is, how it is counted, and the rows its numerator (or part) counts."""
    metric, part = METRICS.get(st.query_params["metric"]), st.query_params.get("part", "")
    if metric is None or part not in ("", *figures.TRACED):
        html.text("Такого показателя нет. Вернитесь на страницу и щёлкните число ещё раз.", mark="shnor-error")
        return
    filters = filters_of_address()
    with session.store.view(session.scope, session.state) as view:
        found, traces = sources.behind(view, metric.id, as_of=session.day, filters=filters, part=part)
    if wanted := st.query_params.get("src"):
        traces = [trace for trace in traces if str(trace.plan.src) == wanted] or traces
    _heading(session, found, part, filters)
    _rows(session, traces)
    if len(traces) == 1:
        _cells(session, traces[0])


def _heading(session: Session, found: figures.Figure, part: str, filters: Filters) -> None:
    metric = METRICS[found.metric]
    if part:
        html.text(html.Marked(figures.TRACED[part], "shnor-strong"), f" — {_over(found, filters)}", mark="shnor-lead")
    else:
        html.text(html.Marked(f"{metric.title}: {wording.figure_text(found)}", "shnor-strong"),
                  f" — {_over(found, filters)}", mark="shnor-lead")
        html.text(f"Как посчитано: {metric.formula}.")
    html.text(f"На {session.day:%d.%m.%Y}, состояние базы {session.state}. Источник: {metric.source}. "
              f"Единица счёта: {metric.counted}.", mark="shnor-small")


def _over(found: figures.Figure, filters: Filters) -> str:
    said = [found.set, filters.period, filters.direction and f"направление «{filters.direction}»",
            filters.responsible and f"ответственный: {filters.responsible}"]
    return ", ".join(filter(None, said))


def _rows(session: Session, traces: list[Trace]) -> None:
    if not traces:
        html.text("Таких строк нет.")
        return
    html.text(wording.counted(len(traces), "строка"), mark="shnor-small")
    html.table(["№", "Мероприятие", "Срок", "Где сейчас", "План: файл и ячейка", "Отчёт: файл и ячейка"],
               [[trace.row["number"], trace.row["activity"] or "", roadmap.deadline_text(trace.row),
                 roadmap.standing(trace.row), _origin(session, trace.plan), _origin(session, trace.report)]
                for trace in traces[:SHOWN]])
    if len(traces) > SHOWN:
        html.text(f"Показаны первые {SHOWN}.", mark="shnor-small")


def _origin(session: Session, origin: Origin | None) -> Cell:
    if origin is None:
        return "отчёта нет"
    text = f"«{origin.file}», лист «{origin.sheet}», {origin.cell}"
    return to_cells(session, text, origin.upload, origin.sheet, origin.cell)


def _cells(session: Session, trace: Trace) -> None:
    """The sheets behind one row, opened at once."""
    for title, origin in (("План", trace.plan), ("Отчёт", trace.report)):
        if origin is not None:
            st.header(f"{title}: «{origin.file}»")
            _grid(session, origin.upload, origin.sheet, origin.cell)


def sheet(session: Session) -> None:
    """The sheet of the address, with the cell marked."""
    query = st.query_params
    upload = int(query["upload"]) if query["upload"].isdigit() else 0
    listed = next((u for u in session.store.uploads() if u.id == upload), None)
    if listed is None:
        html.text("Такого файла в базе нет.", mark="shnor-error")
        return
    cell, name = query.get("cell", ""), query.get("sheet", "")
    html.text(html.Marked(f"«{listed.file}», лист «{name}», {cell}", "shnor-strong"), mark="shnor-lead")
    html.text(f"Принят {listed.moment.astimezone(session.zone):%d.%m.%Y}, {listed.who}. Так лист был прочитан; столбцы с персональными данными "
              "не хранятся.", mark="shnor-small")
    _grid(session, upload, name, cell)


def _grid(session: Session, upload: int, name: str, cell: str) -> None:
    with session.store.view(session.scope) as view:
        grid = view.grid(upload, name)
    if grid is None:
        html.text("Лист не сохранён: строка внесена вручную или лист пуст.")
        return
    grids.show(grid, _whole_row(cell, grid))


def _whole_row(cell: str, grid: grids.Grid) -> set[str]:
    """«D18» is one cell; «18» stands for the row."""
    if re.fullmatch(r"[A-Z]+\d+", cell):
        return {cell}
    return set(re.findall(r"[A-Z]+\d+", cell))
