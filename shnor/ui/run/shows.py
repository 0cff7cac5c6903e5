"""Shows of the base that is open: kept ones, and each counted anew for whoever opens it."""

from shnor.service import bases
from shnor.service.figures.kept import Kept
from shnor.service.month import forms, unseen
from shnor.service.month.unseen import Unseen
from shnor.service.show import deck
from shnor.service.show.deck import Block, Built
from shnor.shows import Show, Shows
from shnor.store import Store
from shnor.ui.run import desks
from shnor.ui.run.opened import Beside
from shnor.ui.run.session import Session, chosen_base, open_bases, settings
from shnor.workbooks.table import SYNTHETIC

KEPT = Kept(20)
"""So many shows are remembered as they were counted."""
of = Beside(Shows)
"""The shows of a base."""


def store() -> Store:
    """The base of this process, also outside of a run of a page."""
    return open_bases().get(chosen_base() or settings().own_base)


def made(session: Session, show: Show, block: Block) -> Built:
    """The show as it stands today, of what every school has seen or had days to. session: of the centre. block: see
    Block. Raises StoreError."""
    opened = session.store
    kept = of(opened)
    with session.view() as view:
        letters = deck.lettered(view, show)
    if letters != show.letters:  # dealt once: the same in every opening and every file
        show = kept.kept.change(show.id, letters=letters)
    before, drawings = kept.told.all(), kept.kept.drawings(show.id)

    def count() -> Built:
        with session.view() as view:
            return deck.build(view, show, day=session.day, before=before, place=session.municipality,
                              label=SYNTHETIC if session.demo else "", drawings=drawings, block=block)
    key = (opened.path, opened.generation, opened.state, session.unseen, show, session.day, before,
           tuple(drawings.items()), session.municipality)
    return KEPT.get(key, count, lambda _: 1)


def not_seen(opened: Store) -> tuple[Unseen, ...]:
    """Files whose schools have not seen yet what they make; nobody is waited for on one's own computer."""
    desk = desks.of_process()
    if desk is None:
        return ()
    given = settings()
    return unseen.files(opened, desk.seen, bases.today(opened, given.today()),
                        forms.of(opened.about(), given.timezone))


def tell(opened: Store, show: Show, built: Built) -> None:
    """It is shown, or leaves as a file: from now on the room is taken to know it."""
    of(opened).told.put(show.id, built.told)
