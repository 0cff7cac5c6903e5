"""Сроки и версии: what was accepted, take it back, approve a month, see how it was."""

import streamlit as st

from shnor.ui import frame, versions

session = frame.opened()
st.title("Сроки и версии")
versions.uploads(session)
versions.months(session)
versions.journal(session)
