"""«Исправить» beside an accepted value: a new word for one cell, who says so and on what ground."""

import streamlit as st

from shnor import wording
from shnor.errors import ShnorError
from shnor.service.intake import correction
from shnor.service.intake.correction import Value
from shnor.ui.kit import html, over
from shnor.ui.kit.html import Link
from shnor.ui.run import cache, tray
from shnor.ui.run.session import Session

DONE = "shnor_corrected"
LONGEST = 60


def offer(session: Session, upload: int, sheet: str, cell: str) -> None:
    """A line and a button a value in force that was read from the cell; above them the outcome of the last one."""
    if done := st.session_state.pop(DONE, ""):
        html.text(f"{done} ", Link("Вернуть как было", "versions"), " можно в любой день.")
    if not session.changes:
        return
    for place, value in enumerate(cache.built(session, correction.values, upload, sheet, cell, day=session.day)):
        with st.container(horizontal=True, vertical_alignment="center", key=f"shnor_value_{place}"):
            html.text(f"{value.declared.title}: ", html.Marked(value.now or "пусто", "shnor-strong"),
                      f" — {_short(value.about)}")
            if st.button("Исправить", key=f"shnor_correct_{place}"):
                _dialog(session, value)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


@st.dialog("Исправить принятое значение")
@over.asked
def _dialog(session: Session, value: Value) -> None:
    """Prefilled with what stands now; what was accepted before stays in its file."""
    html.text(f"{value.declared.title}, {value.about}", mark="shnor-small")
    with st.form("shnor_correct", border=False):
        text = _field(value)
        ground = st.text_input("Основание", placeholder="звонок директора; письмо школы № 31")
        sent = st.form_submit_button("Записать", type="primary")
    if not sent:
        return
    if not (text and ground.strip()):
        html.text("Напишите новое значение и основание: они останутся в журнале действий.", mark="shnor-error")
        return
    _store(session, value, text, ground)


def _field(value: Value) -> str | None:
    options = [*value.declared.choices.values()]
    if not options:
        return st.text_input("Как правильно", value=value.now)
    return st.selectbox("Как правильно", options, index=options.index(value.now) if value.now in options else None)


def _store(session: Session, value: Value, text: str, ground: str) -> None:
    """What raises questions waits on Приём with them."""
    made = correction.file(value, text, session.moment())
    try:
        item = correction.corrected(session.store, value, made, ground, session.today, session.actor)
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
        return
    if item is None:
        st.session_state[DONE] = (f"Исправлено: {wording.small(value.declared.title)}, было «{value.now or 'пусто'}», "
                                  f"стало «{text.strip()}». Основание: {ground.strip()}.")
        st.rerun()
    tray.of(session).add([made])
    said = " ".join(issue.message for issue in item.checked.issues)
    html.text(said or "Месяц утверждён: откройте его для исправления на странице «Сроки и версии».", mark="shnor-error")
    html.text("Ответить на вопрос и принять можно здесь: ", Link("Приём отчётов", "upload"), ".")
