"""A few of the kills and full disks of `python -m tests.faults`, always the same ones."""

import os
import subprocess
import sys

import pytest

NAMES = ("names on", "accept with names", "delete names")


def drilled(*options: str) -> str:
    """Its table. It forks, so it is a process of its own."""
    done = subprocess.run([sys.executable, "-m", "tests.faults", *options], capture_output=True, text=True,
                          env={**os.environ, "PYTHONUTF8": "1"})
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="it forks")
@pytest.mark.parametrize("kills", ["2", pytest.param("4", marks=pytest.mark.nightly)])
def test_names_and_the_base_are_one_action(kills):
    told = drilled("--kills", kills, "--only", *NAMES)
    assert [line.split(" | ")[1] for line in told.splitlines() if "killed" in line] == [kills] * 3


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="it forks")
def test_after_a_full_disk_the_same_process_goes_on():
    told = drilled("--kills", "0", "--full", "3", "--only", "approve")
    assert [line.split(" | ")[1] for line in told.splitlines() if "full" in line] == ["3"]
