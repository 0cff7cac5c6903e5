"""The parent's side of the reading processes: starts, watches, stops and restarts them."""

import atexit
import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import psutil

from shnor.loaders.files.raw import Raw
from shnor.loaders.files.worker import receive, send

SECONDS = 30.0
MEMORY = 1536 << 20
WORKERS = 2

_ROOT = str(Path(__file__).parents[3])
_POLL = 0.05
_START_SECONDS = 60.0


class Stopped(Exception):
    """Nothing was read. str: time | memory | died | no-reader | password | no-tables | unreadable."""


class Worker:
    """One process, started when first needed and again after it was stopped. For one thread at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def ask(self, message: object, seconds: float, memory: int) -> Any:
        """The answer to the message.

        Raises:
            Stopped: time, memory, died or no-reader; the process is gone and the next message starts a new one.
        """
        try:
            self._deliver(message, memory)
        except (OSError, Stopped):  # it went while idle: once more with a new one
            self.close()
            try:
                self._deliver(message, memory)
            except (OSError, Stopped):
                raise Stopped("no-reader") from None
        return self._wait(seconds, memory)

    def close(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for stream in filter(None, (process.stdin, process.stdout)):
                with contextlib.suppress(OSError):
                    stream.close()

    def _deliver(self, message: object, memory: int) -> None:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._start(memory)
        assert self._process
        assert self._process.stdin
        send(self._process.stdin, message)
        self._wait(_START_SECONDS, memory)

    def _start(self, memory: int) -> None:
        paths = [_ROOT, os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "shnor.loaders.files.worker", str(memory)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers = queue.SimpleQueue()
        threading.Thread(target=_collect, args=(self._process.stdout, self._answers), daemon=True).start()
        self._wait(_START_SECONDS, memory)

    def _wait(self, seconds: float, memory: int) -> Any:
        end = time.monotonic() + seconds
        while True:
            try:
                answer = self._answers.get(timeout=max(0.0, min(_POLL, end - time.monotonic())))
            except queue.Empty:
                reason = "time" if time.monotonic() >= end else "memory" if self._size() > memory else ""
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

    def read(self, task: str, data: bytes, **options: object) -> list[Raw]:
        """Tables of the file; task as in worker.read.

        Raises:
            Stopped: nothing was read.
        """
        worker = self._free.get()
        try:
            kind, content = worker.ask((task, data, options), self._seconds, self._memory)
        except BaseException:
            worker.close()  # else its late answer would be taken for the answer to the next file
            raise
        finally:
            self._free.put(worker)
        if kind == "failed":
            raise Stopped(content)
        return content

    def close(self) -> None:
        """Stops the processes; a later read starts them again."""
        for worker in self.workers:
            worker.close()


def _collect(stream: Any, answers: queue.SimpleQueue[Any]) -> None:
    with contextlib.suppress(OSError, ValueError):  # the pipe was closed under the read
        while (message := receive(stream)) is not None:
            answers.put(message)
    answers.put(None)
