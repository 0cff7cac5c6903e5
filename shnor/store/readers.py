"""Who reads a base at this moment: while somebody does it is neither closed nor opened anew, for the engine would take
the whole process down with it."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from shnor.errors import StoreError

CLOSED = "База уже закрыта: программа завершает работу. Запустите её снова."
SPOILED = ("База прервала работу: диск ответил ошибкой. Всё принятое на месте. Обновите страницу через минуту, "
           "перезапускать программу не нужно.")
END, LEAVE = 20.0, 10.0
"""Seconds a page or a file in reading has to come to its end: before the base is closed, before it is opened anew."""


class Readers:
    """renew: opens the base anew, nobody reads meanwhile; raises StoreError when it cannot be yet."""

    def __init__(self, renew: Callable[[], None] = lambda: None) -> None:
        self._turn, self._closed, self._spoiled = threading.Condition(), False, False
        self._inside: Counter[int] = Counter()
        self._renew = renew

    @contextmanager
    def one(self) -> Iterator[None]:
        """The first one after the base was spoiled has it renewed. Raises StoreError when it is being closed or cannot
        be renewed yet."""
        me = threading.get_ident()
        with self._turn:
            if self._spoiled:
                self._renewed(me)
            if self._closed:
                raise StoreError(CLOSED)
            self._inside[me] += 1
        try:
            yield
        finally:
            with self._turn:
                self._inside[me] -= 1
                self._inside += Counter()  # who has left is not counted any more
                self._turn.notify_all()

    def spoil(self) -> None:
        """What is being read fails, nothing can be read before the base is renewed."""
        with self._turn:
            self._spoiled = True

    def end(self, seconds: float = END) -> bool:
        """From now on nobody begins; whether those who had begun have ended within so many seconds."""
        with self._turn:
            self._closed = True
            return self._turn.wait_for(lambda: not self._inside, seconds)

    def _renewed(self, me: int) -> None:
        """Who reads already would wait for itself."""
        if me in self._inside or not self._turn.wait_for(lambda: not (self._inside and self._spoiled), LEAVE):
            raise StoreError(SPOILED)
        if self._spoiled and not self._closed:
            self._renew()
            self._spoiled = False
