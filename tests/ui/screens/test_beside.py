"""What a topic is asked to be compared with has a row of its own, filled or «нет данных», or is said to have none."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.ui.drawing import bodies
from tests.ui.screens.test_taken_away import Cells, clean

TOPICS = {"school": {"school": "Ш05"}, "roadmap": {"plan": "Ш05"}, "courses": {"schools": "Ш05"}, "support": {},
          "surveys": {"schools": "Ш05"}, "results": {"schools": "Ш05"}}
ASKED = {"list": "перечн", "municipality": "муниципалитет|все школы", "before": "202\\d( год|–202\\d)|год назад",
         "Ш02": "№ 2\\b", "Ш04": "№ 4\\b", "Ш77": "Ш77"}
"""Code → how the page may call it."""
SHOWN_ANYWAY = {("support", "before"), ("school", "list")}
"""What stands beside without being asked for."""
SHARE_OF_FEW = re.compile(r"\b\d+ из \d \(\d")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def base(example_base, tmp_path_factory) -> Path:
    return Path(shutil.copy(example_base("priozerny"), tmp_path_factory.mktemp("beside") / "demo.duckdb"))


@pytest.mark.parametrize("page", TOPICS)
def test_whatever_is_asked_for_is_there_or_said_to_be_missing(page, base, monkeypatch):
    plain = bodies(page, base, monkeypatch, TOPICS[page])
    for code in ASKED:
        told(page, code, bodies(page, base, monkeypatch, {**TOPICS[page], "compare": code}), plain)


def told(page: str, code: str, asked: list[str], plain: list[str]) -> None:
    gone = re.findall(f"Сравнить нельзя: [^.]*({ASKED[code]})", " ".join(map(text, asked)))
    anyway = (page, code) in SHOWN_ANYWAY and named(plain, code)
    assert gone or named(asked, code) - named(plain, code) or anyway, code
    assert not gone or not named(asked, code) - named(plain, code), code
    assert SHARE_OF_FEW.findall(" ".join(map(text, asked))) == [], code


def text(piece: str) -> str:
    return clean(re.sub("<[^>]+>", " ", piece))


def named(pieces: list[str], code: str) -> Counter[tuple[str, ...]]:
    """Rows and heads of columns that tell of it and have something to tell."""
    rows = [tuple(clean(cell) for cell in row) for piece in pieces for row in Cells(piece).rows]
    return Counter(row for row in rows if any(row[1:]) and any(re.search(ASKED[code], cell) for cell in row))
