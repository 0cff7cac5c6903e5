"""Дорожная карта: due, done, awaited, no report — by direction; the timeline; what comes next month."""

import streamlit as st

from shnor.ui import cache, frame, links, overview, roadmap_page

session = frame.opened()
data = cache.page("roadmap", session, links.filters_of_address(), day=session.day)
if not data.plans:
    overview.empty(session)
else:
    st.title("Дорожная карта")
    roadmap_page.filters(data)
    roadmap_page.lead(session, data)
    roadmap_page.timeline(session, data)
    roadmap_page.rows(session, data)
