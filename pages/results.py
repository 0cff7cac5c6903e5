"""Результаты: what changed and may be said, by class, stage and school, the same children a year on."""

import streamlit as st

from shnor.ui.kit import context, frame, running
from shnor.ui.screens.results import markers, page, rule

session = frame.opened()
data = page.made(session, context.choices())
if not data.choices:
    st.title("Результаты")
    page.empty()
    running.tell(session, "results")
else:
    page.bar(session, data)
    page.title(data)
    page.draw(session, data)
    markers.show(session)
    rule.show(session)
