"""What a room may see of whom, counted by eye."""

from datetime import date

import pytest

from shnor.metrics.figure import Figure
from shnor.service.figures.lines import Cell
from shnor.service.show.masking import BESIDE_TOLD, FEW_SCHOOLS, HIDDEN, Masks, about, of_schools, ranges, step_of
from shnor.shows import Told

NBSP = "\u00a0"
SIX = tuple(f"Ш{number:02}" for number in range(1, 7))


def figure(k, n):
    return Figure("low_mark_share", {}, "", date(2026, 11, 27), k, n, k / n if n else None, None, None,
                  "ok" if n >= 10 else "small", 1, "доля")


def cell(k, n, schools=SIX, **where):
    return Cell(figure(k, n), {"grade": "5", **where, "school_id": schools})


def test_three_schools_have_an_exact_number():
    masks = Masks()
    point = masks.whole(cell(96, 421))
    assert (point.text, point.k, point.n) == (f"96 из 421 (22,8{NBSP}%)", 96, 421)
    assert masks.told == {Told("low_mark_share, grade=5", frozenset(SIX))}
    assert masks.whole(cell(30, 60, SIX[:3])).k == 30


@pytest.mark.parametrize("schools", [("Ш01",), ("Ш01", "Ш02")])
def test_one_or_two_schools_are_not_shown_before_somebody_has_confirmed_it(schools):
    masks = Masks()
    assert masks.whole(cell(4, 40, schools)).why == FEW_SCHOOLS
    assert (masks.recognisable, masks.told) == (set(schools), set())
    knowing = Masks(knowingly=True)
    assert knowing.whole(cell(4, 40, schools)).k == 4
    assert knowing.recognisable == set(schools)


@pytest.mark.parametrize(("other", "shown"), [
    (SIX, True), (SIX[:5], False), (SIX[:4], False), (SIX[:3], True), ((*SIX, "Ш07"), False),
    ((*SIX, "Ш07", "Ш08", "Ш09"), True), (("Ш07", "Ш08", "Ш09"), True), ((*SIX[:5], "Ш07"), False)])
def test_two_numbers_never_differ_by_a_school_or_two(other, shown):
    here, earlier = Masks(), Masks(before={Told("low_mark_share, grade=5", frozenset(SIX))})
    here.whole(cell(96, 421))
    for masks in (here, earlier):
        assert masks.whole(cell(80, 300, other)).why == ("" if shown else BESIDE_TOLD)
    assert here.whole(cell(80, 300, other, grade="6")).why == ""  # another class is another number


def test_a_small_part_goes_with_a_second_one():
    points = Masks().parts([cell(3, 8), cell(20, 100, grade="6"), cell(4, 14, grade="7"), None])
    assert [(point.k, point.why) for point in points] == [
        (None, "мало участников"), (20, ""), (None, "не показываем: вместе с соседним числом"), (None, "нет данных")]


def test_a_school_has_tens_of_percent_and_no_numbers():
    points = of_schools("2026", {"Ш01": figure(24, 146), "Ш02": figure(8, 28), "Ш03": figure(0, 30),
                                 "Ш04": figure(39, 40), "Ш05": None, "Ш06": figure(25, 100), "Ш07": figure(249, 1000)})
    assert {code: (point.text, point.value) for code, point in points.items()} == {
        "Ш01": (f"около 20{NBSP}%", 0.2), "Ш02": (f"около 30{NBSP}%", 0.3), "Ш03": (f"менее 5{NBSP}%", 0.05),
        "Ш04": (f"более 95{NBSP}%", 0.95), "Ш05": ("", None), "Ш06": (f"около 30{NBSP}%", 0.3),
        "Ш07": (f"около 20{NBSP}%", 0.2)}
    assert {point.k for point in points.values()} == {point.n for point in points.values()} == {None}


def test_a_small_school_is_hidden_with_another_and_nobody_sees_which_it_is():
    points = of_schools("2026", {"Ш01": figure(3, 9), "Ш02": figure(8, 28), "Ш03": figure(10, 100)})
    assert [(points[code].why, points[code].value) for code in ("Ш01", "Ш02", "Ш03")] == [
        (HIDDEN, None), (HIDDEN, None), ("", 0.1)]


@pytest.mark.parametrize(("bases", "step"), [((25, 146), 10), ((24, 146), 20), ((9, 146), 10), ((), 20)])
def test_a_small_school_makes_all_of_them_coarser(bases, step):
    assert step_of(figure(1, base) for base in bases) == step
    assert of_schools("", {"Ш01": figure(6, 24), "Ш02": figure(30, 100), "Ш03": figure(30, 100)})["Ш02"].value == 0.4


@pytest.mark.parametrize(("people", "said"), [
    (0, "менее 10"), (9, "менее 10"), (10, "от 10 до 24"), (24, "от 10 до 24"), (25, "от 25 до 49"),
    (499, "от 200 до 499"), (999, "от 500 до 999"), (1000, f"1{NBSP}000 и более")])
def test_people_are_a_range(people, said):
    assert about(people) == said


def test_ranges_are_said_where_three_schools_or_more_share_each():
    three = {"Ш01": 30, "Ш02": 40, "Ш03": 49}
    assert ranges(three) == dict.fromkeys(three, "от 25 до 49")
    assert set(ranges({**three, "Ш04": 60, "Ш05": 70}).values()) == {""}
    assert ranges({}) == {}
