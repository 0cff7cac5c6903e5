"""`python -m tests.faults [--kills N] [--full N]`: every action of the base is killed, or runs into a full disk,
and the base is opened again: it must stand as before the action or as after it, never between. Linux only.

A kill at a moment comes from outside at a random time; one at a point is at the n-th call the store makes as it acts.
At a point the disk may fill up as well: from then on no file grows until the action has ended.
"""

import argparse
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from shnor.datasets import KINDS, Batch, Delivery
from shnor.errors import StoreError
from shnor.scope import EVERYTHING, Actor
from shnor.service.bases import noon, open_base
from shnor.service.intake import with_names
from shnor.store import Preview, Store

BY, DAY, MONTH = Actor("координатор", EVERYTHING), date(2026, 11, 27), date(2026, 10, 1)
BASE = "base.duckdb"
PEOPLE = {f"{number:016x}": f"Выдуманная Фамилия{number}" for number in range(400)}
RANDOM = ("base", "names_made", "names_erased")
"""What the base notes of itself and is another thing every time."""
Tables = dict[str, list]


def delivery(name: str, keys: list[str], rows: int) -> Delivery:
    """A list of courses; keys: of the people in it, instead of numbers of them."""
    kind = KINDS["courses"]
    records = [{"school_id": "Ш05", "period": "2026-10", "state": "done", "subject": f"предмет {number}", "people": 1,
                "programme": f"{name} {number % 7}", "person": keys[number] if keys else "", "month": MONTH,
                "row": number, "cell": f"A{number}"} for number in range(rows)]
    table = pa.Table.from_pylist(records, schema=kind.schema)
    return Delivery(f"{name}.csv", name, (Batch("courses", "list", "Курсы", 1, rows, table),))


def preview(store: Store, name: str, keys: list[str], rows: int) -> Preview:
    return store.preview(delivery(name, keys, rows))


def accept(store: Store, folder: Path) -> None:
    store.accept(preview(store, "принимается", [], 3000), BY)


def withdraw(store: Store, folder: Path) -> None:
    store.withdraw(1, BY, "прислали другой файл")


def approve(store: Store, folder: Path) -> None:
    store.approve(date(2026, 9, 1), BY)


def setup(store: Store, folder: Path) -> None:
    store.describe(BY, **{f"center_{case}": f"Центр {case}" for case in ("gen", "dat", "acc", "ins", "prep", "nom")})


def names_on(store: Store, folder: Path) -> None:
    with_names.keep_mode(store, with_names.ON, BY)


def names_accepted(store: Store, folder: Path) -> None:
    shown = preview(store, "с именами", list(PEOPLE), len(PEOPLE))
    with with_names.remembered(store, PEOPLE, shown.id):
        store.accept(shown, BY)


def names_erased(store: Store, folder: Path) -> None:
    with_names.erase(store, BY)


def copy(store: Store, folder: Path) -> None:
    store.copy_to(folder / "copies" / "copy.duckdb", BY)


Action = Callable[[Store, Path], None]
ACTIONS: dict[str, tuple[Action, ...]] = {
    "accept": (accept,), "withdraw": (withdraw,), "approve": (approve,), "setup": (setup,), "names on": (names_on,),
    "accept with names": (names_on, names_accepted), "delete names": (names_on, names_accepted, names_erased),
    "copy": (copy,)}
"""The last one is disturbed; those before it prepare."""


def opened(folder: Path) -> Store:
    return open_base(folder / "data" / BASE, now=lambda: noon(DAY))


def dump(store: Store, folder: Path) -> Tables:
    """Everything that is stored, without what is random; files that nobody needs any more."""
    told: Tables = {}
    with store.view() as view:
        for kind in ("courses",):
            told[kind] = sorted(map(repr, view.everybody().rows(kind).fetchall()))
    told["journal"] = [repr((one.state, one.action, one.upload, one.note)) for one in store.journal()]
    told["uploads"] = [repr((one.file, one.live, one.rows)) for one in store.uploads()]
    told["about"] = sorted(f"{key}={value}" for key, value in store.about().items() if key not in RANDOM)
    told["people"] = sorted(map(repr, store.people.names().items())) if store.people.exists else ["no file"]
    told["copies"] = sorted(path.name for path in folder.glob("copies/*")
                            if path.suffix != ".unfinished")  # swept by the next copy
    known = {BASE, f"{BASE}.wal", "base.last.json", "people.duckdb", "backup"}
    told["left"] = sorted(path.name for path in (*folder.glob("data/*"), *folder.glob("data/backup/*"))
                          if path.name not in known)
    return told


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


def closed(folder: Path, act: Callable[[Store], object]) -> object:
    store = opened(folder)
    try:
        return act(store)
    finally:
        store.close()


@contextmanager
def at_point(point: int, happens: Callable[[], None]) -> Iterator[None]:
    """At so many calls of the modules of the store from here."""
    left = [point]

    def called(frame: object, event: str, _: object) -> None:
        if event in ("call", "c_call") and "/shnor/store/" in frame.f_code.co_filename:  # type: ignore[attr-defined]
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
        self.start = folder / "start"
        (self.start / "data").mkdir(parents=True)

        def first(store: Store) -> None:
            store.accept(preview(store, "раньше", [], 500), BY)
            for action in prepared:
                action(store, self.start)
        apart(lambda: closed(self.start, first))
        self.before = self.stands(self.fresh())
        done = self.fresh()
        self.seconds, self.points = json.loads(apart(lambda: self._counted(done)))
        self.after = self.stands(done)
        assert "" not in (self.before, self.after), f"{name} cannot be done"
        assert self.before != self.after, f"{name} changes nothing"

    def fresh(self) -> Path:
        target = self.folder / "now"
        shutil.rmtree(target, ignore_errors=True)
        return Path(shutil.copytree(self.start, target))

    def _counted(self, folder: Path) -> tuple[float, int]:
        calls = [0]

        def act(store: Store) -> None:
            def called(frame: object, event: str, _: object) -> None:
                calls[0] += event in ("call", "c_call") and "/shnor/store/" in frame.f_code.co_filename  # type: ignore[attr-defined]
            sys.setprofile(called)
            self.action(store, folder)
            sys.setprofile(None)
        began = time.perf_counter()
        closed(folder, act)
        return time.perf_counter() - began, calls[0]

    def stands(self, folder: Path) -> str:
        """As the base is after it was opened again."""
        return apart(lambda: closed(folder, lambda store: dump(store, folder)))

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
            store = opened(folder)
            with at_point(point, lambda: os._exit(9)):
                self.action(store, folder)
            os._exit(9)
        apart(act)

    def _kill_at(self, folder: Path, delay: float) -> None:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            with suppress(BaseException):
                store = opened(folder)
                os.write(writing, b"!")
                self.action(store, folder)
                store.close()
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
        store, ended = opened(folder), "done"
        try:
            with at_point(point, lambda: limit(1)):
                self.action(store, folder)
        except StoreError as error:
            ended = str(error)
        with suppress(StoreError):
            store.journal()  # meanwhile somebody looks at a page
        limit(resource.RLIM_INFINITY)
        stood = dump(store, folder)
        if json.dumps(stood) != self.after:
            self.action(store, folder)
        store.close()
        return stood, ended


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--kills", type=int, default=40, help="of every action, half of them at points")
    parser.add_argument("--full", type=int, default=0, help="points of every action at which the disk is full")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=tuple(ACTIONS), default=tuple(ACTIONS))
    asked, wrong = parser.parse_args(), 0
    print("| action | disturbed | before | after | between |\n|---|---|---|---|---|")
    for name in asked.only:
        with TemporaryDirectory() as folder:
            drill, rng = Drill(name, Path(folder)), random.Random(asked.seed)
            found = Counter(drill.kill(rng, moment=bool(number % 2)) for number in range(asked.kills))
            wrong += _line(f"{name}: killed", found)
            points = sorted(rng.sample(range(1, drill.points + 1), min(asked.full, drill.points)))
            wrong += _line(f"{name}: full disk", Counter(drill.full(point) for point in points))
    return min(wrong, 1)


def _line(name: str, found: Counter[str]) -> int:
    """How many stand neither before nor after."""
    if total := found.total():
        other = ", ".join(f"{word}: {number}" for word, number in found.items() if word not in ("before", "after"))
        print(f"| {name} | {total} | {found['before']} | {found['after']} | {other or 0} |", flush=True)
    return found.total() - found["before"] - found["after"]


if __name__ == "__main__":
    sys.exit(main())
