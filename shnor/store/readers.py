"""Who reads a base at this moment: while somebody does it is not closed, for the engine would take the whole process
down with it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from shnor.errors import StoreError

CLOSED = "База уже закрыта: программа завершает работу. Запустите её снова."
END = 20.0
"""Seconds a page or a file in reading has to come to its end."""


class Readers:
    def __init__(self) -> None:
        self._turn, self._number, self._closed = threading.Condition(), 0, False

    @contextmanager
    def one(self) -> Iterator[None]:
        """Raises StoreError when the base is being closed."""
        with self._turn:
            if self._closed:
                raise StoreError(CLOSED)
            self._number += 1
        try:
            yield
        finally:
            with self._turn:
                self._number -= 1
                self._turn.notify_all()

    def end(self, seconds: float = END) -> bool:
        """From now on nobody begins; whether those who had begun have ended within so many seconds."""
        with self._turn:
            self._closed = True
            return self._turn.wait_for(lambda: not self._number, seconds)
