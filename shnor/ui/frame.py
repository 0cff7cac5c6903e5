"""What stands above every page: whose base, which day, whether it is the demo or a past state."""

from datetime import date
from pathlib import Path

import streamlit as st

from shnor.ui import html
from shnor.ui.session import WHO, Session, choose_base, current, forget, settings

STYLE = Path(__file__).with_name("style.css")


def opened() -> Session:
    """Draw the frame; every page begins with this line."""
    st.html(STYLE)
    session = current()
    _bar(session)
    if session.demo:
        _demo()
    if session.past:
        _past(session)
    return session


def _bar(session: Session) -> None:
    name = session.municipality or "Мои школы"
    with st.container(horizontal=True, vertical_alignment="center", key="shnor_frame"):
        html.text(html.Marked(f"Мониторинг ШНОР · {name}", "shnor-strong"), mark="shnor-small")
        with st.popover(f"Данные на {session.day:%d.%m.%Y}"):
            st.date_input("На какой день считать", value=session.day, format="DD.MM.YYYY", key="shnor_day",
                          min_value=date(2015, 1, 1), max_value=date(2100, 12, 31), on_change=_day_chosen)
            if session.day != session.today:
                st.button(f"Вернуться к {session.today:%d.%m.%Y}", on_click=forget, args=("day",))
        with st.popover(f"Работает: {session.who}"):
            st.radio("Кто работает", WHO, index=WHO.index(session.who), key="shnor_who", on_change=_who_chosen)
            html.text("Этим именем подписывается журнал действий.", mark="shnor-small")
            if not settings().database:
                _other_base(session)


def _day_chosen() -> None:
    if chosen := st.session_state.get("shnor_day"):
        st.query_params["day"] = chosen.isoformat()


def _who_chosen() -> None:
    st.session_state["who"] = st.session_state["shnor_who"]


def _other_base(session: Session) -> None:
    if session.demo:
        st.button("Перейти к моим школам", on_click=choose_base, args=("own",), key="shnor_to_own")
    elif settings().demo_base.exists():
        st.button("Посмотреть пример", on_click=choose_base, args=("demo",), key="shnor_to_demo")


def _demo() -> None:
    html.text(html.Marked("Пример. ", "shnor-strong"), "Данные выдуманы: такого округа и таких школ нет. "
              "Ваши школы хранятся отдельно.", mark="shnor-demo")


def _past(session: Session) -> None:
    html.text(html.Marked("Показано, как было: ", "shnor-strong"),
              f"состояние {session.state} из {session.store.state}. Новые файлы здесь не видны.", mark="shnor-past")
    st.button("Вернуться к нынешнему состоянию", on_click=forget, args=("state",), key="shnor_now")
