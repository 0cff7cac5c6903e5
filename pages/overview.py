"""Обзор."""

import streamlit as st

st.title("Обзор")
