"""Методическая помощь: what was held against the plan, whom it was for, questions of schools, what comes next."""

import streamlit as st

from shnor.ui import cache, choice, entering, frame, questions, support

session = frame.opened()
data = cache.page("support", session, day=session.day, year=choice.number("year"))
st.title("Методическая помощь")
entering.button(session)
if not data.years and not data.questions:
    support.empty()
else:
    support.years(data)
    support.held(session, data)
    support.note(data)
    support.months(session, data)
    support.schools(session, data)
    if data.current:
        questions.asked(session, data.questions, data.asked)
        support.coming(data)
