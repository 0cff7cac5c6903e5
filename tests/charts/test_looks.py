"""Looks are told apart without colour; Plotly speaks Russian."""

from datetime import date
from itertools import pairwise

import pytest

from shnor.charts import CONFIG
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes.distribution import distribution
from shnor.charts.styles import MARKS, STYLES
from shnor.look import ATTENTION
from shnor.metrics.standings import DUE_PARTS, STANDINGS
from tests.colours import channels, contrast

NOT_IN_TIME = {"не запланировано", "план на период не указан", "срок не распознан", "школа знакомится"}


def grey(colour):
    red, green, blue = channels(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_looks_differ_in_grey_print():
    """Two looks differ by pattern or by at least a fifth of the way from black to white."""
    plain = sorted(grey(style.fill) for style in STYLES.values() if not style.pattern)
    patterns = [style.pattern for style in STYLES.values() if style.pattern]
    assert all(lighter - darker > 50 for darker, lighter in pairwise(plain))
    assert len(set(patterns)) == len(patterns)


def test_nothing_is_red():
    """Amber alone has more red than anything else."""
    warm = [style.fill for style in (*STYLES.values(), *MARKS.values()) if channels(style.fill)[0] > max(
        channels(style.fill)[1:])]
    assert set(warm) == {ATTENTION}


@pytest.mark.parametrize("mark", MARKS)
def test_numbers_on_the_bars_can_be_read(mark):
    chart = Chart("marks", "Отметки", "отметок", "7 школ", date(2026, 11, 27), "протоколы",
                  (Series("2025–2026", (Point(mark, k=100, n=100),)),))
    [bar] = distribution(chart, MARKS)["data"]
    assert bar["text"] == ["100\u00a0%"]
    assert contrast(bar["marker"]["color"], bar["textfont"]["color"]) >= 4.5


def test_plotly_speaks_russian():
    names = CONFIG["locales"]["ru"]["format"]
    assert (names["months"][0], names["shortMonths"][10], names["days"][0], names["shortDays"][1]) == (
        "январь", "ноя", "воскресенье", "пн")
    assert (names["decimal"], CONFIG["locale"], CONFIG["displaylogo"]) == (",", "ru", False)


def test_every_standing_that_has_a_place_in_time_has_a_look():
    assert {style.word for style in STYLES.values()} == set(STANDINGS) - NOT_IN_TIME
    assert set(DUE_PARTS) <= set(STYLES)
