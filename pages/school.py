"""Школа: what is needed now, how we help, the roadmap, what changed in results and on what that is founded."""

import streamlit as st

from shnor.service.centre import schools
from shnor.service.pages import deficits, grounds, recommendations, school_since
from shnor.ui.kit import block, frame
from shnor.ui.run import cache
from shnor.ui.run.session import sees_grounds
from shnor.ui.screens.school import blocks, helped, months, page, papers, results, risks, rows, topics
from shnor.ui.screens.school import cards as three
from shnor.ui.screens.school import grounds as founded
from shnor.ui.screens.settings import names
from shnor.ui.screens.summary import pictures as earlier

session = frame.opened()
cards = cache.built(session, schools.cards, session.day)
if not cards:
    page.empty(session)
else:
    chosen = page.chosen(cards)
    data, told, listed = built = blocks.made(session, chosen)
    owing, reports = months.asked(session, chosen)
    page.head(session, cards, data)
    helped.show(session, chosen)
    beside = page.bar(session, cards, chosen, bool(data.plans))
    advice = cache.built(session, recommendations.of_school, chosen, day=session.day)
    three.show(session, data, told, owing, reports, advice)
    found = since = None
    if sees_grounds(session):
        found = grounds.build(data, told, listed, owing, session.day, *founded.by_rule(session, chosen))
        since = cache.built(session, school_since.build, chosen, period=data.period, day=session.day)
    left, right = st.columns([7, 4])
    with left, st.container(key="shnor_brief_results"):
        results.show(session, data, told, listed)
        papers.show(session, chosen)
        topics.words(session, data, told)
        risks.show(session, chosen)
    with right:
        founded.show(session, data, told, found, since, reports)
        topics.teachers(session, told, chosen, data.card.staff, cache.built(
            session, deficits.of_school, chosen, day=session.day))
    block.show(session, blocks.beside(session, built, beside))
    rows.folded(session, data)
    names.of_school(session, chosen)
    earlier.of_school(session, chosen)
