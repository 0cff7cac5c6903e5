"""Откуда цифра: the formula, the rows, their cells, the sheet as it was read."""

import streamlit as st

from shnor.ui.kit import frame
from shnor.ui.screens.source import page

session = frame.opened()
st.title("Откуда цифра")
if "upload" in st.query_params:
    page.sheet(session)
elif "metric" in st.query_params:
    page.figure(session)
else:
    page.nothing(session)
