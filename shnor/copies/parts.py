"""Which files are one set: a base and what lies beside it, each under the name it has in a copy."""

import re
from pathlib import Path

BASE, NAMES, ACCESS, CHOICE = "base.duckdb", "people.duckdb", "access.sqlite", "choice.json"
_BESIDE = re.compile(r"\.[a-z]+\.sqlite")


def beside(base: Path) -> dict[str, Path]:
    """Name in a copy → file of rows of this base: «shnor.desk.sqlite» is «base.desk.sqlite»."""
    found = (path for path in base.parent.glob(f"{base.stem}.*.sqlite"))
    return {f"base{rest}": path for path in sorted(found) if _BESIDE.fullmatch(rest := path.name[len(base.stem):])}


def of_folder(folder: Path) -> dict[str, Path]:
    """The same of what belongs to the whole folder of data: who may come in, which base was chosen."""
    return {name: folder / name for name in (ACCESS, CHOICE) if (folder / name).is_file()}


def place(name: str, base: Path, folder: Path) -> Path:
    """Where a part of a copy belongs: beside the base, or into the folder of data."""
    if name in (ACCESS, CHOICE):
        return folder / name
    if name == NAMES:
        return base.with_name(NAMES)
    return base if name == BASE else base.with_name(base.stem + name.removeprefix("base"))
