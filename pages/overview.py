"""Обзор: what needs doing today, where each school stands, whether the plan holds, the other topics in a line."""

from shnor.service.month import debts
from shnor.service.pages.overview import build
from shnor.service.pages.questions import requests_of
from shnor.ui.kit import frame
from shnor.ui.run import cache
from shnor.ui.screens.overview import brief, page

session = frame.opened()
data = cache.built(session, build, day=session.day)
asked = cache.built(session, requests_of, session.day)
owing = cache.built(session, debts.owing, day=session.day)
if not data.plans:
    page.empty(session)
    brief.topics(session)
else:
    page.today(session, data, asked, owing)
    page.schools(session, data)
    brief.topics(session)
    page.plan(session, data)
    page.dates(session, data)
