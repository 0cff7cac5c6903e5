"""Курсы: plan and fact by month and school, people and certificates apart, three years, vacancies by subject; then
deficits, the help with them and what came of it, routes, tests of competence."""

from shnor.ui.kit import context, frame
from shnor.ui.screens.courses import deficits, page

session = frame.opened()
data = page.made(session, context.choices())
found = deficits.made(session, data)
if not page.is_filled(data) and not found.is_filled:
    page.empty()
else:
    page.bar(session, data)
    page.draw(session, data)
    deficits.draw(session, data, found)
