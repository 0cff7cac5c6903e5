"""Looks are told apart without colour; Plotly speaks Russian."""

from itertools import pairwise

from shnor.charts import CONFIG
from shnor.charts.styles import STYLES
from shnor.metrics.standings import DUE_PARTS, STANDINGS

NOT_IN_TIME = {"не запланировано", "план на период не указан", "срок не распознан"}


def grey(colour):
    red, green, blue = (int(colour[place:place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_looks_differ_in_grey_print():
    """Two looks differ by pattern or by at least a fifth of the way from black to white."""
    plain = sorted(grey(style.fill) for style in STYLES.values() if not style.pattern)
    patterns = [style.pattern for style in STYLES.values() if style.pattern]
    assert all(lighter - darker > 50 for darker, lighter in pairwise(plain))
    assert len(set(patterns)) == len(patterns)


def test_nothing_is_red():
    for style in STYLES.values():
        red, green, blue = (int(style.fill[place:place + 2], 16) for place in (1, 3, 5))
        assert red <= 2 * max(green, blue)  # amber is not red


def test_plotly_speaks_russian():
    names = CONFIG["locales"]["ru"]["format"]
    assert (names["months"][0], names["shortMonths"][10], names["days"][0], names["shortDays"][1]) == (
        "январь", "ноя", "воскресенье", "пн")
    assert (names["decimal"], CONFIG["locale"], CONFIG["displaylogo"]) == (",", "ru", False)


def test_every_standing_that_has_a_place_in_time_has_a_look():
    assert {style.word for style in STYLES.values()} == set(STANDINGS) - NOT_IN_TIME
    assert set(DUE_PARTS) <= set(STYLES)
