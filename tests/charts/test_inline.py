"""Small pictures: numbers in, SVG or HTML out; a word that is no word of ours does no harm."""

import re
from itertools import pairwise

import pytest

from shnor.charts import inline


def points(svg: str, mark: str) -> list[str]:
    return re.findall(rf"<polyline class='{mark}' points='([^']*)'", svg)


def test_a_spark_line_has_a_gap_where_nothing_is_known():
    assert [len(run.split()) for run in points(inline.spark([1, 2, None, 3, 4, 5], "сдали"), "line")] == [2, 3]


@pytest.mark.parametrize(("apart", "lengths"), [((), [3]), ((2,), [2, 1]), ((1, 2), [1, 1, 1])])
def test_a_spark_line_does_not_come_to_what_is_not_compared(apart, lengths):
    assert [len(run.split()) for run in points(inline.spark([1, 2, 3], "сдали", apart=apart), "line")] == lengths


def test_sparks_of_one_scale_stand_at_the_height_of_their_value():
    assert points(inline.spark([0, 5], "а", top=10), "line") == ["4.0,24.0 116.0,14.0"]


def test_columns_leave_a_month_without_reports_empty():
    svg = inline.columns([7, None, 5], "сдали отчёт по месяцам")
    assert [svg.count("class='bar'"), svg.count("class='now'")] == [1, 1]


def test_columns_are_named_below():
    svg = inline.columns([7, 5], "сдали", names=("окт", "ноя"), width=40, height=40)
    assert re.findall(r"<text x='([\d.]+)' y='53'>(.*?)</text>", svg) == [("10.0", "окт"), ("30.0", "ноя")]
    assert "height='56'" in svg


def test_parts_stand_in_their_order_with_their_numbers_and_links():
    counts = {"no_report": 1, "confirmed": 15, "not_done": 0, "awaited": 2}
    bar = inline.parts(counts, "19 из 24", {"awaited": "/x?a=1&b=2"})
    assert re.findall(r"class='shnor-(\w+)' style='flex:(\d+)'", bar) == [
        ("confirmed", "15"), ("awaited", "2"), ("no_report", "1")]
    assert "href='/x?a=1&amp;b=2'" in bar


def test_words_are_escaped():
    assert "<b>" not in inline.dots(2, "<b>'")
    assert "&lt;b&gt;&#x27;" in inline.dots(2, "<b>'")


@pytest.mark.parametrize(("start", "end", "months", "begins", "wide"), [
    pytest.param(30 / 31 / 12, 1 / 12, 12, 14.0, 10.0, id="31-january-in-the-first-of-twelve"),
    pytest.param(1 / 12, (1 + 1 / 28) / 12, 12, 26.0, 10.0, id="1-february-in-the-second"),
    pytest.param(11.5 / 12, 11.6 / 12, 12, 280.0, 10.0, id="in-the-middle-it-ends-with-the-day"),
    pytest.param(3 / 12, 5 / 12, 12, 75.0, 50.0, id="two-whole-months"),
    pytest.param(2 / 3, 2 / 3 + 0.01, 3, 201.0, 10.0, id="a-quarter-of-a-year"),
    pytest.param(0, 1 / 36, 36, 1.0, 6.3, id="no-wider-than-its-month"),
    pytest.param(-0.2, -0.1, 12, 1.0, 10.0, id="before-the-months")])
def test_a_deadline_of_one_day_can_be_seen_and_stays_in_its_month(start, end, months, begins, wide):
    """300 wide: a month of twelve is 25."""
    svg = inline.track(start, end, 0.9, "not_done", "2.3", months=months)
    found = re.search(r"class='not_done' x='([\d.]+)' y='4' width='([\d.]+)'", svg)
    assert [float(number) for number in found.groups()] == pytest.approx([begins, wide], abs=0.06)


def test_a_deadline_has_a_mark_where_it_was_done_later():
    late, on_time = inline.track(0.1, 0.2, None, "confirmed", "1.6", fact=0.5), inline.track(0.1, 0.2, None, "a", "1")
    assert re.findall(r"class='fact' x='([\d.]+)'", late) == ["148.5"]
    assert "class='fact'" not in on_time


def test_months_tell_held_from_planned_and_from_nothing():
    svg = inline.months([0, 1, 3, *[0] * 9], [0, 1, 0, *[0] * 8, 1], "выезды")
    assert [svg.count(f"class='{mark}'") for mark in ("end", "ring", "none")] == [2, 1, 9]
    assert re.findall("<text[^>]*>(.*?)</text>", svg) == ["3"]


@pytest.mark.parametrize(("step", "apart"), [(11, 1), (14, 2)])
def test_months_with_a_number_stand_apart(step, apart):
    found = re.findall(r"cx='([\d.]+)' cy='9' r='([\d.]+)'", inline.months([2] * 12, [0] * 12, "выезды", step=step))
    middles, radius = [float(middle) for middle, _ in found], float(found[0][1])
    assert {right - left - 2 * radius for left, right in pairwise(middles)} == {apart}


def test_bars_of_one_scale_are_as_long_as_their_number():
    bar = inline.bullet(5, 0, "5", top=20, width=100)
    assert "class='now' x='0' y='3.0' width='25.0'" in bar


def test_a_dot_stands_in_its_interval_beside_what_it_is_compared_with():
    svg = inline.spread(0.5, 0.25, 0.75, "9 из 18", beside=1.0, width=108)
    assert "class='band' x='29.0' y='2' width='50.0'" in svg
    assert "class='beside' x1='104.0'" in svg
    assert "cx='54.0'" in svg
