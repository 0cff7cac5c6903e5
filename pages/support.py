"""Методическая помощь: what was held against the plan, and for whom; the year before; questions of schools; what
comes."""

import streamlit as st

from shnor.ui.kit import block, context, frame, running
from shnor.ui.screens.support import blocks, level, page, questions
from shnor.ui.screens.support.beside import beside
from shnor.ui.screens.upload import entering

session = frame.opened()
data = page.made(session, context.choices())
with st.container(horizontal=True, horizontal_alignment="distribute", key="shnor_deeds"):
    st.title("Методическая помощь")
    entering.button(session)
if not data.years and not data.questions:
    page.empty()
else:
    page.bar(session, data)
    page.tiles(session, data)
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
level.show(session)
