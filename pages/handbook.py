"""Что как считается: every indicator and every form, from the same declarations the program works by."""

import streamlit as st

from shnor.service.figures import norms
from shnor.ui.kit import frame
from shnor.ui.run import cache
from shnor.ui.screens import handbook

session = frame.opened()
st.title("Что как считается")
handbook.show(cache.built(session, norms.table))
