"""Проверить готовую справку: each figure of a finished paper beside the base."""

import streamlit as st

from shnor.ui.kit import frame
from shnor.ui.screens.papers import check

session = frame.opened()
st.title(check.TITLE)
check.draw(session)
