"""Дорожная карта."""

import streamlit as st

st.title("Дорожная карта")
