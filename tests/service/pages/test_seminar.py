"""From what a seminar is shown nobody can work out a group of fewer than ten."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor import wording
from shnor.metrics.figure import Figure
from shnor.service.pages.seminar import BESIDE, NOT_SHOWN, masked


def figure(k, n):
    status = "no_data" if not n else "small" if n < 10 else "ok"
    return Figure("low_mark_share", {}, "школа", date(2026, 11, 27), k, n, k / n if n else None, None, None, status, 1,
                  "доля")


def shown(*counts, total=True):
    return [part.text.replace("\u00a0", " ") for part in masked([figure(k, n) for k, n in counts],
                                                                total_is_shown=total)]


def test_a_school_of_eight_sees_its_own_counts_and_the_seminar_does_not():
    assert wording.figure_text(figure(3, 8)) == "3 из 8"
    assert shown((3, 8), total=False) == [NOT_SHOWN]


@pytest.mark.parametrize(("counts", "texts"), [
    pytest.param([(4, 20), (5, 20)], ["4 из 20 (20 %)", "5 из 20 (25 %)"], id="all-large"),
    pytest.param([(4, 30), (3, 8), (5, 20)], ["4 из 30 (13 %)", NOT_SHOWN, BESIDE], id="the-smallest-goes-with-it"),
    pytest.param([(4, 30), (3, 8), (1, 6)], ["4 из 30 (13 %)", NOT_SHOWN, NOT_SHOWN], id="two-small-cover-each-other"),
    pytest.param([(4, 30), (3, 4), (1, 5)], [BESIDE, NOT_SHOWN, NOT_SHOWN], id="two-small-of-nine-together"),
    pytest.param([(4, 30), (0, 0), (3, 8)], [BESIDE, "нет данных", NOT_SHOWN], id="nobody-covers-nobody"),
    pytest.param([(0, 0)], ["нет данных"], id="no-data-is-no-secret"),
    pytest.param([(4, 10), (4, 20)], ["4 из 10 (40 %)", "4 из 20 (20 %)"], id="ten-are-enough"),
])
def test_what_is_shown(counts, texts):
    assert shown(*counts) == texts


def test_without_the_total_only_the_small_are_hidden():
    assert shown((4, 30), (3, 8), total=False) == ["4 из 30 (13 %)", NOT_SHOWN]


@given(st.lists(st.integers(0, 60), min_size=2, max_size=9))
def test_what_is_hidden_is_never_one_part_nor_fewer_than_ten_people(sizes):
    parts = masked([figure(0, n) for n in sizes])
    hidden = [n for n, part in zip(sizes, parts, strict=True) if part.figure is None]
    assert all(n >= 10 or n == 0 for n, part in zip(sizes, parts, strict=True) if part.figure)
    if hidden and any(part.figure and n for n, part in zip(sizes, parts, strict=True)):
        assert len(hidden) > 1
        assert sum(hidden) >= 10
