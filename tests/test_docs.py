"""What README and the manual say is there is there, and what is there is said."""

import re
from pathlib import Path

import pytest

from docs import draw_architecture
from shnor import __main__ as cli
from shnor.datasets import KINDS
from shnor.metrics import METRICS

ROOT = Path(__file__).resolve().parents[1]
README, MANUAL = ROOT / "README.md", ROOT / "docs" / "manual.md"
PAGES = dict(re.findall(r'\("(\w+)", "([^"]+)"\)', (ROOT / "pages" / "main.py").read_text("utf-8")))
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
ANCHOR = re.compile(r"\]\(#([^)]+)\)")
CODE = re.compile(r"```.*?```|`[^`]*`", re.S)
MACHINE = re.compile(r"/(?:home|root|Users|tmp|wo" + r"rk|mnt)/|[A-Z]:\\")
BOTH = pytest.mark.parametrize("page", [README, MANUAL], ids=lambda path: path.name)


def in_code(name: str, page: Path) -> bool:
    return f"`{name}`" in page.read_text("utf-8")


@pytest.mark.parametrize("name", [*KINDS, *METRICS, *PAGES, *cli.HELP])
def test_readme_names(name):
    assert in_code(name, README)


@pytest.mark.parametrize("title", [*(kind.title for kind in KINDS.values()),
                                   *(metric.title for metric in METRICS.values()), *PAGES.values()])
def test_manual_names(title):
    assert title in MANUAL.read_text("utf-8")


@pytest.mark.parametrize("command", cli.HELP)
def test_manual_explains_the_command(command):
    assert f"`python -m shnor {command}" in MANUAL.read_text("utf-8")


@BOTH
def test_linked_files_are_there(page):
    linked = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert linked
    assert [link for link in linked if not (page.parent / link).is_file()] == []


def test_contents_lead_to_chapters():
    text = MANUAL.read_text("utf-8")
    titles = re.findall(r"^## (.+)$", text, re.M)
    chapters = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(ANCHOR.findall(text)) == chapters


def test_every_picture_is_shown():
    shown = README.read_text("utf-8") + MANUAL.read_text("utf-8")
    pictures = sorted((ROOT / "docs" / "screenshots").glob("*.png"))
    assert pictures
    assert [picture.name for picture in pictures if f"screenshots/{picture.name}" not in shown] == []
    assert [picture.name for picture in pictures if picture.stat().st_size > 200_000] == []


@BOTH
def test_no_path_of_a_machine(page):
    assert MACHINE.findall(page.read_text("utf-8")) == []


def test_manual_does_not_shout():
    assert "!" not in CODE.sub("", MANUAL.read_text("utf-8")).replace("![", "[")


def test_the_picture_of_the_house_is_what_the_code_says():
    """Else run `python -m docs.draw_architecture`."""
    assert draw_architecture.FILE.read_text("utf-8") == draw_architecture.picture()
