"""What may be said of two counts: arithmetic always, a conclusion only from the interval and how many were compared."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.metrics.change import ALPHA, by_schools, families, family, incomparable, of_counts
from shnor.metrics.formulas import newcombe_chance


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
    pytest.param((8, 20, 4, 10), "same", id="half-as-many-of-half-as-many"),
    pytest.param((1, 2, 3, 6), "same", id="equal-shares-of-few"),
    pytest.param((5, 12, 5, 27), "open", id="as-many-of-twice-as-many-are-not-the-same"),
    pytest.param((1, 1, 1, 52), "small", id="one-of-one-and-one-of-many-are-not-the-same"),
    pytest.param((1, 10, 1, 8), "small", id="as-many-of-fewer"),
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
    assert tuple(round(100 * float(value), 1) for value in (found.points, found.low, found.high)) == (points, low, high)


def test_points_are_exact():
    assert of_counts(1, 2, 23, 80).points == Fraction(-17, 80)


def test_people_of_two_schools_are_not_compared():
    found = incomparable(16, 50, 3, 50)
    assert (found.verdict, found.points, found.is_compared) == ("other", None, False)


def test_nobody_on_both_sides_is_nothing_to_compare():
    assert incomparable(16, 50, 0, 0).verdict == "none"


LONE, CALM = (131, 436, 96, 421), (10, 50, 11, 50)
"""A change of which 1,7 of 100 come about by chance, and one that is nothing."""


def test_families_do_not_weigh_on_each_other():
    found = families([[LONE], [LONE, *[CALM] * 9], []])
    assert [[change.verdict for change in changes[:1]] for changes in found] == [["fall"], ["one"], []]


@pytest.mark.parametrize(("others", "verdict"), [(0, "fall"), (2, "fall"), (3, "one"), (25, "one")])
def test_one_of_many_comparisons_is_no_conclusion(others, verdict):
    """By chance alone: 0.0164, of three comparisons 0.049, of four 0.065."""
    found = family([LONE, *[CALM] * others])
    assert (found[0].verdict, found[0].family) == (verdict, others + 1)


def test_a_strong_change_stays_confirmed_and_weakens_no_other():
    """By Holm the strongest is held against all four, the next against the three that are left."""
    strong = (90, 200, 30, 200)
    assert [change.verdict for change in family([CALM, LONE, strong, CALM])] == ["open", "fall", "fall", "open"]
    assert [change.verdict for change in family([CALM, LONE, CALM, CALM])] == ["open", "one", "open", "open"]


def test_few_people_take_no_part_in_the_number_of_comparisons():
    assert family([LONE, (3, 9, 0, 40), (0, 0, 4, 11), (40, 30, 1, 30)])[0].family == 1


TWELVES = {"Ш03": (49, 150, 24, 146), "Ш05": (15, 42, 12, 40), "Ш07": (21, 73, 15, 71), "Ш09": (11, 29, 8, 28),
           "Ш11": (20, 97, 27, 94), "Ш12": (15, 45, 10, 42)}
"""The invented district: 131 of 436, then 96 of 421."""


def test_a_conclusion_that_rests_on_one_school_names_it():
    """Without № 3 there are 82 of 286 and 72 of 275."""
    [found] = by_schools([TWELVES])
    assert (found.k0, found.n0, found.k1, found.n1) == LONE
    assert (found.verdict, found.rests, found.schools) == ("fall", ("Ш03",), 6)
    rest = {school: counts for school, counts in TWELVES.items() if school != "Ш03"}
    assert by_schools([rest])[0].verdict == "open"


def test_of_many_comparisons_too():
    found = by_schools([TWELVES, *[{"Ш03": CALM}] * 25])[0]
    assert (found.verdict, found.rests) == ("one", ("Ш03",))


def test_a_conclusion_that_stands_without_any_of_its_schools_rests_on_none():
    assert by_schools([dict.fromkeys(("Ш03", "Ш05", "Ш07"), (60, 100, 20, 100))])[0].rests == ()


def test_a_conclusion_that_needs_every_school_rests_on_each():
    found = by_schools([dict.fromkeys(("Ш03", "Ш05"), (30, 60, 20, 60))])[0]
    assert (found.verdict, found.rests) == ("fall", ("Ш03", "Ш05"))


def test_one_school_rests_on_nobody_else():
    assert by_schools([{"Ш03": LONE}])[0].rests == ()


def test_the_rest_may_turn_the_other_way():
    """Without № 3 the share has grown: the fall was of № 3 alone."""
    [found] = by_schools([{"Ш03": (180, 200, 20, 200), "Ш05": (10, 100, 40, 100)}])
    assert (found.verdict, found.rests) == ("fall", ("Ш03",))


counts = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(deadline=None)
@given(counts, counts)
def test_a_change_read_backwards_is_its_mirror(first, second):
    there, back = of_counts(*first, *second), of_counts(*second, *first)
    assert there.low == pytest.approx(-back.high)
    assert {"fall": "rise", "rise": "fall"}.get(there.verdict, there.verdict) == back.verdict
    assert there.points == -back.points


@settings(deadline=None)
@given(counts, counts)
def test_a_conclusion_lies_on_one_side_and_never_of_few(first, second):
    found = of_counts(*first, *second)
    assert found.low - 1e-9 <= float(found.points) <= found.high + 1e-9
    if found.verdict in ("fall", "rise"):
        assert found.low * found.high > 0
        assert min(first[1], second[1]) >= 10


@settings(deadline=None)
@given(st.lists(st.tuples(counts, counts), min_size=1, max_size=12), st.randoms())
def test_the_order_of_a_family_says_nothing(pairs, random):
    lines = [(*first, *second) for first, second in pairs]
    shuffled = random.sample(lines, len(lines))
    assert sorted(map(repr, family(lines))) == sorted(map(repr, family(shuffled)))


@settings(deadline=None)
@given(st.lists(st.tuples(counts, counts), min_size=2, max_size=12))
def test_more_comparisons_never_confirm_more(pairs):
    lines = [(*first, *second) for first, second in pairs]
    alone = [of_counts(*line).verdict for line in lines]
    for single, change in zip(alone, family(lines), strict=True):
        assert change.verdict in ((single, "one") if single in ("fall", "rise") else (single,))


def test_of_twenty_thousand_pairs_none_is_confirmed_where_the_interval_holds_zero():
    """The reverse is said alone where there are others: «одно из N сравнений»."""
    random = np.random.default_rng(1998)
    n0, n1 = random.integers(1, 200, (2, 20_000))
    k0, k1 = random.integers(0, n0 + 1), random.integers(0, n1 + 1)
    pairs = [tuple(map(int, pair)) for pair in zip(k0, n0, k1, n1, strict=True)]
    chance, holds = newcombe_chance(k1, n1, k0, n0), []
    for place, change in enumerate(family(pairs)):
        holds.append(change.low <= 0 <= change.high)
        assert not (holds[-1] and change.verdict in ("fall", "rise", "one")), change
        if not holds[-1] and change.is_compared:
            assert change.verdict in ("fall", "rise", "one"), change
        assert (chance[place] < ALPHA) != holds[-1], change
    assert 0.2 < sum(holds) / len(holds) < 0.8
