"""Papers of the base that is open: what the centre keeps for them, and each counted anew for whoever looks."""

import threading
from functools import cache
from pathlib import Path

from shnor import private
from shnor.papers import Papers
from shnor.reports.papers.blocks import Paper
from shnor.service.papers import keeping, note, report
from shnor.service.papers.writing import Asked, Kept
from shnor.store import Store
from shnor.ui.run import cache as counted
from shnor.ui.run.session import Session, settings

_lock = threading.Lock()


def of(opened: Store) -> Papers:
    """The papers of a base, in a file beside it."""
    assert opened.path, "a base in memory has nothing beside it"
    with _lock:
        return _opened(opened.path)


@cache
def _opened(path: Path) -> Papers:
    private.folder(path.parent)
    return Papers(path, settings().now)


def kept(session: Session) -> Kept:
    return keeping.kept(of(session.store), session.store.about())


def drafted(session: Session, asked: Asked) -> Paper:
    """The справка as it stands. Raises as `note.build`."""
    return counted.built(session, note.build, asked, kept(session), label=report.label(session.demo))
