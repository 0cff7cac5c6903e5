"""Анкетирование: how a question was answered by wave and by school, its spread, what came without its number."""

from shnor.service.pages.surveys import build
from shnor.ui.kit import frame, running
from shnor.ui.run import cache
from shnor.ui.screens.surveys import page

session = frame.opened()
data = cache.built(session, build, page.chosen(), day=session.day)
if not data.choices:
    page.empty()
    running.tell(session, "surveys")
else:
    page.bar(session, data)
    page.draw(session, data)
