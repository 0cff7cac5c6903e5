"""Where files are dropped or pasted."""

import streamlit as st

from shnor.errors import ShnorError
from shnor.service.intake import drop as intake
from shnor.service.intake import manual
from shnor.ui.kit import html, over
from shnor.ui.run import tray, uploads
from shnor.ui.run.session import Session


def drop(session: Session) -> None:
    """The place for files. What is dropped goes to the tray at once, so that a reload of the page keeps it."""
    mine = tray.of(session)
    turn = st.session_state.setdefault("shnor_turn", 0)
    files = st.file_uploader("Перетащите сюда файлы отчётов", accept_multiple_files=True, key=f"shnor_drop_{turn}",
                             label_visibility="collapsed")
    if files:
        mine.add([intake.Incoming(file.name, file.getvalue()) for file in files])
        uploads.release(files)
        st.session_state["shnor_turn"] = turn + 1
        st.rerun()


def promise(session: Session) -> None:
    """What may be dropped; said while nothing lies here."""
    if tray.of(session).empty:
        html.text("Перетащите сюда таблицы, документы с таблицей, письма с вложениями, архивы ZIP. Ничего не "
                  "сохранится, пока вы не нажмёте «Принять».", mark="shnor-small")


@st.dialog("Вставить из письма", width="large")
@over.asked
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


def _into_tray(session: Session, file: intake.Incoming) -> None:
    tray.of(session).add([file])
    st.rerun()


__all__ = ["drop", "paste", "promise"]
