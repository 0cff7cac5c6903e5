"""Which sets of schools may be shown beside each other to who sees one school alone."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.service.figures.sets import OTHERS, apart

OWN = frozenset("O")


def sets(*names: str) -> list[frozenset[str]]:
    return [frozenset(name) for name in names]


@pytest.mark.parametrize(("groups", "shown"), [
    pytest.param(sets("OABC"), sets("ABC"), id="three-besides-the-own"),
    pytest.param(sets("OAB"), [], id="two-besides-the-own"),
    pytest.param(sets("ABC", "OABC"), sets("ABC"), id="the-own-one-makes-no-difference"),
    pytest.param(sets("ABCDE", "ABCDE", "ABCD"), sets("ABCDE"), id="one-school-would-be-the-difference"),
    pytest.param(sets("ABCDEF", "ABC"), sets("ABCDEF", "ABC"), id="three-are-the-difference"),
    pytest.param(sets("ABCD", "ABCD", "ABCDE"), sets("ABCD"), id="what-most-values-stand-on"),
    pytest.param(sets("ABCDEFG", "ABC", "DEF"), sets("ABCDEFG", "ABC"), id="two-together-leave-one"),
    pytest.param([], [], id="nothing"),
])
def test_sets_that_give_no_school_away(groups, shown):
    assert apart(groups, OWN) == frozenset(shown)


def test_who_has_no_school_is_shown_nothing():
    assert apart(sets("ABCDEF"), frozenset()) == frozenset()


SCHOOLS = st.frozensets(st.sampled_from([*"OABCDEFGHIJKL"]), max_size=13)


@settings(max_examples=400, deadline=None)
@given(st.lists(SCHOOLS, max_size=8), st.frozensets(st.sampled_from([*"OAB"]), min_size=1))
def test_any_two_sets_differ_by_none_or_by_three_schools(groups, own):
    shown = apart(groups, own)
    assert shown <= {group - own for group in groups}
    assert all(len(one) >= OTHERS for one in shown)
    assert all(len(one ^ other) >= OTHERS for one, other in combinations(shown, 2))


@settings(max_examples=200, deadline=None)
@given(st.lists(SCHOOLS, max_size=6))
def test_no_sum_of_values_is_about_fewer_than_three_schools(groups):
    """Adding and subtracting cannot tell apart schools that stand in the same sets."""
    shown = [*apart(groups, OWN)]
    told: dict[tuple[bool, ...], set[str]] = {}
    for school in frozenset().union(*shown):
        told.setdefault(tuple(school in one for one in shown), set()).add(school)
    assert all(len(together) >= OTHERS for together in told.values())
