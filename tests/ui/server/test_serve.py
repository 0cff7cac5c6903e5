"""The start on a server: what is refused before anything listens."""

import os

import pytest

from shnor.ui.server import serve

HTTPS = "https://monitor.example.ru"


@pytest.fixture(autouse=True)
def own_environment(monkeypatch, tmp_path):
    """What a start writes into the environment is of this test alone."""
    monkeypatch.setattr(os, "environ", {**os.environ, "SHNOR_DATA": str(tmp_path / "data"), "SHNOR_ORIGIN": "",
                                        "SHNOR_PROXY": ""})


@pytest.mark.parametrize(("arguments", "said"), [
    ([], "по какому адресу"), (["--origin", "http://monitor.example.ru"], "начинается с https://"),
    (["--origin", HTTPS, "--address", "0.0.0.0:8601"], "виден по сети"),
    (["--origin", HTTPS, "--address", "8601"], "Нужны адрес и порт")],
    ids=["no-origin", "not-https", "all-the-network", "no-address"])
def test_a_start_that_would_be_open_or_wrong_is_refused_with_a_sentence(capsys, monkeypatch, arguments, said):
    monkeypatch.setattr(serve, "run", lambda *where: pytest.fail("it was started"))
    assert serve.main(arguments) == 1
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "host"), [
    (["--origin", HTTPS], "127.0.0.1"), (["--origin", HTTPS, "--address", "[::1]:8700"], "::1"),
    (["--origin", HTTPS, "--address", "0.0.0.0:8601", "--proxy", "10.0.0.5"], "0.0.0.0")])
def test_a_guarded_start_goes_on_in_server_mode(monkeypatch, tmp_path, arguments, host):
    started = []
    monkeypatch.setattr(serve, "run", lambda where, admin: started.append(where))
    assert serve.main(arguments) == 0
    assert [where.host for where in started] == [host]
    assert os.environ["SHNOR_ORIGIN"] == HTTPS
    assert (tmp_path / "data" / "logs").stat().st_mode & 0o77 == 0 or os.name == "nt"


def test_help_is_russian(capsys):
    with pytest.raises(SystemExit):
        serve.main(["--help"])
    assert "Впереди стоит nginx или Caddy" in capsys.readouterr().out
