"""Что как считается."""

import streamlit as st

st.title("Что как считается")
