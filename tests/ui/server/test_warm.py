"""What is ready before the first person comes, and what is refused."""

import gc
import subprocess
import sys

import pytest

from shnor.errors import ShnorError
from shnor.loaders.process.door import pool
from shnor.ui.server.warm import read_ahead, refuse_several_processes


def test_the_start_imports_and_freezes():
    script = ("from shnor.ui.server.warm import warm; import gc, sys; warm();"
              "print(all(m in sys.modules for m in ('pandas', 'pyarrow', 'duckdb', 'narwhals', 'plotly')),"
              " gc.get_freeze_count() > 100_000)")
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert ran.stdout.split() == ["True", "True"], ran.stderr


def test_the_tests_themselves_are_not_frozen():
    assert gc.get_freeze_count() == 0


@pytest.mark.parametrize("number", ["2", "8"])
def test_several_processes_are_refused_with_a_sentence(number: str):
    with pytest.raises(ShnorError, match="одним процессом"):
        refuse_several_processes({"WEB_CONCURRENCY": number})


@pytest.mark.parametrize("environment", [{}, {"WEB_CONCURRENCY": ""}, {"WEB_CONCURRENCY": "1"}])
def test_one_process_is_fine(environment: dict[str, str]):
    refuse_several_processes(environment)


def test_on_a_server_the_reading_process_has_read_before_the_first_comes(monkeypatch):
    monkeypatch.setenv("SHNOR_TODAY", "2026-11-27")
    pool().close()
    read_ahead()
    assert any(worker.pid for worker in pool().workers)
