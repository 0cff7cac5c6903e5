"""One action disturbed again and again.

A kill at a moment comes from outside at a random time; one at a point is at the n-th call of a module that writes.
At a point the disk may fill up as well: from then on no file grows until the action has ended.
"""

import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from shnor.errors import ShnorError
from tests.faults.actions import ACTIONS, BY, OPENS, Base, Tables, dump, preview

WRITE = ("/shnor/store/", "/shnor/copies/", "/shnor/service/copies/")
"""Modules whose calls are points of an action."""


def apart(act: Callable[[], object]) -> str:
    """What it gives, done by a process of its own; "" where that was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        with suppress(BaseException):
            os.close(reading)
            with os.fdopen(writing, "w") as out:
                out.write(json.dumps(act()))
            status = 0
        os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as given:
        told = given.read()
    os.waitpid(child, 0)
    return told


def closed(folder: Path, act: Callable[[Base], object]) -> object:
    base = Base(folder)
    try:
        return act(base)
    finally:
        base.close()


def counts(frame: object, event: str) -> bool:
    return event in ("call", "c_call") and any(place in frame.f_code.co_filename for place in WRITE)  # type: ignore[attr-defined]


@contextmanager
def at_point(point: int, happens: Callable[[], None]) -> Iterator[None]:
    """At so many calls of the modules that write from here."""
    left = [point]

    def called(frame: object, event: str, _: object) -> None:
        if counts(frame, event):
            left[0] -= 1
            if left[0] == 0:
                happens()
    sys.setprofile(called)
    try:
        yield
    finally:
        sys.setprofile(None)


def limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


class Drill:
    """One action. before, after: what is stored without and with it. seconds: it takes; points: calls of the store."""

    def __init__(self, name: str, folder: Path) -> None:
        self.folder, (*prepared, self.action) = folder, ACTIONS[name]
        self.opens = name in OPENS
        self.start = folder / "start"
        (self.start / "data").mkdir(parents=True)

        def first(base: Base) -> None:
            base.store.accept(preview(base.store, "раньше", [], 500), BY)
            for action in prepared:
                action(base)
        apart(lambda: closed(self.start, first))
        self.before = self.stands(self.fresh())
        done = self.fresh()
        self.seconds, self.points = json.loads(apart(lambda: self._counted(done)))
        self.after = self.stands(done)
        assert "" not in (self.before, self.after), f"{name} cannot be done"
        assert (self.before == self.after) is self.opens, f"{name} changes nothing"

    def fresh(self) -> Path:
        target = self.folder / "now"
        shutil.rmtree(target, ignore_errors=True)
        return Path(shutil.copytree(self.start, target))

    def base(self, folder: Path) -> Base:
        """Open already, unless opening it is what is tried."""
        base = Base(folder)
        if not self.opens:
            assert base.store
        return base

    def _counted(self, folder: Path) -> tuple[float, int]:
        calls = [0]

        def called(frame: object, event: str, _: object) -> None:
            calls[0] += counts(frame, event)
        began, base = time.perf_counter(), self.base(folder)
        sys.setprofile(called)
        self.action(base)
        sys.setprofile(None)
        base.close()
        return time.perf_counter() - began, calls[0]

    def stands(self, folder: Path) -> str:
        """As the base is after it was opened again."""
        return apart(lambda: closed(folder, dump))

    def verdict(self, told: str) -> str:
        return {self.before: "before", self.after: "after"}.get(told, "between")

    def kill(self, rng: random.Random, *, moment: bool) -> str:
        folder = self.fresh()
        if moment:
            self._kill_at(folder, rng.uniform(0, self.seconds))
        else:
            self._kill_in(folder, rng.randint(1, self.points))
        return self.verdict(self.stands(folder))

    def _kill_in(self, folder: Path, point: int) -> None:
        def act() -> None:
            base = self.base(folder)
            with at_point(point, lambda: os._exit(9)):
                self.action(base)
            os._exit(9)
        apart(act)

    def _kill_at(self, folder: Path, delay: float) -> None:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            with suppress(BaseException):
                base = self.base(folder)
                os.write(writing, b"!")
                self.action(base)
                base.close()
            os._exit(0)
        os.close(writing)
        os.read(reading, 1)
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)

    def full(self, point: int) -> str:
        """The disk is full from that point until the action has ended; the same process then goes on."""
        folder = self.fresh()
        told = apart(lambda: self._full(folder, point))
        if not told:
            return "no sentence"
        stood, ended = json.loads(told)
        return self.verdict(json.dumps(stood)) if self.stands(folder) == self.after else f"not repeated: {ended}"

    def _full(self, folder: Path, point: int) -> tuple[Tables, str]:
        """What stands once there is room again, and how the action ended; then it is done again. Other errors than
        sentences come out."""
        base, ended = self.base(folder), "done"
        try:
            with at_point(point, lambda: limit(1)):
                self.action(base)
        except ShnorError as error:
            ended = str(error)
        with suppress(ShnorError):
            base.store.journal()  # meanwhile somebody looks at a page
        limit(resource.RLIM_INFINITY)
        stood = dump(base)
        if json.dumps(stood) != self.after:
            self.action(base)
        base.close()
        return stood, ended
