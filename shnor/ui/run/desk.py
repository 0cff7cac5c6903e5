"""The desks of the schools of this process, in server mode alone: on one's own computer nothing of it is opened."""

from dataclasses import replace
from datetime import date

from shnor.desk import Desk, Sent
from shnor.service.desk import check, form
from shnor.service.desk.check import Look
from shnor.service.desk.form import Form
from shnor.service.desk.own import SchoolDesk
from shnor.service.figures.kept import Kept
from shnor.service.month import workbook
from shnor.ui.run import cache, desks
from shnor.ui.run.session import Session

LOOKED = Kept(100)
"""So many reports are remembered as they were checked: a page is drawn again at every step of a person."""


def desk() -> Desk:
    """Of the base of this process."""
    found = desks.of_process()
    assert found, "only a server has desks of schools"
    return found


def own(session: Session, school: str, month: date) -> SchoolDesk:
    """Raises Refused for anybody but a director of the school, Over."""
    return SchoolDesk(session.store, desk(), lambda: session.actor, school, month, session.today, session.forms)


def asked_form(session: Session, of: SchoolDesk) -> Form:
    """What the school is asked, worked out once for as long as the base stays as it is."""
    return form.of_book(cache.built(session, workbook.book, of.school, of.month))


def looked(desk: SchoolDesk, sent: Sent) -> Look:
    """As it reads now: again when an answer or the base has changed."""
    key = (desk.store.generation, desk.store.state, desk.alone, desk.today, sent.number, tuple(sent.answers.items()))
    return LOOKED.get(key, lambda: check.look(desk, sent), lambda _: 1)


def asked(desk: SchoolDesk, sent: Sent) -> Look:
    """As it read before any answer."""
    return looked(desk, replace(sent, answers={}))
