"""What stands on the page of a school for its own director: where the report is, «ознакомлен»; for the centre: whether
the school has read its sheet. In server mode alone: on one's own computer there is nobody else."""

from datetime import date

import streamlit as st

from shnor import periods, wording
from shnor.desk import Desk
from shnor.service.desk import deliver, seen, standing
from shnor.service.desk.own import SchoolDesk
from shnor.service.month import forms, unseen
from shnor.service.month.owed import Cell
from shnor.service.pages import school_words
from shnor.ui.kit import html
from shnor.ui.kit.html import Link
from shnor.ui.run import desk
from shnor.ui.run.session import Session, served
from shnor.ui.screens.report import check, history


def show(session: Session, school: str) -> None:
    if not served() or session.as_school or session.past:
        return
    month = seen.sheet_month(session.forms, session.day)
    if session.scope.role == "director":
        _for_school(session, desk.own(session, school, month))
    elif session.scope.role == "coordinator":
        html.text(_read(session, desk.desk(), school, month), mark="shnor-small")


def _for_school(session: Session, own: SchoolDesk) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="shnor_school_own"):
        html.text(html.Marked(f"Отчёт за {wording.month(own.month)}: ", "shnor-strong"), history.words(session, own),
                  ". ", to_report(own.month, "Открыть отчёт"))
        at = seen.seen_on(own.desk, own.school, own.month)
        if at:
            html.text(_read(session, own.desk, own.school, own.month), mark="shnor-small")
        if not at or unseen.newer(session.store, own.school, at):
            html.text(_opens(session), mark="shnor-small")
            st.button("Ознакомлены", key="shnor_school_seen", on_click=check.deed, args=(lambda: seen.note(own),),
                      help="Центр увидит, что школа прочитала эту страницу")


def _opens(session: Session) -> str:
    """What «Ознакомлены» does: nobody is asked for a click without a reason."""
    days = unseen.days(session.store.about())
    return "Руководителю новые цифры школы открываются, когда вы с ними ознакомлены" + (
        f", самое позднее через {wording.counted(days, 'день')}." if days else ".")


def owed(session: Session, cell: Cell) -> html.Cell:
    """«сдать отчёт за ноябрь»: the director goes on to the report from here; what was sent is not asked for again."""
    words = school_words.asked(cell, session.day)
    if not served() or session.scope.role != "director" or session.as_school:
        return words
    _, sent = deliver.of_month(desk.own(session, cell.school_id, cell.month))
    if sent and cell.form == forms.MONTH.id:
        words = f"{forms.title(cell.form, cell.month, session.day)} отправлен, ждёт центра"
    return to_report(cell.month, words)


def to_report(month: date, text: str) -> Link:
    return Link(text, "report", (("month", periods.containing("month", month).code),))


def _read(session: Session, of: Desk, school: str, month: date) -> str:
    """«Лист школы за ноябрь 2026: школа ознакомлена 26.11, после этого пришли новые цифры»."""
    at = seen.seen_on(of, school, month)
    told = f"школа ознакомлена {standing.day(at, session.forms)}" if at else "школа ещё не отметила, что ознакомлена"
    if at and unseen.newer(session.store, school, at):
        told += ", после этого пришли новые цифры"
    return f"Лист школы за {wording.month(month)}: {told}."
