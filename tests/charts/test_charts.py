"""Charts are data first: what is compared is checked here, how it looks was looked at."""

from datetime import date
from itertools import pairwise

import pytest

from shnor.charts import CONFIG, Chart, Series, Span, Style, to_plotly
from shnor.charts.plotly import LETTERS, short
from shnor.charts.styles import STYLES
from shnor.metrics.standings import DUE_PARTS, STANDINGS

DAY = date(2026, 11, 30)
LONG = "Проведение практико-ориентированного семинара для управленческих команд школ"
NOT_IN_TIME = {"не запланировано", "план на период не указан", "срок не распознан"}


def test_a_chart_without_a_value_for_every_category_is_refused():
    with pytest.raises(ValueError, match="Сроки"):
        Chart(shape="stacked_bars", title="Сроки", unit="срок", categories=("а", "б"), source="План",
              series=(Series("подтверждено", STYLES["confirmed"], (1,)),))


@pytest.mark.parametrize(("shape", "value"), [
    pytest.param("stacked_bars", (Span(DAY, DAY, ""),), id="days-in-bars"),
    pytest.param("spans", 1, id="a-number-in-time")])
def test_values_of_another_shape_are_refused(shape, value):
    with pytest.raises(ValueError, match="Сроки"):
        Chart(shape=shape, title="Сроки", unit="срок", categories=("а",), source="План",
              series=(Series("подтверждено", STYLES["confirmed"], (value,)),))


def test_a_chart_may_bring_a_look_of_its_own():
    winners = Style("победители", "●", "#336699")
    drawn = to_plotly(Chart(shape="stacked_bars", title="Конкурсы", unit="человек", categories=("Ш05",),
                            source="Список", series=(Series(winners.word, winners, (3,)),)))
    assert [(bar.name, bar.marker.color) for bar in drawn.data if bar.type == "bar"] == [("победители", "#336699")]


def test_every_standing_that_has_a_place_in_time_has_a_look():
    assert {style.word for style in STYLES.values()} == set(STANDINGS) - NOT_IN_TIME
    assert set(DUE_PARTS) <= set(STYLES)


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


def test_a_long_name_is_cut_at_a_word():
    assert len(short(LONG)) <= LETTERS
    assert short(LONG) == "Проведение практико-ориентированного…"
    assert short("Мониторинг") == "Мониторинг"


def test_plotly_speaks_russian():
    names = CONFIG["locales"]["ru"]["format"]
    assert (names["months"][0], names["shortMonths"][10], names["days"][0], names["shortDays"][1]) == (
        "январь", "ноя", "воскресенье", "пн")
    assert (names["decimal"], CONFIG["locale"], CONFIG["displaylogo"]) == (",", "ru", False)
