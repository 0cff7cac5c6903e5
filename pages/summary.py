"""Свод прошлых лет: the centre's own tables, value by value."""

import streamlit as st

from shnor.ui import frame, summary

session = frame.opened()
st.title("Свод прошлых лет")
summary.page(session)
