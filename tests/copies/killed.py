"""A process that makes a copy or brings one back and dies at one of its steps, as by a pulled plug.

    python -m tests.copies.killed DEED FOLDER STEP
"""

import os
import shutil
import sys
from pathlib import Path

from shnor.copies import archive, swap

NEW = ("base.duckdb", "base.desk.sqlite", "people.duckdb")
GONE = "base.papers.sqlite"


def dying_at(step: int) -> None:
    """The steps are what reaches the disk: bytes, names given, files taken away."""
    left = [step]

    def dies(call):
        def step(*given, **named):
            if left[0] == 0:
                os._exit(9)
            left[0] -= 1
            return call(*given, **named)
        return step
    os.replace, os.fsync, shutil.copyfileobj = map(dies, (os.replace, os.fsync, shutil.copyfileobj))
    Path.unlink = dies(Path.unlink)


def put(folder: Path) -> None:
    data = folder / "data"
    swap.put(data / "base.duckdb", {data / name: folder / "new" / name for name in NEW}, [data / GONE])


def write(folder: Path) -> None:
    target = folder / "flash" / "copy.zip"
    part = archive.Part("base.duckdb", folder / "data" / "base.duckdb")
    archive.settle(archive.write(target, [part], archive.Contents("2026-11-27T15:05:00+00:00", "id", "b", 3)), target)


if __name__ == "__main__":
    dying_at(int(sys.argv[3]))
    {"put": put, "write": write}[sys.argv[1]](Path(sys.argv[2]))
