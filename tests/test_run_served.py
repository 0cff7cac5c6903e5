"""`python run.py serve` as a process: one of them, told to end by the system, and `run.py users` beside it."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

import run
from shnor.ui.server.launch import free_port
from tests import ports

ORIGIN = "https://monitor.example.ru"
START = "import sys, pathlib, run; run.prepare = lambda lock: None; run.PYTHON = pathlib.Path(sys.executable); " \
        "sys.exit(run.main(sys.argv[1:]))"
NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    values = {**os.environ, "SHNOR_DATA": str(folder), "SHNOR_DATABASE": "", "SHNOR_TODAY": "2026-11-27",
              "SHNOR_ORIGIN": "", "PYTHONUTF8": "1"}
    return subprocess.Popen([sys.executable, "-c", START, *arguments], cwd=run.ROOT, env=values, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    admin = ports.free(15_600)
    process = started(tmp_path, "serve", "--origin", ORIGIN, "--admin", f"127.0.0.1:{admin}", "--address",
                      f"127.0.0.1:{free_port(admin + 1)}")
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None and not healthy(admin):
        time.sleep(0.1)
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


def healthy(admin: int) -> bool:
    try:
        with NO_PROXY.open(f"http://127.0.0.1:{admin}/health", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


@pytest.mark.skipif(os.name == "nt", reason="a process has no place to be taken there")
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT], ids=["by-the-system", "by-hand"])
def test_it_is_one_process_that_ends_when_it_is_told(served, tmp_path, told):
    assert f"открывается по адресу {ORIGIN}" in served.stdout.readline()
    begun = time.monotonic()
    served.send_signal(told)
    said, _ = served.communicate(timeout=20)
    assert (served.returncode, "Traceback" in said) == ({signal.SIGTERM: -15, signal.SIGINT: 0}[told], False)
    assert time.monotonic() - begun < 15
    assert {path.name for path in tmp_path.iterdir() if path.suffix == ".wal"} == set()


def test_the_first_coordinator_is_let_in_beside_it(served, tmp_path):
    said, _ = started(tmp_path, "users", "add", "centre").communicate(timeout=60)
    assert f"{ORIGIN}/shnor/link?w=" in said
