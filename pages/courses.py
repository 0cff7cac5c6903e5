"""Курсы: plan and fact by month and school, people and certificates apart, three years, vacancies by subject."""

from shnor.service.pages.courses import build
from shnor.ui.kit import frame
from shnor.ui.run import cache
from shnor.ui.screens.courses import page

session = frame.opened()
data = cache.built(session, build, day=session.day, **page.asked())
if not data.years and not data.staff_days:
    page.empty()
else:
    page.bar(session, data)
    page.draw(session, data)
