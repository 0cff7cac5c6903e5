"""Lists of counted answers: what stands above them, percentages, numbers that must agree."""

from datetime import date

import pytest

from shnor.loaders.types import KEEP, Known, Question
from tests.loaders.made import SCHOOLS, TODAY, checked, grid, records, said

COUNTS = ("Вопрос", "Вариант ответа", "Выбрали", "Ответили на вопрос")
HEAD = ("Опрос", "Когда", "Школа", "Кто отвечал", *COUNTS, "Доля, %", "Положительный ответ")
FIVE = ("Помощь", "ноябрь 2026", "МБОУ ООШ № 5", "педагоги", "Адресная?")


def listed(*rows, answers=None):
    marked = ((*row, row[5]) for row in rows)  # «да» is positive, «нет» is not
    return checked(grid(HEAD, *marked), answers={("Лист1", cell): text for cell, text in (answers or {}).items()})


def test_a_list_is_read_as_it_stands():
    result = listed((*FIVE, "да", 9, 11, None), (*FIVE, "нет", 2, 11, None))
    assert (said(result), result.acceptable, result.period) == ([], True, "2026-11")
    assert records(result, "wave", "school_id", "audience", "option", "answers", "base") == [
        ("2026-11", "Ш05", "teachers", "да", 9, 11), ("2026-11", "Ш05", "teachers", "нет", 2, 11)]


def test_a_percentage_without_its_number_is_stored_as_it_came():
    result = listed((*FIVE, "да", None, None, "94 %"))
    assert records(result, "answers", "base", "percent") == [(None, None, 94.0)]
    assert (said(result), result.acceptable) == ([], True)


@pytest.mark.parametrize(("percent", "base", "offered"), [
    pytest.param(94, 50, ["47"], id="one-number-fits"),
    pytest.param(33, 300, ["98", "99", "100"], id="several-fit"),
    pytest.param(50, 3, [], id="none-fits"),
])
def test_how_many_chose_is_never_rebuilt_silently(percent, base, offered):
    result = listed((*FIVE, "да", None, base, percent))
    [issue] = result.issues
    assert (issue.code, issue.cell, [choice.value for choice in issue.choices]) == (
        "answers-from-percent", "G2", offered)
    assert records(result, "answers") == [(None,)]


def test_percents_kept_as_parts_of_one_are_asked():
    rows = (*FIVE, "да", None, None, 0.94), (*FIVE, "нет", None, None, 0.06)
    assert said(listed(*rows)) == [("I2", "percent-as-share")]
    assert records(listed(*rows, answers={"I2": KEEP}), "percent") == [(94.0,), (6.0,)]


@pytest.mark.parametrize(("above", "expected"), [
    pytest.param((("Опрос", "Помощь"), ("Когда", "ноябрь 2026"), ("Школа", "МБОУ ООШ № 5")),
                 [("Помощь", "2026-11", "Ш05")], id="all-above"),
    pytest.param((("Опрос", "Помощь"), ("Когда", "ноябрь 2026"), (None, None)), [("Помощь", "2026-11", "")],
                 id="no-school-is-no-school"),
])
def test_what_stands_above_the_table(above, expected):
    result = checked(grid(*above, (*COUNTS, "Положительный ответ"), ("Адресная?", "да", 9, 11, "да")))
    assert records(result, "survey", "wave", "school_id") == expected
    assert said(result) == []


def test_a_survey_without_a_name_is_asked_once():
    result = checked(grid(("Когда", "Вопрос", "Вариант ответа", "Выбрали"), ("ноябрь 2026", "Адресная?", "да", 9)))
    assert [code for _, code in said(result)] == ["survey-title", "form-positive"]
    assert not result.acceptable


@pytest.mark.parametrize(("row", "code"), [
    pytest.param((*FIVE, "нет", 2, 12, None), "bases-differ", id="another-base"),
    pytest.param((*FIVE, "нет", 12, 11, None), "more-answers-than-people", id="more-answers-than-people"),
    pytest.param((*FIVE, "нет", None, None, None), "no-answers-no-percent", id="nothing-said"),
    pytest.param((*FIVE, "нет", 2, 11, 120), "constraint", id="above-a-hundred"),
])
def test_numbers_that_do_not_agree(row, code):
    assert [issue[1] for issue in said(listed((*FIVE, "да", 9, 11, None), row))] == [code]


@pytest.mark.parametrize(("answer", "marks"), [
    pytest.param(None, [None, None], id="not-said"),
    pytest.param("да", ["yes", "no"], id="one"),
    pytest.param("положительных нет", ["no", "no"], id="none"),
    pytest.param("ага", [None, None], id="no-such-option"),
])
def test_which_answers_are_positive_is_asked_once_a_question(answer, marks):
    rows = ((*FIVE, "да", 9, 11), (*FIVE, "нет", 2, 11))
    result = checked(grid(HEAD[:-2], *rows), answers={("Лист1", "I2"): answer} if answer else None)
    assert [row[0] for row in records(result, "positive")] == marks
    assert said(result) == ([("I2", "form-positive")] if None in marks else [])


def test_what_was_said_of_a_question_before_is_not_asked_again():
    before = Known(TODAY, SCHOOLS, surveys={"Другой опрос": {"Адресная?": Question({"да": "yes", "нет": "no"})}})
    result = checked(grid(HEAD[:-2], (*FIVE, "да", 9, 11), (*FIVE, "нет", 2, 11)), known=before)
    assert (said(result), records(result, "positive")) == ([], [("yes",), ("no",)])


def test_a_share_among_signs_of_per_cent_is_asked_and_alone_made_a_percentage():
    rows = (*FIVE, "да", None, None, 0.84), (*FIVE, "нет", None, None, "16 %")
    assert said(listed(*rows)) == [("I2", "percent-as-share")]
    assert records(listed(*rows, answers={"I2": KEEP}), "percent", "hundredths") == [(84.0, 8400), (16.0, 1600)]


def test_a_hundred_per_cent_kept_as_one_is_asked():
    assert said(listed((*FIVE, "да", None, None, 1), (*FIVE, "нет", None, None, 0))) == [("I2", "percent-as-share")]


def test_a_school_written_once_over_its_rows_is_asked():
    below = ("Помощь", "ноябрь 2026", None, "педагоги", "Адресная?", "нет", 2, 11, None)
    assert said(listed((*FIVE, "да", 9, 11, None), below)) == [("C3", "school-blank")]
    told = listed((*FIVE, "да", 9, 11, None), below, answers={"C3": "МБОУ ООШ № 5"})
    assert (said(told), records(told, "school_id")) == ([], [("Ш05",), ("Ш05",)])


@pytest.mark.parametrize(("last", "day"), [
    pytest.param("20.11.2026", date(2026, 11, 20), id="as-the-file-says"),
    pytest.param(None, date(2026, 11, 30), id="the-last-day-of-the-wave"),
])
def test_from_which_day_answers_count(last, day):
    result = checked(grid((*HEAD, "Дата опроса"), (*FIVE, "да", 9, 11, None, "да", last)))
    assert (said(result), records(result, "known_on")) == ([], [(day,)])
