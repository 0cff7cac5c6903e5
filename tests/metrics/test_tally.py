"""Each rule of a passport on a few rows: what every row adds, and that these add up to the count."""

import pytest

from shnor.metrics import Tally
from shnor.metrics.tally import added, different, once, rows

ROWS = ({"school": "А", "n": 2, "m": None, "who": "x"}, {"school": "А", "n": 3, "m": 4, "who": ""},
        {"school": "Б", "n": None, "m": 5, "who": "x"}, {"school": "Б", "n": 1, "m": 1, "who": None})


@pytest.mark.parametrize(("tally", "shares"), [
    pytest.param(rows("n"), [1, 1, 1, 1], id="each-row-is-one"),
    pytest.param(added(n=1), [2, 3, 0, 1], id="a-sum"),
    pytest.param(added(n=1, empty=1), [2, 3, 1, 1], id="an-empty-cell-is-one"),
    pytest.param(added(n=5, m=-1), [10, 11, -5, 4], id="weights"),
    pytest.param(once("", "n", ("school",)), [0, 3, 0, 1], id="the-largest-of-a-school-once"),
    pytest.param(once("", "m", ("school",)), [0, 4, 5, 0], id="an-empty-cell-is-never-the-largest"),
    pytest.param(different("", "who"), [1, 0, 0, 0], id="different-values-the-first-time"),
    pytest.param(Tally("product", {"n": 1}, times=("m", "school_size")), [0, 12, 0, 1], id="a-product"),
    pytest.param(Tally("product", {"n": 1}, times=("m", "n")), [4, 12, 0, 1], id="a-product-with-the-first-filled"),
    pytest.param(Tally("reached", {"n": 1}), [1, 1, 1, 1], id="reached-is-a-row"),
])
def test_what_each_row_adds(tally, shares):
    assert tally.shares([row | {"school_size": None} for row in ROWS]) == shares
