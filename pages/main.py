"""The frame: which pages there are, behind which door."""

import streamlit as st

from shnor.ui import start

# door -> (page file and address, title); the first page is the one that opens by itself
DOORS = {
    "Главная": (("overview", "Обзор"),),
    "Приём отчётов": (("upload", "Приём"), ("versions", "Сроки и версии")),
    "Школы": (("school", "Школа"),),
    "Показатели": (("roadmap", "Дорожная карта"),),
    "Ещё": (("handbook", "Что как считается"),),
}
HIDDEN = (("source", "Откуда цифра"),)


def page(name: str, title: str, visibility: str = "visible") -> st.Page:
    return st.Page(f"{name}.py", title=title, url_path=name, default=name == "overview", visibility=visibility)


st.set_page_config(page_title="Мониторинг ШНОР", layout="wide", initial_sidebar_state="auto")
if start.needed():
    st.navigation([st.Page("start.py", title="С чего начать", url_path="start", default=True)], position="hidden").run()
else:
    doors = {door: [page(*named) for named in pages] for door, pages in DOORS.items()}
    doors["Ещё"] += [page(*named, visibility="hidden") for named in HIDDEN]
    st.navigation(doors, position="top").run()
