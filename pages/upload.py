"""Приём отчётов: files in, questions answered beside the cell, what will change, accept."""

import streamlit as st

from shnor.service.intake.by_hand import build
from shnor.ui.kit import frame
from shnor.ui.run import cache
from shnor.ui.screens.upload import by_hand, drop, owed, pack, roadmap_next, waiting

session = frame.opened()
st.title("Приём отчётов")
drop.accepted(session)
drop.drop(session)
drop.promise(session)
with st.container(horizontal=True):
    if st.button("Внести вручную"):
        by_hand.dialog(session, cache.built(session, build, day=session.day))
    if st.button("Вставить из письма"):
        drop.paste(session)
    if st.button("Карта на новый год"):
        roadmap_next.dialog(session)
waiting.waiting(session)
owed.sent(session)
pack.entry(session)
