"""docs/field.md says where each thing the source documents name lives: its names are names of the code."""

import re
from pathlib import Path

import pytest

from shnor.datasets import KINDS
from shnor.metrics import METRICS
from shnor.ui.pages import PAGES

MAP = Path(__file__).parent.parent / "docs" / "field.md"
THINGS = 93
ROWS = [tuple(cell.strip() for cell in line.strip("|").split(" | "))
        for line in MAP.read_text(encoding="utf-8").splitlines() if re.match(r"\| \d", line)]
TEXTS = {"55", "81", "83"}
"""Of these the documents give no more than a name."""
RECORD, TEXT, SETTINGS = "record", "text", "settings"


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_every_thing_has_a_row_in_order():
    assert [row[0].strip("| ") for row in ROWS] == [str(number) for number in range(1, THINGS + 1)]


@pytest.mark.parametrize("row", ROWS, ids=[row[0].strip("| ") for row in ROWS])
def test_names_of_the_map_are_names_of_the_code(row):
    number, thing, columns, metrics, pages = (cell.strip("| ") for cell in row)
    assert thing
    assert [name for name in named(columns) if not in_a_kind(name)] == []
    assert [name for name in named(metrics) if name not in METRICS] == []
    assert set(named(pages)) <= {page.name for page in PAGES}
    assert named(columns) or columns == SETTINGS, "kept somewhere"
    assert named(pages), "shown somewhere"
    assert named(metrics) or metrics in (RECORD, TEXT)
    assert (metrics == TEXT) is (number in TEXTS)


def in_a_kind(name: str) -> bool:
    kind, _, column = name.partition(".")
    return kind in KINDS and column in {one.name for one in KINDS[kind].columns}


@pytest.mark.parametrize("kind", [
    "support_roles", "deficits", "routes", "competence", "documents", "checklists", "risks", "markers",
    "recommendations", "programmes", "achievements", "norms"])
def test_every_kind_of_the_field_is_on_the_map(kind):
    assert any(name.startswith(f"{kind}.") for row in ROWS for name in named(row[2]))
