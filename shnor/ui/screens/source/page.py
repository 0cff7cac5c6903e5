"""From a figure of any topic to what it is the sum of, to its rows and their cells, and the sheet as it was read."""

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
from shnor.ui.screens.source import correct, rows, sums, values
from shnor.ui.screens.source.sheet import grid

Chosen = Mapping[str, str | tuple[str, ...]]
WRONG = "Такого показателя нет. Вернитесь на страницу и щёлкните число ещё раз."


def nothing(session: Session) -> None:
    html.text("Сюда ведут числа с других страниц: щёлкните любое, и здесь появятся строки файлов, из которых оно "
              "получено.", mark="shnor-lead")


def figure(session: Session) -> None:
    """A figure of the address: what it is the sum of, its cells where it is one row, its rows by file."""
    metric, part = METRICS.get(st.query_params["metric"]), st.query_params.get("part", "")
    where = where_of_address()
    try:
        behind = cache.built(session, _behind, metric.id if metric else "", tuple(where.items()), part, day=session.day)
    except KeyError:
        html.text(WRONG, mark="shnor-error")
        return
    assert metric is not None
    counted = "src" not in where
    if counted:
        _sum(session, metric, behind, where, part)
    else:
        _row(metric, behind)
    if len(behind.rows) == 1:
        rows.cells(session, metric, behind.rows[0])
    rows.listed(session, metric, behind, counted=counted)
    _more(session, metric, counted and part not in metric.marking.parts)


def _behind(view: View, metric: str, where: tuple[tuple[str, str | tuple[str, ...]], ...], part: str, *,
            day: date) -> Behind:
    return sources.rows_behind(view, metric, as_of=day, where=dict(where), part=part)


def _row(metric: Metric, behind: Behind) -> None:
    """One row that was asked for by its number."""
    for row in behind.rows:
        title = values.title(row) if metric.kind == "roadmap" else metric.title
        html.text(html.Marked(title, "shnor-strong"), mark="shnor-lead")


def _sum(session: Session, metric: Metric, behind: Behind, where: Chosen, part: str) -> None:
    """The figure with what adds up to it. Where it means nothing to add them, each of its groups."""
    words = metric.marking.parts.get(part)
    if len(behind.figures) > 1 and not words:
        html.items([f"{metric.title}: {wording.figure_text(found)} — {_over(metric, found, where, behind.schools)}"
                    for found in behind.figures])
        return
    found = next(iter(behind.figures), None)
    over = _over(metric, found, where, behind.schools) if found else ""
    number = str(behind.made) if words or found is None else wording.figure_text(found)
    sums.picture(session, metric, behind, where, part, wording.capital(words or metric.title), over, number)


def _over(metric: Metric, found: Figure, where: Chosen, schools: Mapping[str, str]) -> str:
    """The set, then what was chosen."""
    kind = KINDS[metric.kind]
    titles = {**schools, **{code: title for column in kind.columns for code, title in column.choices.items()}}
    chosen = {**where, **found.group}
    words = [values.condition(kind, name, value, titles) for name, value in chosen.items()
             if value and name not in (kind.school, metric.marking.whose)]
    return ", ".join([found.set, *filter(None, dict.fromkeys(words))])


def _more(session: Session, metric: Metric, ruled: bool) -> None:
    """How it is counted, for who asks. ruled: it is counted by the rule of the passport."""
    lines = [f"Как посчитано: {metric.formula}.", f"Единица счёта: {metric.counted}."]
    if ruled:
        lines.append(f"По столбцам: {rule(metric)}.")
    # the number of a state grows with every report: of whom is nobody's business who sees some schools alone
    state = f", состояние базы {session.state}" if session.scope.sees_all else ""
    lines.append(f"На {wording.day(session.day)}{state}. Источник: {metric.source}.")
    html.show(html.fold("Как посчитано, подробнее", html.joined(html.text_html(line, mark="shnor-small")
                                                                for line in lines)))


def sheet(session: Session) -> None:
    """The sheet of the address, with the cell marked."""
    query = st.query_params
    upload = int(query["upload"]) if query["upload"].isdigit() else 0
    with session.view(newest=True) as view:
        listed = next((one for one in view.uploads() if one.id == upload), None)
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
