"""Roadmaps whose months are columns with marks: the marked months are the deadline."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.loaders.check import check
from shnor.loaders.words.span_heads import head_months
from shnor.periods import MONTHS, last_day
from tests.loaders.made import NOBODY, checked, grid, records, said

CASES = Path(__file__).parent / "data" / "cases"
SHORT = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
TITLE = ("Дорожная карта на 2026 год",)
EMPTY = (None,) * 12


@pytest.mark.parametrize("name", ["h1_x30_gantt_plus.xlsx", "h1_x34_gantt_two_level.xlsx"])
def test_marked_months_are_the_deadline(name):
    result = check(name, (CASES / name).read_bytes(), NOBODY)
    assert (said(result), result.batches[0].rows) == ([], 16)
    rows = {(number, milestone): (text, end) for number, milestone, text, end in
            records(result, "number", "milestone", "deadline", "deadline_end")}
    assert rows["1.1", 1] == ("январь–февраль 2026", date(2026, 2, 28))
    assert rows["4.1", 1] == ("ноябрь–декабрь 2026", date(2026, 12, 31))
    assert [rows["4.3", 1][1], rows["4.3", 2][1]] == [date(2026, 1, 31), date(2026, 12, 31)]  # a gap divides
    assert {plan for plan, in records(result, "plan")} == {
        "План-график («дорожная карта») поддержки школ с низкими образовательными результатами на 2026 год"}


def plan(*rows, head=(("№", "Мероприятие", *SHORT, "Всего"),), title=TITLE, merged=(), answers=None):
    return checked(grid(title, *head, *rows, merged=merged), known=NOBODY, answers=answers)


def marks(*numbers, sign="+"):
    return tuple(sign if number in numbers else None for number in range(1, 13))


@pytest.mark.parametrize("sign", ["+", "х", "X", "V", "✓", "●", "да", 1, "завуч", "*"])
def test_any_sign_marks_a_month(sign):
    result = plan(("1.1", "Семинар", *marks(3, 4, sign=sign), 2), ("1.2", "Совет", *marks(12), 1))
    assert (said(result), records(result, "deadline")) == ([], [("март–апрель 2026",), ("декабрь 2026",)])


@pytest.mark.parametrize("no", ["-", "–", "нет", 0])
def test_a_dash_or_a_zero_marks_nothing(no):
    result = plan(("1.1", "Семинар", *("+" if place == 4 else no for place in range(12))))
    assert (said(result), records(result, "deadline")) == ([], [("май 2026",)])


@pytest.mark.parametrize("head", [
    pytest.param((("№", "Мероприятие", *MONTHS),), id="full"),
    pytest.param((("№", "Мероприятие", *(f"{name}. 2026 г." for name in SHORT)),), id="with-the-year"),
    pytest.param((("№", "Мероприятие", *(date(2026, number, 1) for number in range(1, 13))),), id="dates"),
    pytest.param((("№", "Мероприятие", "2026 год", *[None] * 11), (None, None, *(f"{n:02}" for n in range(1, 13)))),
                 id="numbers-under-a-year"),
    pytest.param((("№", "Мероприятие", "Месяцы", *[None] * 11), (None, None, *ROMAN)), id="roman"),
    pytest.param((("№", "Мероприятие", "2026 год", *[None] * 11),
                  (None, None, "I кв", None, None, "II кв", None, None, "III кв", None, None, "IV кв", None, None),
                  (None, None, *SHORT)), id="year-quarter-month"),
    pytest.param((("№", "Мероприятие", *SHORT), tuple(range(1, 15))), id="column-numbers")])
def test_heads_of_months(head):
    result = plan(("1.1", "Семинар", *marks(3)), ("1.2", "Совет", *marks(1, 11)), head=head)
    assert said(result) == []
    assert records(result, "number", "deadline_start", "deadline_end") == [
        ("1.1", date(2026, 3, 1), date(2026, 3, 31)), ("1.2", date(2026, 1, 1), date(2026, 1, 31)),
        ("1.2", date(2026, 11, 1), date(2026, 11, 30))]


def test_quarters_and_two_years_as_columns():
    quarters = plan(("1", "Семинар", None, "+", "+", None), head=(("№", "Мероприятие", "1 кв.", "2 кв.", "3 кв.",
                                                                   "4 кв."),))
    years = plan(("1", "Семинар", *marks(12), *marks(1)), head=(
        ("№", "Мероприятие", "2026", *[None] * 11, "2027", *[None] * 11), (None, None, *SHORT, *SHORT)),
        title=("Дорожная карта на 2026-2027 годы",))
    assert records(quarters, "deadline") == [("апрель–сентябрь 2026",)]
    assert (said(years), records(years, "deadline")) == ([], [("декабрь 2026 – январь 2027",)])


def test_a_bar_merged_over_months_marks_them_all():
    result = plan(("1", "Семинар", *marks(2)), merged=((2, 3, 2, 5),))
    assert records(result, "deadline") == [("февраль–апрель 2026",)]


def test_a_column_of_deadlines_beside_the_months_says_more():
    head = (("№", "Мероприятие", "Срок", "I квартал", "II квартал", "III квартал", "IV квартал"),)
    result = plan(("1", "Семинар", "май 2026", None, 2, None, None), ("2", "Совет", None, None, None, None, "+"),
                  head=head)
    assert said(result) == []
    assert records(result, "deadline", "cell") == [("май 2026", "C3"), ("октябрь–декабрь 2026", "G4")]


SCHOOL_YEAR = (("№", "Мероприятие", "сен", "окт", "ноя", "дек", "янв", "фев", "мар", "апр", "май"),)


def test_months_of_a_school_year_run_over_the_new_year():
    row = ("1", "Семинар", None, None, None, "+", "+", None, None, None, None)
    told = plan(row, head=SCHOOL_YEAR, title=("Дорожная карта на 2026-2027 учебный год",))
    asked = plan(row, head=SCHOOL_YEAR)
    other = plan(row, head=SCHOOL_YEAR, answers={("Лист1", "год столбцов с месяцами"): "2025"})
    assert (said(told), records(told, "deadline")) == ([], [("декабрь 2026 – январь 2027",)])
    assert [(issue.code, [choice.label for choice in issue.choices]) for issue in asked.issues] == [
        ("months-year", ["2026/27", "2025/26"])]
    assert records(other, "deadline") == [("декабрь 2025 – январь 2026",)]


def test_what_the_marks_do_not_tell_is_said():
    coloured = plan(("1", "Семинар", *EMPTY), ("2", "Совет", *EMPTY))
    partly = plan(("1", "Семинар", *marks(5)), ("2", "Совет", *EMPTY))
    number = plan(("1", "Семинар", *marks(5, sign="до 15")))
    nameless = plan(("1", "Семинар", *marks(5)), title=("Дорожная карта",))
    assert ([issue.code for issue in coloured.issues], coloured.acceptable) == (["months-coloured"], False)
    assert "сроки показаны цветом" in coloured.issues[0].message
    assert (said(partly), records(partly, "deadline_end")) == ([("C4", "month-unmarked")],
                                                               [(date(2026, 5, 31),), (None,)])
    assert (said(number), records(number, "deadline")) == ([("G3", "month-mark-doubt")], [("май 2026",)])
    assert "months-without-year" in {issue.code for issue in nameless.issues}
    answered = plan(("1", "Семинар", *marks(5)), title=("Дорожная карта",),
                    answers={("Лист1", "год столбцов с месяцами"): "2026"})
    assert (said(answered), records(answered, "deadline")) == ([], [("май 2026",)])


@settings(deadline=None, max_examples=40)
@given(st.sets(st.integers(1, 12), min_size=1))
def test_deadlines_cover_just_the_marked_months(numbers):
    result = plan(("1", "Семинар", *marks(*numbers)))
    covered = {month for start, end in records(result, "deadline_start", "deadline_end")
               for month in range(start.month, end.month + 1)}
    assert covered == numbers
    assert all(end == last_day(2026, end.month) for end, in records(result, "deadline_end"))


@given(st.integers(1, 12), st.sampled_from(["{} ", "{} 2026", "срок / {}", "2026 / 1 кв / {}"]))
def test_every_name_of_a_month_is_read(number, shape):
    for name in (MONTHS[number - 1], SHORT[number - 1]):
        head = head_months(shape.format(name).strip())
        assert head
        assert (head.first, head.last) == (number, number)


@pytest.mark.parametrize("states", [("выполнено", "выполнено", None), ("проведено", None, "не выполнено"),
                                    ("выполнено", "+", None)])
def test_a_report_month_by_month_is_no_plan(states):
    head = ("№", "Мероприятие", "сентябрь", "октябрь", "ноябрь")
    result = plan(("1.1", "Приказ", *states), ("1.2", "Семинар", None, "выполняется", None), head=(head,))
    assert ("C3", "months-states") in said(result)


def test_one_done_month_among_marks_leaves_the_plan():
    result = plan(("1.1", "Приказ", *marks(1, 2, 3)), ("1.2", "Семинар", "выполнено", *[None] * 11))
    assert (said(result), records(result, "number", "deadline")) == ([], [
        ("1.1", "январь–март 2026"), ("1.2", "январь 2026")])
