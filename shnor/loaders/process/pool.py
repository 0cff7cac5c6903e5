"""The parent's side of the reading processes: starts, watches, stops and restarts them."""

import atexit
import contextlib
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

import psutil

from shnor.loaders.process.worker import receive, send

SECONDS = 30.0
MEMORY = 1536 << 20
WORKERS = 2
_log = logging.getLogger(__name__)

_ROOT = str(Path(__file__).parents[3])
_POLL = 0.05
_START_SECONDS = 60.0


class Stopped(Exception):
    """Nothing was read. str: time | memory | died | no-reader | unreadable | stopped."""


class Worker:
    """One process, started when first needed and again after it was stopped. For one thread at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._knows = ""

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def ask(self, message: tuple[Any, ...], known: bytes, seconds: float, memory: int,
            stop: threading.Event | None = None) -> Any:
        """The answer to the message. known: pickled, sent only where the process knows something else.

        Raises:
            Stopped: time, memory, died, stopped or no-reader; the process is gone and the next message starts a new
            one.
        """
        try:
            self._deliver(message, known, memory)
        except (OSError, Stopped):  # it went while idle: once more with a new one
            self.close()
            try:
                self._deliver(message, known, memory)
            except (OSError, Stopped):
                raise Stopped("no-reader") from None
        return self._wait(seconds, memory, stop)

    def close(self) -> None:
        process, self._process, self._knows = self._process, None, ""
        if process:
            process.kill()
            process.wait()
            for stream in filter(None, (process.stdin, process.stdout)):
                with contextlib.suppress(OSError):
                    stream.close()

    def _deliver(self, message: tuple[Any, ...], known: bytes, memory: int) -> None:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._start(memory)
        digest = sha256(known).hexdigest()
        if known and digest != self._knows:
            self._send(("know", known), memory)
            self._wait(_START_SECONDS, memory)
            self._knows = digest
        self._send(message, memory)

    def _send(self, message: tuple[Any, ...], memory: int) -> None:
        """It is taken when this returns."""
        assert self._process
        assert self._process.stdin
        send(self._process.stdin, message)
        self._wait(_START_SECONDS, memory)

    def _start(self, memory: int) -> None:
        paths = [_ROOT, os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "shnor.loaders.process.worker", str(memory)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=_environment() | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers = queue.SimpleQueue()
        threading.Thread(target=_collect, args=(self._process.stdout, self._answers), daemon=True).start()
        self._wait(_START_SECONDS, memory)

    def _wait(self, seconds: float, memory: int, stop: threading.Event | None = None) -> Any:
        end = time.monotonic() + seconds
        while True:
            try:
                answer = self._answers.get(timeout=max(0.0, min(_POLL, end - time.monotonic())))
            except queue.Empty:
                reason = ("time" if time.monotonic() >= end else "memory" if self._size() > memory else
                          "stopped" if stop and stop.is_set() else "")
            else:
                reason = "died" if answer is None else ""
                if not reason:
                    return answer
            if reason:
                self.close()
                raise Stopped(reason)

    def _size(self) -> int:
        try:
            return psutil.Process(self.pid).memory_info().rss
        except psutil.Error:
            return 0


class Pool:
    """A few workers for any number of threads; the last used is the next used, so mostly one process runs."""

    def __init__(self, workers: int = WORKERS, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        """seconds: for one file; memory: of one process, in bytes."""
        self._seconds, self._memory = seconds, memory
        self.workers = tuple(Worker() for _ in range(workers))
        self._free: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self.workers:
            self._free.put(worker)
        atexit.register(self.close)

    def run(self, *message: Any, known: bytes = b"", stop: threading.Event | None = None) -> Any:
        """The result of one call of the process, see `worker.Reading`. stop: set by another thread, it ends the wait.

        Raises:
            Stopped: there is no result.
        """
        worker = self._free.get()
        try:
            kind, *content = worker.ask(message, known, self._seconds, self._memory, stop)
        except BaseException:
            worker.close()  # else its late answer would be taken for the answer to the next file
            raise
        finally:
            self._free.put(worker)
        if kind == "failed":
            reason, trace = content
            if trace:
                _log.error("reading a file failed\n%s", trace)
            raise Stopped(reason)
        return content[0]

    def close(self) -> None:
        """Stops the processes; a later read starts them again."""
        for worker in self.workers:
            worker.close()


def _environment() -> dict[str, str]:
    """Without the secrets of this process: hostile bytes are read there. Arrow's own allocator would reserve a gigabyte
    of addresses at once, which is most of the limit."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SHNOR_")}
    return kept | {"ARROW_DEFAULT_MEMORY_POOL": "system", "OMP_NUM_THREADS": "1"}


def _collect(stream: Any, answers: queue.SimpleQueue[Any]) -> None:
    with contextlib.suppress(OSError, ValueError):  # the pipe was closed under the read
        while (message := receive(stream)) is not None:
            answers.put(message)
            message = None  # while the process is idle its last answer is nobody's
    answers.put(None)
