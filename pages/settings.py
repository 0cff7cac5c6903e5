"""Настройки: what is collected and by which day; with names or without; where copies go."""

import streamlit as st

from shnor.ui.kit import frame
from shnor.ui.screens.settings import copying, forms, in_cases, names, program, schools, thresholds

session = frame.opened()
st.title("Настройки")
st.header("Что собираем и к какому дню")
forms.edit(session)
schools.settings(session)
in_cases.settings(session)
names.settings(session)
copying.settings(session)
thresholds.settings(session)
program.version()
