"""Where values stand: lengths and places are in proportion, a gap is a gap, unknown is not 0."""

from itertools import pairwise

import pytest

from shnor import look
from shnor.charts import facts
from shnor.charts.drawn import drawn
from shnor.charts.facts import Break, Point, Series
from shnor.charts.shapes import canvas, shape
from tests.charts.drawn.odd import ODD
from tests.charts.drawn.reading import bars, lines, signs, texts, words
from tests.reports.slides.decks import (
    BARS,
    DOTS,
    DUMBBELL,
    MARK_PARTS,
    MARKS_OF_YEARS,
    PARTS,
    PLAN_FACT,
    ROADMAP,
    chart,
    part,
)

ROOM = (888, 330, 18)


def test_bars_are_as_long_as_their_numbers():
    wide = [width for _, width in bars(drawn(BARS, shape("bars"), *ROOM), look.BLUE7)]
    assert [round(one / wide[0], 2) for one in wide] == [1.0, round(41 / 63, 2), round(28 / 63, 2)]
    behind = {width for _, width in bars(drawn(BARS, shape("bars"), *ROOM), look.BLUE1)}
    assert len(behind) == 1
    assert wide[0] / behind.pop() == pytest.approx(63 / 74, abs=0.01)


def test_an_unknown_number_has_no_bar():
    assert len(bars(drawn(*ODD["counts"], *ROOM), look.BLUE7)) == 2


@pytest.mark.parametrize(("points", "runs"), [
    pytest.param((part("1", 5, 20), part("2", 6, 20), part("3", 7, 20)), [3], id="whole"),
    pytest.param((part("1", 5, 20), Point("2", why="не прислали"), part("3", 7, 20)), [1, 1], id="gap"),
    pytest.param((part("1", 5, 20), part("2", 0, 20), part("3", 7, 20)), [3], id="zero-is-known"),
    pytest.param((part("1", 5, 20), part("2", 3, 9), part("3", 7, 20)), [1, 1], id="few")])
def test_a_line_is_drawn_between_known_values(points, runs):
    svg = drawn(chart("line", "", Series("", points)), shape("trend"), *ROOM)
    assert [len(run) for run in lines(svg, look.BLUE7)] == runs


def test_a_line_does_not_pass_a_break():
    broken = chart("line", "", Series("", (part("1", 5, 20), part("2", 6, 20))), breaks=(Break("2", "ряд прерван"),))
    svg = drawn(broken, shape("trend"), *ROOM)
    assert [len(run) for run in lines(svg, look.BLUE7)] == [1, 1]
    assert "ряд прерван" in words(svg)


def test_higher_is_more_and_the_axis_begins_at_0():
    svg = drawn(chart("line", "", Series("", (part("1", 0, 20), part("2", 5, 20), part("3", 10, 20)))), shape("trend"),
                *ROOM)
    (_, zero), (_, quarter), (_, half) = signs(svg, look.BLUE7)
    assert zero - half == pytest.approx(2 * (zero - quarter), abs=0.1)
    foot = next(said for said in texts(svg) if said.words == "0\u00a0%")
    assert foot.y - 0.35 * 18 == pytest.approx(zero, abs=0.1)


def test_an_axis_of_means_lies_between_its_ends():
    means = chart("means", "", Series("", (Point("1", "3,50", None, 40, 3.5),)), ends=(2, 5))
    svg = drawn(means, shape("trend"), *ROOM)
    high, low = (next(said.y for said in texts(svg) if said.words == end) for end in ("5", "2"))
    (_, middle), = signs(svg, look.BLUE7)
    assert middle + 0.35 * 18 == pytest.approx((high + low) / 2, abs=0.1)


def test_the_plan_goes_up_in_steps_and_the_day_has_its_plan():
    svg = drawn(PLAN_FACT, shape("plan_fact", today="ноя", due=34), *ROOM)
    steps = max(lines(svg, look.INK), key=len)
    assert len(steps) == 7  # 10, then a corner before each of three values
    assert all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise(steps))
    assert "на 27.11.2026: план 34" in words(svg)
    assert [len(run) for run in lines(svg, look.BLUE7) if len(run) > 2] == [3]


def test_parts_of_a_bar_are_in_proportion():
    svg = drawn(MARKS_OF_YEARS, shape("distribution", MARK_PARTS), *ROOM)
    (_, before), (_, after) = [one for one in bars(svg, look.ATTENTION) if one[1] > 18][:2]
    assert before / after == pytest.approx((131 / 436) / (96 / 421), abs=0.01)
    assert "«2»: 96 (23 %)" in words(svg)


def test_parts_that_differ_by_their_hatch_have_its_lines():
    one = chart("parts", "", Series("дела", tuple(facts.count(at, 10) for at in PARTS)))
    svg = drawn(one, shape("distribution", PARTS), *ROOM)
    assert svg.count("<path") == 4  # «документ ожидается», «нет сведений»: of the bar and of the legend


def test_few_things_have_a_bar_with_their_numbers_few_people_have_words():
    people, things = (words(drawn(ROADMAP, shape("distribution", PARTS, **more), *ROOM)) for more in (
        {}, {"things": True}))
    assert "подтверждено: 6, выполнено, документ ожидается: 3" in people
    assert "9 (75 %)" in people
    assert "подтверждено: 6" not in things
    assert "%" not in things


def test_a_scale_lies_around_its_middle():
    picture, scale = ODD["scale"]
    svg = drawn(picture, scale, *ROOM)
    zero = lines(svg, look.MUTED)[0][0][0]
    amber = bars(svg, look.ATTENTION_PALE)[0]
    assert amber[0] + amber[1] == pytest.approx(zero, abs=0.1)


def test_a_small_group_has_no_dot_and_keeps_its_words():
    svg = drawn(DOTS, shape("dots"), *ROOM)
    assert len(signs(svg, look.BLUE9)) == 5
    assert "2 из 7" in words(svg)


def test_people_of_a_small_group_are_squares():
    svg = drawn(DUMBBELL, shape("dumbbell"), *ROOM)
    assert len(bars(svg, look.BLUE7)) == 3 + 4
    assert len(signs(svg, look.PAPER)) == 2 + 1  # before: two rows and the legend
    assert "3 из 9 → 4 из 8" in words(svg)


def test_panels_have_one_scale():
    svg = drawn(chart("two", "", Series("А", (part("1", 5, 20),)), Series("Б", (part("1", 10, 20),))),
                shape("multiples"), *ROOM)
    (_, quarter), (_, half) = signs(svg, look.BLUE7)
    assert quarter > half
    assert "Шкала у всех одна: от 0 до" in words(svg)


@pytest.mark.parametrize(("width", "said"), [
    (900, ["2023–2024", "2024–2025", "2025–2026"]), (220, ["2023–2024", "2025–2026"]), (130, ["26"])])
def test_years_of_a_panel_stand_in_full_or_those_at_its_ends_do(width, said):
    own = Series("А", tuple(part(at, 10, 40) for at in ("2023–2024", "2024–2025", "2025–2026")))
    svg = drawn(chart("one", "", own), shape("multiples", years=True), width, 300, 18)
    assert [at for at in said if at not in words(svg)] == []
    assert ("2024–2025" in words(svg)) == (width == 900)


def test_grey_lines_are_those_that_are_not_looked_at():
    svg = drawn(*ODD["seven-lines"], *ROOM)
    assert len([run for run in lines(svg, canvas.QUIET) if len(run) == 4]) == 6
