"""What a page says to somebody whose entry is over, and to somebody for whom there is no page yet."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

import streamlit as st

from shnor import config
from shnor.ui.kit import html
from shnor.ui.run import session as sessions
from shnor.ui.run.access import ENTER, LEAVE
from shnor.ui.run.session import Over, Session

Rest = ParamSpec("Rest")
Draw = Callable[Concatenate[Session, Rest], None]


def tell() -> None:
    st.title("Вход завершён")
    html.text("Вы вышли, доступ выключен, данные возвращены из копии или прошло много времени. "
              "Введённое на этой странице не отправлено.", mark="shnor-lead")
    html.show(html.tag("<p><a href='{}'>Войти снова</a></p>", config.outside(ENTER)))


def asked(draw: Draw[Rest]) -> Draw[Rest]:
    """For every window and every part of a page that runs by itself: Streamlit does not run the page then, which asks
    who looks. Whoever may no longer see what stands there sees what they may."""
    @wraps(draw)
    def drawn(session: Session, *args: Rest.args, **named: Rest.kwargs) -> None:
        try:
            if not sessions.again(session):
                st.rerun()
        except Over:
            return tell()
        return draw(session, *args, **named)
    return drawn


def nothing() -> None:
    st.title("Вам пока ничего не открыто")
    html.text("Страницы появятся, когда координатор откроет их для вас.", mark="shnor-lead")
    html.show(html.tag("<p><a href='{}'>Выйти</a></p>", config.outside(LEAVE)))
