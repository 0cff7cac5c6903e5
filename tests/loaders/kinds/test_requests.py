"""Questions of schools."""

from dataclasses import replace
from datetime import date

import pytest

from tests.loaders.made import KNOWN, TODAY, checked, grid, records, said

HEAD = ("Школа", "Месяц", "№", "Что нужно")


def test_numbers_are_by_order_where_empty():
    rows = [("МБОУ ООШ № 5", "ноябрь 2026", None, "тьютор"), ("МБОУ ООШ № 5", "ноябрь 2026", 1, "рабочие тетради"),
            ("МБОУ СОШ № 2", "ноябрь 2026", None, "семинар"), ("МБОУ ООШ № 5", "декабрь 2026", None, "выезд")]
    assert records(checked(grid(HEAD, *rows)), "school_id", "number") == [
        ("Ш05", 2), ("Ш05", 1), ("Ш02", 1), ("Ш05", 1)]


@pytest.mark.parametrize(("code", "school"), [
    pytest.param("Форма М-4 · 2026-11 · Ш05 · 7F3A", "МБОУ ООШ № 5", id="form-and-head"),
    pytest.param("Форма М-4 · 2026-11 · Ш05 · 7F3A", None, id="the-code-alone"),
])
def test_school_and_month_stand_above(code, school):
    form = grid(("Вопрос центру", None, None, code), ("Школа", school), ("Месяц", "ноябрь 2026"),
                ("Что нужно", "К какому сроку", "Кому"), ("тьютор по физике", "до 15.12.2026", "тьюторам"))
    result = checked(form)
    assert said(result) == []
    assert records(result, "school_id", "month", "number", "need", "wanted_by") == [
        ("Ш05", date(2026, 11, 1), 1, "тьютор по физике", "до 15.12.2026")]


def test_a_doubtful_school_must_be_settled():
    form = grid(("Вопрос центру", None, None, "Форма М-4 · 2026-11 · Ш99 · 7F3A"), ("Школа", "МАОУ ООШ № 5"),
                ("Месяц", "ноябрь 2026"), ("Что нужно", "К какому сроку", "Кому"), ("тьютор", None, None))
    result = checked(form)
    assert [(issue.code, issue.severity) for issue in result.issues if issue.cell == "B2"] == [
        ("school-unclear", "error")]


@pytest.mark.parametrize("below", [
    pytest.param((), id="last-row"), pytest.param((("М.П.",),), id="above-a-stamp"),
    pytest.param((("Директор", "подпись"),), id="above-a-signature"),
])
def test_a_question_alone_in_its_row_is_a_question(below):
    form = grid(("Вопрос центру", None, None, "Форма М-4 · 2026-11 · Ш05 · 7F3A"), ("Школа", "МБОУ ООШ № 5"),
                ("Месяц", "ноябрь 2026"), ("Что нужно", "К какому сроку", "Кому"), ("тьютор по физике",), *below)
    assert records(checked(form), "need") == [("тьютор по физике",)]


@pytest.mark.parametrize("text", ["нет", "Нет.", "Вопросов нет", "-", "помощь не требуется"])
def test_no_question_is_not_counted_as_one(text):
    five, two = ("МБОУ ООШ № 5", "ноябрь 2026", None, text), ("МБОУ СОШ № 2", "ноябрь 2026", None, "семинар")
    both, alone = checked(grid(HEAD, five, two)), checked(grid(HEAD, five))
    assert (said(both), records(both, "school_id", "need")) == ([], [("Ш02", "семинар")])
    assert (said(alone), alone.batches) == ([("", "no-questions")], ())


@pytest.mark.parametrize(("row", "day"), [
    pytest.param(("октябрь 2026", "19.10.2026", None, None), date(2026, 10, 19), id="as-the-file-says"),
    pytest.param(("октябрь 2026", None, None, None), date(2026, 10, 31), id="the-last-day-of-its-month"),
    pytest.param(("октябрь 2026", None, "проведён", "20.10.2026"), date(2026, 10, 20), id="answered-before"),
    pytest.param(("октябрь 2026", None, "проведён", "05.11.2026"), date(2026, 10, 31), id="answered-afterwards"),
    pytest.param(("ноябрь 2026", None, None, None), TODAY, id="read-before-it-was-over"),
])
def test_from_which_day_a_question_counts(row, day):
    month, asked, answer, told = row
    head = ("Школа", "Месяц", "Дата вопроса", "Что нужно", "Ответ", "Дата ответа")
    result = checked(grid(head, ("МБОУ ООШ № 5", month, asked, "тьютор", answer, told)))
    assert (said(result), records(result, "known_on")) == ([], [(day,)])


def test_a_question_of_the_base_keeps_the_day_it_has():
    known = replace(KNOWN, asked={("Ш05", date(2026, 11, 1), 1): date(2026, 11, 23)})
    result = checked(grid(HEAD, ("МБОУ ООШ № 5", "ноябрь 2026", 1, "тьютор")), known=known)
    assert records(result, "known_on") == [(date(2026, 11, 23),)]


@pytest.mark.parametrize(("rows", "code"), [
    pytest.param([("11.11.2026", None, None, "тьюторам")], "row-unsaid", id="day-and-addressee"),
    pytest.param([(None, None, None, "тьюторам")], "row-unsaid", id="addressee"),
    pytest.param([(None, "-", "до 15.12.2026", None)], "row-unsaid", id="a-dash-beside-a-term"),
    pytest.param([("11.11.2026", None, None, None), (None, "семинар", None, None)], "required", id="above-another"),
    pytest.param([(None, "-", "-", None)], "", id="nothing-beside"),
])
def test_a_row_without_its_question_is_named(rows, code):
    head = ("Школа", "Месяц", "Дата вопроса", "Что нужно", "К какому сроку", "Кому")
    five = ("МБОУ ООШ № 5", "ноябрь 2026")
    result = checked(grid(head, (*five, "10.11.2026", "тьютор", None, None), *((*five, *row) for row in rows)))
    assert [issue.code for issue in result.issues] == ([code] if code else [])
    assert records(result, "need")[0] == ("тьютор",)


@pytest.mark.parametrize(("below", "codes"), [
    pytest.param((None, "до 15.12.2026", None), ["row-unsaid"], id="term"),
    pytest.param(("Директор", "подпись", None), [], id="signature")])
def test_a_row_of_our_form_without_its_question_is_named(below, codes):
    form = grid(("Вопрос центру", None, None, "Форма М-4 · 2026-11 · Ш05 · 7F3A"), ("Школа", "МБОУ ООШ № 5"),
                ("Месяц", "ноябрь 2026"), ("Что нужно", "К какому сроку", "Кому"), ("тьютор", None, None), below)
    assert [issue.code for issue in checked(form).issues] == codes
