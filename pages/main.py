"""The frame: the pages of the table behind their doors."""

import streamlit as st

from shnor.ui.kit import missing, start
from shnor.ui.pages import FIRST, PAGES, Page, doors, hidden


def page(listed: Page, title: str = "") -> st.Page:
    return st.Page(f"{listed.name}.py", title=title or listed.title, url_path=listed.name,
                   default=listed.name == FIRST, visibility="visible" if listed.door else "hidden")


st.set_page_config(page_title="Мониторинг ШНОР", layout="wide", initial_sidebar_state="auto")
behind = doors()
# a door with one page is that page, under the name of the door; Streamlit shows such first
shown = {"": [*(page(pages[0], door) for door, pages in behind.items() if len(pages) == 1), *map(page, hidden())],
         **{door: [*map(page, pages)] for door, pages in behind.items() if len(pages) > 1}}
beginning = start.needed()
opened = st.navigation(shown, position="hidden" if beginning else "top")
# before the first choice every address, a school's link included, shows the two doors
if beginning:
    start.doors()
elif unknown := missing.asked(["", *(listed.name for listed in PAGES)]):
    missing.tell(unknown)
else:
    shown_page = next(listed for listed in PAGES if listed.name == (opened.url_path or FIRST))
    st.set_page_config(page_title=f"{shown_page.title} · Мониторинг ШНОР")
    opened.run()
