"""What was made of rows once for everybody who asks: so many bytes in all, the thing asked for longest ago goes out."""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Thing = TypeVar("Thing")
MEGABYTE = 1 << 20


class Kept:
    """Equal keys mean equal things, and nobody changes a thing that is kept, so all pages and sessions share it. Two
    who ask for the same at once wait for one making. limit: bytes."""

    def __init__(self, limit: int) -> None:
        self._things: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._makers: dict[Hashable, threading.Lock] = {}
        self._gone: deque[Hashable] = deque()
        self._limit, self._size, self._lock = limit, 0, threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Thing], size: Callable[[Thing], int]) -> Thing:
        """The thing of the key, made if it is not there. size: of a thing, in bytes."""
        with self._lock:
            self._let_go()
            if key in self._things:
                return self._newest(key)
            maker = self._makers.setdefault(key, threading.Lock())
        with maker:
            with self._lock:
                if key in self._things:
                    return self._newest(key)
            try:
                thing = make()
            finally:
                with self._lock:
                    self._makers.pop(key, None)
            self._keep(key, thing, size(thing))
            return thing

    def forget(self, key: Hashable) -> None:
        """The next thing asked for is no longer taken from this key. Waits for nobody: what is called when a thing ends
        may be called anywhere, under the lock too."""
        self._gone.append(key)

    def _let_go(self) -> None:
        while self._gone:
            _, size = self._things.pop(self._gone.popleft(), (None, 0))
            self._size -= size

    def _newest(self, key: Hashable) -> Any:
        """A key of the caller says of which type its thing is."""
        self._things.move_to_end(key)
        return self._things[key][0]

    def _keep(self, key: Hashable, thing: object, size: int) -> None:
        """A thing larger than all the room is given out and not kept."""
        with self._lock:
            if size > self._limit or key in self._things:
                return
            self._things[key] = thing, size
            self._size += size
            while self._size > self._limit:
                _, (_, gone) = self._things.popitem(last=False)
                self._size -= gone
