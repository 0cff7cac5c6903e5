"""The reading process: takes a file from stdin, sends what it is to stdout, lives until stdin ends.

Readers of other people's bytes can abort the process or eat all memory, and our own steps take time by the cell; here
neither hurts anybody. A message is a pickle of plain data. Asked: ("know", Known) first, then
("check", name, data, answers), ("open", name, data), ("template", name, data), ("letterhead", name, data),
("paper", name, data), ("form", name, data) or ("read", task, data). Answered: ("ready",) once; then for each message
("taken",), so that a process that died while idle is told from one that died of the file, and ("done", result) or
("failed", reason, traceback).
"""

import gc
import os
import pickle
import queue
import sys
import threading
import traceback
from typing import IO, Any

GONE = EOFError, pickle.UnpicklingError
"""The other side ended, between messages or within one."""


def send(stream: IO[bytes], message: object) -> None:
    """One message, at once. Straight into the stream: what is in a large archive stands in memory once."""
    pickle.dump(message, stream, protocol=5)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next message, None when the other side is gone."""
    try:
        return pickle.load(stream)
    except GONE:
        return None


class Reading:
    """What the process does; known: what the base knows, until it is told anew."""

    def __init__(self) -> None:
        self.known: Any = None

    def answer(self, call: str, *given: Any) -> tuple[Any, ...]:
        """Whatever a step does, short of aborting, becomes an answer."""
        try:
            return "done", getattr(self, call)(*given)
        except MemoryError:
            return "failed", "memory", ""
        except BaseException as fault:  # a panic of a reader is no Exception; its text may hold what is in the file
            return "failed", "unreadable", "".join(traceback.format_tb(fault.__traceback__)) + type(fault).__name__

    def know(self, known: bytes) -> None:
        self.known = pickle.loads(known)

    def check(self, name: str, data: bytes, answers: Any) -> Any:
        from shnor.loaders.check import check
        return check(name, data, self.known, answers)

    def open(self, name: str, data: bytes) -> Any:
        from shnor.loaders.files.envelopes.containers import opened
        return opened(name, data)

    def template(self, name: str, data: bytes) -> Any:
        """A presentation of which a show takes the look."""
        from shnor.loaders.files.presentations.template import cleaned
        return cleaned(name, data)

    def letterhead(self, name: str, data: bytes) -> Any:
        """A document of which papers take the look."""
        from shnor.loaders.files.letterheads.template import cleaned
        return cleaned(name, data)

    def paper(self, name: str, data: bytes) -> Any:
        """A finished paper, whose figures are to be checked."""
        from shnor.loaders.claims.read import read
        return read(name, data)

    def form(self, name: str, data: bytes) -> Any:
        """A form of somebody else: its kind and its tables, as people see them."""
        from shnor.datasets.limits import FORM_BYTES
        from shnor.loaders.files import forms
        from shnor.loaders.files.guard import Refused, inspect
        from shnor.loaders.files.read import read
        try:
            kind = inspect(name, data).format
        except Refused as refused:
            return "", (), (refused.issue,)
        if kind in forms.KINDS and (why := forms.objection(data)):
            return "", (), (why.at(name=name, limit=FORM_BYTES >> 20),)
        return (kind, *read(name, data))

    def read(self, task: str, data: bytes) -> Any:
        """Bare tables, before anything is understood of them."""
        from shnor.loaders.files.readers import tables
        return tables(task, data, {})


def limit_memory(size: int) -> None:
    """In bytes, where the system can do it; elsewhere the parent watches. No core dumps: they hold people's files."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Argument: limit of memory in bytes."""
    inlet = sys.stdin.buffer
    outlet = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not fall between messages
    limit_memory(int(sys.argv[1]))
    asked: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def listen() -> None:
        while (message := receive(inlet)) is not None:
            asked.put(message)
        os._exit(0)  # the parent is gone: no use in finishing

    threading.Thread(target=listen, daemon=True).start()
    reading = Reading()
    send(outlet, ("ready",))
    import shnor.loaders.check  # noqa: F401  while nobody waits yet
    gc.disable()  # thousands of new rows make it look for garbage again and again
    while True:
        message = asked.get()
        send(outlet, ("taken",))
        send(outlet, reading.answer(*message))
        gc.collect()


if __name__ == "__main__":
    main()
