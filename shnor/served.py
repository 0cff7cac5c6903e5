"""What a program on a server has written down for those who work beside it on the same machine: the command line that
makes links, the timer that asks for a copy. Read by this user alone."""

import json
import secrets
from pathlib import Path
from typing import NamedTuple

from shnor import private

FILE, KEY = "server.json", "admin.key"
_KEY_BYTES = 32


class Served(NamedTuple):
    """origin: the public address. admin: where health and copies are asked for, «127.0.0.1:8602»; "" = nowhere."""

    origin: str
    admin: str = ""


def remember(folder: Path, served: Served) -> None:
    """Of the newest start; it stays when the program has ended, for links are made then too."""
    with open(folder / FILE, "w", encoding="utf-8", opener=private.opener) as file:
        json.dump(served._asdict(), file)


def remembered(folder: Path) -> Served:
    """Empty where no program was ever started."""
    try:
        return Served(**json.loads((folder / FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return Served("")


def key(folder: Path) -> str:
    """The word for the admin port, made once: «Authorization: Bearer …» stands in the file, as `curl -H @FILE` takes
    it. Whoever reads the base may read it, nobody else."""
    path = folder / KEY
    if not path.exists():
        with open(path, "w", encoding="ascii", opener=private.opener) as file:
            file.write(f"Authorization: Bearer {secrets.token_urlsafe(_KEY_BYTES)}\n")
    private.file(path)
    return path.read_text("ascii").rpartition(" ")[2].strip()
