"""What is known of reports beside the base, in server mode: what lies before the centre, what is not shown yet."""

from shnor.service.month import unseen
from shnor.service.month.forms import MONTH, forms_of
from shnor.service.month.owed import Beside
from shnor.ui.run import from_schools
from shnor.ui.run.desks import of_process
from shnor.ui.run.session import Session


def of(session: Session) -> Beside:
    """For the coordinator what waits to be accepted, for the head what the school has not seen."""
    desks = of_process()
    if desks is None or session.past:
        return {}
    if session.scope.role != "coordinator":
        return unseen.beside(session.unseen)
    told, read = {}, from_schools.of_base(session.base).known()
    for one in desks.post.waiting():
        kinds = {batch.kind for batch in read[one.number].checked.batches} if one.number in read else set()
        if one.month and one.at:
            told |= {(one.school, form, one.month): ("handed_in", session.forms.local(one.at))
                     for form in (forms_of(kinds) if kinds else [MONTH.id])}
    return told
