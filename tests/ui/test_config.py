"""Each key of .streamlit/config.toml that a promise to the user stands on."""

import tomllib
from pathlib import Path

import pytest

from tests.colours import contrast

CONFIG = tomllib.loads((Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text("utf-8"))


@pytest.mark.parametrize(("section", "key", "value"), [
    pytest.param("browser", "gatherUsageStats", False, id="no-telemetry"),
    pytest.param("client", "showErrorDetails", "none", id="no-trace-on-the-page"),
    pytest.param("client", "showErrorLinks", False, id="no-links-to-search-engines"),
    pytest.param("client", "toolbarMode", "minimal", id="no-developer-menu"),
    pytest.param("runner", "magicEnabled", False, id="no-stray-values-on-the-page"),
    pytest.param("runner", "postScriptGC", False, id="no-full-collection-after-a-run"),
    pytest.param("server", "address", "127.0.0.1", id="this-machine-only"),
    pytest.param("server", "allowedHosts", ["127.0.0.1", "localhost"], id="no-foreign-name-for-this-machine"),
    pytest.param("server", "disconnectedSessionTTL", 1800, id="half-an-hour-without-a-line"),
    pytest.param("server", "enableAgentApi", False, id="no-way-in-for-robots"),
    pytest.param("server", "fileWatcherType", "none", id="no-watching-of-files"),
    pytest.param("server", "headless", True, id="run-py-opens-the-browser"),
    pytest.param("server", "maxUploadSize", 20, id="twenty-megabytes"),
    pytest.param("logger", "hideWelcomeMessage", True, id="no-english-in-the-console"),
    pytest.param("logger", "enableRich", False, id="no-cells-in-the-console"),
    pytest.param("theme", "base", "light", id="one-light-theme"),
])
def test_a_promise_stands_in_the_config(section: str, key: str, value: object):
    assert CONFIG[section][key] == value


def test_text_is_large_enough():
    assert CONFIG["theme"]["baseFontSize"] >= 16


@pytest.mark.parametrize("text", ["textColor", "primaryColor", "linkColor"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_stands_out_from_its_ground(text: str, ground: str):
    assert contrast(CONFIG["theme"][text], CONFIG["theme"][ground]) >= 4.5


def test_no_font_of_another_host():
    assert "http" not in str(CONFIG)
