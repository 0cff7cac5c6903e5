"""The two commands of the README: what they say when something is missing, and that a second start finds the first."""

import ast
import http.client
import json
import os
import pkgutil
import re
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import run
from shnor import __main__ as cli
from shnor.ui.server import keys, launch
from tests import ports

ROOT = Path(run.__file__).parent


def said(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess:
    """A start in this environment, without run.py's preparation."""
    values = {**os.environ, "SHNOR_DATA": str(folder), "SHNOR_DATABASE": "", "SHNOR_TODAY": "2026-11-27",
              "PYTHONUTF8": "1", **environment}
    return subprocess.run([sys.executable, "-m", "shnor.ui.server.launch", "--no-browser", *arguments], cwd=ROOT,
                          env=values, capture_output=True, text=True, timeout=60, encoding="utf-8")


def test_an_old_python_can_read_the_start():
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 10, 14)])
def test_an_old_python_gets_a_sentence(version: tuple[int, ...]):
    with pytest.raises(run.Stop, match=r"Нужен Python 3\.11 или новее"):
        run.check_python(version)


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_a_new_python_is_taken(version: tuple[int, ...]):
    run.check_python(version)


@pytest.mark.parametrize(("environment", "sentence"), [
    ({"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}, "открыл бы программу всей сети"),
    ({"SHNOR_ORIGIN": "https://monitor.example.ru"}, "python run.py serve")], ids=["all-the-network", "a-server's"])
def test_on_ones_own_computer_the_settings_of_a_server_are_refused(tmp_path, environment, sentence):
    started = said(folder=tmp_path / "data", **environment)
    assert (started.returncode, sentence in started.stdout) == (1, True)
    assert not (tmp_path / "data").exists()


@pytest.fixture
def place(tmp_path: Path, monkeypatch) -> Path:
    """run.py working in a folder of its own, on a list of packages that needs no network."""
    own = {"ROOT": tmp_path, **{name: tmp_path / getattr(run, name).relative_to(run.ROOT)
                                for name in ("VENV", "PYTHON", "STAMP", "LOG", "LOCK", "DEV_LOCK")}}
    for name, path in own.items():
        monkeypatch.setattr(run, name, path)
    for lock in (run.LOCK, run.DEV_LOCK):
        lock.write_text(f"# nothing in {lock.name}\n", "utf-8")
    return tmp_path


@pytest.mark.slow
def test_an_environment_is_made_where_there_is_a_broken_one_once_and_for_its_list(place: Path, capsys):
    """One environment through all of it: to make one takes seconds."""
    (place / ".venv").mkdir()
    (place / ".venv" / "pyvenv.cfg").write_text("home = /nowhere\n", "utf-8")
    run.prepare(run.LOCK)
    assert (run.healthy(run.LOCK), run.healthy(run.DEV_LOCK)) == (True, False)
    run.prepare(run.LOCK)
    assert capsys.readouterr().out.count("Готово") == 1
    run.prepare(run.DEV_LOCK)  # an environment for tests starts the program too
    assert (run.healthy(run.LOCK), run.healthy(run.DEV_LOCK)) == (True, True)
    for lock in (run.LOCK, run.DEV_LOCK):
        lock.write_text(f"# nothing in {lock.name}, but new\n", "utf-8")
    assert not run.healthy(run.LOCK)


@pytest.mark.parametrize(("line", "whole"), [
    pytest.param(f"pytest=={pytest.__version__}", True, id="this-version"),
    pytest.param("pytest==1.0", False, id="another-version"),
    pytest.param("absent==1.0", False, id="a-package-is-gone"),
    pytest.param("absent==1.0 ; sys_platform == 'amiga'", True, id="of-another-system")])
def test_an_environment_is_compared_with_its_list(place: Path, monkeypatch, line: str, whole: bool):
    monkeypatch.setattr(run, "PYTHON", Path(sys.executable))
    run.LOCK.write_text(f"# made by\n{line} \\\n    --hash=sha256:00\n    # via ==\n", "utf-8")
    run.VENV.mkdir()
    run.STAMP.write_text(run.fingerprint(run.LOCK))
    assert run.healthy(run.LOCK) is whole


@pytest.mark.slow
def test_a_file_with_another_hash_is_not_installed(place: Path, monkeypatch):
    archive = place / "stranger-1.0.tar.gz"
    archive.write_bytes(b"not what was locked")
    run.LOCK.write_text(f"stranger @ {archive.as_uri()} --hash=sha256:{'0' * 64}\n", "utf-8")
    with pytest.raises(run.Stop, match="Не удалось установить"):
        run.prepare(run.LOCK)
    assert "DO NOT MATCH THE HASHES" in run.LOG.read_text("utf-8")


@pytest.mark.slow
def test_without_network_the_first_install_says_so(place: Path, monkeypatch):
    run.LOCK.write_text(f"narwhals==2.29.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    for name in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    with pytest.raises(run.Stop, match="нет связи с интернетом"):
        run.prepare(run.LOCK)
    assert not run.healthy(run.LOCK)


def test_a_folder_that_cannot_be_written_says_so(place: Path, monkeypatch):
    (place / "file").write_text("", "utf-8")
    monkeypatch.setattr(run, "VENV", place / "file" / ".venv")
    with pytest.raises(run.Stop, match="нельзя записывать"):
        run.prepare(run.LOCK)


def pins(name: str) -> set[str]:
    """name==version of each package of a list, as it stands there."""
    return set(re.findall(r"^[\w.-]+==[^\s;]+", (ROOT / name).read_text("utf-8"), re.M))


@pytest.mark.parametrize(("chosen", "locked"), [
    ("requirements.txt", "requirements.lock"), ("requirements-dev.txt", "requirements-dev.lock"),
    ("requirements.lock", "requirements-dev.lock")])
def test_what_is_chosen_is_what_is_locked(chosen: str, locked: str):
    assert pins(chosen)
    assert pins(chosen) - pins(locked) == set()


def test_an_office_gets_no_tools_of_tests():
    names = {pin.partition("==")[0] for pin in pins("requirements.lock")}
    assert names & {"pytest", "playwright", "hypothesis", "ruff", "mypy"} == set()


def test_the_command_line_of_the_package_is_the_one_of_the_module():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert pkgutil.resolve_name(project["scripts"]["shnor"]) is cli.main


@pytest.mark.parametrize(("arguments", "passed_on"), [
    (["-x"], ["-m", "not nightly", "-x"]), (["--nightly"], ["-m", "nightly"]),
    (["--quick", "tests/ui"], ["-m", "not slow and not office and not browser and not nightly", "tests/ui"])])
def test_lanes_leave_out_what_takes_time(arguments: list[str], passed_on: list[str]):
    assert run.chosen(arguments) == passed_on


@pytest.fixture
def stranger() -> Iterator[int]:
    """A port that some other program listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_taken_port_says_so_and_offers_another(stranger: int, tmp_path: Path):
    ran = said("--port", str(stranger), folder=tmp_path)
    assert ran.returncode == 1
    assert f"Порт {stranger} занят" in ran.stdout
    assert "--port" in ran.stdout


def test_where_no_port_is_left_none_is_offered(capsys, monkeypatch, tmp_path: Path):
    monkeypatch.setenv("SHNOR_DATA", str(tmp_path))
    monkeypatch.setattr(launch, "taken", lambda port: True)
    assert launch.main(["--no-browser", "--port", "65535"]) == 1
    told = capsys.readouterr().out
    assert ("свободного нет" in told, "65536" in told) == (True, False)


@pytest.mark.parametrize(("port", "day", "sentence"), [
    pytest.param("99999", "2026-11-27", "Порта 99999 не бывает", id="port-too-large"),
    pytest.param("-1", "2026-11-27", "Порта -1 не бывает", id="port-below-zero"),
    pytest.param("15690", "27.11.2026", "день вида 2026-11-27, а не «27.11.2026»", id="day-of-another-form")])
def test_what_was_mistyped_is_a_sentence_and_no_trace(tmp_path: Path, port: str, day: str, sentence: str):
    ran = said("--port", port, folder=tmp_path, SHNOR_TODAY=day)
    assert (ran.returncode, sentence in ran.stdout, ran.stderr) == (1, True, "")


def test_a_data_folder_that_cannot_be_made_says_so(tmp_path: Path):
    (tmp_path / "file").write_text("", "utf-8")
    for folder in (tmp_path / "file" / "data", tmp_path / "file"):
        ran = said("--port", str(ports.free(15_700)), folder=folder)
        assert (ran.returncode, "нельзя записывать" in ran.stdout, ran.stderr) == (1, True, "")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of `first`."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def first(home: Path) -> Iterator[launch.Launch]:
    """A started program that others find; nobody stops it."""
    port = ports.free(15_750)
    values = {**os.environ, "SHNOR_DATA": str(home), "SHNOR_DATABASE": "", "SHNOR_TODAY": "2026-11-27",
              "PYTHONUTF8": "1"}
    process = subprocess.Popen([sys.executable, "-m", "shnor.ui.server.launch", "--no-browser", "--port", str(port)],
                               cwd=ROOT, env=values, stdout=(home / "console.txt").open("w"))
    until = time.monotonic() + 30
    while not launch.alive(port) and time.monotonic() < until:
        time.sleep(0.1)
    yield launch.running_copy(home, "")
    process.terminate()
    process.wait(15)


def test_a_second_start_finds_the_first(first: launch.Launch, home: Path):
    """And is over before it has read the slow part: what it imports is told on stderr."""
    ran = said(folder=home, PYTHONPROFILEIMPORTTIME="1")
    assert ran.returncode == 0
    assert f"Программа уже работает: {first.address.partition('=')[0]}=" in ran.stdout
    assert [path.name for path in home.glob("launch-*.json")] == [f"launch-{first.port}.json"]
    imported = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert ("shnor.config" in imported, imported & {"streamlit", "pandas", "duckdb"}) == (True, set())


def test_another_base_on_the_same_port_is_told_apart(first: launch.Launch, home: Path):
    ran = said("--port", str(first.port), "--database", str(home / "other.duckdb"), folder=home)
    assert (ran.returncode, "с другой базой" in ran.stdout) == (1, True)


def test_the_key_is_readable_by_this_user_alone(first: launch.Launch, home: Path):
    record = home / f"launch-{first.port}.json"
    assert json.loads(record.read_text("utf-8"))["key"] == first.key
    if os.name != "nt":
        assert record.stat().st_mode & 0o077 == 0


UP = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "%252e%252e%252f", "..\\", "..%5c", "/")
"""Ways to write the folder above; the last one begins at the root of the disk."""


@pytest.mark.parametrize("place", ["/static/", "/component/x/", "/media/", "/shnor/assets/"])
def test_no_file_of_the_disk_leaves_and_none_is_looked_for_without_the_cookie(first: launch.Launch, place: str):
    """As written, which neither browsers nor most libraries send."""
    paths = [place + up * far + name for up in UP
             for far, name in [(16, "etc/passwd"), (1, "__init__.py"), (2, "__init__.py"), (3, "__init__.py")]]
    cookie = "=".join(keys.cookie(first.key, first.port))
    told = {path: [asked(first.port, path, cookie), asked(first.port, path, "")] for path in ["/", *paths]}
    assert [answer[:1] for answer in told.pop("/")] == [(200,), (403,)]
    assert [path for path, (known, _) in told.items() if known[0] == 200 and not known[1].startswith(b"<!")] == []
    assert {stranger[0] for _, stranger in told.values()} == {403}


def asked(port: int, path: str, cookie: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={"cookie": cookie})
    answer = connection.getresponse()
    told = answer.status, answer.read()
    connection.close()
    return told


def test_the_record_of_a_killed_copy_is_passed_over(tmp_path: Path):
    port = ports.free(15_790)
    launch.remember(tmp_path, launch.Launch(port, "key", ""))
    assert launch.running_copy(tmp_path, "") is None


@pytest.mark.parametrize(("asked", "code"), [("--help", 0), ("--prot", 2)])
def test_the_options_are_told_in_russian(asked: str, code: int, tmp_path: Path):
    ran = said(asked, folder=tmp_path)
    assert (ran.returncode, ran.stderr) == (code, "")
    assert "открыть одну эту базу" in ran.stdout


def test_a_program_that_cannot_start_says_where_to_look(tmp_path: Path):
    ran = said("--port", str(ports.free(15_820)), folder=tmp_path, WEB_CONCURRENCY="2")
    assert (ran.returncode, "Программа не запустилась" in ran.stdout) == (1, True)
    assert "одним процессом" in (tmp_path / "logs" / "server.log").read_text("utf-8")
