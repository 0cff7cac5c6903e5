"""No label says «по муниципалитету» unless all registered schools, or a municipality's own row, stand behind it."""

import ast
import shutil
from datetime import date
from pathlib import Path

import pytest

from sample_data import make
from shnor.service.figures import every, sets, sources
from shnor.store import Store
from tests.clock import noon

pytestmark = pytest.mark.slow  # every figure of two districts on two days, 15 s

ROOT = Path(__file__).resolve().parents[1]
WORDS = "по муниципалитету"


def test_only_the_module_of_sets_says_it():
    said = [str(path.relative_to(ROOT)) for place in ("shnor", "pages") for path in (ROOT / place).rglob("*.py")
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and WORDS in node.value.lower()]
    assert set(said) <= {"shnor/service/figures/sets.py"}


@pytest.fixture(scope="module", params=["priozerny", "zarechny"])
def base(request, example_base, tmp_path_factory):
    return shutil.copy(example_base(request.param), tmp_path_factory.mktemp("sets") / "demo.duckdb")


@pytest.mark.parametrize("day", [make.DAY, date(2025, 12, 20)], ids=str)
def test_every_figure_of_an_example_is_named_by_what_is_behind_it(base, day):
    store = Store.open(base, create=False, clock=noon)
    try:
        with store.view() as view:
            registered = set(sets.register(view, day).names)
            whole = [figure for figure in every.every(view, as_of=day) if WORDS in figure.set]
            for figure in whole:
                rows = sources.rows_behind(view, figure.metric, as_of=day, where=figure.group).rows
                schools = {row.cells["school_id"] for row in rows}
                assert schools >= registered or {row.cells.get("level") for row in rows} == {"municipality"}, figure
    finally:
        store.close()


def test_a_school_that_left_its_rows_out_changes_the_label():
    known = sets.Register({"Ш01": "№ 1", "Ш02": "№ 2", "Ш03": "№ 3"}, frozenset(), 2026)
    assert WORDS in sets.in_words(known, {"Ш01", "Ш02", "Ш03"})
    assert WORDS not in sets.in_words(known, {"Ш01", "Ш02"})
