"""Методическая помощь in three parts: what was held against the plan and for whom, the year before, questions of
schools, what comes; who helps; programmes and subjects."""

import streamlit as st

from shnor.ui.kit import block, context, frame, running
from shnor.ui.screens.support import blocks, level, page, questions, tabs
from shnor.ui.screens.support.beside import beside
from shnor.ui.screens.upload import entering

session = frame.opened()
data = page.made(session, context.choices())
with st.container(horizontal=True, horizontal_alignment="distribute", key="shnor_deeds"):
    st.title("Методическая помощь", width="content")
    tab = tabs.opened()
    entering.button(session)
if blocks.nothing(session, data):
    page.empty()
else:
    page.bar(session, data, of_kinds=tab == tabs.HELD)
    page.tiles(session, data, tabs.helping(session, data))
    if tab != tabs.HELD:
        tabs.draw(session, data, tab)
    else:
        block.rows(session, [blocks.matrices_of(session, data, context.choices())], (11, 9))
        page.counted(data)
        running.tell(session, "events")
        left, right = st.columns(2)
        with left:
            context.left_out(session, page.comparable(data), data.whose)
            block.show(session, beside(session, data, context.choices()))
        if data.current:
            with right:
                block.show(session, page.coming(session, data))
            questions.asked(session, data.questions)
if tab == tabs.HELD:
    level.show(session)
