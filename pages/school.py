"""Школа: what is needed now and how we help, the roadmap in four parts, results in counts, the school's own words."""

import streamlit as st

from shnor.ui import cache, frame, names, school, school_topics, summary

session = frame.opened()
cards = cache.page("schools", session, session.day)
if not cards:
    school.empty(session)
else:
    chosen = school.choose(cards)
    data = cache.page("school", session, chosen, day=session.day)
    beside = cache.page("school_topics", session, chosen, day=session.day)
    school.head(session, data)
    needed, helped = st.columns(2, gap="medium")
    with needed:
        school.needed(session, data)
    with helped:
        school_topics.help_got(session, beside, chosen)
        school_topics.questions(session, beside)
    school.roadmap_parts(session, data)
    school_topics.results(session, beside)
    school_topics.courses(session, beside, chosen)
    names.of_school(session, chosen)
    school_topics.surveys(session, beside, chosen)
    summary.block(session, chosen)
    school.words(session, data)
    school.grounds(session, data)
    school.month_file(session, data)
