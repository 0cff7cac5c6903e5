"""Обзор: what needs doing today, where each school stands, whether the plan holds."""

from shnor.ui import cache, frame, overview

session = frame.opened()
data = cache.page("overview", session, day=session.day)
if not data.plans:
    overview.empty(session)
else:
    overview.today(session, data)
    overview.schools(session, data)
    overview.plan(session, data)
    overview.dates(session, data)
