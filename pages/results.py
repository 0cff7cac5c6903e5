"""Результаты: what changed and may be said, by class, stage and school, the same children a year on."""

import streamlit as st

from shnor.service.pages.results import build
from shnor.ui.kit import frame, running
from shnor.ui.run import cache
from shnor.ui.screens.results import page

session = frame.opened()
data = cache.built(session, build, page.chosen(), day=session.day)
if not data.choices:
    st.title("Результаты")
    page.empty()
    running.tell(session, "results")
else:
    page.bar(session, data)
    st.title("Результаты")
    page.draw(session, data)
