"""Дорожная карта: due, done, awaited, no report — by direction; the timeline; what comes next month."""

import streamlit as st

from shnor.service.pages.roadmap import build
from shnor.ui.kit import frame
from shnor.ui.run import cache
from shnor.ui.screens.overview import page as overview
from shnor.ui.screens.roadmap import page

session = frame.opened()
data = cache.built(session, build, page.chosen(), day=session.day)
if not data.plans:
    overview.empty(session)
else:
    st.title("Дорожная карта")
    page.filters(data)
    page.lead(session, data)
    page.timeline(session, data)
    page.rows(session, data)
