"""«Сроки и версии» in three parts, of which one alone is built: who has sent what, files with the journal, copies."""

import streamlit as st

from shnor.ui.kit import context, html, without_data
from shnor.ui.kit.context import Choice
from shnor.ui.run.session import Session
from shnor.ui.screens.versions import copies, deadlines, files, journal

TABS = {"deadlines": "Сроки", "files": "Файлы и журнал", "copies": "Копии"}
DEADLINES, FILES, COPIES = TABS


def head() -> str:
    """The title of the page and its parts in one line; the part that is open."""
    tab = opened()
    with st.container(horizontal=True, key="shnor_tabs", vertical_alignment="center"):
        st.title("Сроки и версии", width="content")
        context.segments(Choice("tab", "Раздел", list(TABS), TABS), tab)
    return tab


def opened() -> str:
    """Of the address; a file that is asked for stands among the files."""
    wanted = FILES if files.FILE in st.query_params else context.wanted("tab")
    tab = wanted if wanted in TABS else DEADLINES
    context.settle("tab", tab, DEADLINES)
    return tab


def draw(session: Session, tab: str) -> None:
    files.problem()
    if tab == COPIES:
        copies.draw(session)
        return
    with session.view(newest=True) as view:
        listed = view.uploads()
    if tab == DEADLINES:
        deadlines.draw(session)
        files.newest(session, listed)
    else:
        files.draw(session, listed)
        journal.draw(session, listed)
    if not listed:
        html.text("Пока ничего не принято.")
        without_data.ways(without_data.INTAKE)
