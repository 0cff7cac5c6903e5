"""Формы края: forms of others, their cells with figures, filled in."""

import streamlit as st

from shnor.ui.kit import frame
from shnor.ui.screens.papers import forms

session = frame.opened()
st.title(forms.TITLE)
forms.draw(session)
