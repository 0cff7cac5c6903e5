"""Ports of the programs that tests start."""

import os

from shnor.ui.server import launch


def free(start: int) -> int:
    """A free port from there on for the first worker, 1000 higher for the next: two that run beside each other would
    find the same one free, and one program would answer the tests of the other."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    return launch.free_port(start + 1000 * worker)
