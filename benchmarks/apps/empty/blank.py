"""A page that draws one line, as an empty page of any program would."""

import streamlit as st

st.write("empty")
