"""«Внести мероприятие»: its fields, or a line of a report; at once in the count, taken back like a file."""

from collections.abc import Sequence

import streamlit as st

from shnor.errors import ShnorError
from shnor.service.intake import by_hand as of_hand
from shnor.service.intake import entering
from shnor.service.intake.drop import Incoming
from shnor.ui.kit import html, over
from shnor.ui.kit.html import Link
from shnor.ui.run import cache, tray
from shnor.ui.run.session import Session
from shnor.ui.screens.upload import by_hand

DONE = "shnor_event_stored"


def button(session: Session) -> None:
    """Above it the outcome of the last entry."""
    if done := st.session_state.pop(DONE, ""):
        html.text(f"{done} ", Link("Вернуть как было", "versions"), " можно в любой день.")
    if session.changes and st.button("Внести мероприятие"):
        _dialog(session)


@st.dialog("Внести мероприятие", width="large")
@over.asked
def _dialog(session: Session) -> None:
    choices = cache.built(session, of_hand.build, day=session.day)
    one, several = st.tabs(["Одно мероприятие", "Строкой из отчёта"])
    with one:
        file = by_hand.event(session, choices)
        if file:
            _store(session, file)
    with several:
        _line(session, choices.schools)


def _line(session: Session, names: Sequence[str]) -> None:
    with st.form("shnor_event_line", border=False):
        text = st.text_area("Что провели", placeholder=entering.EXAMPLE, height=80)
        when = st.text_input("Когда", placeholder="ноябрь–декабрь 2026; можно не писать, если сказано в строке")
        schools = ", ".join(st.multiselect("Школы", names, placeholder="школы не указаны", key="shnor_line_schools"))
        sent = st.form_submit_button("Записать", type="primary")
    if not sent:
        return
    try:
        file = entering.line(text, when.strip(), schools, session.moment())
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
    else:
        _store(session, file)


def _store(session: Session, file: Incoming) -> None:
    """What has no questions is stored at once; the rest waits on Приём with its questions."""
    item = entering.accepted(session.store, file, session.today, session.actor)
    if item is None:
        st.session_state[DONE] = "Записано."
        st.rerun()
    said = " ".join(issue.message for issue in item.checked.issues)
    html.text(said or "Месяц утверждён: откройте его для исправления на странице «Сроки и версии».", mark="shnor-error")
    if item.checked.batches and said:
        tray.of(session).add([file])
        html.text("Ответить на вопрос и принять можно здесь: ", Link("Приём отчётов", "upload"), ".")
