"""What lies in the place of a set and cannot be copied whole is kept as it is, for whoever can still read something in
it."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from shnor import private
from shnor.copies import names, swap
from shnor.copies.parts import ACCESS, NAMES, beside
from shnor.store.beside import backup_folder

_STAMP = "%Y-%m-%d %H-%M-%S"


def lying(base: Path, folder: Path) -> list[Path]:
    """The files of the set that are there, each with what an engine keeps beside it. folder: of data. Which base was
    chosen is no data."""
    files = (base, base.with_name(NAMES), *beside(base).values(), folder / ACCESS)
    return [path for file in files for path in (file, *(Path(f"{file}{log}") for log in swap.LOGS)) if path.exists()]


def put(base: Path, folder: Path, moment: datetime) -> Path | None:
    """They lie in a folder of their own in «backup»: which; None where there is nothing. The base is closed. Raises
    OSError, and then nothing of it is left there."""
    found = lying(base, folder)
    if not found:
        return None
    while (aside := private.folder(backup_folder(base)) / f"{moment:{_STAMP}} {names.BEFORE_RETURN}").exists():
        moment += timedelta(seconds=1)  # of another return
    try:
        for path in found:
            shutil.copy2(path, private.folder(aside) / path.name)
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return aside
