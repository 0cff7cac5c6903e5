"""Papers of the base that is open: what the centre keeps for them, and each counted anew for whoever looks."""

from dataclasses import replace

from shnor.papers import KeptForm, Papers, Signed
from shnor.reports.papers.blocks import Moved, Paper
from shnor.service.figures.kept import Kept as Remembered
from shnor.service.papers import forms, keeping, month, note, order, public, report, sheet, signing
from shnor.service.papers.public import Published
from shnor.service.papers.writing import Asked, Kept
from shnor.ui.run import cache as counted
from shnor.ui.run import shows
from shnor.ui.run.opened import Beside
from shnor.ui.run.session import Session

FILLED = Remembered(40)
"""So many forms of others stay filled in."""
CHANGES = Remembered(20)
"""So many signed papers are remembered as they compared."""
of = Beside(Papers)
"""The papers of a base."""


def kept(session: Session) -> Kept:
    return keeping.kept(of(session.store), session.store.about())


def drafted(session: Session, asked: Asked) -> Paper:
    """The справка as it stands, with what it says of one that was signed before. Raises as `note.build`."""
    paper = counted.built(session, note.build, asked, kept(session), label=report.label(session.demo))
    before = signing.before(of(session.store), asked)
    moved = signing.moved(before, changes(session, before), session.zone) if before else None
    if moved and not session.changes:  # which schools the lines name is for who writes the paper
        moved = Moved(moved.words)
    return replace(paper, moved=moved)


def order_of(session: Session, asked: Asked) -> Paper:
    """The order that approves it."""
    return counted.built(session, order.build, asked, kept(session), label=report.label(session.demo))


def sheet_of(session: Session, asked: Asked) -> Paper:
    """«Листок к совещанию»."""
    return counted.built(session, sheet.build, asked, kept(session), label=report.label(session.demo))


def month_of(session: Session, asked: Asked) -> Paper:
    """«Свод месяца». asked: of a month."""
    return counted.built(session, month.build, asked, kept(session), label=report.label(session.demo))


def published(session: Session, asked: Asked) -> Published:
    """«Открытая публикация», measured by all that was told before."""
    return counted.built(session, public.counted, asked, kept(session), label=report.label(session.demo),
                         before=shows.of(session.store).told.all())


def tell(session: Session, asked: Asked, found: Published) -> None:
    """It leaves as a file: from now on everybody is taken to know it."""
    shows.of(session.store).told.put(public.shown_as(asked), found.told)


def changes(session: Session, signed: Signed) -> signing.Changes:
    """A signed paper against today, asked once a state of the base."""
    opened = session.store
    return CHANGES.get((opened.path, opened.generation, opened.state, signed.id),
                       lambda: signing.changes(opened, signed), lambda _: 1)


def filled(session: Session, form: KeptForm, period: str) -> forms.Made:
    """A form of others for a period, filled in once a state of the base and choice of its cells."""
    opened = session.store

    def made() -> forms.Made:
        with session.view() as view:
            return forms.filled(view, form, period, day=session.day)
    return FILLED.get((opened.path, opened.generation, session.state, session.unseen, form.id,
                       tuple(sorted(form.cells.items())), period, session.day), made, lambda _: 1)
