"""Методическая помощь: what was held against the plan, and for whom; the year before; questions of schools; what
comes."""

import streamlit as st

from shnor.service.pages.support import build
from shnor.ui.kit import frame, running
from shnor.ui.run import cache
from shnor.ui.screens.support import beside, matrices, page, questions
from shnor.ui.screens.upload import entering

session = frame.opened()
year, whose = page.wanted()
data = cache.built(session, build, day=session.day, year=year, whose=whose)
with st.container(horizontal=True, horizontal_alignment="distribute", key="shnor_deeds"):
    st.title("Методическая помощь")
    entering.button(session)
if not data.years and not data.questions:
    page.empty()
else:
    kind = page.choices(session, data)
    page.tiles(session, data)
    left, right = st.columns([11, 9])
    if data.kinds:
        with left:
            matrices.by_month(session, data, kind)
        with right:
            matrices.by_school(session, data, kind)
    page.counted(data)
    running.tell(session, "events")
    left, right = st.columns(2)
    with left:
        beside.beside(session, data)
    if data.current:
        with right:
            page.coming(session, data)
        questions.asked(session, data.questions)
