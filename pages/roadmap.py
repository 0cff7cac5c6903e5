"""Дорожная карта: plan and fact by month, what was due by direction, every activity with its deadline in time."""

from shnor.ui.kit import block, context, frame
from shnor.ui.screens.overview import page as overview
from shnor.ui.screens.roadmap import page, pictures, points, rows

session = frame.opened()
data = page.made(session, context.choices())
if data is None:
    overview.empty(session)
else:
    page.bar(session, data)
    page.head(session, data)
    page.tiles(session, data)
    pictures.drawn(session, data)
    block.show(session, rows.listed(session, data, page.standing(context.choices())))
    block.show(session, points.shown(session, data))
    page.others(session, data)
