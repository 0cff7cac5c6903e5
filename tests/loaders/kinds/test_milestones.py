"""A report on an activity with several deadlines: «в марте и ноябре» are two of them."""

from dataclasses import replace
from datetime import date

import pytest

from shnor.loaders.kinds.milestones import ALL
from tests.loaders.made import KNOWN, PLAN, TODAY, checked, grid, records, said

MARCH, NOVEMBER = date(2026, 3, 31), date(2026, 11, 20)
SEVERAL = replace(KNOWN, deadlines={(PLAN, "2026", "1.1"): {1: MARCH, 2: NOVEMBER}})
HEADER = ("Школа", "Месяц", "№", "Состояние", "Документ")
FREE = ("Лист1", "F2")
"""Behind the table, in the row asked about."""


def told(*marks: tuple, answers=None, known=SEVERAL, header=HEADER):
    return checked(grid(header, *(("МБОУ ООШ № 5", *mark) for mark in marks)), known=known, answers=answers)


@pytest.mark.parametrize(("month", "status", "milestones", "issues"), [
    pytest.param("ноябрь 2026", "выполнено", [1, 2], [("F2", "which-deadline")], id="both-have-passed"),
    pytest.param("апрель 2026", "выполнено", [1], [("F2", "which-deadline")], id="one-has-passed"),
    pytest.param("февраль 2026", "выполняется", [1], [("F2", "which-deadline")], id="none-has-passed"),
    pytest.param("апрель 2026", "без изменений", [1, 2], [], id="unchanged-is-of-all"),
])
def test_a_row_goes_to_the_deadlines_passed_by_then_and_is_asked(month, status, milestones, issues):
    result = told((month, "1.1", status, "справка № 1"))
    assert [(cell, code) for cell, code in said(result) if code != "done-without-date"] == issues
    assert [milestone for milestone, in records(result, "milestone")] == milestones
    assert result.acceptable


@pytest.mark.parametrize(("second", "milestones"), [
    pytest.param(TODAY, [(1,), (2,)], id="today"), pytest.param(date(2026, 11, 28), [(1,)], id="tomorrow")])
def test_a_report_of_this_month_knows_the_days_up_to_today(second, milestones):
    known = replace(SEVERAL, deadlines={(PLAN, "2026", "1.1"): {1: MARCH, 2: second}})
    assert records(told(("ноябрь 2026", "1.1", "выполняется", None), known=known), "milestone") == milestones


@pytest.mark.parametrize(("answer", "milestones"), [
    pytest.param("2", [2], id="the-second"), pytest.param("1", [1], id="the-first"),
    pytest.param(ALL, [1, 2], id="all")])
def test_an_answer_settles_it(answer, milestones):
    result = told(("ноябрь 2026", "1.1", "выполняется", None), answers={FREE: answer})
    assert (said(result), [number for number, in records(result, "milestone")]) == ([], milestones)


def test_answers_of_several_rows_stay_where_they_were_given():
    several = replace(SEVERAL, deadlines=SEVERAL.deadlines | {(PLAN, "2026", "1.2"): {1: MARCH, 2: NOVEMBER}})
    result = told(("ноябрь 2026", "1.1", "выполняется", None), ("ноябрь 2026", "1.2", "выполняется", None),
                  answers={FREE: "2", ("Лист1", "F3"): "1"}, known=several)
    assert (said(result), records(result, "number", "milestone")) == ([], [("1.1", 2), ("1.2", 1)])


def test_an_answer_that_is_no_deadline_is_asked_again():
    assert said(told(("ноябрь 2026", "1.1", "выполняется", None), answers={FREE: "7"})) == [("F2", "which-deadline")]


def test_the_question_says_what_it_is_of_and_what_happens_without_an_answer():
    [issue] = told(("ноябрь 2026", "1.1", "выполняется", None)).issues
    assert issue.message == (
        "Лист «Лист1», строка 2: у мероприятия № 1.1 несколько сроков: до 31.03.2026 и до 20.11.2026, а о каком "
        "отметка, не сказано. Выберите срок. Без ответа она отнесена к тем, что прошли к дню отчёта, или к ближайшему: "
        "до 31.03.2026 и до 20.11.2026.")
    assert [(choice.label, choice.value) for choice in issue.choices] == [
        (ALL, ALL), ("1-й срок, до 31.03.2026", "1"), ("2-й срок, до 20.11.2026", "2")]


def test_a_row_that_names_its_deadline_is_not_asked():
    result = told(("ноябрь 2026", "1.1", 2, "выполняется"),
                  header=("Школа", "Месяц", "№", "Срок по порядку", "Состояние"))
    assert (said(result), records(result, "milestone")) == ([], [(2,)])


def test_an_activity_with_one_deadline_is_not_asked():
    result = told(("ноябрь 2026", "1.2", "выполняется", None))
    assert (said(result), records(result, "milestone")) == ([], [(1,)])


def test_the_day_of_a_report_may_stand_above_its_table():
    table = (("По состоянию на:", date(2026, 11, 24), None, None, None), HEADER,
             ("МБОУ ООШ № 5", "ноябрь 2026", "1.2", "выполняется", None))
    result = checked(grid(*table), known=SEVERAL)
    assert (said(result), records(result, "number", "stated_on")) == ([], [("1.2", date(2026, 11, 24))])
