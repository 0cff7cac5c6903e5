"""While the program runs: what was left unfinished is swept once, a copy is made every day something new has come, one
is tried every month. In a thread of its own, so that no page waits."""

import logging
import threading
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from shnor.errors import ShnorError
from shnor.service.copies import daily
from shnor.store import Store
from shnor.ui.run import copies, session
from shnor.ui.run.session import Session

_lock = threading.Lock()
_asked: dict[Path, date] = {}
"""Base → the day its copy was last asked for."""


def ask(now: Session) -> None:
    """Once a day and base, from whichever page is opened first. A base that is an example is its own copy."""
    path = now.store.path
    if path is None or now.demo or now.published:
        return
    today = session.settings().today()
    with _lock:
        if _asked.get(path) == today:
            return
        first, _asked[path] = path not in _asked, today
    threading.Thread(target=_work, args=(now.store, first), name="copies", daemon=True).start()


def _work(store: Store, first: bool) -> None:
    settings = session.settings()
    zone = ZoneInfo(settings.timezone)
    try:
        if first:
            copies.sweep(store)
        if daily.due(store, settings.today(), zone):
            daily.make(store, settings.now(), copies.more(), session.copies_inside())
        if daily.trial_due(store, settings.today()):
            daily.trial(store, settings.today(), settings.now, zone)
    except (ShnorError, OSError) as error:  # the flash drive is out: «Сегодня» says how old the last copy is
        logging.getLogger(__name__).warning("no copy of the day: %s", type(error).__name__)
