"""The servers that are compared: each a process of its own on a free port of this machine, with a folder of its own."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.client import SECRET, Entrance, asked, launched

ROOT = Path(__file__).resolve().parents[1]
APPS = Path(__file__).resolve().parent / "apps"
PAGES = len([path for path in (ROOT / "pages").glob("*.py") if path.stem not in ("main", "start")])
START_SECONDS = 60.0


@dataclass(frozen=True)
class Server:
    """A process that may still be starting. entrance: how it is asked; None = by the address of the launch."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path
    entrance: Entrance | None = None

    def wait(self) -> str:
        """Until it answers; the address. RuntimeError with the end of its log when it does not."""
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            with contextlib.suppress(OSError), _asked(f"{self.address}/_stcore/health", seconds=2,
                                                      entrance=self.entrance):
                return self.address
            time.sleep(0.05)
        raise RuntimeError(self.log.read_text("utf-8", "replace")[-2000:])


def stock(folder: Path) -> AbstractContextManager[Server]:
    """Streamlit as it comes: run outside our folder, so that our config.toml is not read."""
    return _serving(APPS / "stock" / "main.py", folder, folder, {})


def charted(folder: Path) -> AbstractContextManager[Server]:
    """The same with one chart of Plotly on every page."""
    return _serving(APPS / "chart" / "main.py", folder, folder, {})


def ours(folder: Path, database: Path, day: str, script: Path = ROOT / "pages" / "main.py",
         entrance: Entrance | None = None) -> AbstractContextManager[Server]:
    """Our settings, warm start and middleware around a script. entrance: of somebody who has come in: then it runs in
    server mode."""
    chosen = {"BENCHMARK_SCRIPT": str(script), "SHNOR_DATABASE": str(database), "SHNOR_TODAY": day,
              "SHNOR_KEY": SECRET, "SHNOR_ORIGIN": entrance.origin if entrance else ""}
    return _serving(APPS / "ours.py", folder, ROOT, chosen, entrance)


def accept(address: str, **row: str) -> int:
    """Have the server accept one mark; the new state."""
    with _asked(f"{address}/benchmark/accept?{urlencode(row)}", b"") as answer:
        return int(answer.read())


def ask(address: str, what: str, query: dict[str, str], data: bytes = b"", entrance: Entrance | None = None) -> float:
    """Have the server of the product do one of the things `apps/ours.py` adds; the number it answers with."""
    with _asked(f"{address}/benchmark/{what}?{urlencode(query)}", data, entrance=entrance) as answer:
        return float(answer.read())


def _asked(address: str, data: bytes | None = None, seconds: float = START_SECONDS, entrance: Entrance | None = None):
    return asked(address, data, entrance=entrance or launched(address), seconds=seconds)


@contextlib.contextmanager
def _serving(entry: Path, folder: Path, start_in: Path, chosen: dict[str, str],
             entrance: Entrance | None = None) -> Iterator[Server]:
    folder.mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "SHNOR_"))}
    # HOME: the user's own settings of Streamlit would change the baseline
    values = kept | {"HOME": str(folder), "USERPROFILE": str(folder), "SHNOR_DATA": str(folder), "PYTHONUTF8": "1",
                     "PYTHONPATH": str(ROOT), "BENCHMARK_PAGES": str(PAGES)} | chosen
    port = _free_port()
    # A browser is not opened and nobody is told of the run; neither changes how a page is run.
    command = [sys.executable, "-m", "streamlit", "run", str(entry), "--server.port", str(port), "--server.address",
               "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=start_in, env=values, stdout=log, stderr=subprocess.STDOUT)
        try:
            yield Server(f"http://127.0.0.1:{port}", process, folder / "server.log", entrance)
        finally:
            _stop(process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)
