"""Where the report of the month stands, and what was handed in before."""

from datetime import date

import streamlit as st

from shnor import wording
from shnor.desk import Sent
from shnor.service.desk import deliver, standing
from shnor.service.desk.own import SchoolDesk
from shnor.service.month import forms, owed
from shnor.service.month.owed import Cell
from shnor.ui.kit import html, states
from shnor.ui.run import cache
from shnor.ui.run.session import Session

WAYS = {"form": "заполнен на сайте", "file": "файлом"}
SHOWN = 12
NEUTER = "принято "
"""How a form in a table is called accepted; a report is «принят»."""


def state(session: Session, own: SchoolDesk) -> None:
    html.text(html.Marked("Отчёт: ", "shnor-strong"), words(session, own), ".")


def words(session: Session, own: SchoolDesk) -> str:
    """Where the report of the month stands: what the desk says of it, then the base."""
    opened, sent = deliver.of_month(own)
    over = next((one for one in deliver.history(own) if one.month == own.month), None)
    newest = sent or opened or (over if over and over.state != "withdrawn" else None)
    cell = _cell(session, own)
    told = [standing.told(newest, own.forms)] if newest else []
    if cell and (cell.came or not newest) and not (newest and newest.state == "accepted"):
        told.append(_taken(cell, session.day, beside=bool(newest)))
    return "; ".join(told) or "можно заполнить и отправить"


def _taken(cell: Cell, day: date, *, beside: bool) -> str:
    """«принят 24.11, позже срока», beside another one «действует принятый 24.11»; else what is awaited."""
    said = states.in_words(cell, day)
    if not said.startswith(NEUTER):
        return said
    return ("действует принятый " if beside else "принят ") + said.removeprefix(NEUTER)


def _cell(session: Session, own: SchoolDesk) -> Cell | None:
    """What the base says of the report."""
    grids = cache.built(session, owed.grids, (own.month,), day=session.day)
    return next((cell for grid in grids if grid.form.id == forms.MONTH.id for cell in grid.of(own.month)
                 if cell.school_id == own.school), None)


def before(session: Session, own: SchoolDesk) -> None:
    listed = deliver.history(own)[:SHOWN]
    if not listed:
        return
    with st.container(key="shnor_report_before"):
        st.header("Что отправляли раньше")
        html.table(("Отчёт", "Как", "Отправлен", "Что с ним"), [_row(own, one) for one in listed])


def _row(own: SchoolDesk, one: Sent) -> tuple[str, ...]:
    return (wording.capital(wording.month(one.month)) if one.month else "без месяца", WAYS[one.way],
            standing.day(one.at or one.begun, own.forms), standing.told(one, own.forms))
