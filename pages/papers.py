"""Справки: what is ready, the draft with the source of each figure beside it, the files."""

import streamlit as st

from shnor.ui.kit import frame
from shnor.ui.screens.papers import page

session = frame.opened()
st.title(page.TITLE)
page.draw(session)
