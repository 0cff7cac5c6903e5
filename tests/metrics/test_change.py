"""What may be said of two figures: arithmetic always, a conclusion only from the interval."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.metrics.change import change, of_counts
from shnor.metrics.figure import Figure


def figure(k, n, metric="low_mark_share", unit="доля"):
    return Figure(metric, {}, "по 6 школам перечня", date(2026, 11, 27), k, n, None, None, None, "ok", 1, unit)


@pytest.mark.parametrize(("counts", "verdict"), [
    pytest.param((131, 436, 96, 421), "fall", id="a-fall-is-confirmed"),
    pytest.param((96, 421, 131, 436), "rise", id="a-rise-is-confirmed"),
    pytest.param((3, 14, 6, 14), "open", id="twice-as-many-of-fourteen-says-nothing"),
    pytest.param((33, 103, 24, 97), "open", id="seven-points-of-a-hundred-say-nothing"),
    pytest.param((8, 20, 5, 20), "open", id="three-fewer-of-twenty"),
    pytest.param((9, 9, 0, 9), "small", id="nine-say-nothing-even-when-all-changed"),
    pytest.param((5, 12, 1, 9), "small", id="nine-on-one-side"),
    pytest.param((10, 10, 0, 10), "fall", id="ten-are-enough"),
    pytest.param((4, 12, 4, 12), "same", id="as-many"),
    pytest.param((1, 10, 1, 8), "same", id="as-many-of-fewer"),
    pytest.param((50, 500, 50, 200), "rise", id="as-many-of-far-fewer"),
    pytest.param((0, 0, 4, 11), "none", id="nothing-before"),
    pytest.param((9, 8, 4, 11), "none", id="more-than-all-before"),
])
def test_verdicts(counts, verdict):
    assert of_counts(*counts).verdict == verdict


@pytest.mark.parametrize(("counts", "points", "low", "high"), [
    pytest.param((131, 436, 96, 421), -7.2, -13.1, -1.3, id="confirmed"),
    pytest.param((33, 103, 24, 97), -7.3, -19.4, 5.2, id="within-chance"),
    pytest.param((58, 79, 63, 74), 11.7, -1.3, 24.1, id="a-survey"),
])
def test_the_interval_is_newcombes(counts, points, low, high):
    found = of_counts(*counts)
    assert (round(found.points * 100, 1), round(found.low * 100, 1), round(found.high * 100, 1)) == (points, low, high)


def test_two_figures_of_one_share_are_compared():
    found = change(figure(8, 20), figure(5, 20))
    assert (found.people, found.k0, found.n1) == (-3, 8, 20)


@pytest.mark.parametrize("after", [
    pytest.param(figure(5, 20, metric="pass_rate"), id="another-metric"),
    pytest.param(figure(80, 20, unit="отметка"), id="not-a-share"), pytest.param(figure(5, None), id="a-count")])
def test_what_cannot_be_compared_is_refused(after):
    before = figure(8, 20, unit=after.unit)
    with pytest.raises(ValueError, match=r"low_mark_share|pass_rate"):
        change(before, after)


counts = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, counts)
def test_a_change_read_backwards_is_its_mirror(first, second):
    there, back = of_counts(*first, *second), of_counts(*second, *first)
    assert (there.points, there.low) == (pytest.approx(-back.points), pytest.approx(-back.high))
    assert {"fall": "rise", "rise": "fall"}.get(there.verdict, there.verdict) == back.verdict


@given(counts, counts)
def test_a_conclusion_lies_on_one_side_and_never_of_few(first, second):
    found = of_counts(*first, *second)
    assert found.low <= found.points <= found.high
    if found.verdict in ("fall", "rise"):
        assert found.low * found.high > 0
        assert min(first[1], second[1]) >= 10
