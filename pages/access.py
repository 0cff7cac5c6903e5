"""Кто входит: people, their links, what is open, what was done."""

import streamlit as st

from shnor.ui.kit import frame
from shnor.ui.screens.access import page

session = frame.opened()
st.title("Кто входит")
page.draw(session)
