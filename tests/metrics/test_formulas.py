"""Intervals against published tables (tests/metrics/data names the source of every row)."""

import csv
from pathlib import Path

import pytest

from shnor.metrics.formulas import holm, newcombe, newcombe_chance, share, wilson

DATA = Path(__file__).parent / "data"


def oracle(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_wilson_agrees_with_published_intervals():
    for row in oracle("wilson.tsv"):
        low, high = wilson(float(row["x"]), float(row["n"]), float(row["level"]))
        assert (float(low), float(high)) == pytest.approx((float(row["lower"]), float(row["upper"])), abs=1e-8), row


@pytest.mark.parametrize(("after", "before", "low", "high", "digits"), [
    pytest.param((56, 70), (48, 80), 0.0524, 0.3339, 4, id="newcombe-1998-table-2-a"),
    pytest.param((9, 10), (3, 10), 0.1705, 0.8090, 4, id="newcombe-1998-table-2-b"),
    pytest.param((96, 421), (131, 436), -0.131, -0.013, 3, id="fewer-confirmed"),
    pytest.param((24, 97), (33, 103), -0.194, 0.052, 3, id="fewer-within-chance"),
    pytest.param((63, 74), (58, 79), -0.013, 0.241, 3, id="more-within-chance"),
])
def test_newcombe_agrees_with_worked_examples(after, before, low, high, digits):
    _, lower, upper = newcombe(*after, *before)
    assert (round(float(lower), digits), round(float(upper), digits)) == (low, high)


@pytest.mark.parametrize(("k", "n", "expected"), [
    pytest.param([2, 9], [2, 18], [1.0, 0.5], id="two-schools"),
    pytest.param([0], [5], [0.0], id="none-of-five"),
    pytest.param([0], [0], [float("nan")], id="nobody"),
])
def test_share(k, n, expected):
    assert share(k, n).tolist() == pytest.approx(expected, nan_ok=True)


def test_an_empty_base_has_no_interval():
    assert [float(end) for end in wilson(0, 0)] == pytest.approx([float("nan")] * 2, nan_ok=True)


@pytest.mark.filterwarnings("error")
def test_more_than_the_whole_has_no_interval():
    assert [float(end) for end in wilson([15, 12], [12, 12])[0]] == pytest.approx([float("nan"), 0.757], nan_ok=True,
                                                                                  abs=0.001)
    assert [float(end) for end in newcombe(15, 12, 3, 12)[1:]] == pytest.approx([float("nan")] * 2, nan_ok=True)


@pytest.mark.parametrize("n", [2, 9, 26])
def test_rounding_never_puts_an_interval_outside_a_share(n):
    """Without the bounds 26 of 26 would end at 1.0000000000000002 and 0 of 2 begin below 0."""
    (low, _), (_, high) = wilson(0, n), wilson(n, n)
    assert (float(low), float(high)) == (0, 1)


@pytest.mark.parametrize("counts", [(96, 421, 131, 436), (24, 97, 33, 103), (9, 10, 3, 10), (2, 30, 12, 30)])
def test_at_the_level_of_the_chance_the_interval_ends_at_zero(counts):
    change, low, high = newcombe(*counts, level=1 - float(newcombe_chance(*counts)))
    assert float(low if change > 0 else high) == pytest.approx(0, abs=1e-6)


def test_equal_shares_come_about_by_chance_alone_and_nobody_by_none():
    assert newcombe_chance([8, 0, 3], [20, 5, 9], [4, 0, 0], [10, 9, 0]).tolist() == pytest.approx(
        [1, 1, float("nan")], nan_ok=True)


@pytest.mark.parametrize(("chances", "adjusted"), [
    pytest.param([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02], id="worked-by-hand"),
    pytest.param([0.01, float("nan"), 0.02], [0.02, float("nan"), 0.02], id="who-takes-no-part"),
    pytest.param([0.6, 0.9], [1, 1], id="never-above-one"), pytest.param([0.04], [0.04], id="alone"),
])
def test_holm(chances, adjusted):
    """0.005 × 4, 0.01 × 3, 0.03 × 2; 0.04 × 1 is not less than the one before it."""
    assert holm(chances).tolist() == pytest.approx(adjusted, nan_ok=True)
    assert holm([chances, chances])[1].tolist() == pytest.approx(adjusted, nan_ok=True)
