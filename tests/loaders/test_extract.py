"""A list of marks on the roadmap, one fault at a time."""

from datetime import date, datetime

import pytest

from shnor.loaders.types import KEEP, Known
from tests.loaders.made import KNOWN, NOBODY, PLAN, PROGRESS, TODAY, checked, grid, records, reports, said

GOOD = ("1.1", "выполнено", "18.11.2026", 1, "справка № 7", None)


def test_a_good_row():
    result = reports(GOOD)
    assert said(result) == []
    assert records(result, "plan", "school_id", "month", "number", "period", "milestone", "status", "done_date",
                   "done_value", "document", "note", "reported_by", "row", "cell") == [
        (PLAN, "Ш05", date(2026, 11, 1), "1.1", "2026", 1, "done", date(2026, 11, 18), 1.0, "справка № 7", None,
         "school", 2, "D2")]
    assert (result.school, result.period, result.acceptable) == ("Ш05", "2026-11", True)


@pytest.mark.parametrize(("row", "issue", "choices"), [
    pytest.param(("1.1", "почти", None), ("D2", "unknown-choice"), None, id="unknown-choice"),
    pytest.param(("1.1", "выполненно", "18.11.2026"), ("D2", "unknown-choice"), ["выполнено"], id="near-choice"),
    pytest.param(("1.1", "выполнено", "18.11.2026", "много"), ("F2", "not-a-number"), [], id="text-in-number"),
    pytest.param(("1.1", "выполнено", "18.11.2026", "все"), ("F2", "not-a-number"), [], id="word-in-number"),
    pytest.param(("1.1", "выполнено", "18.11.2026", -1), ("F2", "constraint"), [], id="out-of-bounds"),
    pytest.param(("1.1", "выполнено", "31.11.2026"), ("E2", "not-a-date"), [], id="no-such-day"),
    pytest.param(("1.1", "выполнено", 46_344.0), ("E2", "not-a-date"), ["18.11.2026"], id="serial-number"),
    pytest.param(("1.1", "выполнено", "#ССЫЛКА!"), ("E2", "cell-error"), [], id="cell-error"),
    pytest.param(("1.3", "выполнено", "18.11.2026"), ("C2", "unknown-activity"), ["1.2", "1.1", "1.10"], id="activity"),
    pytest.param((None, "выполнено", "18.11.2026"), ("C2", "required"), [], id="required"),
    pytest.param(("-", "выполнено", "18.11.2026"), ("C2", "required"), [], id="a-dash-is-empty"),
    pytest.param(("первое", "выполнено", "18.11.2026"), ("C2", "unknown-activity"), None, id="no-numeral"),
    pytest.param(("1.1", "перенесено", None), ("E2", "moved-needs-date"), [], id="rule"),
])
def test_an_error_at_its_cell(row, issue, choices):
    result = reports(row)
    assert said(result) == [issue]
    assert not result.acceptable
    if choices is not None:
        assert [choice.value for choice in result.issues[0].choices] == choices


@pytest.mark.parametrize(("text", "choices"), [
    ("ноябрь", ["ноябрь 2026"]), ("за декабрь", ["декабрь 2025"]), ("зима", [])])
def test_a_month_without_its_year_is_offered_with_it(text, choices):
    result = checked(grid(PROGRESS, ("МБОУ ООШ № 5", text, "1.1", "выполняется")))
    assert (said(result), [choice.value for choice in result.issues[0].choices]) == ([("B2", "not-a-month")], choices)


@pytest.mark.parametrize(("row", "issue", "choices"), [
    pytest.param(("1.1", "выполнено", "18.11.2026", "72 часа"), ("F2", "number-doubt"), ["72"], id="text-in-number"),
    pytest.param(("1.1", "выполнено", "18.11.2026", "2-3"), ("F2", "number-doubt"), ["2", "3"], id="range-in-number"),
    pytest.param(("1.1", "выполнено", "18.11.2062"), ("E2", "odd-date"), ["18.11.2026", "18.11.2025", KEEP],
                 id="odd-year"),
    pytest.param(("1.1", "выполнено", "18.12.2026"), ("E2", "future-date"), [KEEP], id="future"),
    pytest.param((datetime(2026, 10, 1), "выполнено", "18.11.2026"), ("C2", "mangled-number"), ["1.10", "10.26"],
                 id="number-turned-into-date"),
])
def test_a_question_at_its_cell_is_not_asked_twice(row, issue, choices):
    result = reports(row)
    assert said(result) == [issue]
    assert [choice.value for choice in result.issues[0].choices] == choices
    assert result.acceptable
    assert said(reports(row, answers={("Лист1", issue[0]): KEEP})) == []
    answer = {"C2": "1.10", "F2": "2"}.get(issue[0], "18.11.2026")
    assert said(reports(row, answers={("Лист1", issue[0]): answer})) == []


def test_moved_to_a_future_day_is_not_asked():
    assert said(reports(("1.1", "перенесено", "18.12.2026"))) == []


@pytest.mark.parametrize("text", ["вып.", "Выполнено", "ВЫПОЛНЕН", " реализовано ", "в полном объеме"])
def test_spellings_of_a_choice(text):
    assert records(reports(("1.1", text, "18.11.2026")), "status") == [("done",)]


def test_ten_good_rows_and_two_bad():
    good = [(number, "выполняется") for number in ("1.1", "1.2", "1.10", "2.4")]
    months = [("МБОУ ООШ № 5", f"{month}.2026", *row) for month in (8, 9, 10) for row in good]
    rows = [*months[:10], ("МБОУ ООШ № 5", "11.2026", "1.1", "почти"), ("школа Луна", "11.2026", "1.2", "выполняется")]
    result = checked(grid(PROGRESS, *rows))
    assert said(result) == [("D12", "unknown-choice"), ("A13", "unknown-school")]
    assert (len(result.batches[0].table), result.acceptable) == (12, False)


def test_an_answer_stands_for_the_cell():
    result = reports(("1.1", "почти"), answers={("Лист1", "D2"): "выполняется"})
    assert (said(result), records(result, "status")) == ([], [("in_progress",)])
    assert result.grids[0].at(1, 3) == "почти"


def test_a_repeated_key_names_both_cells():
    result = reports(GOOD, ("1.2", "выполняется"), GOOD)
    assert said(result) == [("C4", "repeated-key")]
    assert "C2" in result.issues[0].message


def test_no_register_is_one_message():
    result = reports(GOOD, ("1.2", "выполняется"), known=Known(TODAY, (), KNOWN.plans))
    assert said(result) == [("A2", "no-register")]


def test_another_form_of_school_is_a_question():
    plans = {"План": ("Ш11", {"2026": frozenset({"1.1"})})}
    rows = grid(PROGRESS, ("МБОУ СОШ № 11", "ноябрь 2026", "1.1", "выполняется"))
    result = checked(rows, known=Known(TODAY, KNOWN.schools, plans), answers={("Лист1", ""): "План"})
    assert [(i.code, [c.value for c in i.choices]) for i in result.issues] == [("school-unclear", ["МАОУ СОШ № 11"])]


def test_a_doubtful_school_without_a_plan_must_be_settled():
    rows = grid(("Школа", "Статус", "С даты"), ("МБОУ СОШ № 11", "ШНОР", "01.01.2026"))
    asked, settled = checked(rows), checked(rows, answers={("Лист1", "A2"): "МАОУ СОШ № 11"})
    assert [(i.cell, i.code, i.severity) for i in asked.issues] == [("A2", "school-unclear", "error")]
    assert (said(settled), records(settled, "school_id")) == ([], [("Ш11",)])


def test_a_doubtful_school_of_a_known_plan_is_only_asked():
    rows = grid((*PROGRESS, "Дорожная карта"),
                ("МАОУ ООШ № 5", "11.2026", "1.1", "выполняется", None, None, None, None, PLAN))
    result = checked(rows)
    assert [(i.cell, i.code, i.severity) for i in result.issues] == [("A2", "school-unclear", "question")]
    assert (records(result, "school_id"), result.school) == ([("Ш05",)], "Ш05")


def test_a_missing_column_names_it_and_what_was_found():
    row = ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", None, None)
    result = checked(grid(("Школа", "Месяц", "№", "Дата", "Документ"), row))
    assert [issue.code for issue in result.issues] == ["missing-column"]
    assert "«Состояние»" in result.issues[0].message
    assert "«Документ»" in result.issues[0].message


def test_two_columns_for_one():
    result = checked(grid((*PROGRESS, "Статус"), ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполняется")))
    assert said(result) == [("I1", "two-columns")]


def test_rows_that_are_no_records():
    rows = [("1.1", "выполняется"), (None, None), ("1.2", "выполняется")]
    body = [("МБОУ ООШ № 5", "ноябрь 2026", *row) if row[0] else () for row in rows]
    result = checked(grid(PROGRESS, *body, ("Итого", None, 2), (), ("Директор школы _________",), ("М.П.",),
                          ("* по данным школы",)))
    assert (said(result), records(result, "number", "row")) == ([("A5", "totals-left")], [("1.1", 2), ("1.2", 4)])


def test_columns_in_any_order_under_title_rows():
    result = checked(grid(("Отчёт",), ("за ноябрь",), ("Статус", "N п/п", "За месяц", "ОО"),
                          ("выполняется", 1.1, "2026-11", "ООШ № 5")), answers={("Лист1", "D4"): "школа № 5"})
    assert (said(result), records(result, "number", "cell")) == ([], [("1.1", "A4")])


def test_no_plan_is_said():
    result = reports(GOOD, known=Known(TODAY, KNOWN.schools))
    assert said(result) == [("", "plan-unclear")]
    assert "сначала примите дорожную карту" in result.issues[0].message


def test_nothing_of_ours():
    result = checked(grid(("Блюдо", "Выход", "Калории"), ("Каша", 200, 180)), known=NOBODY)
    assert [issue.code for issue in result.issues] == ["unknown-table"]
    assert "«Блюдо»" in result.issues[0].message
    assert "«Дорожная карта»" in result.issues[0].message
    assert (result.batches, result.acceptable) == ((), False)


def test_register_and_statuses():
    header = ("Код школы", "Номер", "Краткое название", "Обучающихся")
    register = checked(grid(header, ("Ш05", 5, "МБОУ ООШ № 5", "86 чел.")), known=NOBODY)
    assert records(register, "school_id", "number", "name", "pupils") == [("Ш05", 5, "МБОУ ООШ № 5", 86)]
    lists = checked(grid(("Школа", "Статус", "С даты", "Основание"), ("ООШ-5", "ШНРО", "01.01.2026", None)),
                    answers={("Лист1", "A2"): "МБОУ ООШ № 5"})
    assert records(lists, "school_id", "status", "valid_from") == [("Ш05", "shnor", date(2026, 1, 1))]
