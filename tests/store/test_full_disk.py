"""A full disk ends the work of the engine, not that of the program."""

import subprocess
import sys
import threading

import pytest

from shnor.errors import StoreError
from shnor.store.connection import FULL, is_full
from shnor.store.readers import Readers


@pytest.mark.skipif(sys.platform == "win32", reason="a full disk is made by a limit of the process")
def test_after_a_full_disk_the_program_goes_on():
    done = subprocess.run([sys.executable, "-m", "pytest", "-n", "0", "-q", "-p", "no:cacheprovider",
                           "tests/store/full_disk.py", "-o", "addopts="], capture_output=True, text=True)
    assert (done.returncode, "5 passed" in done.stdout) == (0, True), done.stdout


def test_the_next_one_waits_until_who_reads_has_ended():
    renewed, order, inside, leave = [], [], threading.Event(), threading.Event()
    readers = Readers(lambda: renewed.append(True))

    def page() -> None:
        with readers.one():
            inside.set()
            assert leave.wait(20)
            order.append("read")

    def other() -> None:
        with readers.one():
            order.append(f"renewed {len(renewed)}")
    reading, waiting = threading.Thread(target=page), threading.Thread(target=other)
    reading.start(), inside.wait(20)
    readers.spoil()
    waiting.start(), leave.set()
    reading.join(20), waiting.join(20)
    assert order == ["read", "renewed 1"]


def test_what_cannot_be_renewed_yet_is_tried_again():
    answers = [StoreError(FULL), None]

    def renew() -> None:
        if answer := answers.pop(0):
            raise answer
    readers = Readers(renew)
    readers.spoil()
    with pytest.raises(StoreError, match="Диск заполнен"), readers.one():
        pass
    with readers.one():
        assert answers == []


@pytest.mark.parametrize(("message", "full"), [
    ('Could not write file "b.wal": No space left on device', True),
    ('Could not write file "b.wal": File too large', True),
    ('Could not write file "b.wal": Input/output error', False),
    ("Constraint Error: Duplicate key", False),
])
def test_when_a_disk_is_full(tmp_path, message, full):
    assert is_full(message, tmp_path / "b.duckdb") is full
