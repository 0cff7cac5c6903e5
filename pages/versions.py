"""Сроки и версии."""

import streamlit as st

st.title("Сроки и версии")
