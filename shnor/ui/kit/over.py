"""What a page says to somebody whose entry is over, and to somebody for whom there is no page yet."""

import streamlit as st

from shnor.ui.kit import html
from shnor.ui.run.access import ENTER, LEAVE


def tell() -> None:
    st.title("Вход завершён")
    html.text("Вы вышли, доступ выключен, или прошло много времени. Введённое на этой странице не отправлено.",
              mark="shnor-lead")
    html.show(html.tag("<p><a href='{}'>Войти снова</a></p>", ENTER))


def nothing() -> None:
    st.title("Вам пока ничего не открыто")
    html.text("Страницы появятся, когда координатор откроет их для вас.", mark="shnor-lead")
    html.show(html.tag("<p><a href='{}'>Выйти</a></p>", LEAVE))
