"""The engine under an open base: one connection, one writer at a time, as many readers as there are pages.

An error in the middle of writing, a full disk above all, may end its work: from then on every question fails. It is
then closed and opened anew by whoever comes next, as soon as there is room."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from shnor.errors import BaseInUse, StoreError
from shnor.store.connection import FULL, is_full, refusal
from shnor.store.readers import SPOILED, Readers

_OF_THE_FILE = (duckdb.FatalException, duckdb.IOException, duckdb.InternalException, duckdb.SerializationException)
"""Errors of what lies on the disk; the others are ours."""


class Engine:
    """path: None for a base in memory, which nothing brings back. connect: opens it. begun: told after it was opened
    anew, before anybody reads."""

    def __init__(self, path: Path | None, connect: Callable[[], duckdb.DuckDBPyConnection],
                 begun: Callable[[], None]) -> None:
        self._path, self._connect, self._begun = path, connect, begun
        self.root = connect()
        self._writer, self._readers = threading.Lock(), Readers(self._renew)

    def close(self) -> None:
        """What is being written or read is finished first; what is still read after a while keeps the base open until
        the process ends."""
        with self._writer:
            if self._readers.end():
                self.root.close()

    @contextmanager
    def turn(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Of the writer."""
        with self._writer, self.reader() as root:
            yield root

    @contextmanager
    def reader(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The base is open and stays so within the block. Raises StoreError also for what the disk does to it."""
        with self._readers.one():
            try:
                yield self.root
            except Exception as error:
                problem = self._problem(error)
                if problem is None:
                    raise
            else:
                return
        raise problem

    def _problem(self, error: Exception) -> StoreError | None:
        """What people are told of an error; None: it is no matter of the file."""
        if self._path is None:
            return None
        if spoiled := _spoiled(self.root):
            logging.getLogger(__name__).error("engine spoiled: %s", type(error).__name__)
            self._readers.spoil()
            return StoreError(FULL if is_full(spoiled, self._path) else SPOILED)
        return refusal(self._path, str(error)) if isinstance(error, _OF_THE_FILE) else None

    def _renew(self) -> None:
        try:
            self.root.close()
            self.root = self._connect()
            self._begun()
        except BaseInUse:  # something of ours has not let go of it yet
            raise StoreError(SPOILED) from None
        except duckdb.Error as error:
            problem = refusal(self._path, str(error)) if self._path else StoreError(SPOILED)
        else:
            logging.getLogger(__name__).warning("engine renewed")
            return
        raise problem


def _spoiled(root: duckdb.DuckDBPyConnection) -> str:
    """Why nothing can be asked any more; "" while it can."""
    try:
        with root.cursor() as cursor:
            cursor.execute("select 1")
    except duckdb.FatalException as error:
        return str(error)
    except duckdb.Error:
        return ""
    return ""
