"""Where copies go, with names or without, what came of the last trial."""

import streamlit as st

from shnor.service.centre import copies
from shnor.service.copies import daily
from shnor.ui.kit import errors, html
from shnor.ui.run.session import Session, copies_inside

TOLD = "shnor_copying_told"
OBLIGES = ("Копия «С ФИО» — это персональные данные: держите её на учтённом носителе. Пометка «с ФИО» будет в названии "
           "файла. Без отметки в копиях вместо имён номера.")


def settings(session: Session) -> None:
    st.header("Копии")
    if session.demo or session.published:
        html.text("Это пример: копии ему не нужны.")
        return
    if told := st.session_state.pop(TOLD, ""):
        html.text(told, mark="shnor-small")
    about = session.store.about()
    with st.form("shnor_copying"):
        folder = st.text_input("Папка для копий", value=about.get(copies.KEY, ""), width=640,
                               placeholder="Папка целиком, от буквы диска")
        named = session.store.people.exists and st.checkbox(
            "Копии с ФИО", value=about.get(copies.NAMES) == copies.YES, help=OBLIGES)
        saved = st.form_submit_button("Сохранить", type="primary")
    html.text("Если папка названа и доступна, копия делается сама раз в день. ", html.Link(
        "Все копии и возвращение", "versions", (("tab", "copies"),)), mark="shnor-small")
    if tried := about.get(daily.TRIAL):
        html.text(f"Пробное возвращение {_day(about[daily.TRIED])}: {tried}", mark="shnor-small")
    if saved and errors.done(lambda: copies.keep(session.store, folder, session.actor, copies_inside(),
                                                 with_names=named)):
        st.session_state[TOLD] = "Записано."
        st.rerun()


def _day(text: str) -> str:
    year, month, day = text.split("-")
    return f"{day}.{month}.{year}"
