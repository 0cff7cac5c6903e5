"""Reports of schools that wait for the centre, each as the check reads it: read once for all coordinators, in a thread,
so that the page shows its lines at once."""

import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import streamlit as st

from shnor.desk import Sent
from shnor.service.intake import from_schools
from shnor.service.intake.drop import Reviewed
from shnor.service.intake.reading import Reader
from shnor.store import Store
from shnor.ui.run.tray import PATIENCE


@dataclass(frozen=True)
class Letter:
    """item: None while it has not been read yet."""

    sent: Sent
    item: Reviewed | None

    @property
    def ready(self) -> bool:
        """Could be accepted as it is, and nothing is asked any more."""
        return self.item is not None and (self.item.ready or self.known) and not self.asked

    @property
    def known(self) -> bool:
        """Everything in it is in the base already."""
        return bool(self.item and self.item.preview and self.item.preview.empty and not self.item.approved)

    @property
    def asked(self) -> int:
        """How much of it is still to be answered."""
        return self.item.questions + self.item.errors if self.item else 0


@dataclass
class Box:
    """What schools handed in to one base. A letter that was read stays as it was read until it has been held against
    the newest state: whether its rows have moved since is seen when it is accepted."""

    _read: dict[int, tuple[object, Reviewed]] = field(default_factory=dict)
    _reader: Reader = field(default_factory=Reader)
    _job: "Future[None] | None" = None
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def shown(self, store: Store, waiting: Sequence[Sent], today: date, patience: float = PATIENCE) -> list[Letter]:
        """The oldest first. patience: so many seconds the first reading is waited for."""
        with self._lock:
            self._read = {one.number: self._read[one.number] for one in waiting if one.number in self._read}
            job = self._begun(store, waiting, today)
            unread = any(one.number not in self._read for one in waiting)
        if job and unread:
            with suppress(TimeoutError):
                job.result(patience)
        with self._lock:
            return [Letter(one, self._read[one.number][1] if one.number in self._read else None) for one in waiting]

    def known(self) -> Mapping[int, Reviewed]:
        """Number of a letter → what it is, of those that were read."""
        with self._lock:
            return {number: item for number, (_, item) in self._read.items()}

    def _begun(self, store: Store, waiting: Sequence[Sent], today: date) -> "Future[None] | None":
        """The reading, if anything is still to be read."""
        if self._job and self._job.done():
            job, self._job = self._job, None
            job.result()
        state = (store.generation, store.state, today)
        stale = [one for one in waiting if self._read.get(one.number, ("", None))[0] != state]
        if stale and not self._job:
            self._job = _threads().submit(self._work, store, sorted(stale, key=self._order), state, today)
        return self._job

    def _order(self, one: Sent) -> bool:
        """Those nobody has seen yet first."""
        return one.number in self._read

    def _work(self, store: Store, stale: Sequence[Sent], state: object, today: date) -> None:
        for one in stale:
            self._reader.start()
            item = from_schools.reviewed(store, one, today, self._reader)
            with self._lock:
                self._read[one.number] = state, item
        with self._lock:
            self._reader.forget([(item.incoming.name, item.incoming.data) for _, item in self._read.values()])


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="from-schools")


@st.cache_resource(show_spinner=False)
def _boxes() -> dict[str, Box]:
    return {}


def of_base(base: str) -> Box:
    return _boxes().setdefault(base, Box())


def forget(base: str) -> None:
    """What was read for a base that is another one now."""
    _boxes().pop(base, None)
