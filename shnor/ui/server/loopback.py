"""Nobody else may answer where browsers look for our host name: for a name on «.localhost» they knock at ::1 too, and
there first, while we are at 127.0.0.1."""

import errno
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

NO_SUCH_ADDRESS = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, 10049, 10047)
"""This machine has no ::1, then nobody is there; the numbers are those of Windows."""


@contextmanager
def kept(port: int) -> Iterator[None]:
    """Holds the port at ::1 and answers nobody there. Raises OSError when another program has it."""
    with _socket() as held:
        if held:
            try:
                held.bind(("::1", port))
            except OSError as error:
                if error.errno not in NO_SUCH_ADDRESS:
                    raise
        yield


def taken(port: int) -> bool:
    """Whether another program listens or waits there."""
    try:
        with kept(port):
            return False
    except OSError:
        return True


@contextmanager
def _socket() -> Iterator[socket.socket | None]:
    """None where the system knows no such addresses."""
    try:
        made = socket.socket(socket.AF_INET6)
    except OSError:
        yield None
        return
    with made:
        if sys.platform == "win32":  # else a program of another user could share what we hold
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        yield made
