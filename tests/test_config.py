"""Where the user's data are when nobody says otherwise: the folders bases already lie in."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from shnor import config
from shnor.errors import ShnorError


def test_on_windows_data_are_of_this_computer_and_not_of_a_roaming_profile(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", r"C:\Users\anna\AppData\Local")
    folder = PureWindowsPath(config.user_dirs("win32").user_data_dir)
    assert folder == PureWindowsPath(r"C:\Users\anna\AppData\Local\ShnorMonitor")


@pytest.mark.parametrize("platform", ["linux", "darwin"])
@pytest.mark.parametrize(("shared", "folder"), [
    pytest.param("", "/srv/anna/.local/share/shnor-monitor", id="the-usual-place"),
    pytest.param("/srv/data", "/srv/data/shnor-monitor", id="a-place-the-user-named")])
def test_elsewhere_data_are_where_the_system_keeps_them(platform: str, shared: str, folder: str,
                                                        monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", "/srv/anna")
    monkeypatch.setenv("XDG_DATA_HOME", shared)
    assert PurePosixPath(config.user_dirs(platform).user_data_dir) == PurePosixPath(folder)


def test_a_named_folder_comes_before_the_systems():
    assert config.load({"SHNOR_DATA": "/data"}).folder == Path("/data")


@pytest.mark.parametrize("wrong", [{"SHNOR_TODAY": "27.11.2026"}, {"SHNOR_TODAY": "2026-02-30"},
                                   {"SHNOR_TIMEZONE": "Москва"}, {"SHNOR_TIMEZONE": "/etc/localtime"}],
                         ids=lambda wrong: "-".join(wrong.values()))
def test_a_day_and_a_zone_that_are_none_are_a_sentence(wrong: dict[str, str]):
    (name, value), = wrong.items()
    with pytest.raises(ShnorError, match=f"(?s)^(?=.*{name})(?=.*«{value}»)"):
        config.load(wrong)


SERVED = {"SHNOR_ORIGIN": "https://monitor.example.ru", "SHNOR_OIDC_ISSUER": "https://id.example.ru"}


@pytest.mark.parametrize(("environment", "issuer"), [
    pytest.param({}, None, id="alone"), pytest.param({**SERVED, "SHNOR_OIDC_ISSUER": ""}, None, id="no-provider"),
    pytest.param({**SERVED, "SHNOR_ORIGIN": ""}, None, id="a-provider-and-no-server"),
    pytest.param(SERVED, "https://id.example.ru", id="a-server-with-one")])
def test_a_provider_of_accounts_is_of_a_server_alone(environment: dict[str, str], issuer: str | None):
    provider = config.load(environment).provider
    assert (provider and provider.issuer) == issuer


def test_what_is_not_said_of_a_provider_has_its_usual_value():
    given = config.load({**SERVED, "SHNOR_OIDC_CLIENT": "shnor", "SHNOR_OIDC_SECRET_FILE": "/etc/word"}).provider
    assert given == config.Provider(issuer="https://id.example.ru", client="shnor", secret_file=Path("/etc/word"))
    other = config.load({**SERVED, "SHNOR_OIDC_CLAIM": "sub", "SHNOR_OIDC_CA": "/etc/ca.pem"}).provider
    assert other == config.Provider(issuer="https://id.example.ru", claim="sub", ca=Path("/etc/ca.pem"))
