"""The frame: the pages of the table a person may open, behind their doors."""

import streamlit as st

from shnor.ui.kit import block, html, missing, over, start
from shnor.ui.pages import FIRST, PAGES, Page, doors, hidden, open_to
from shnor.ui.run import runs, session
from shnor.ui.screens.show.again import PLAIN, SHOW, WAYS


def page(listed: Page, title: str = "") -> st.Page:
    return st.Page(f"{listed.name}.py", title=title or listed.title, url_path=listed.name,
                   default=listed.name == FIRST, visibility="visible" if listed.door else "hidden")


def elsewhere() -> None:
    """The first page of somebody who has no overview is another one."""
    if mine:
        st.switch_page(f"{mine[0].name}.py")
    over.nothing()


runs.count()
st.set_page_config(page_title="Мониторинг ШНОР", layout="wide", initial_sidebar_state="auto")
try:
    mine = open_to(session.begin(), served=session.served())
except session.Over:
    over.tell()
    st.stop()
html.close(listed.name for listed in PAGES if session.served() and listed not in mine)
behind = doors(mine)
# a door with one page is that page, under the name of the door; Streamlit shows such first
shown = {"": [*(page(pages[0], door) for door, pages in behind.items() if len(pages) == 1), *map(page, hidden(mine))],
         **{door: [*map(page, pages)] for door, pages in behind.items() if len(pages) > 1}}
if FIRST not in [listed.name for listed in mine]:
    shown[""].append(st.Page(elsewhere, title="Главная", url_path=FIRST, default=True, visibility="hidden"))
beginning = start.needed()
opened = st.navigation(shown, position="hidden" if beginning else "top")
# before the first choice every address, a school's link included, shows the two doors
if beginning:
    start.doors()
elif unknown := missing.asked(["", *(listed.name for listed in mine)]):
    if session.served() and unknown in [listed.name for listed in PAGES]:
        missing.closed(html.Link(f"«{mine[0].title}»", mine[0].name) if mine else None)
    else:
        missing.tell(unknown)
else:
    named = next((listed for listed in mine if listed.name == (opened.url_path or FIRST)), None)
    if named:
        in_show = named.name in WAYS and SHOW in [listed.name for listed in mine]
        block.into_show(named.name if in_show else "", plain=named.name in PLAIN)
        st.set_page_config(page_title=f"{named.title} · Мониторинг ШНОР")
    opened.run()
