"""What stands over and under the rows of a figure."""

from types import SimpleNamespace

import pytest

from shnor.datasets import KINDS
from shnor.ui.screens.source import rows

N = "\u00a0"


@pytest.mark.parametrize(("kind", "name", "value", "words"), [
    pytest.param("results", "grade", ("5", "6", "7", "8"), "5–8 классы", id="classes"),
    pytest.param("results", "grade", "6", "6 класс", id="a-class"),
    pytest.param("results", "school_year", "2025/26", "2025–2026 учебный год", id="a-school-year"),
    pytest.param("results", "level", "school", "", id="rows-of-schools"),
    pytest.param("results", "level", "region", "край", id="rows-of-the-край"),
    pytest.param("surveys", "wave", "2026-11", "ноябрь 2026 года", id="a-wave"),
    pytest.param("events", "year", "2026", "2026 год", id="a-year"),
    pytest.param("events", "month", "2026-11-01", "ноябрь 2026", id="a-month")])
def test_a_condition_is_said_as_people_read_it(kind, name, value, words):
    titles = {code: title for column in KINDS[kind].columns for code, title in column.choices.items()}
    assert rows.condition(KINDS[kind], name, value, titles) == words


@pytest.mark.parametrize(("cells", "sums", "weighs"), [
    pytest.param([36, 10], {"participants": 0}, False, id="stands-in-for-marks-nobody-misses"),
    pytest.param([36, 10], {"participants": 46}, True, id="is-added-up"),
    pytest.param([0, 0], {"participants": 0}, True, id="is-zero-in-every-row"),
    pytest.param([36, 10], {}, True, id="is-counted-by-rows")])
def test_a_column_outside_the_sum_is_no_part_of_the_figure(cells, sums, weighs):
    """«96 из 421»: the marks of every row are there, so «Писали» adds nothing, and its total is not 0."""
    behind = SimpleNamespace(sums=sums, rows=[SimpleNamespace(cells={"participants": cell}) for cell in cells])
    assert rows._weighs(behind, KINDS["results"]["participants"]) is weighs
