"""The desks of schools, in server mode."""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING

from shnor import config, private

if TYPE_CHECKING:
    from shnor.desk import Desk

_lock = threading.Lock()


def of_process() -> Desk | None:
    """Of the base of this process; None on one's own computer, where nobody hands in anything."""
    given = config.load()
    if not given.origin:
        return None
    with _lock:
        return _desk(given)


@cache
def _desk(settings: config.Settings) -> Desk:
    from shnor.desk import Desk

    private.folder(settings.own_base.parent)
    return Desk(settings.own_base, settings.now)
