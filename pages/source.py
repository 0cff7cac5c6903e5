"""Откуда цифра: the formula, the rows, their cells, the sheet as it was read."""

import streamlit as st

from shnor.ui import frame, source

session = frame.opened()
st.title("Откуда цифра")
if "upload" in st.query_params:
    source.sheet(session)
elif "src" in st.query_params:
    source.deadline(session)
elif "metric" in st.query_params:
    source.figure(session)
else:
    source.nothing(session)
