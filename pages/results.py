"""Результаты: what changed and may be said, by class, stage and school, the same children a year on."""

import streamlit as st

from shnor.service.pages.results import build
from shnor.ui.kit import frame, running
from shnor.ui.run import cache
from shnor.ui.screens import results

session = frame.opened()
st.title("Результаты")
data = cache.built(session, build, results.chosen(), day=session.day)
if not data.choices:
    results.empty()
    running.tell(session, "results")
else:
    results.filters(data)
    results.lead(session, data)
    running.tell(session, "results")
if data.total:
    results.chart(session, data)
    results.by_grade(session, data)
    results.by_stage(session, data)
    results.beside(session, data)
    results.by_school(session, data)
    results.same_children(session, data)
    results.journal(session, data)
    results.levels(session, data)
    results.others(session, data)
