"""Сроки и версии: school × form × month; what was accepted, take it back, approve a month, see how it was."""

import streamlit as st

from shnor.ui.kit import frame
from shnor.ui.screens import versions
from shnor.ui.screens.upload import owed

session = frame.opened()
st.title("Сроки и версии")
listed = session.store.uploads()
owed.history(session)
versions.uploads(session, listed)
versions.months(session)
versions.copy(session)
versions.journal(session, listed)
