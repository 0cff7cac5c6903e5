"""Сроки и версии: what was accepted, take it back, approve a month, see how it was."""

import streamlit as st

from shnor.ui import frame, versions

session = frame.opened()
st.title("Сроки и версии")
listed = session.store.uploads()
versions.uploads(session, listed)
versions.months(session)
versions.copy(session)
versions.journal(session, listed)
