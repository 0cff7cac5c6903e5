"""The screen «Приём отчётов»: where files are dropped or pasted, and what an acceptance has changed."""

import streamlit as st

from shnor import wording
from shnor.errors import ShnorError
from shnor.service.intake import drop as intake
from shnor.service.intake import manual
from shnor.ui.kit import html
from shnor.ui.kit.effects import effects
from shnor.ui.run import tray
from shnor.ui.run.session import Session
from shnor.ui.screens import summary

NAMED = 7


def drop(session: Session) -> None:
    """The place for files. What is dropped goes to the tray at once, so that a reload of the page keeps it."""
    mine = tray.of_base(session.base)
    turn = st.session_state.setdefault("shnor_turn", 0)
    files = st.file_uploader("Перетащите сюда файлы отчётов", accept_multiple_files=True, key=f"shnor_drop_{turn}",
                             label_visibility="collapsed")
    if files:
        mine.add([intake.Incoming(file.name, file.getvalue()) for file in files])
        st.session_state["shnor_turn"] = turn + 1
        st.rerun()


def promise(session: Session) -> None:
    """What may be dropped; said while nothing lies here."""
    if tray.of_base(session.base).empty:
        html.text("Перетащите сюда файлы отчётов: таблицы, документы с таблицей, письма с вложениями, архивы ZIP. "
                  "Ничего не сохранится, пока вы не нажмёте «Принять».", mark="shnor-small")


@st.dialog("Вставить из письма", width="large")
def paste(session: Session) -> None:
    """A table copied from a letter, read like a file."""
    with st.form("shnor_paste", border=False):
        text = st.text_area("Таблица из письма", height=200,
                            placeholder="Скопируйте таблицу со строкой заголовков и вставьте сюда")
        sent = st.form_submit_button("Прочитать")
    if not sent:
        return
    try:
        file = manual.pasted(text, session.moment())
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
    else:
        _into_tray(session, file)


def accepted(session: Session) -> None:
    """After «Принять»: what was accepted and which figures are different now."""
    last = tray.of_base(session.base).last
    if last is None:
        return
    names = ", ".join(f"«{name}»" for name in last.files[:NAMED])
    if len(last.files) > NAMED:
        names += f" и ещё {wording.counted(len(last.files) - NAMED, 'файл')}"
    if last.problem:
        html.text(html.Marked(f"{names} — не принято. ", "shnor-strong"), last.problem, mark="shnor-error")
        return
    with st.container(border=True, key="shnor_accepted"):
        html.text(html.Marked(f"Принято: {names}. ", "shnor-strong"),
                  html.Link("Вернуть как было", "versions"), " можно в любой день.")
        if last.effects:
            effects(session, last.effects)
        elif not summary.accepted(session, last.before, last.after):
            html.text("Показатели не изменились.")


def _into_tray(session: Session, file: intake.Incoming) -> None:
    tray.of_base(session.base).add([file])
    st.rerun()


__all__ = ["accepted", "drop", "paste", "promise"]
