"""Школа: what is needed now and how we help, the roadmap in four parts, results in counts, the school's own words."""

import streamlit as st

from shnor.service.centre import schools
from shnor.service.month import debts
from shnor.service.pages import school, school_topics
from shnor.ui.kit import frame
from shnor.ui.run import cache
from shnor.ui.screens import summary
from shnor.ui.screens.school import page, topics
from shnor.ui.screens.settings import names

session = frame.opened()
cards = cache.built(session, schools.cards, session.day)
if not cards:
    page.empty(session)
else:
    chosen = page.choose(cards)
    data = cache.built(session, school.build, chosen, day=session.day)
    beside = cache.built(session, school_topics.build, chosen, day=session.day)
    page.head(session, data)
    needed, helped = st.columns(2, gap="medium")
    with needed:
        page.needed(session, data, debts.of_school(cache.built(session, debts.owing, day=session.day), chosen))
    with helped:
        topics.help_got(session, beside, chosen)
        topics.questions(session, beside)
    page.roadmap_parts(session, data)
    topics.results(session, beside)
    topics.courses(session, beside, chosen, data.card.staff)
    names.of_school(session, chosen)
    topics.surveys(session, beside, chosen)
    summary.block(session, chosen)
    page.words(session, data)
    page.grounds(session, data)
    page.month_file(session, data)
