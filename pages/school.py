"""Школа: what is needed now, how we help, the roadmap, what changed in results and on what that is founded."""

import streamlit as st

from shnor.service.centre import schools
from shnor.service.pages import (
    grounds,
    overview,
    school,
    school_beside,
    school_list,
    school_since,
    school_topics,
)
from shnor.ui.kit import frame
from shnor.ui.run import cache
from shnor.ui.run.session import sees_grounds
from shnor.ui.screens import summary
from shnor.ui.screens.school import cards as three
from shnor.ui.screens.school import compare, months, page, results, rows, topics
from shnor.ui.screens.school import grounds as founded
from shnor.ui.screens.settings import names

session = frame.opened()
cards = cache.built(session, schools.cards, session.day)
if not cards:
    page.empty(session)
else:
    chosen = page.chosen(cards)
    data = cache.built(session, school.build, chosen, day=session.day)
    told = cache.built(session, school_topics.build, chosen, day=session.day)
    listed = cache.built(session, school_list.build, told.years[1], day=session.day)
    owing, reports = months.asked(session, chosen)
    page.head(session, cards, data)
    beside = page.bar(session, cards, chosen, bool(data.plans))
    three.show(session, data, told, owing, reports)
    found = since = None
    if sees_grounds(session):
        found = grounds.build(data, told, listed, owing, session.day)
        since = cache.built(session, school_since.build, chosen, period=data.period, day=session.day)
    left, right = st.columns([3, 2])
    with left, st.container(key="shnor_brief_results"):
        results.show(session, data, told, listed)
        topics.words(session, data, told)
    with right:
        founded.show(session, data, told, found, since, reports)
        topics.teachers(session, told, chosen, data.card.staff)
    if beside:
        others = [school_beside.of_school(cache.built(session, school.build, code, day=session.day),
                                          cache.built(session, school_topics.build, code, day=session.day))
                  for code in (chosen, *beside) if code != page.LIST]
        if page.LIST in beside:
            others.append(school_beside.of_list(cache.built(session, overview.build, day=session.day), listed))
        compare.show(session, school_beside.in_order(others), results.first(told.results), chosen, told.years[1])
    rows.folded(session, data)
    names.of_school(session, chosen)
    summary.block(session, chosen)
