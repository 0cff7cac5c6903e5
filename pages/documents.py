"""Документы: lists of every school, programmes and plans, what does not fit, what was done without a paper, contests
and materials."""

import streamlit as st

from shnor.ui.kit import block, context, frame
from shnor.ui.screens.documents import achieved, cycle, page, register

session = frame.opened()
data = page.made(session, context.choices())
st.title("Документы")
if not data.is_filled:
    page.empty()
else:
    page.bar(session, data)
    page.tiles(session, data)
    block.rows(session, [page.pictures(session, data), page.sentences(session, data)], (11, 9))
    block.show(session, register.undocumented(session, data))
    block.show(session, register.papers(session, data))
    if data.items:
        with st.expander("Конкурсы, гранты, практики, материалы"):
            block.rows(session, [achieved.both(session, data)], (2, 5))
    block.show(session, cycle.shown(session, *page.owner(data), page.group(context.choices())))
