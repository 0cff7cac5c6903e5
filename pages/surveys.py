"""Анкетирование: k of n and its spread, waves beside each other, who has not answered, what came without its number."""

import streamlit as st

from shnor.service.pages.surveys import build
from shnor.ui.kit import frame, running
from shnor.ui.run import cache
from shnor.ui.screens import surveys

session = frame.opened()
st.title("Анкетирование")
data = cache.built(session, build, surveys.chosen(), day=session.day)
if not data.choices:
    surveys.empty()
    running.tell(session, "surveys")
else:
    surveys.filters(data)
    surveys.lead(session, data)
    running.tell(session, "surveys")
    surveys.silent(session, data)
    surveys.by_wave(session, data)
    surveys.options(session, data)
    surveys.by_school(session, data)
    surveys.questions(session, data)
    surveys.stated(session, data)
