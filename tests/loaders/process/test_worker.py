"""The reading process: it may die, hang or swell; its parent goes on."""

import io
import os
import subprocess
import sys
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import openpyxl
import psutil
import pytest

from shnor.loaders.process import pool as process
from shnor.loaders.process.pool import Pool, Stopped
from shnor.loaders.process.worker import receive, send


def workbook(cells: dict[str, object]) -> bytes:
    book = openpyxl.Workbook()
    for address, value in cells.items():
        book.active[address] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ABORTING = workbook({"A1": 1, "XFD1048576": 2})
LARGE = workbook({"A1": 1, "AN150000": 2})


PATIENT = 200.0
"""Seconds for a file where the limit is not what is asked: on a busy machine the first of a process, which imports its
reader, may take longer than the limit of the program."""


@pytest.fixture
def pool():
    """Its process starts with the first file."""
    made = Pool(workers=1, seconds=PATIENT)
    yield made
    made.close()


@pytest.fixture(scope="module")
def shared():
    """Whatever happens to its process, the pool goes on reading."""
    made = Pool(workers=1, seconds=PATIENT)
    yield made
    made.close()


def reads(pool: Pool) -> bool:
    return pool.run("read", "text", b"a;b\n1;2")[0].cells == (("a", "b"), ("1", "2"))


def stopped(pool: Pool, data: bytes) -> str:
    with pytest.raises(Stopped) as caught:
        pool.run("read", "workbook", data)
    return str(caught.value)


def test_what_is_handed_over_stands_in_memory_once(tmp_path) -> None:
    """All that an archive holds comes back at once; beside it only what is read ahead."""
    files = [os.urandom(1 << 20) for _ in range(8)]
    with (tmp_path / "pipe").open("wb") as stream:
        tracemalloc.start()
        send(stream, files)
        (_, sending), _ = tracemalloc.get_traced_memory(), tracemalloc.stop()
    with (tmp_path / "pipe").open("rb") as stream:
        tracemalloc.start()
        found = receive(stream)
        (_, receiving), _ = tracemalloc.get_traced_memory(), tracemalloc.stop()
        assert receive(stream) is None
    assert found == files
    assert sending < 1 << 20
    assert receiving < 9 << 20


@pytest.mark.parametrize("left", [0, 1, 5, 100_000, (1 << 20) + 3])
def test_a_message_that_was_cut_off_is_none(left: int) -> None:
    send(whole := io.BytesIO(), ("done", [bytes(1 << 20), "текст"]))
    assert receive(io.BytesIO(whole.getvalue()[:left])) is None


def test_process_is_kept_between_files(shared: Pool) -> None:
    assert reads(shared)
    first = shared.workers[0].pid
    assert reads(shared)
    assert shared.workers[0].pid == first


def test_abort_of_the_reader_is_survived(shared: Pool) -> None:
    assert stopped(shared, ABORTING) in ("died", "memory")
    assert reads(shared)


def test_process_killed_while_idle_is_replaced(shared: Pool) -> None:
    assert reads(shared)
    psutil.Process(shared.workers[0].pid).kill()
    assert reads(shared)


@pytest.mark.parametrize(("limits", "reasons"), [
    pytest.param({"seconds": 0.05}, {"time"}, id="time"),
    pytest.param({"memory": 480 << 20}, {"memory", "died"}, id="memory"),
])
def test_limits_stop_one_file_and_the_next_is_read(limits: dict, reasons: set[str]) -> None:
    pool = Pool(workers=1, **limits)
    try:
        assert stopped(pool, LARGE) in reasons
        assert reads(pool)
    finally:
        pool.close()


def test_a_process_that_does_not_start_is_told(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert stopped(pool, b"") == "no-reader"


def test_a_failed_reader_keeps_its_process(shared: Pool) -> None:
    assert reads(shared)
    first = shared.workers[0].pid
    assert stopped(shared, b"PK not a workbook") == "unreadable"
    assert reads(shared)
    assert shared.workers[0].pid == first


def test_threads_read_at_once_and_get_their_own_answers() -> None:
    pool = Pool(workers=2, seconds=PATIENT)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda n: pool.run("read", "text", b"n;%d" % n)[0].cells, range(24)))
    pids = {worker.pid for worker in pool.workers}
    pool.close()
    assert answers == [(("n", str(n)),) for n in range(24)]
    assert len(pids - {None}) == 2


def test_who_reads_hostile_bytes_knows_no_secret_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHNOR_KEY", "ключ этого запуска")
    monkeypatch.setenv("SHNOR_OIDC_SECRET", "секрет")
    given = process._environment()
    assert [name for name in given if name.startswith("SHNOR_")] == []
    assert "PATH" in given


def test_process_ends_with_its_parent() -> None:
    code = ("import os\nfrom shnor.loaders.process.pool import Pool\npool = Pool(1)\n"
            "pool.run('read', 'text', b'a;b')\n"
            "print(pool.workers[0].pid, flush=True)\nos._exit(1)")
    said = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=False, cwd=os.getcwd()).stdout
    end = time.monotonic() + 5
    while psutil.pid_exists(int(said)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not psutil.pid_exists(int(said)) or psutil.Process(int(said)).status() == psutil.STATUS_ZOMBIE


def test_russian_text_passes_a_console_that_is_not_utf_8(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp866")
    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setenv("LC_ALL", "C")
    assert pool.run("read", "text", "№;Ёлка №\u00a05 ☑".encode())[0].cells == (("№", "Ёлка №\u00a05 ☑"),)


def test_start_is_quick_and_imports_little() -> None:
    code = ("import sys, shnor.loaders.process.worker\n"
            "print(*{'pyarrow', 'pandas', 'narwhals', 'pydantic', 'docx', 'openpyxl'} & set(sys.modules))")
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True).stdout.split() == []
