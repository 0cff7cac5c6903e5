"""The port beside the program: what it tells the machine, and whom it does not answer."""

import json
import os
from contextlib import closing

import pytest
from starlette.applications import Starlette

from shnor import served
from shnor.access import Database, Entry
from shnor.store import Store
from shnor.ui.run import access, session
from shnor.ui.server.admin import application
from shnor.ui.server.listening import Listening
from tests.actors import COORDINATOR
from tests.clock import DAY, noon
from tests.copied import unpacked
from tests.ui.asking import ask

HOST = "127.0.0.1:8602"


@pytest.fixture
def data(monkeypatch, tmp_path):
    for name, value in {"SHNOR_DATA": str(tmp_path / "data"), "SHNOR_TODAY": DAY.isoformat(), "SHNOR_DATABASE": "",
                        "SHNOR_COPIES": str(tmp_path / "copies"), "SHNOR_ORIGIN": "https://example.ru"}.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "data").mkdir()
    yield tmp_path / "data"
    session.open_bases().close()
    session.open_bases.clear()
    access.entry().database.close()
    access._entry.cache_clear()


@pytest.fixture
def app(data) -> Starlette:
    return application(Listening("127.0.0.1", 8602))


def asked(app, path: str, method: str = "GET", **headers: str):
    return ask(app, path, method, **{"host": HOST, **headers})


def with_key(data) -> dict[str, str]:
    return {"authorization": f"Bearer {served.key(data)}"}


def test_a_healthy_program_says_so(app):
    answer = asked(app, "/health")
    assert answer.status == 200
    assert json.loads(answer.text) | {"version": ""} == {"name": "shnor-monitor", "version": "", "base": "ok",
                                                         "access": "ok"}


def test_a_base_that_cannot_be_read_is_told(app, data):
    (data / "shnor.duckdb").write_bytes(b"not a base" * 100)
    answer = asked(app, "/health")
    assert answer.status == 503
    assert "не база этой программы" in json.loads(answer.text)["base"]


def test_figures_of_the_work_are_text_of_prometheus(app):
    lines = asked(app, "/metrics").text.splitlines()
    found = dict(line.split(" ") for line in lines if not line.startswith("#"))
    assert [*found] == ["shnor_sessions", "shnor_entries", "shnor_runs_total", "shnor_memory_bytes", "shnor_base_state",
                        "shnor_base_bytes", "shnor_copied_timestamp_seconds"]
    assert int(found["shnor_memory_bytes"]) > 10_000_000
    assert "# TYPE shnor_runs_total counter" in lines


def test_a_copy_is_whole_and_opens(app, data, tmp_path):
    access.entry().people.add("centre", "координатор", "coordinator", by="тест")
    session.open_bases().get(data / "shnor.duckdb").describe(COORDINATOR, municipality="Приозёрный")
    made = json.loads(asked(app, "/backup", "POST", **with_key(data)).text)["made"]
    [copy] = (tmp_path / "copies").iterdir()
    assert made == [str(copy)]
    assert os.name == "nt" or {path.stat().st_mode & 0o77 for path in (copy, copy.parent)} == {0}
    folder = unpacked(copy)
    assert sorted(path.name for path in folder.iterdir()) == ["access.sqlite", "base.duckdb"]
    with closing(Store.open(folder / "base.duckdb", create=False, clock=noon)) as store:
        assert store.about()["municipality"] == "Приозёрный"
    with closing(Database(folder / "access.sqlite", noon)) as copied:
        assert Entry(copied).people.of("centre")


@pytest.mark.parametrize("key", [None, "", "Bearer ", "Bearer wrong"])
def test_without_the_key_no_copy_is_made(app, tmp_path, key):
    given = {} if key is None else {"authorization": key}
    assert asked(app, "/backup", "POST", **given).status == 403
    assert not (tmp_path / "copies").exists()


def test_a_copy_is_not_made_by_a_link(app, data):
    assert asked(app, "/backup", **with_key(data)).status == 405


@pytest.mark.parametrize("sent", [
    {"host": "evil.example"}, {"host": "127.0.0.1:8601"}, {"host": ""}, {"origin": "http://127.0.0.1:8602"},
    {"origin": "null"}, {"referer": "https://evil.example/"}, {"sec_fetch_site": "none"}, {"cookie": "a=b"}])
def test_no_browser_is_answered(app, data, sent):
    for path, method in (("/health", "GET"), ("/metrics", "GET"), ("/backup", "POST")):
        assert asked(app, path, method, **with_key(data), **sent).status == 421


def test_old_copies_go_and_what_was_left_half_is_swept(app, data, tmp_path):
    kept = tmp_path / "copies"
    for name in ("2026-11-02 03-00-00", "2026-11-03 03-00-00.unfinished", "чужое"):
        (kept / name).mkdir(parents=True)
    for hour in (1, 2):
        (kept / f"Мониторинг ШНОР 2026-11-26 0{hour}-00-00 ежедневная.zip").touch()
    (kept / "другая.unfinished").write_bytes(b"")  # a coordinator saves one here at the same moment
    assert asked(app, "/backup", "POST", **with_key(data)).status == 200
    names = sorted(path.name for path in kept.iterdir())
    assert [*names[:2], *names[3:]] == [  # between them the new one
        "2026-11-02 03-00-00", "Мониторинг ШНОР 2026-11-26 02-00-00 ежедневная.zip", "другая.unfinished", "чужое"]


def test_where_no_copy_can_be_written_a_sentence_says_so(app, data, tmp_path):
    (tmp_path / "copies").write_text("занято")
    answer = asked(app, "/backup", "POST", **with_key(data))
    assert (answer.status, "можно ли писать" in answer.text) == (500, True)
