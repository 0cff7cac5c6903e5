"""The files of a tray on their way through the reading process: each is read once, how far it is, a way to stop."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from shnor.datasets.limits import DROP_BYTES, DROP_SECONDS
from shnor.loaders.issues import of_files as say
from shnor.loaders.process import door
from shnor.loaders.types import Answers, Checked, Issue, Known, Opened

Worked = TypeVar("Worked")
AGAIN = frozenset({"file-stopped", "file-drop-spent"})
"""Why a file was not read this time: it can be read again."""


@dataclass(frozen=True)
class Progress:
    """Which file is being read now, how many were, of how many; total 0: they are still being opened."""

    name: str
    done: int
    total: int


class Reader:
    """Remembers what each file read as, with the same answers and against the same base: an answer to one file reads
    that file alone. All files of a drop share one budget of time and bytes. One for a tray; `stop` may be called by
    another thread."""

    def __init__(self) -> None:
        self.progress = Progress("", 0, 0)
        self._stop = threading.Event()
        self._seconds, self._bytes = 0.0, 0
        self._results: dict[tuple[object, ...], Checked] = {}
        self._worked: dict[tuple[str, bytes], tuple[object, object]] = {}

    def start(self) -> None:
        """From the beginning, whatever was stopped before."""
        self._stop.clear()
        self._seconds, self._bytes = 0.0, 0
        self.progress = Progress("", 0, 0)

    def begin(self, total: int) -> None:
        """So many files are read now."""
        self.progress = Progress("", 0, total)

    def stop(self) -> None:
        """The file that is being read and all after it end in a sentence."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def opened(self, name: str, data: bytes) -> Sequence[Opened]:
        self.progress = Progress(name, 0, 0)
        return [Opened(name, data)] if self.stopped else door.opened(name, data, self._stop)

    def check(self, name: str, data: bytes, known: Known, answers: Answers, closed: Issue | None = None) -> Checked:
        """As `door.check`; closed: why there is nothing to check."""
        if closed:
            return Checked(name, sha256(data).hexdigest(), issues=(closed,))
        key = (name, data, frozenset(answers.items()), door.pickled(known))
        done, total = self.progress.done, self.progress.total
        if key not in self._results:
            self.progress = Progress(name, min(done, total), total)
            if self._seconds > DROP_SECONDS or self._bytes > DROP_BYTES:
                return Checked(name, sha256(data).hexdigest(), issues=(say.DROP_SPENT.at(name=name, done=done),))
            begun = time.monotonic()
            checked = door.check(name, data, known, answers, self._stop)
            self._seconds += time.monotonic() - begun
            self._bytes += len(data)
            if any(issue.code in AGAIN for issue in checked.issues):
                return checked
            self._results[key] = checked
        self.progress = Progress(name, min(done + 1, total), total)
        return self._results[key]

    def once(self, name: str, data: bytes, of: object, made: Callable[[], Worked]) -> Worked:
        """What is worked out of a file, again only when something it is worked out of is another than last time: an
        answer to one file leaves what the others would change as it was."""
        before, kept = self._worked.get((name, data), (None, None))
        if kept is None or before != of:
            kept = made()
            self._worked[name, data] = of, kept
        return kept  # type: ignore[return-value]

    def forget(self, kept: Sequence[tuple[str, bytes]]) -> None:
        """What was read of other files than these, by name and bytes."""
        alive = set(kept)
        self._results = {key: checked for key, checked in self._results.items() if key[:2] in alive}
        self._worked = {key: worked for key, worked in self._worked.items() if key in alive}
