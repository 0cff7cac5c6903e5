"""What a topic is asked to be compared with has a row of its own, filled or «нет данных», or is said to have none."""

import re
import shutil
from pathlib import Path

import pytest

from tests.ui.drawing import bodies
from tests.ui.screens.test_taken_away import Cells, clean

TOPICS = {"school": {"school": "Ш05"}, "roadmap": {"plan": "Ш05"}, "courses": {"schools": "Ш05"}, "support": {},
          "surveys": {"schools": "Ш05"}, "results": {"schools": "Ш05"}}
ASKED = {"list": "перечн", "municipality": "муниципалитет|все школы", "before": "202\\d( год|–202\\d)|год назад",
         "Ш02": "№ 2\\b", "Ш04": "№ 4\\b", "Ш77": "Ш77"}
"""Code → how the page may call it."""
SHARE_OF_FEW = re.compile(r"\b\d+ из \d \(\d")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def base(example_base, tmp_path_factory) -> Path:
    return Path(shutil.copy(example_base("priozerny"), tmp_path_factory.mktemp("beside") / "demo.duckdb"))


@pytest.mark.parametrize("code", ASKED)
@pytest.mark.parametrize("page", TOPICS)
def test_whatever_is_asked_for_is_there_or_said_to_be_missing(page, code, base, monkeypatch):
    pieces = bodies(page, base, monkeypatch, {**TOPICS[page], "compare": code})
    said = clean(re.sub("<[^>]+>", " ", " ".join(pieces)))
    rows = [[clean(cell) for cell in row] for piece in pieces for row in Cells(piece).rows]
    named = [row for row in rows if re.search(ASKED[code], row[0]) and any(row[1:])]
    columns = [cell for row in rows for cell in row[1:] if re.fullmatch(f".*({ASKED[code]}).*", cell)]
    assert named or columns or re.search(f"Сравнить нельзя: [^.]*({ASKED[code]})", said)
    assert SHARE_OF_FEW.findall(said) == []
