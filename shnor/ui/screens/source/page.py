"""From a figure of any topic to its rows, from a row to its cells, and the sheet as it was read."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from shnor import wording
from shnor.datasets import KINDS
from shnor.metrics import METRICS, Figure, Metric
from shnor.service.figures import sources
from shnor.service.figures.rule_words import rule
from shnor.service.figures.sources import Behind
from shnor.store import View
from shnor.ui.kit import grids, html
from shnor.ui.kit.links import where_of_address
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.source import correct, rows
from shnor.ui.screens.source.sheet import grid

Chosen = Mapping[str, str | tuple[str, ...]]
WRONG = "Такого показателя нет. Вернитесь на страницу и щёлкните число ещё раз."


def nothing(session: Session) -> None:
    html.text("Сюда ведут числа с других страниц: щёлкните любое, и здесь появятся строки файлов, из которых оно "
              "получено.", mark="shnor-lead")


def figure(session: Session) -> None:
    """A figure of the address: what it is, how it is counted, and the rows it counts."""
    metric, part = METRICS.get(st.query_params["metric"]), st.query_params.get("part", "")
    where = where_of_address()
    try:
        behind = cache.built(session, _behind, metric.id if metric else "", tuple(where.items()), part, day=session.day)
    except KeyError:
        html.text(WRONG, mark="shnor-error")
        return
    assert metric is not None
    _headings(metric, behind, where, part)
    html.text(f"На {wording.day(session.day)}, состояние базы {session.state}. Источник: {metric.source}. "
              f"Единица счёта: {metric.counted}.", mark="shnor-small")
    rows.table(session, metric, behind, counted="src" not in where)
    if part not in metric.marking.parts and "src" not in where:
        html.text(f"По столбцам: {rule(metric)}.", mark="shnor-small")
    if len(behind.rows) == 1:
        rows.cells(session, metric, behind.rows[0])


def _behind(view: View, metric: str, where: tuple[tuple[str, str | tuple[str, ...]], ...], part: str, *,
            day: date) -> Behind:
    return sources.rows_behind(view, metric, as_of=day, where=dict(where), part=part)


def _headings(metric: Metric, behind: Behind, where: Chosen, part: str) -> None:
    """What was asked: one deadline, a part that leads to its rows, or the figure with its formula."""
    words = metric.marking.parts.get(part)
    if "src" in where and metric.kind == "roadmap":
        for row in behind.rows:
            html.text(html.Marked(rows.title(row), "shnor-strong"), mark="shnor-lead")
        return
    for found in behind.figures:
        title = f"{words}: {behind.made}" if words else f"{metric.title}: {wording.figure_text(found)}"
        html.text(html.Marked(title, "shnor-strong"), f" — {_over(metric, found, where, behind.schools)}",
                  mark="shnor-lead")
    if not words:
        html.text(f"Как посчитано: {metric.formula}.")


def _over(metric: Metric, found: Figure, where: Chosen, schools: Mapping[str, str]) -> str:
    """The set, then what was chosen."""
    kind = KINDS[metric.kind]
    titles = {**schools, **{code: title for column in kind.columns for code, title in column.choices.items()}}
    chosen = {**where, **found.group}
    words = [rows.condition(kind, name, value, titles) for name, value in chosen.items()
             if value and name not in (kind.school, metric.marking.whose)]
    return ", ".join([found.set, *filter(None, dict.fromkeys(words))])


def sheet(session: Session) -> None:
    """The sheet of the address, with the cell marked."""
    query = st.query_params
    upload = int(query["upload"]) if query["upload"].isdigit() else 0
    listed = next((u for u in session.store.uploads() if u.id == upload), None)
    if listed is None:
        html.text("Такого файла в базе нет.", mark="shnor-error")
        return
    cell, name = query.get("cell", ""), query.get("sheet", "")
    where = grids.place(name, cell, listed.file)
    html.text(html.Marked(f"«{listed.file}», {where}", "shnor-strong"), mark="shnor-lead")
    html.text(f"Принят {listed.moment.astimezone(session.zone):%d.%m.%Y}, {listed.who}. Так лист был прочитан; "
              "столбцы с персональными данными не хранятся.", mark="shnor-small")
    correct.offer(session, upload, name, cell)
    grid(session, upload, name, cell)

