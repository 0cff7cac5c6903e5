"""Свод прошлых лет: the centre's own tables, value by value."""

import streamlit as st

from shnor.ui.kit import frame, running
from shnor.ui.screens.summary import page

session = frame.opened()
st.title("Свод прошлых лет")
page.draw(session)
running.tell(session, "indicator_values")
