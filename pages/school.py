"""Школа: what is needed now, the roadmap in four parts, the school's own words, on what it is based."""

from shnor.ui import cache, frame, school

session = frame.opened()
cards = cache.page("schools", session, session.day)
if not cards:
    school.empty(session)
else:
    chosen = school.choose(cards)
    data = cache.page("school", session, chosen, day=session.day)
    school.head(session, data)
    school.needed(session, data)
    school.roadmap_parts(session, data)
    school.words(session, data)
    school.grounds(session, data)
    school.month_file(session, data)
