"""Дорожная карта: plan and fact by month, what was due by direction, every activity with its deadline in time."""

from shnor.service.pages.roadmap import build
from shnor.ui.kit import frame
from shnor.ui.run import cache
from shnor.ui.screens.overview import page as overview
from shnor.ui.screens.roadmap import page, pictures, rows

session = frame.opened()
data = cache.built(session, build, page.wanted(), day=session.day)
if data is None:
    overview.empty(session)
else:
    page.bar(session, data)
    page.head(session, data)
    page.tiles(session, data)
    pictures.drawn(session, data)
    rows.drawn(session, data, page.standing())
    page.others(session, data)
