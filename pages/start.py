"""С чего начать."""

import streamlit as st

st.title("С чего начать")
