"""What stands in the rows of a figure."""

from types import SimpleNamespace

import pytest

from shnor.datasets import KINDS
from shnor.ui.screens.source import rows


@pytest.mark.parametrize(("cells", "sums", "weighs"), [
    pytest.param([36, 10], {"participants": 0}, False, id="stands-in-for-marks-nobody-misses"),
    pytest.param([36, 10], {"participants": 46}, True, id="is-added-up"),
    pytest.param([0, 0], {"participants": 0}, True, id="is-zero-in-every-row"),
    pytest.param([36, 10], {}, True, id="is-counted-by-rows")])
def test_a_column_outside_the_sum_is_no_part_of_the_figure(cells, sums, weighs):
    """«96 из 421»: the marks of every row are there, so «Писали» adds nothing, and its total is not 0."""
    behind = SimpleNamespace(sums=sums, rows=[SimpleNamespace(cells={"participants": cell}) for cell in cells])
    assert rows._weighs(behind, KINDS["results"]["participants"]) is weighs
