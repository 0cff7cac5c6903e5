"""Откуда цифра."""

import streamlit as st

st.title("Откуда цифра")
