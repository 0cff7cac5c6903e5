"""Folders and files that nobody but this user may read: names of schools and people lie in them.

Where the system knows no such rights (Windows keeps the data folder of a user closed by itself, a flash drive has
none) nothing is changed."""

import os
import stat
from contextlib import suppress
from pathlib import Path


def folder(path: Path) -> Path:
    """The folder, made if it is missing, closed to others: 0700. One that everybody writes into on purpose (such as
    /tmp) stays open. Raises OSError when it cannot be made."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.stat().st_mode & stat.S_ISVTX:
        _close(path, 0o700)
    return path


def file(path: Path) -> None:
    """Close a file to others: 0600. One that is not there is no error."""
    _close(path, 0o600)


def opener(path: str, flags: int) -> int:
    """For `open(…, opener=opener)`: the file is closed to others from its first byte on."""
    descriptor = os.open(path, flags, 0o600)
    file(Path(path))
    return descriptor


def _close(path: Path, mode: int) -> None:
    if os.name == "nt":
        return  # there chmod would only take away «read only»
    with suppress(OSError):
        path.chmod(mode)
