"""Приём отчётов."""

import streamlit as st

st.title("Приём отчётов")
