"""From a figure to its rows, from a row to its cells, and the sheet as it was read."""

import streamlit as st

from shnor import wording
from shnor.metrics import METRICS
from shnor.service.figures import roadmap as figures
from shnor.service.figures import sources
from shnor.service.figures.roadmap import Filters
from shnor.service.figures.sources import Trace
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell
from shnor.ui.kit.links import filters_of_address
from shnor.ui.run.session import Session
from shnor.ui.screens.roadmap import parts
from shnor.ui.screens.source import rows

SHOWN = 300


def nothing(session: Session) -> None:
    html.text("Сюда ведут числа с других страниц: щёлкните любое, и здесь появятся строки файлов, из которых оно "
              "получено.", mark="shnor-lead")


def figure(session: Session) -> None:
    """A figure of the address: what it is, how it is counted, and the rows its numerator (or part) counts."""
    metric, part = METRICS.get(st.query_params["metric"]), st.query_params.get("part", "")
    if metric and metric.id not in figures.ROADMAP:
        rows.figure(session, metric, part)
        return
    if metric is None or part not in ("", *figures.TRACED):
        html.text("Такого показателя нет. Вернитесь на страницу и щёлкните число ещё раз.", mark="shnor-error")
        return
    filters = filters_of_address()
    with session.store.view(session.scope, session.state) as view:
        found, traces = sources.behind(view, metric.id, as_of=session.day, filters=filters, part=part)
    _heading(session, found, part, filters)
    _rows(session, traces)
    if len(traces) == 1:
        _cells(session, traces[0])


def deadline(session: Session) -> None:
    """One deadline of the roadmap: where it stands, and the cells of its plan and its report."""
    asked = st.query_params["src"]
    with session.store.view(session.scope, session.state) as view:
        trace = sources.deadline(view, int(asked) if asked.isdigit() else 0, as_of=session.day,
                                 filters=filters_of_address())
    if trace is None:
        html.text("Такого мероприятия в базе нет.", mark="shnor-error")
        return
    html.text(html.Marked(f"{trace.row['number']} {trace.row['activity'] or ''}: {trace.row['standing']}",
                          "shnor-strong"), mark="shnor-lead")
    html.text(f"{trace.row['plan']}. Данные на {wording.day(session.day)}.", mark="shnor-small")
    _rows(session, [trace])
    _cells(session, trace)


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
    said = [found.set, filters.period, filters.direction and f"направление {wording.quoted(filters.direction)}",
            filters.responsible and f"ответственный: {filters.responsible}"]
    return ", ".join(filter(None, said))


def _rows(session: Session, traces: list[Trace]) -> None:
    if not traces:
        html.text("Таких строк нет.")
        return
    html.text(wording.counted(len(traces), "строка"), mark="shnor-small")
    html.table(["№", "Мероприятие", "Срок", "Где сейчас", "План: файл и ячейка", "Отчёт: файл и ячейка"],
               [[trace.row["number"], trace.row["activity"] or "", parts.deadline_text(trace.row),
                 parts.standing(trace.row), rows.origin(session, trace.plan), _report(session, trace)]
                for trace in traces[:SHOWN]])
    if len(traces) > SHOWN:
        html.text(f"Показаны первые {SHOWN}.", mark="shnor-small")


def _report(session: Session, trace: Trace) -> Cell:
    return "отчёта нет" if trace.report is None else rows.origin(session, trace.report)


def _cells(session: Session, trace: Trace) -> None:
    """The sheets behind one row, opened at once."""
    for title, origin in (("План", trace.plan), ("Отчёт", trace.report)):
        if origin is not None:
            st.header(f"{title}: «{origin.file}»")
            rows.grid(session, origin.upload, *rows.place(origin.sheet, origin.cell))


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
    html.text(f"Принят {listed.moment.astimezone(session.zone):%d.%m.%Y}, {listed.who}. Так лист был прочитан; "
              "столбцы с персональными данными не хранятся.", mark="shnor-small")
    rows.grid(session, upload, name, cell)
