"""A chart is facts first: the table, the words and the places on the axis come from the same points."""

from datetime import date

import pytest

from shnor.charts import facts
from shnor.charts.facts import Chart, Point, Series

DAY = date(2026, 11, 27)


def chart(*series: Series) -> Chart:
    return Chart("low", "Отметка «2»", "доля отметок «2»", "по 6 школам перечня", DAY, "форма «Результаты»", series)


def years(name: str, *counts: tuple[int, int], **more) -> Series:
    return Series(name, tuple(facts.share(str(2024 + place), *one) for place, one in enumerate(counts)), **more)


@pytest.mark.parametrize(("k", "n", "value", "words"), [
    pytest.param(96, 421, 96 / 421, "96 из 421", id="many"), pytest.param(4, 10, 0.4, "4 из 10", id="ten"),
    pytest.param(3, 9, None, "3 из 9", id="few: counts, no place on an axis of shares"),
    pytest.param(0, 0, None, "не сдавали", id="nobody")])
def test_a_share_stands_on_an_axis_from_ten_on(k, n, value, words):
    point = facts.share("2026", k, n)
    assert (point.value, point.words) == (value, words)


@pytest.mark.parametrize(("k", "value", "words"), [
    pytest.param(0, 0.0, "0", id="none is a number"),
    pytest.param(None, None, "не прислали", id="unknown is not zero")])
def test_what_is_not_known_is_not_zero(k, value, words):
    point = facts.count("ноябрь", k, why=facts.NOT_SENT)
    assert (point.value, point.words) == (value, words)


def test_the_table_behind_a_chart_has_its_points_where_they_stand():
    made = chart(years("СОШ № 3", (50, 150), (24, 146), words="меньше"),
                 Series("ООШ № 9", (facts.share("2025", 8, 29),)))
    heads, rows = facts.table(made, "Школа")
    assert heads == ("Школа", "2024", "2025", "Что можно сказать")
    assert [[cell.words if isinstance(cell, Point) else cell for cell in row] for row in rows] == [
        ["СОШ № 3", "50 из 150", "24 из 146", "меньше"], ["ООШ № 9", "", "8 из 29", ""]]


def test_the_words_name_the_largest_the_smallest_and_the_newest():
    made = chart(years("", (129, 443), (131, 436), (96, 421)))
    assert facts.in_words(made) == (
        "Отметка «2». по 6 школам перечня. больше всего 2025 131 из 436, меньше всего 2026 96 из 421, последнее 2026 "
        "96 из 421.")


def test_of_more_than_four_series_one_is_in_colour():
    five = [years(name, (1, 20)) for name in "абвгд"]
    assert [one.quiet for one in facts.focused(five[:4])] == [False] * 4
    assert [one.quiet for one in facts.focused(five)] == [False, True, True, True, True]
    five = [years(name, (1, 20), quiet=name != "в") for name in "абвгд"]
    assert [one.name for one in facts.focused(five) if not one.quiet] == ["в"]
