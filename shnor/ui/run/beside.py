"""What is known of reports beside the base, in server mode: what lies before the centre, and when schools have sent
what was accepted later."""

from collections.abc import Iterator
from datetime import date

from shnor.desk import Desk
from shnor.service.month.forms import MONTH, forms_of
from shnor.service.month.owed import Beside, Key, State
from shnor.ui.run import from_schools
from shnor.ui.run.desks import of_process
from shnor.ui.run.session import Session


def of(session: Session) -> Beside:
    """For everybody the day a school has sent its report on, for the coordinator and the head also what waits to be
    accepted (nobody is awaited who has sent)."""
    desks = of_process()
    if desks is None or session.past:
        return {}
    told: dict[Key, dict[State, date]] = {
        (school, MONTH.id, month): {"accepted": session.forms.local(at)}
        for (school, month), at in desks.post.first_sent().items()}
    for key, state, day in _waiting(session, desks) if session.scope.role in ("coordinator", "head") else ():
        told.setdefault(key, {})[state] = day
    return told


def _waiting(session: Session, desks: Desk) -> Iterator[tuple[Key, State, date]]:
    """Of a report that was not read yet it is not known whether «Итоги» are in it."""
    read = from_schools.of_base(session.base).known()
    for one in desks.post.waiting():
        kinds = {batch.kind for batch in read[one.number].checked.batches} if one.number in read else set()
        if one.month and one.at:
            for form in forms_of(kinds) if kinds else [MONTH.id]:
                yield (one.school, form, one.month), "handed_in", session.forms.local(one.at)
