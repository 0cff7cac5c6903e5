"""Показ на семинаре: slides, their order, files to take away."""

import streamlit as st

from shnor.ui.kit import frame
from shnor.ui.screens.show import page

session = frame.opened()
st.title("Показ на семинаре")
page.draw(session)
