"""Each case is a few rows of counted answers; the expected numbers are counted by eye."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.datasets import SURVEYS
from shnor.metrics import METRICS, compute
from shnor.metrics.change import of_counts
from tests.metrics.conftest import table

DAY = date(2026, 11, 27)
ROW = {"survey": "Помощь", "wave": "2026-11", "school_id": "Ш05", "audience": "teachers", "question": "Адресная?",
       "option": "да", "positive": "yes", "known_on": date(2026, 11, 23)}
BY = ("survey", "wave", "audience", "question")


def answers(yes, no, base=None, **differs):
    """Both options of a question with one choice."""
    base = yes + no if base is None else base
    return [{"answers": yes, "base": base, **differs},
            {"answers": no, "base": base, "option": "нет", "positive": "no", **differs}]


def stated(percent, **differs):
    return {"percent": percent, "hundredths": round(percent * 100), **differs}


@pytest.fixture
def told(engine):
    def figures(metric, rows, by=()):
        return compute(metric, {"surveys": engine("surveys", table(SURVEYS, list(rows), ROW))}, by=by,
                       as_of=DAY).to_pylist()
    return figures


@pytest.mark.parametrize(("rows", "share"), [
    pytest.param(answers(9, 2), (9, 11), id="base-once-over-two-options"),
    pytest.param([*answers(9, 2), *answers(54, 9, school_id="Ш03")], (63, 74), id="two-schools-are-summed"),
    pytest.param([*answers(9, 2), *answers(3, 1, audience="managers")], (12, 15), id="two-groups-are-summed"),
    pytest.param([*answers(8, 0), {"answers": 1, "base": 11, "option": "скорее да"}, *answers(0, 2, 11)[1:]],
                 (9, 11), id="two-positive-options-one-base"),
    pytest.param(answers(0, 11)[1:], (0, 0), id="no-positive-option-is-known"),
    pytest.param([*answers(0, 5)[1:], *answers(4, 1, school_id="Ш07")], (4, 10), id="nobody-chose-it-here"),
    pytest.param(answers(9, 2, several="yes"), (0, 0), id="several-could-be-chosen"),
    pytest.param(answers(9, 8, 11), (0, 0), id="more-answers-than-people-are-several"),
    pytest.param([stated(94), *answers(9, 2, school_id="Ш03")], (9, 11), id="a-percentage-adds-nothing"),
    pytest.param([stated(94), {"answers": 1, "base": 20, "option": "нет", "positive": "no"}], (0, 0),
                 id="half-a-question-is-no-share"),
    pytest.param(answers(9, 2, known_on=date(2026, 11, 30)), (0, 0), id="answers-still-come"),
    pytest.param(answers(9, 2, known_on=DAY), (9, 11), id="the-last-answer-came-today"),
    pytest.param([{"answers": 9}], (0, 0), id="answers-without-a-base"),
])
def test_the_share_of_positive_answers(told, rows, share):
    [figure] = told("survey_share", rows)
    assert (figure["numerator"], figure["denominator"]) == share


@pytest.mark.parametrize(("rows", "status", "value"), [
    pytest.param(answers(9, 2), "ok", 9 / 11, id="eleven-answered"),
    pytest.param(answers(7, 2), "small", 7 / 9, id="fewer-than-ten"),
    pytest.param([stated(94)], "no_n", 0.94, id="one-percentage"),
    pytest.param([stated(49), stated(22, option="скорее да"), stated(20, option="нет", positive="no")], "no_n", 0.71,
                 id="positive-percentages-of-one-question"),
    pytest.param([stated(94), stated(92, school_id="Ш07")], "no_n", None, id="two-percentages-are-not-averaged"),
    pytest.param([stated(94, base=50)], "no_data", None, id="a-percentage-of-a-known-base-is-not-without-it"),
    pytest.param([], "no_data", None, id="nothing"),
])
def test_what_may_be_said_of_it(told, rows, status, value):
    [figure] = told("survey_share", rows)
    assert (figure["status"], figure["value"]) == (status, pytest.approx(value))


def test_the_spread_of_a_share(told):
    """16 of 17 from the table of intervals of the field: 73,0…99,0 %."""
    [figure] = told("survey_share", answers(16, 1))
    assert (figure["low"], figure["high"]) == (pytest.approx(0.730, abs=5e-4), pytest.approx(0.990, abs=5e-4))


def test_several_options_have_the_same_base_and_sum_above_one(told):
    rows = [{"answers": count, "base": 74, "option": option, "several": "yes", "positive": None}
            for option, count in (("Курсы", 33), ("Семинары", 41), ("Выезды", 20))]
    figures = told("survey_option_share", rows, by=(*BY, "option"))
    assert [(f["option"], f["numerator"], f["denominator"]) for f in figures] == [
        ("Выезды", 20, 74), ("Курсы", 33, 74), ("Семинары", 41, 74)]


@pytest.mark.parametrize(("rows", "response", "unknown"), [
    pytest.param(answers(9, 2, invited=13), (11, 13), 0, id="eleven-of-thirteen"),
    pytest.param([*answers(9, 2, invited=13), *answers(5, 1, invited=13, question="Вовремя?")], (11, 13), 0,
                 id="the-question-most-answered"),
    pytest.param([*answers(9, 2, invited=13), *answers(52, 11, school_id="Ш03", invited=105)], (74, 118), 0,
                 id="two-schools"),
    pytest.param([*answers(9, 2, invited=13), *answers(52, 11, school_id="Ш03")], (11, 13), 1,
                 id="where-it-is-not-told-it-is-unknown"),
    pytest.param(answers(9, 2), (0, 0), 1, id="nowhere-told"),
    pytest.param([stated(94, invited=20)], (0, 0), 0, id="a-percentage-tells-no-people"),
])
def test_how_many_answered_of_those_asked(told, rows, response, unknown):
    [figure] = told("survey_response", rows)
    assert (figure["numerator"], figure["denominator"], figure["is_uninvited"]) == (*response, unknown)


def test_spring_and_autumn_are_not_yet_a_conclusion(told):
    spring = answers(58, 21, wave="2026-04", day=date(2026, 4, 1))
    first, second = told("survey_share", [*spring, *answers(63, 11)], by=("wave",))
    change = of_counts(first["numerator"], first["denominator"], second["numerator"], second["denominator"])
    assert (round(change.low * 100, 1), round(change.high * 100, 1), change.verdict) == (-1.3, 24.1, "open")


counts = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["Ш02", "Ш05", "Ш07"]),
                            st.sampled_from(["Адресная?", "Вовремя?"])), max_size=12, unique_by=lambda row: row[2:])


@settings(deadline=None, max_examples=40)
@given(counts)
def test_sums_agree_with_counting_by_hand(counts):
    rows = [row for yes, no, school, question in counts
            for row in answers(yes, no, school_id=school, question=question)]
    [figure] = compute("survey_share", {"surveys": table(SURVEYS, rows, ROW)}, as_of=DAY).to_pylist()
    assert figure["numerator"] == sum(row[0] for row in counts)
    assert figure["denominator"] == sum(row[0] + row[1] for row in counts)


def test_a_share_never_mixes_surveys_waves_groups_or_questions():
    assert {METRICS[name].by[:3] for name in ("survey_share", "survey_option_share", "survey_response")} == {BY[:3]}
