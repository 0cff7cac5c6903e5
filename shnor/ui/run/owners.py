"""Whose tab it is, and to whom a file was given: an address of a file is no right to it. On a server alone: on one's
own computer there is one person, called ""."""

import threading
from collections import OrderedDict
from typing import Any

from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

MOST = 20_000
"""So many tabs and so many files are known; who comes back to an older one opens the page again."""


class Kept:
    """name → the logins it is of, the ones noted last."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self._of, self._lock = most, OrderedDict[str, frozenset[str]](), threading.Lock()

    def note(self, name: str, login: str, *, alone: bool = False) -> None:
        with self._lock:
            before = frozenset() if alone else self._of.get(name, frozenset())
            self._of[name] = before | {login}
            self._of.move_to_end(name)
            while len(self._of) > self._most:
                self._of.popitem(last=False)

    def has(self, name: str, login: str) -> bool:
        with self._lock:
            return login in self._of.get(name, frozenset())

    def of(self, name: str) -> frozenset[str]:
        with self._lock:
            return self._of.get(name, frozenset())


TABS, FILES = Kept(), Kept()
"""By the number Streamlit gives a tab; by the address of a file without its ending."""


def tab() -> str:
    """The tab this run of a script is of; "" outside of one."""
    context = get_script_run_ctx()
    return context.session_id if context else ""


def arrived(login: str) -> None:
    """Whoever looks in this run of a script; somebody else than before where the browser has changed hands."""
    TABS.note(tab(), login, alone=True)


def here() -> str:
    """The login of this run of a script."""
    return next(iter(TABS.of(tab())), "")


def name_of(address: str) -> str:
    """«/media/9f….xlsx» → «9f…»."""
    return address.rpartition("/")[2].partition(".")[0]


def watch(files: MediaFileManager) -> None:
    """From now on it is noted to whom each file is given, and whose button one is made by when it is pressed."""
    add, later, made = files.add, files.add_deferred, files.execute_deferred

    def added(*args: Any, **named: Any) -> str:
        address = add(*args, **named)
        FILES.note(name_of(address), here())
        return address

    def promised(*args: Any, **named: Any) -> str:
        promise = later(*args, **named)
        FILES.note(promise, here())
        return promise

    def kept(promise: str) -> str:
        owners, address = FILES.of(promise), made(promise)
        for login in owners:
            FILES.note(name_of(address), login)
        return address

    files.add, files.add_deferred, files.execute_deferred = added, promised, kept  # type: ignore[method-assign, assignment]
