"""«Внести мероприятие»: eight fields, or a line of a report; at once in the count, taken back like a file."""

from datetime import datetime

import streamlit as st

from shnor import wording
from shnor.datasets import KINDS
from shnor.errors import ShnorError
from shnor.nouns import EVENT_KINDS
from shnor.service import entering
from shnor.service.intake import Incoming
from shnor.ui import cache, html, tray
from shnor.ui.html import Link
from shnor.ui.session import Session

DONE = "shnor_event_stored"
COLUMNS = KINDS["events"]


def button(session: Session) -> None:
    """Above it the outcome of the last entry."""
    if done := st.session_state.pop(DONE, ""):
        html.text(f"{done} ", Link("Вернуть как было", "versions"), " можно в любой день.")
    if not session.past and st.button("Внести мероприятие"):
        _dialog(session)


@st.dialog("Внести мероприятие", width="large")
def _dialog(session: Session) -> None:
    names = [card.name for card in cache.page("schools", session, session.day)]
    one, several = st.tabs(["Одно мероприятие", "Строкой из отчёта"])
    with one:
        _one(session, names)
    with several:
        _line(session, names)


def _one(session: Session, names: list[str]) -> None:
    with st.form("shnor_event", border=False):
        first, second = st.columns(2)
        values = {
            "period": first.text_input(COLUMNS["period"].title, value=wording.day(session.day)),
            "event_kind": second.selectbox(COLUMNS["event_kind"].title, EVENT_KINDS, index=None,
                                           accept_new_options=True, placeholder="выберите или впишите") or "",
            "topic": st.text_input(COLUMNS["topic"].title),
            "organiser": first.selectbox(COLUMNS["organiser"].title, list(COLUMNS["organiser"].choices.values())),
            "state": second.selectbox(COLUMNS["state"].title, list(COLUMNS["state"].choices.values())),
            "audience": first.text_input(COLUMNS["audience"].title),
            "participants": second.text_input(COLUMNS["participants"].title),
            "schools": ", ".join(st.multiselect(COLUMNS["schools"].title, names, placeholder="школы не указаны")),
        }
        sent = st.form_submit_button("Записать", type="primary")
    if sent:
        _store(session, lambda moment: entering.event(values, moment))


def _line(session: Session, names: list[str]) -> None:
    with st.form("shnor_event_line", border=False):
        text = st.text_area("Что провели", placeholder=entering.EXAMPLE, height=80)
        when = st.text_input("Когда", placeholder="ноябрь–декабрь 2026; можно не писать, если сказано в строке")
        schools = ", ".join(st.multiselect("Школы", names, placeholder="школы не указаны", key="shnor_line_schools"))
        sent = st.form_submit_button("Записать", type="primary")
    if sent:
        _store(session, lambda moment: entering.line(text, when.strip(), schools, moment))


def _store(session: Session, make) -> None:
    """What has no questions is stored at once; the rest waits on Приём with its questions."""
    try:
        file: Incoming = make(datetime.now(session.zone))
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
        return
    item = entering.accepted(session.store, file, session.today, session.who)
    if item is None:
        st.session_state[DONE] = "Записано."
        st.rerun()
    html.text(" ".join(issue.message for issue in item.checked.issues) or "Такое мероприятие уже записано, ничего не "
              "изменилось.", mark="shnor-error")
    if item.checked.batches and item.checked.issues:
        tray.of_base(session.base).add([file])
        html.text("Ответить на вопрос и принять можно здесь: ", Link("Приём отчётов", "upload"), ".")
