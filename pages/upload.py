"""Приём отчётов: files in, questions answered beside the cell, what will change, accept."""

import streamlit as st

from shnor.ui import by_hand, cache, frame, intake, owed, pack, roadmap_next

session = frame.opened()
st.title("Приём отчётов")
intake.accepted(session)
intake.drop(session)
intake.promise()
with st.container(horizontal=True):
    if st.button("Внести вручную"):
        by_hand.dialog(session, cache.page("by_hand", session, day=session.day))
    if st.button("Вставить из письма"):
        intake.paste(session)
    if st.button("Карта на новый год"):
        roadmap_next.dialog(session)
intake.waiting(session)
owed.sent(session)
pack.entry(session)
