"""Новый перечень: who enters, leaves and stays, whom to appoint, what is to be handed in, new roadmaps."""

import streamlit as st

from shnor.ui.kit import block, context, frame
from shnor.ui.screens.turn import page

session = frame.opened()
data = page.made(session, context.choices())
st.title(page.TITLE)
if data is None:
    page.empty()
    page.paste(session, is_open=True)
else:
    page.bar(session, data)
    page.lead(session, data)
    page.tiles(session, data)
    for shown in page.blocks(session, context.choices()).shown:
        block.show(session, shown)
    page.merged(session, data)
    page.deeds(session)
    page.paste(session, is_open=False)
