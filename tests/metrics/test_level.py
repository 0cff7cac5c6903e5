"""The level of a centre on a small scale: derived with its derivation, what is missing, or a protocol; never two."""

from datetime import date
from fractions import Fraction

import pytest

from shnor.metrics.level import Value, indicators, judge, named
from shnor.metrics.norms import SHIPPED, Norm

DAY = date(2026, 11, 27)


def own(norm, detail, value, unit="", document="положение № 3", since=date(2026, 1, 1)):
    return Norm(norm, detail, value, unit, since, document, own=True)


SCALE = (own("Шкала уровня МНЦ", "наставники", 60, "вес"), own("Шкала уровня МНЦ", "курсы", 40, "вес, баллов"),
         own("Шкала уровня МНЦ", "оптимальный", 85, "балл"), own("Шкала уровня МНЦ", "допустимый", 65, "балл"),
         own("Шкала уровня МНЦ", "критический", 0, "балл"))
PROTOCOL = own("Уровень МНЦ", "допустимый", 1, "", "протокол рабочей группы от 20.12.2026 № 4", date(2026, 11, 1))
SAID = own("Уровень МНЦ", "оптимальный", 1, "", "решение директора", date(2026, 11, 1))


def of(mentors=None, courses=None):
    told = {"наставники": mentors, "курсы": courses}
    return {name: Value(Fraction(*counts), f"{counts[0]} из {counts[1]}") for name, counts in told.items() if counts}


@pytest.mark.parametrize(("values", "points", "name"), [
    pytest.param(of((6, 6), (25, 40)), 85, "оптимальный", id="at-the-border"),
    pytest.param(of((6, 6), (24, 40)), 84, "допустимый", id="below-it"),
    pytest.param(of((1, 3), (0, 5)), 20, "критический", id="lowest"),
    pytest.param(of((0, 6), (0, 40)), 0, "критический", id="zero"),
])
def test_the_level_is_derived_with_its_derivation(values, points, name):
    found = judge(SCALE, DAY, "МНЦ", values)
    assert (found.state, found.name, found.points, found.most, found.missing) == ("derived", name, points, 100, ())
    assert sum(step.points for step in found.steps) == points
    assert found.document == "положение № 3"


def test_a_step_says_value_weight_and_points():
    step = judge(SCALE, DAY, "МНЦ", of((5, 6), (1, 1))).steps[0]
    assert (step.indicator, step.value, step.weight, step.points) == ("наставники", "5 из 6", 60, 50)


@pytest.mark.parametrize(("rows", "values", "missing"), [
    pytest.param(SCALE, of((6, 6)), ("курсы",), id="one-is-unknown"),
    pytest.param(SCALE, {}, ("наставники", "курсы"), id="all-are"),
    pytest.param(SCALE, {**of((6, 6)), "курсы": Value(None, "47 чел.")}, ("курсы",), id="no-share"),
    pytest.param(SCALE[2:], {}, ("показатели шкалы с весами",), id="no-indicators"),
    pytest.param(SCALE[:2], of((6, 6), (1, 1)), ("ступени шкалы",), id="no-steps"),
    pytest.param(SCALE[:4], of((0, 6), (0, 1)), ("нижняя ступень шкалы",), id="below-the-lowest-step"),
    pytest.param((), {}, ("показатели шкалы с весами",), id="no-scale"),
    pytest.param(SHIPPED, {}, ("показатели шкалы с весами",), id="none-is-shipped"),
])
def test_what_is_missing_is_named_and_no_level_is(rows, values, missing):
    found = judge(rows, DAY, "МНЦ", values)
    assert (found.state, found.name, found.missing) == ("missing", "", missing)


def test_a_protocol_sets_it_and_the_derived_one_is_not_named():
    found = judge((*SCALE, PROTOCOL), DAY, "МНЦ", of((6, 6), (1, 1)))
    assert (found.state, found.name, found.document) == ("set", "допустимый", PROTOCOL.document)
    assert found.points == 100


def test_a_level_without_the_number_of_a_protocol_is_not_taken():
    found = judge((*SCALE, SAID), DAY, "МНЦ", of((0, 6), (0, 1)))
    assert (found.state, found.name, found.unproved) == ("derived", "критический", "оптимальный")


def test_steps_may_be_in_per_cent_of_all_points():
    rows = (own("Шкала уровня МТКП", "тьюторы", 4, "вес"), own("Шкала уровня МТКП", "высокий", 75, "%, от"),
            own("Шкала уровня МТКП", "низкий", 0, "%, от"))
    assert [judge(rows, DAY, "МТКП", {"тьюторы": Value(Fraction(k, 4), "")}).name for k in (2, 3)] == [
        "низкий", "высокий"]
    assert [(rung.name, rung.since) for rung in judge(rows, DAY, "МТКП", {}).ladder] == [("низкий", 0), ("высокий", 3)]


def test_whose_levels_there_are():
    assert (named((*SCALE, PROTOCOL), DAY), named(SHIPPED, DAY), indicators(SCALE, DAY, "МНЦ")) == (
        ("МНЦ",), (), ("наставники", "курсы"))
