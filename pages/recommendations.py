"""Рекомендации: what came of them by addressee, what went over, the register by document."""

import streamlit as st

from shnor.ui.kit import context, frame
from shnor.ui.screens.recommendations import page

session = frame.opened()
data = page.made(session, context.choices())
st.title(page.TITLE)
if not data.papers:
    page.empty()
else:
    page.bar(data)
    page.draw(session, data)
