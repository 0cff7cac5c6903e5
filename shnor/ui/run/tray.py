"""What was dropped and not yet accepted: kept in the memory of the program, so that F5 or a second tab loses nothing.
Nothing of it is written anywhere before «Принять»."""

import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from hashlib import sha256

import streamlit as st

from shnor import wording
from shnor.desk import Sent
from shnor.errors import ShnorError
from shnor.loaders.types import Issue
from shnor.scope import Actor
from shnor.service.intake import drop, from_schools
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.service.intake.effects import Effect, effect
from shnor.service.intake.questions import Answer
from shnor.service.intake.reading import Progress, Reader
from shnor.store import Store
from shnor.ui.run.cache import renew
from shnor.ui.run.desks import of_process
from shnor.ui.run.session import Session

PATIENCE = 1.0
"""So many seconds a page waits for the reading before it shows how far it is."""


@dataclass(frozen=True)
class Accepted:
    """The newest acceptance: states around it, names of the files that were accepted and of those that were not, and
    why."""

    before: int
    after: int
    files: tuple[str, ...]
    refused: tuple[str, ...] = ()
    problem: str = ""
    effects: tuple[Effect, ...] = ()


@dataclass
class Tray:
    """The files of one base on their way in; on a server those of one person."""

    files: dict[str, Incoming] = field(default_factory=dict)
    last: Accepted | None = None
    newest: str = ""
    """Key of the first file of the newest drop: where the eye is led."""
    entered: str = ""
    """The same of what was typed in here: it is one thing, and stands open."""
    asked: dict[tuple[str, str, str], Issue] = field(default_factory=dict)
    """Key of a file, sheet, cell or topic → the question that was answered there."""
    letters: dict[str, Sent] = field(default_factory=dict)
    """Key of a file → the report of a school it is: it lies before the centre until it is accepted."""
    _closed: list[Incoming] = field(default_factory=list)
    _reader: Reader = field(default_factory=Reader)
    _reviewed: tuple[object, dict[str, Reviewed]] | None = None
    _job: "Future[tuple[object, dict[str, Reviewed]]] | None" = None
    _begun: float = 0.0
    _lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def empty(self) -> bool:
        return not (self.files or self._closed)

    def add(self, files: Sequence[Incoming]) -> None:
        """They are opened and read when the tray is looked at, in a thread of its own."""
        with self._lock:
            self._closed += files
            self.last = None

    def take(self, one: Sent) -> str:
        """A report of a school is looked at like a file of one's own: whoever takes it answers for oneself. Its key."""
        file = from_schools.incoming(one)
        key = key_of(file)
        with self._lock:
            self.files.setdefault(key, file)
            self.letters[key], self.newest, self.last = one, key, None
        return key

    def answer(self, key: str, sheet: str, cell: str, value: str) -> None:
        """The text that stands for a cell from now on."""
        self.answer_all([(key, sheet, cell, value)])

    def answer_all(self, answers: Sequence[Answer]) -> None:
        """One question of several files: the text of each place."""
        with self._lock:
            reviewed = self._reviewed[1] if self._reviewed else {}
            for key, sheet, cell, value in answers:
                if file := self.files.get(key):
                    if key in reviewed:
                        self.asked |= {(key, *issue.key): issue for issue in reviewed[key].checked.issues
                                       if issue.key == (sheet, cell) and issue.severity != "warning"}
                    self.files[key] = replace(file, answers={**file.answers, (sheet, cell): value})

    def ask_again(self, key: str, sheet: str, cell: str) -> None:
        """Take an answer back: the question returns."""
        self.ask_all_again([(key, sheet, cell)])

    def ask_all_again(self, places: Sequence[tuple[str, str, str]]) -> None:
        """The same for an answer that went to several files. Places: key of the file, sheet, cell or topic."""
        with self._lock:
            for key, sheet, cell in places:
                if file := self.files.get(key):
                    left = {place: value for place, value in file.answers.items() if place != (sheet, cell)}
                    self.files[key] = replace(file, answers=left)

    def remove(self, key: str) -> None:
        with self._lock:
            self.files.pop(key, None)
            self.letters.pop(key, None)

    def review(self, store: Store, today: date) -> dict[str, Reviewed]:
        """Each file as it reads and what it would change now; read again only when a file, an answer or the base
        changed."""
        shown = None
        while shown is None or isinstance(shown, Progress):
            shown = self.shown(store, today, patience=None)
        return shown

    def shown(self, store: Store, today: date, patience: float | None = PATIENCE) -> dict[str, Reviewed] | Progress:
        """The same, or how far the reading is so many seconds after its start (None: it is waited for)."""
        with self._lock:
            if not (self.files or self._closed or self._job):  # what the base knows need not be read for nothing
                self._reviewed = None  # nor what was read of files that are gone be kept
                self._reader.forget(())
                return {}
            if not self._job:
                if self._reviewed and self._reviewed[0] == self._state(store, today):
                    return self._reviewed[1]
                self._job, self._begun = _threads().submit(self._read, store, today), time.monotonic()
            job, begun = self._job, self._begun
        try:
            reviewed = job.result(patience and max(0.0, begun + patience - time.monotonic()))
        except TimeoutError:
            return self._reader.progress
        except BaseException:
            self._ended(job)
            raise
        with self._lock:
            self._reviewed = reviewed
            self._ended(job)
        return self.shown(store, today, patience)

    def stop(self) -> None:
        """Files not yet read stay in the tray and say that they were not."""
        self._reader.stop()

    def read_again(self) -> None:
        with self._lock:
            self._reviewed = None

    def _state(self, store: Store, today: date) -> object:
        return store.path, store.state, today, tuple(self.files.items()), tuple(self._closed)

    def _read(self, store: Store, today: date) -> tuple[object, dict[str, Reviewed]]:
        """In a thread: archives opened, files read, changes worked out. The tray can be looked at meanwhile."""
        with self._lock:
            closed = list(self._closed)
        self._reader.start()
        inner = drop.opened(closed, self._reader)
        with self._lock:
            self._closed = self._closed[len(closed):]
            keys = [key_of(file) for file in inner]
            self.files |= dict(zip(keys, inner, strict=True))
            if keys:
                self.newest, self.entered = keys[0], keys[0] if not inner[0].whole else ""
            state, files = self._state(store, today), dict(self.files)
            self._reader.forget([(file.name, file.data) for file in files.values()])
        return state, dict(zip(files, drop.review(store, list(files.values()), today, self._reader), strict=True))

    def _ended(self, job: "Future[tuple[object, dict[str, Reviewed]]]") -> None:
        with self._lock:
            if self._job is job:
                self._job = None

    def accept(self, store: Store, shown: dict[str, Reviewed], by: Actor, day: date) -> None:
        """Accept what was shown. The outcome is left in `last`; a file that was accepted leaves the tray, one that was
        refused stays and is held against the base anew the next time it is looked at."""
        with self._lock:
            waiting = {key: item for key, item in shown.items() if key in self.files}
            if not waiting:
                return
            since, outcome = store.state, self._outcome(store, waiting, by)
            for place, key in enumerate(waiting):
                if place in outcome.accepted or not outcome.refused:
                    self.remove(key)
            self.last = told(store, [item.checked.file for item in waiting.values()], outcome, since, day)
        if outcome.accepted:
            renew(store)

    def _outcome(self, store: Store, waiting: Mapping[str, Reviewed], by: Actor) -> drop.Outcome:
        """Reports of schools go one by one, each with its line among what waits."""
        places, desks = {key: place for place, key in enumerate(waiting)}, of_process()
        letters = [key for key in waiting if key in self.letters] if desks else []
        own = [key for key in waiting if key not in letters]
        outcome = drop.accept_each(store, [waiting[key] for key in own], by=by)
        accepted = {places[own[place]]: state for place, state in outcome.accepted.items()}
        refused = {places[own[place]]: error for place, error in outcome.refused.items()}
        for key in letters:
            assert desks
            try:
                accepted[places[key]] = from_schools.accept(store, desks, self.letters[key], waiting[key], by)
            except ShnorError as error:
                refused[places[key]] = error
        return drop.Outcome(accepted, refused)


def key_of(file: Incoming) -> str:
    return sha256(file.name.encode() + file.data).hexdigest()[:16]


def told(store: Store, names: Sequence[str], outcome: drop.Outcome, since: int, day: date) -> Accepted:
    """What the page says of an acceptance. names: of all that were to be accepted; since: the state before it."""
    refused = tuple(names[place] for place in outcome.refused)
    states = [state for state in outcome.accepted.values() if state > since]
    before, after = (min(states) - 1, max(states)) if states else (store.state, store.state)
    done = tuple(name for place, name in enumerate(names) if place in outcome.accepted or not refused)
    changed = tuple(effect(store, before, after, day)) if states else ()
    return Accepted(before, after, done, refused, _problem(names, outcome), changed)


def _problem(names: Sequence[str], outcome: drop.Outcome) -> str:
    """Why files were refused; of several each under its name."""
    several = len(outcome.refused) > 1
    return " ".join(f"{wording.quoted(names[place])}: {error}" if several else str(error)
                    for place, error in outcome.refused.items())


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(4, thread_name_prefix="tray")


@st.cache_resource(show_spinner=False)
def _trays() -> dict[tuple[str, str], Tray]:
    return {}


def of(session: Session) -> Tray:
    """Nobody sees what another person has dropped and half answered."""
    return of_base(session.base, session.login)


def of_base(base: str, login: str = "") -> Tray:
    return _trays().setdefault((base, login), Tray())


def forget(base: str) -> None:
    """Files on their way into a base that is another one now."""
    for key in [key for key in _trays() if key[0] == base]:
        _trays().pop(key, None)
