"""Методическая помощь: what was held against the plan, whom it was for, questions of schools, what comes next."""

import streamlit as st

from shnor.service.pages.support import build
from shnor.ui.kit import choice, frame, running
from shnor.ui.run import cache
from shnor.ui.screens.support import page, questions
from shnor.ui.screens.upload import entering

session = frame.opened()
data = cache.built(session, build, day=session.day, year=choice.number("year"))
st.title("Методическая помощь")
entering.button(session)
if not data.years and not data.questions:
    page.empty()
else:
    page.years(data)
    page.held(session, data)
    page.note(data)
    running.tell(session, "events")
    page.months(session, data)
    page.schools(session, data)
    if data.current:
        questions.asked(session, data.questions, data.asked)
        page.coming(data)
