"""The frame: which pages there are, behind which door."""

import streamlit as st

from shnor.ui.kit import start

# door -> (page file and address, title); the first page is the one that opens by itself
DOORS = {
    "Главная": (("overview", "Обзор"),),
    "Приём отчётов": (("upload", "Приём"), ("versions", "Сроки и версии")),
    "Школы": (("school", "Школа"),),
    "Показатели": (("roadmap", "Дорожная карта"), ("courses", "Курсы и профессиональные дефициты"),
                   ("surveys", "Анкетирование"),
                   ("results", "Результаты"), ("support", "Методическая помощь")),
    "Ещё": (("setup", "С чего начать"), ("summary", "Свод прошлых лет"),
             ("handbook", "Что как считается"), ("settings", "Настройки")),
}
HIDDEN = (("source", "Откуда цифра"),)


def page(name: str, title: str, visibility: str = "visible") -> st.Page:
    return st.Page(f"{name}.py", title=title, url_path=name, default=name == "overview", visibility=visibility)


st.set_page_config(page_title="Мониторинг ШНОР", layout="wide", initial_sidebar_state="auto")
doors = {door: [page(*named) for named in pages] for door, pages in DOORS.items()}
doors["Ещё"] += [page(*named, visibility="hidden") for named in HIDDEN]
beginning = start.needed()
opened = st.navigation(doors, position="hidden" if beginning else "top")
# before the first choice every address, a school's link included, shows the two doors
if beginning:
    start.doors()
else:
    opened.run()
