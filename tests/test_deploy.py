"""What lies in deploy/ speaks of the program as it is: its options, ports, files and bounds."""

import configparser
import re
from pathlib import Path

import pytest

from shnor import served
from shnor.copies import series
from shnor.ui.run import access
from shnor.ui.server import serve, warm
from shnor.ui.server.admin import application
from shnor.ui.server.listening import listening
from shnor.ui.server.serve import ADDRESS, ADMIN, END, options

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs" / "server.md").read_text("utf-8")


def unit(name: str) -> dict[str, str]:
    """[Service] of a unit; of a key that stands twice the last."""
    read = configparser.ConfigParser(strict=False, interpolation=None, comment_prefixes="#", delimiters="=")
    read.optionxform = str  # type: ignore[assignment]
    read.read_string(text(name).replace("\\\n", " "))
    return dict(read["Service"])


def text(name: str) -> str:
    return (DEPLOY / name).read_text("utf-8")


def test_the_unit_starts_what_the_program_takes():
    program, *given = unit("shnor.service")["ExecStart"].split("-m shnor.ui.server.serve")
    assert program.strip().endswith(".venv/bin/python")
    chosen = options(given[0].split())
    assert (chosen.address, chosen.admin, chosen.origin) == (ADDRESS, ADMIN, "https://monitor.example.ru")


@pytest.mark.parametrize(("key", "value"), [
    ("NoNewPrivileges", "yes"), ("ProtectSystem", "strict"), ("UMask", "0077"), ("User", "shnor"),
    ("CapabilityBoundingSet", ""), ("IPAddressDeny", "any"), ("KillMode", "mixed")])
def test_the_unit_gives_no_more_than_is_needed(key, value):
    assert unit("shnor.service")[key] == value


def test_the_end_has_the_time_it_takes():
    assert int(unit("shnor.service")["TimeoutStopSec"]) > END + warm.WRITING
    assert f"за {END} секунд" in PAGE
    assert f"до {warm.WRITING} секунд" in PAGE


def test_the_timer_asks_for_what_the_port_has():
    asked = unit("shnor-backup.service")["ExecStart"]
    address = re.search(r"http://(\S+)(/\w+)$", asked)
    assert address
    assert address[1] == ADMIN
    assert address[2] in [route.path for route in application(listening(ADMIN)).routes]
    assert f"@/var/lib/shnor/{served.KEY}" in asked
    assert "Persistent=true" in text("shnor-backup.timer")


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_who_stands_in_front_asks_where_the_program_listens(name):
    assert ADDRESS in text(name)
    assert "/_stcore/metrics" in text(name)


@pytest.mark.parametrize("way", [access.ENTER, access.LINK, access.BACK])
def test_every_way_in_is_tried_so_often_and_no_more(way):
    asked = re.search(rf"location = {way} {{(.*?)}}", text("nginx.conf"), re.S)
    assert asked
    assert "limit_req zone=shnor_entry" in asked[1]
    assert ("access_log off" in asked[1]) is (way != access.ENTER)  # a word in an address is kept nowhere


def test_a_file_of_a_report_passes_and_little_more():
    limit = re.search(r"maxUploadSize = (\d+)", (ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert limit
    told = {re.search(r"client_max_body_size (\d+)m", text("nginx.conf"))[1], re.search(r"max_size (\d+)MB",
                                                                                         text("Caddyfile"))[1]}
    assert told == {str(int(limit[1]) + 2)}


def test_the_image_holds_what_the_program_imports():
    copied = set(re.findall(r"^COPY (\S+)", text("Dockerfile"), re.M))
    assert copied == {"requirements.lock", ".streamlit", "app.py", "pages", "sample_data", "shnor"}
    assert "не пробовали" in PAGE


@pytest.mark.parametrize("said", [
    ADDRESS.rpartition(":")[2], ADMIN, served.KEY, served.FILE, "access.sqlite", "shnor.duckdb",
    f"за {series.DAYS} дней, {series.WEEKS} недели и {series.MONTHS} месяцев", "shnor.desk.sqlite", "people.duckdb"])
def test_the_page_names(said):
    assert said in PAGE


def test_the_page_explains_every_file_of_the_folder():
    named = {path.name for path in DEPLOY.iterdir()} - {"shnor-backup.timer", "shnor-backup.service"}
    assert [name for name in sorted(named) if name not in PAGE] == []
    assert set(re.findall(r"--[a-z]+", serve.HELP)) == {"--origin", "--address", "--proxy", "--admin", "--copies",
                                                        "--database"}
