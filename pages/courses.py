"""Курсы: people and certificates apart, plan and fact, three years, vacancies by subject."""

import streamlit as st

from shnor.service.pages.courses import build
from shnor.ui.kit import frame, running
from shnor.ui.run import cache
from shnor.ui.screens import courses

session = frame.opened()
data = cache.built(session, build, day=session.day, **courses.asked())
st.title("Курсы и профессиональные дефициты")
if not data.years and not data.staff_days:
    courses.empty()
else:
    courses.choices(data)
    courses.lead(session, data)
    running.tell(session, "courses")
    courses.plan(session, data)
    courses.three_years(session, data)
    courses.schools(session, data)
    courses.subjects(session, data)
    courses.vacancies(session, data)
    courses.untaught(data)
