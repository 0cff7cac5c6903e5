"""What lies beside a base on the disk."""

import re
import shutil
from contextlib import suppress
from pathlib import Path
from uuid import uuid4


def backup_folder(path: Path) -> Path:
    """The only folder SQL may write to."""
    return path.parent / "backup"


def log_file(path: Path) -> Path:
    """What is committed and not yet in the base itself; the engine makes it and takes it away."""
    return path.with_name(f"{path.name}.wal")


def last_file(path: Path) -> Path:
    """What the base was last seen at; see `last`."""
    return path.with_name(f"{path.stem}.last.json")


def unfinished(path: Path) -> Path:
    """Where a copy of the base is written or taken apart, a file or a folder; named after it, for bases share the
    folder."""
    return backup_folder(path) / f"{path.name}.{uuid4().hex}.unfinished"


def sweep(path: Path) -> None:
    """What a killed program has left: copies that were not finished, parts of a return that never began, what the
    engine had put aside. The base is open, so nobody writes any of it."""
    own, number = re.escape(path.name), "[0-9a-f]{32}"
    form = re.compile(rf"(?:{own}\.)?{number}\.unfinished(?:\.wal)?|{own}\.{number}\.returning\.unfinished|"
                      rf"{re.escape(last_file(path).name)}\.new")
    for folder in (path.parent, backup_folder(path)):
        with suppress(OSError):
            for left in [one for one in folder.iterdir() if form.fullmatch(one.name)]:
                shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)
    shutil.rmtree(path.with_name(f"{path.name}.tmp"), ignore_errors=True)
