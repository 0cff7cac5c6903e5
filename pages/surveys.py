"""Анкетирование: how a question was answered by wave and by school, its spread, what came without its number."""

from shnor.ui.kit import context, frame, running
from shnor.ui.screens.surveys import page

session = frame.opened()
data = page.made(session, context.choices())
if not data.choices:
    page.empty()
    running.tell(session, "surveys")
else:
    page.bar(session, data)
    page.draw(session, data)
