"""Курсы: plan and fact by month and school, people and certificates apart, three years, vacancies by subject."""

from shnor.ui.kit import context, frame
from shnor.ui.screens.courses import page

session = frame.opened()
data = page.made(session, context.choices())
if not page.is_filled(data):
    page.empty()
else:
    page.bar(session, data)
    page.draw(session, data)
