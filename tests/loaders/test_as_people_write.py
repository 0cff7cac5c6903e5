"""Files as people really make them: what stands above the table, sections without merges, a form that lost its code."""

from datetime import date

import pytest

from shnor.loaders.types import KEEP, Known
from tests.loaders.made import KNOWN, NOBODY, PLAN, SCHOOLS, checked, grid, records, said

MARKS = ("№", "Состояние", "Дата")
GOOD = ("1.1", "выполнено", "18.11.2026")
SHARED = "Общая дорожная карта на 2026 год"
BOTH = Known(KNOWN.today, SCHOOLS, {**KNOWN.plans, SHARED: ("", KNOWN.plans[PLAN][1])})


@pytest.mark.parametrize(("above", "sheet"), [
    pytest.param([("Отчёт МБОУ ООШ № 5",), ("за ноябрь 2026 г.",)], "Лист1", id="title"),
    pytest.param([("Школа: МБОУ ООШ № 5. Отчёт за ноябрь 2026 года",)], "Лист1", id="one-line"),
    pytest.param([("Школа", "МБОУ ООШ № 5"), ("Отчётный месяц", "11.2026")], "Лист1", id="labels"),
    pytest.param([("МБОУ ООШ № 5",), ("приказ от 12 мая 2026 г. № 7",)], "Ноябрь 2026", id="sheet"),
])
def test_month_and_school_from_above(above, sheet):
    result = checked(grid(*above, MARKS, GOOD, sheet=sheet), known=BOTH)
    assert said(result) == []
    assert records(result, "school_id", "month", "plan") == [("Ш05", date(2026, 11, 1), PLAN)]


@pytest.mark.parametrize("title", [
    pytest.param("Отчёт за январь–ноябрь 2026 г.", id="span"), pytest.param("на 18 ноября 2026 г.", id="day"),
    pytest.param("Отчёт за ноябрь", id="no-year"), pytest.param("октябрь 2026, ноябрь 2026", id="two")])
def test_a_month_that_is_not_clear_is_asked_once(title):
    table = grid(("МБОУ ООШ № 5",), (title,), MARKS, GOOD, ("1.2", "выполняется"))
    assert said(checked(table)) == [("D2", "report-month")]
    answered = checked(table, answers={("Лист1", "D2"): "ноябрь 2026"})
    assert (said(answered), answered.period) == ([], "2026-11")


def test_a_list_without_a_school_is_not_taken_for_the_shared_roadmap():
    table = grid(("ноябрь 2026",), MARKS, GOOD)
    assert said(checked(table, known=BOTH)) == [("E1", "whose-report")]
    own = checked(table, known=BOTH, answers={("Лист1", "E1"): "МБОУ ООШ № 5"})
    shared = checked(table, known=BOTH, answers={("Лист1", "E1"): "Отчёт по общей дорожной карте"})
    assert (said(own), records(own, "plan")) == ([], [(PLAN,)])
    assert (said(shared), records(shared, "plan")) == ([], [(SHARED,)])


COLUMNS = ("Школа", "Месяц", "№", "Состояние")


def test_a_blank_school_under_a_school_is_asked_and_a_merged_one_is_taken():
    rows = COLUMNS, ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполняется"), (None, "ноябрь 2026", "1.2", "выполняется")
    blank = checked(grid(*rows), known=BOTH)
    assert (said(blank), blank.acceptable) == ([("A3", "school-blank")], False)
    kept = checked(grid(*rows), known=BOTH, answers={("Лист1", "A3"): KEEP})
    assert records(kept, "school_id") == [("Ш05",), (None,)]
    merged = checked(grid(*rows, merged=((1, 0, 2, 0),)), known=BOTH)
    assert (said(merged), records(merged, "school_id")) == ([], [("Ш05",), ("Ш05",)])


def test_the_roadmap_of_another_school():
    rows = (*COLUMNS, "Дорожная карта"), ("МБОУ СОШ № 2", "ноябрь 2026", "1.1", "выполняется", PLAN)
    assert said(checked(grid(*rows))) == [("E2", "plan-of-another")]


YEARS = ("№ п/п", "Мероприятие", "2020", "2021", "2022")
TITLE = ("План мероприятий на 2020-2022 годы",)


def plan(*rows: tuple, header: tuple = (YEARS,)):
    return checked(grid(TITLE, *header, *rows), known=NOBODY)


@pytest.mark.parametrize("number", ["1.", "1", "I", "II."])
def test_a_section_with_its_number_in_a_cell_of_its_own(number):
    result = plan((number, "Отбор школ"), ("1.1", "Первое", 1, 1, 1), ("1.2", "Второе", 1, 1, 1))
    assert (said(result), result.batches[0].rows) == ([], 2)
    assert set(records(result, "direction")) == {("Отбор школ",)}


@pytest.mark.parametrize("header", [
    pytest.param((("№", "Мероприятие", "Срок реализации, годы"), (None, None, "по годам"),
                  (None, None, "2020 г.", "2021 г.", "2022 г.")), id="three-rows"),
    pytest.param((("№", "Мероприятие", "план 2020", "план 2021", "план 2022"),), id="plan-of-a-year"),
    pytest.param((YEARS, (1, 2, 5, 4, 3)), id="column-numbers-moved"),
])
def test_other_headers_of_years(header):
    result = plan(("1.1", "Первое", 1, 2, 3), header=header)
    assert said(result) == []
    assert records(result, "number", "period", "planned_value") == [
        ("1.1", "2020", 1.0), ("1.1", "2021", 2.0), ("1.1", "2022", 3.0)]


def test_a_year_twice_is_refused():
    result = plan(("1", "Первое", 1, 2, 3), header=(("№", "Мероприятие", "2020", "2021", "2020"),))
    assert (said(result), result.batches) == ([("E2", "two-columns")], ())


def test_another_table_below_is_cut_off_with_a_word():
    result = plan(("1", "Первое", 1, 2, 3), ("2", "Второе", 1, 2, 3), (None,), ("Школы",),
                  ("Школа", "Продукт", "Цена"), ("МБОУ СОШ № 1", "хлеб", 1))
    assert said(result) == [("A6", "other-table")]
    assert result.batches[0].rows == 2


@pytest.mark.parametrize("written", ["2.4.", "п. 2.4", "п.2.4", "пункт 2.4", "№ 2.4", "2.4)"])
def test_numbers_of_activities(written):
    result = checked(grid(COLUMNS, ("МБОУ ООШ № 5", "ноябрь 2026", written, "выполняется")))
    assert (said(result), records(result, "number")) == ([], [("2.4",)])


@pytest.mark.parametrize(("written", "day"), [
    pytest.param("18.11", "18.11.2026", id="digits"), pytest.param("18 ноября", "18.11.2026", id="words"),
    pytest.param("18.12", "18.12.2025", id="not-yet")])
def test_a_day_without_a_year_is_offered_with_one(written, day):
    """Of another month than that of the report, which would tell the year."""
    rows = (*COLUMNS, "Дата"), ("МБОУ ООШ № 5", "октябрь 2026", "1.1", "выполнено", written)
    (issue,) = checked(grid(*rows)).issues
    assert (issue.code, [choice.value for choice in issue.choices]) == ("not-a-date", [day])


def test_a_list_of_schools_without_dates_is_not_a_report():
    result = checked(grid(("№", "Школа", "Статус"), (1, "МБОУ ООШ № 5", "ШНОР"), (2, "МБОУ СОШ № 2", "ШНОР")))
    assert [issue.code for issue in result.issues] == ["missing-column"]
    assert "«С даты»" in result.issues[0].message


@pytest.mark.parametrize(("written", "code"), [
    pytest.param("МБОУ СОШ № 2, 5, 11", "several-schools", id="several"),
    pytest.param("МБОУ СОШ № 2 г. Приозёрный", "school-unclear", id="with-a-town"),
    pytest.param("МАОУ СОШ № 2", "school-unclear", id="another-form"),
])
def test_schools_of_a_list(written, code):
    result = checked(grid(("Школа", "Статус", "С даты"), (written, "ШНОР", "01.01.2026")))
    assert said(result) == [("A2", code)]


def test_a_sheet_copied_beside_itself():
    rows = COLUMNS, ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполняется")
    result = checked(grid(*rows), grid(*rows, sheet="Копия"))
    assert (said(result), result.acceptable) == ([("D2", "repeated-key")], False)
    assert "D2, лист «Лист1»" in result.issues[0].message


def test_a_narrower_table_behind_a_roadmap():
    first = grid(TITLE, ("2020", "Мероприятие", "№"), (1, "Первое", "1"), (2, "Второе", "2"))
    assert checked(first, grid((1, 2), (3, 4), sheet="Лист2"), known=NOBODY).batches[0].rows == 2


@pytest.mark.parametrize("dash", ["-", "–", "—", "х"])
def test_a_dash_in_a_year_is_no_number_and_no_fault(dash):
    result = plan(("1", "Первое", dash, 1, 1))
    assert (said(result), records(result, "planned_value")) == ([], [(None,), (1.0,), (1.0,)])


def test_rows_nothing_is_said_of_are_no_marks():
    head = ("МБОУ ООШ № 5, ноябрь 2026",), MARKS
    result = checked(grid(*head, GOOD, ("1.2", None, None), ("1.10", "-", "—")))
    assert (said(result), records(result, "number")) == ([("B5", "status-dash")], [("1.1",)])
    assert said(checked(grid(*head, ("1.2", None, "18.11.2026")))) == [("B3", "required")]
    assert said(checked(grid(*head, ("1.2", None, None), ("1.1", None, None)))) == [("", "nothing-marked")]
