"""A file of ours beside a base, opened once for everybody who looks."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from shnor import private
from shnor.ledger import Clock
from shnor.store import Store
from shnor.ui.run.session import settings

Opened = TypeVar("Opened")


class Beside(Generic[Opened]):
    """made: opens the file of the base at this path."""

    def __init__(self, made: Callable[[Path, Clock], Opened]) -> None:
        self._made, self._opened, self._lock = made, dict[Path, Opened](), threading.Lock()

    def __call__(self, opened: Store) -> Opened:
        assert opened.path, "a base in memory has nothing beside it"
        with self._lock:
            if opened.path not in self._opened:
                private.folder(opened.path.parent)
                self._opened[opened.path] = self._made(opened.path, settings().now)
            return self._opened[opened.path]
