"""Tables of drawn blocks, ready to be taken away as files of Excel: a link gives one without a run of the page."""

import hashlib
import hmac
import secrets
import threading
from collections import OrderedDict

from shnor.ui.run import owners
from shnor.workbooks.table import Table

MOST = 1000
"""So many tables are ready at once; of the oldest the page has to be drawn again."""
_SECRET = secrets.token_bytes(16)
"""Of this process: nobody can make the address of a table that was not drawn for them."""
_ready: OrderedDict[str, Table] = OrderedDict()
_given = owners.Kept()
_lock = threading.Lock()


def key_of(table: Table) -> str:
    """The address of the table: equal tables have one."""
    return hmac.new(_SECRET, repr(table).encode(), hashlib.sha256).hexdigest()[:32]


def offer(key: str, table: Table) -> None:
    """From now on the link works for whoever looks in this run of a script."""
    _given.note(key, owners.here())
    with _lock:
        _ready[key] = table
        _ready.move_to_end(key)
        while len(_ready) > MOST:
            _ready.popitem(last=False)


def offered(key: str, login: str) -> Table | None:
    """None also for a table that was offered to others alone."""
    with _lock:
        return _ready.get(key) if _given.has(key, login) else None
