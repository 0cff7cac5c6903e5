"""Настройки: what is collected and by which day."""

import streamlit as st

from shnor.ui import forms, frame

session = frame.opened()
st.title("Настройки")
st.header("Что собираем и к какому дню")
forms.edit(session)
