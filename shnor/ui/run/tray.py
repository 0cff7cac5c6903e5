"""What was dropped and not yet accepted: kept in the memory of the program, so that F5 or a second tab loses nothing.
Nothing of it is written anywhere before «Принять»."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

import streamlit as st

from shnor.errors import ShnorError
from shnor.service.intake import drop
from shnor.service.intake.drop import Effect, Incoming, Reviewed
from shnor.store import Store


@dataclass(frozen=True)
class Accepted:
    """The newest acceptance: states around it, names of the files, or why it was refused."""

    before: int
    after: int
    files: tuple[str, ...]
    problem: str = ""
    effects: tuple[Effect, ...] = ()


@dataclass
class Tray:
    """The files of one base on their way in."""

    files: dict[str, Incoming] = field(default_factory=dict)
    last: Accepted | None = None
    _reviewed: tuple[object, list[Reviewed]] | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def add(self, files: Sequence[Incoming]) -> None:
        with self._lock:
            for file in files:
                self.files[sha256(file.name.encode() + file.data).hexdigest()[:16]] = file
            self.last = None

    def answer(self, key: str, sheet: str, cell: str, value: str) -> None:
        """The text that stands for a cell from now on."""
        with self._lock:
            if file := self.files.get(key):
                self.files[key] = replace(file, answers={**file.answers, (sheet, cell): value})

    def ask_again(self, key: str, sheet: str, cell: str) -> None:
        """Take an answer back: the question returns."""
        with self._lock:
            if file := self.files.get(key):
                left = {place: value for place, value in file.answers.items() if place != (sheet, cell)}
                self.files[key] = replace(file, answers=left)

    def remove(self, key: str) -> None:
        with self._lock:
            self.files.pop(key, None)

    def review(self, store: Store, today: date) -> dict[str, Reviewed]:
        """Each file as it reads and what it would change now; read again only when a file, an answer or the base
        changed."""
        with self._lock:
            if not self.files:  # what the base knows need not be read for nothing
                return {}
            state = (store.path, store.state, today, tuple(self.files.items()))
            if self._reviewed is None or self._reviewed[0] != state:
                self._reviewed = (state, drop.review(store, list(self.files.values()), today))
            return dict(zip(self.files, self._reviewed[1], strict=True))

    def accept(self, store: Store, shown: dict[str, Reviewed], by: str, day: date) -> None:
        """Accept what was shown. The outcome is left in `last`; a file that was accepted leaves the tray."""
        with self._lock:
            waiting = {key: item for key, item in shown.items() if key in self.files}
            if not waiting:
                return
            before, names = store.state, tuple(item.checked.file for item in waiting.values())
            try:
                after = drop.accept_all(store, list(waiting.values()), by=by)
            except ShnorError as error:
                self.last = Accepted(before, before, names, str(error))
                return
            for key in waiting:
                del self.files[key]
            self.last = Accepted(before, after, names, effects=tuple(drop.effect(store, before, after, day)))


@st.cache_resource(show_spinner=False)
def _trays() -> dict[str, Tray]:
    return {}


def of_base(base: str) -> Tray:
    return _trays().setdefault(base, Tray())
