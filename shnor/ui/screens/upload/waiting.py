"""Which forms of schools lie in the tray: they stand beside what has been accepted wherever «кто сдал» is shown."""

from shnor import periods
from shnor.service.intake.drop import Reviewed
from shnor.service.intake.reading import Progress
from shnor.service.intake.standing import Standing
from shnor.service.month.forms import forms_of
from shnor.service.month.owed import Key
from shnor.ui.run import tray
from shnor.ui.run.session import Session

MONTH = len("2026-11")
Waiting = dict[Key, tuple[str, int]]
"""Form of a school for a month → key of its file in the tray, and how much is asked about it."""


def in_tray(session: Session) -> Waiting:
    """As far as it has been read."""
    shown = tray.of(session).shown(session.store, session.today, tray.PATIENCE)
    return {} if isinstance(shown, Progress) else of(shown)


def of(reviewed: dict[str, Reviewed]) -> Waiting:
    """Of several files of one form the one that asks most."""
    found: Waiting = {}
    unread = Standing(reviewed).unread
    for file, item in reviewed.items():
        checked = item.checked
        if not checked.school or len(checked.period) != MONTH or file in unread:
            continue
        for form in forms_of({batch.kind for batch in checked.batches}):
            key, asked = (checked.school, form, periods.first_day(checked.period)), item.questions + item.errors
            if key not in found or asked >= found[key][1]:
                found[key] = (file, asked)
    return found
