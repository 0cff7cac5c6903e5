"""A shape as a value: equal choices are equal, and it draws what its function draws."""

from datetime import date

import pytest

from shnor.charts.facts import Chart, Series, share
from shnor.charts.shapes import bars, distribution, shape
from shnor.charts.styles import MARKS

LOOKS = {style.word: style for style in MARKS.values()}
CHART = Chart("marks", "Отметки", "человек", "по 6 школам", date(2026, 11, 27), "форма «Результаты»", (
    Series("2026", (share("«5»", 20, 100), share("«2»", 30, 100))),))


def test_equal_choices_are_one_value():
    assert shape("bars", whole=False) == shape("bars", whole=False) != shape("bars")
    assert len({shape("distribution", LOOKS), shape("distribution", dict(LOOKS))}) == 1


def test_it_draws_what_its_function_draws():
    assert shape("bars", whole=False)(CHART) == bars(CHART, whole=False)
    assert shape("distribution", LOOKS)(CHART) == distribution(CHART, LOOKS)


def test_a_shape_that_is_none_is_refused():
    with pytest.raises(KeyError, match="pie"):
        shape("pie")
