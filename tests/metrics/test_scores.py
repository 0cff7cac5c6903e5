"""Bands of scores and marks that go against scores, counted by eye."""

import math
from datetime import date

import pytest

from shnor.metrics.formulas import spearman
from shnor.metrics.norms import SHIPPED
from shnor.metrics.scores import Against, Bands, against_journal, bands

EXAM = date(2026, 6, 4)


@pytest.mark.parametrize(("scores", "expected"), [
    pytest.param([26, 27, 60, 61, 80, 81, 100], Bands(1, 2, 2, 2), id="every-border"),
    pytest.param([], Bands(0, 0, 0, 0), id="nobody-wrote"),
    pytest.param([27], Bands(0, 1, 0, 0), id="at-the-minimum"),
])
def test_scores_by_band(scores, expected):
    found = bands(scores, SHIPPED, "математика профильная", EXAM)
    assert (found, found.n) == (expected, len(scores))


@pytest.mark.parametrize(("subject", "day"), [("труд", EXAM), ("химия", date(2024, 6, 4))])
def test_without_a_minimum_nobody_is_below_it(subject, day):
    assert bands([10, 90], SHIPPED, subject, day) is None


@pytest.mark.parametrize(("first", "second", "expected"), [
    pytest.param([1, 2, 3], [10, 20, 30], 1, id="same-order"),
    pytest.param([1, 2, 3], [3, 2, 1], -1, id="reversed"),
    pytest.param([106, 86, 100, 101, 99, 103, 97, 113, 112, 110], [7, 0, 27, 50, 28, 29, 20, 12, 6, 17], -29 / 165,
                 id="textbook"),
    pytest.param([3, 3, 4, 5], [1, 2, 3, 4], 3 / math.sqrt(10), id="ties-share-a-rank"),
])
def test_spearman(first, second, expected):
    assert spearman(first, second) == pytest.approx(expected)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("pairs", [([], []), ([3], [7]), ([3, 3, 3], [1, 2, 3])], ids=["none", "one", "equal-marks"])
def test_spearman_of_what_does_not_vary_is_unknown(pairs):
    assert math.isnan(spearman(*pairs))


@pytest.mark.parametrize(("journal", "scores", "is_sign"), [
    pytest.param([5, 5, 4, 4, 4, 3, 3, 3, 2, 2], range(10), True, id="better-marks-fewer-points"),
    pytest.param([2, 2, 3, 3, 3, 4, 4, 4, 5, 5], range(10), False, id="they-agree"),
])
def test_marks_against_scores(journal, scores, is_sign):
    assert against_journal(journal, [*scores]).is_sign is is_sign


@pytest.mark.parametrize(("journal", "scores"), [([5, 4, 3], [1, 2, 3]), ([4] * 10, [*range(10)]), ([], [])],
                         ids=["three-pupils", "equal-marks", "nobody"])
def test_few_or_equal_marks_tell_nothing(journal, scores):
    assert against_journal(journal, scores) == Against(len(journal), None, False)
