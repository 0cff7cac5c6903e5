"""The program as a process of its own for tests in a browser.

Its packages are imported once by a process that waits, and every program begins as a copy of it: the same start as
`run.py` gives, less the seconds of importing. Where a process cannot be copied (Windows) each imports for itself.
"""

import logging
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest

from shnor.ui.server import keys
from shnor.ui.server.launch import alive
from tests import ports

ROOT = Path(__file__).resolve().parents[2]
COPIED = "forkserver" in multiprocessing.get_all_start_methods()
PROCESSES = multiprocessing.get_context("forkserver" if COPIED else "spawn")
if COPIED:
    PROCESSES.set_forkserver_preload(["streamlit.web.cli", "pandas", "shnor.ui.pages", __name__])


SECRET = "s" * 32
"""Of a launch of the tests."""


@dataclass
class Server:
    """One running program. address has no slash at its end; folder is where its data and logs are; shared: it serves
    many tests, which only look."""

    address: str
    folder: Path
    process: BaseProcess = field(repr=False)
    shared: bool = False

    @property
    def cookie(self) -> dict[str, str]:
        """What a browser has that came by the address of this launch."""
        name, value = keys.cookie(SECRET, urlsplit(self.address).port or 80)
        return {"name": name, "value": value, "url": self.address}

    def stop(self) -> None:
        self.process.terminate()
        self.process.join(10)
        if self.process.is_alive():
            self.process.kill()
            self.process.join(10)


def started(stack: ExitStack, folders: pytest.TempPathFactory, *, database: Path | None = None,
            today: str = "2026-11-27", folder: Path | None = None, script: Path = ROOT / "app.py",
            shared: bool = False, served: bool = False, up: Callable[[int], bool] = alive,
            **environment: str) -> Server:
    """served: in server mode, where people come in by an entry of their own."""
    folder = folder or folders.mktemp("data")
    port = ports.free(8600 + os.getpid() % 900)
    python_path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    values = {**os.environ, "SHNOR_DATA": str(folder), "SHNOR_TODAY": today, "PYTHONUTF8": "1", "SHNOR_KEY": SECRET,
              "SHNOR_DATABASE": str(database or ""), "PYTHONPATH": python_path,
              "SHNOR_ORIGIN": f"http://127.0.0.1:{port}" if served else "", **environment}
    process = PROCESSES.Process(target=serve, args=(values, script, port, folder / "server.log"), daemon=False)
    # a test of a page leaves its script as the main module, which the copy would run first
    with patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):
        process.start()
    server = Server(f"http://127.0.0.1:{port}", folder, process, shared)
    stack.callback(server.stop)
    wait_until_alive(server, port, up)
    return server


def serve(environment: Mapping[str, str], script: Path, port: int, log: Path) -> None:
    """Becomes `streamlit run script`."""
    from streamlit.web import cli
    become(environment, log)
    sys.argv = ["streamlit", "run", str(script), "--server.port", str(port)]
    cli.main()


def become(environment: Mapping[str, str], log: Path) -> None:
    """A copied process as a fresh one would be; what it says goes to the log."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    written = os.open(log, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(written, stream)
    logging.getLogger().handlers.clear()


def wait_until_alive(server: Server, port: int, up: Callable[[int], bool]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.process.is_alive():
        if up(port):
            return
        time.sleep(0.1)
    pytest.fail("Программа не запустилась:\n" + (server.folder / "server.log").read_text("utf-8", "replace")[-3000:])
