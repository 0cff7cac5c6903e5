"""Обзор: what needs doing today, where each school stands, whether the plan holds, the other topics in a line."""

from shnor.ui import brief, cache, frame, overview

session = frame.opened()
data = cache.page("overview", session, day=session.day)
asked = cache.page("requests", session, session.day)
if not data.plans:
    overview.empty(session)
    brief.topics(session)
else:
    overview.today(session, data, asked)
    overview.schools(session, data)
    brief.topics(session)
    overview.plan(session, data)
    overview.dates(session, data)
