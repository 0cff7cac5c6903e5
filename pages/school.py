"""Школа."""

import streamlit as st

st.title("Школа")
