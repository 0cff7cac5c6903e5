"""The start on a server: what is refused before anything listens."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from shnor import served
from shnor.ui.run import session
from shnor.ui.server import serve
from tests.clock import DAY

HTTPS = "https://monitor.example.ru"


@pytest.fixture(autouse=True)
def own_environment(monkeypatch, tmp_path):
    """What a start writes into the environment is of this test alone."""
    monkeypatch.setattr(os, "environ", {**os.environ, "SHNOR_DATA": str(tmp_path / "data"), "SHNOR_ORIGIN": "",
                                        "SHNOR_PROXY": "", "SHNOR_DATABASE": "", "SHNOR_TODAY": DAY.isoformat()})
    mask, folder = os.umask(0o022), Path.cwd()
    yield
    os.umask(mask)
    os.chdir(folder)
    session.open_bases().close()
    session.open_bases.clear()


@pytest.mark.parametrize(("arguments", "said"), [
    ([], "по какому адресу"), (["--origin", "http://monitor.example.ru"], "начинается с https://"),
    (["--origin", HTTPS, "--address", "0.0.0.0:8601"], "виден по сети"),
    (["--origin", HTTPS, "--address", "8601"], "Нужны адрес и порт")],
    ids=["no-origin", "not-https", "all-the-network", "no-address"])
def test_a_start_that_would_be_open_or_wrong_is_refused_with_a_sentence(capsys, monkeypatch, arguments, said):
    monkeypatch.setattr(serve, "run", lambda *where: pytest.fail("it was started"))
    assert serve.main(arguments) == 1
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(("name", "value", "said"), [
    ("SHNOR_TODAY", "27.11.2026", "день вида 2026-11-27, а не «27.11.2026»"),
    ("SHNOR_TIMEZONE", "Mars/Phobos", "Часового пояса «Mars/Phobos» нет"),
    ("SHNOR_TIMEZONE", "../../etc/passwd", "пояса «../../etc/passwd» нет"),
    ("SHNOR_TIMEZONE", "Europe", "пояса «Europe» нет"),
    ("SHNOR_DATA", __file__, "test_serve.py» нельзя записывать")],
    ids=["day-of-another-form", "no-such-zone", "a-zone-that-leads-out", "a-folder-of-zones", "data-in-a-file"])
def test_what_was_mistyped_is_a_sentence_and_no_trace(capsys, monkeypatch, name, value, said):
    monkeypatch.setattr(serve, "run", lambda *where: pytest.fail("it was started"))
    os.environ[name] = value
    assert serve.main(["--origin", HTTPS]) == 1
    printed = capsys.readouterr()
    assert (said in printed.out, printed.err) == (True, "")


@pytest.mark.parametrize("listens", [True, False], ids=["heard-by-another", "only-held"])
@pytest.mark.parametrize("which", ["--address", "--admin"])
def test_a_taken_port_is_told(capsys, monkeypatch, which, listens):
    monkeypatch.setattr(serve, "run", lambda *where: pytest.fail("it was started"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        if listens:
            other.listen()
        port = other.getsockname()[1]
        assert serve.main(["--origin", HTTPS, which, f"127.0.0.1:{port}"]) == 1
    assert f"Порт {port} занят" in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "host"), [
    (["--origin", HTTPS], "127.0.0.1"), (["--origin", HTTPS, "--address", "[::1]:8700"], "::1"),
    (["--origin", HTTPS, "--address", "0.0.0.0:8601", "--proxy", "10.0.0.5"], "0.0.0.0")])
def test_a_guarded_start_goes_on_in_server_mode(monkeypatch, tmp_path, arguments, host):
    started = []
    monkeypatch.setattr(serve, "run", lambda where, admin: started.append(where))
    assert serve.main(arguments) == 0
    assert [where.host for where in started] == [host]
    assert (os.environ["SHNOR_ORIGIN"], served.remembered(tmp_path / "data").origin) == (HTTPS, HTTPS)
    assert os.name == "nt" or {path.stat().st_mode & 0o77 for path in (tmp_path / "data").rglob("*")} == {0}


def test_a_second_start_on_the_same_data_is_refused_and_leaves_the_first_alone(monkeypatch, tmp_path, capsys):
    (tmp_path / "data").mkdir()
    served.remember(tmp_path / "data", served.Served("https://first.example.ru"))
    holds = "import sys, duckdb; base = duckdb.connect(sys.argv[1]); print(1, flush=True); sys.stdin.read()"
    monkeypatch.setattr(serve, "run", lambda *where: pytest.fail("it was started"))
    with subprocess.Popen([sys.executable, "-c", holds, str(tmp_path / "data" / "shnor.duckdb")],
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        assert first.stdout.readline()
        assert serve.main(["--origin", HTTPS]) == 1
        first.communicate(b"")
    assert "уже открыта" in capsys.readouterr().out
    assert served.remembered(tmp_path / "data").origin == "https://first.example.ru"


def test_help_is_russian(capsys):
    with pytest.raises(SystemExit):
        serve.main(["--help"])
    assert "Впереди стоит nginx или Caddy" in capsys.readouterr().out
