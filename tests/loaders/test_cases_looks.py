"""What Excel shows beside the values: percents, hidden and struck-out rows, errors, formulas nobody computed."""

from dataclasses import replace
from pathlib import Path

import pytest

from shnor.datasets import Grid, Looks
from shnor.loaders.check import check
from shnor.loaders.types import Answers, Checked, Known, School
from tests.loaders.made import PROGRESS, SCHOOLS, TODAY, checked, grid, records, said

CASES = Path(__file__).with_name("data") / "cases"
KNOWN = Known(TODAY, (*SCHOOLS, School("Ш09", "МБОУ ООШ № 9", 9)))
HIDDEN, STRUCK, LOST = "скрытые строки", "зачёркнутые строки", "формулы без значения"
TAKE, LEAVE = "взять", "не брать"
OF_ROADMAP = [("D18", "plan-against-years"), ("E23", "empty-year")]
"""What there is to ask of the roadmap of the cases called h1 when nothing is wrong with the file."""


def case(name: str, answers: Answers | None = None) -> Checked:
    return check(name, (CASES / name).read_bytes(), KNOWN, answers or {})


def message(result: Checked, code: str) -> str:
    return next(issue.message for issue in result.issues if issue.code == code)


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_a_number_format_says_that_one_is_a_hundred_percent(ending):
    result = case(f"e01_percent_format.{ending}")
    assert records(result, "school_id", "percent") == [("Ш05", 100.0), ("Ш09", 94.0)]
    assert "percent-as-share" not in [code for _, code in said(result)]


def test_fractions_without_a_format_are_asked_about_once_and_the_answer_counts():
    sheet = grid(("Свод показателей ШНОР",), ("Показатель", "2023/24", "2024/25"),
                 ("Доля педагогов с категорией, %", 0.41, 0.445), sheet="Муниципалитет")
    asked = checked(sheet)
    assert [(cell, code) for cell, code in said(asked) if code == "summary-fractions"] == [("A3", "summary-fractions")]
    yes = next(issue for issue in asked.issues if issue.code == "summary-fractions").choices[0].value
    assert records(checked(sheet, answers={("Муниципалитет", "A3"): yes}), "value") == [(41.0,), (44.5,)]


def test_a_formatted_summary_needs_no_question():
    result = case("e01b_svod_fractions.xlsx", {("Лист1", ""): "МБОУ ООШ № 5"})
    assert [value for (value,) in records(result, "value")][:3] == [41.0, 44.0, 100.0]
    assert "summary-fractions" not in [code for _, code in said(result)]


@pytest.mark.parametrize(("name", "sheet", "topic", "code", "rows", "left", "all_rows"), [
    pytest.param("e02_hidden_rows.xlsx", "Лист1", HIDDEN, "hidden-rows", "скрыта строка 3:", 2, 3, id="by-a-filter"),
    pytest.param("e35_struck_out.xlsx", "Лист1", STRUCK, "struck-rows", "зачёркнута строка 3:", 1, 2, id="struck"),
    pytest.param("h1_x17_hidden_rows.xlsx", "Дорожная карта", HIDDEN, "hidden-rows", "скрыты строки 7–9:", 13, 16,
                 id="roadmap-hidden"),
    pytest.param("h1_x20_struck_through_row.xlsx", "Дорожная карта", STRUCK, "struck-rows", "зачёркнута строка 8:",
                 15, 16, id="roadmap-struck"),
])
def test_hidden_and_struck_rows_are_named_and_taken_only_when_asked_for(name, sheet, topic, code, rows, left, all_rows):
    result = case(name)
    asked = next(issue for issue in result.issues if issue.code == code)
    assert (asked.severity, asked.key, [choice.value for choice in asked.choices]) == (
        "question", (sheet, topic), [LEAVE, TAKE])
    assert rows in asked.message
    assert (result.batches[0].rows, result.acceptable) == (left, True)
    taken = case(name, {(sheet, topic): TAKE})
    assert (taken.batches[0].rows, code in [found for _, found in said(taken)]) == (all_rows, False)
    refused = case(name, {(sheet, topic): LEAVE})
    assert (refused.batches[0].rows, code in [found for _, found in said(refused)]) == (left, False)


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_every_look_in_every_format(ending):
    """Row 3 is hidden, 4 struck out, 5 in one cell only, 6 holds an error, 7 is struck out word for word."""
    result = case(f"looks.{ending}", {("Курсы", "F6"): "7"} if ending == "xlsx" else None)
    assert records(result, "subject", "people") == [
        ("математика", 2), ("биология", 6), ("история", 7 if ending == "xlsx" else None)]
    assert "скрыта строка 3: «Опыты (скрыта)»" in message(result, "hidden-rows")
    assert "зачёркнуты строки 4, 7: «Реакции (зачёркнута)», «Карты (зачёркнута словами)»" in message(
        result, "struck-rows")
    assert "скрыт столбец E «Часов»" in message(result, "hidden-columns")
    if ending != "xlsx":  # openpyxl, which wrote that one, computes nothing
        assert ("F6", "cell-error") in said(result)
        assert "«#Н/Д»" in message(result, "cell-error")


def test_formulas_nobody_computed_are_named_once():
    result = case("e08_formula_without_value.xlsx")
    assert [issue.key for issue in result.issues if issue.code == "formula-lost"] == [("Лист1", LOST)]
    assert "F2, F3: формула без значения" in message(result, "formula-lost")
    assert records(result, "participants") == [(None,), (None,), (7,)]
    assert "formula-lost" not in [code for _, code in said(case(result.file, {("Лист1", LOST): "оставить пустыми"}))]


def test_a_lost_formula_where_a_value_is_needed_is_an_error_and_nothing_else_is_said_of_it():
    result = case("h1_x21_formula_without_cached.xlsx")
    assert said(result) == [("", "formula-needed"), *OF_ROADMAP]
    assert "D7, B8, D9: формула без значения" in message(result, "formula-needed")
    assert not result.acceptable


@pytest.mark.parametrize("name", ["h1_x23_error_cells_saved_by_lo.ods", "h1_x23_error_cells_saved_by_lo.xls"])
def test_errors_are_never_empty_cells(name):
    assert said(case(name)) == [("D7", "cell-error"), ("E8", "cell-error"), *OF_ROADMAP]


def test_an_error_in_a_column_of_texts_is_never_a_text():
    result = case("h1_x44_error_in_year_column.xlsx")
    assert said(result) == [("E8", "cell-error"), *OF_ROADMAP]
    assert "«2020 г.»: «#Н/Д»" in message(result, "cell-error")
    assert not any("#" in str(value) for record in result.batches[0].table.to_pylist() for value in record.values())


def test_the_text_of_an_error_is_an_error():
    assert said(case("e42_error_text.xlsx")) == [("F2", "cell-error"), ("F3", "cell-error")]


@pytest.mark.parametrize("text", ["#Н/Д", " #н/д ", "#N/A", "#REF!", "#ПЕРЕНОС!", "########", "Err:502", "Ошибка:508"])
def test_in_whatever_words_and_whatever_column(text):
    rows = "\n".join((";".join(PROGRESS), f"МБОУ ООШ № 5;ноябрь 2026;1.1;выполнено;18.11.2026;1;{text};",
                      "МБОУ ООШ № 5;ноябрь 2026;1.2;выполнено;18.11.2026;1;«#1» и другие;"))
    result = check("отчёт.csv", rows.encode(), KNOWN)
    assert [place for place in said(result) if place[1] == "cell-error"] == [("G2", "cell-error")]
    assert records(result, "document") == [(None,), ("«#1» и другие",)]


def test_days_since_1904():
    assert records(case("e15b_1904.xlsx"), "period") == [("2026-10-06",)]


def test_white_space_between_the_cells_of_an_opendocument_table():
    result = case("h1_x47_ods_indented.ods")
    assert (result.batches[0].rows, said(result)) == (16, OF_ROADMAP)


MARK = ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполнено", "18.11.2026", 1, "приказ", None)
OTHER = ("МБОУ ООШ № 5", "ноябрь 2026", "1.2", "выполнено", "18.11.2026", 1, "приказ", None)


def marked(looks: Looks, *rows: tuple) -> Grid:
    plain = grid(PROGRESS, *(rows or (MARK, OTHER)))
    return Grid(plain.sheet, plain.cells, looks=looks)


def struck(row: int, columns: range) -> tuple:
    return tuple((row, column, row, column) for column in columns)


@pytest.mark.parametrize(("looks", "rows", "codes"), [
    pytest.param(Looks(), 2, [], id="plain"),
    pytest.param(Looks(hidden_rows=frozenset({0})), 2, [], id="hidden-header"),
    pytest.param(Looks(hidden_rows=frozenset({7, 40})), 2, [], id="hidden-below"),
    pytest.param(Looks(hidden_rows=frozenset({1})), 1, ["hidden-rows"], id="hidden"),
    pytest.param(Looks(hidden_rows=frozenset({1}), struck=struck(1, range(8))), 1, ["hidden-rows"], id="both"),
    pytest.param(Looks(struck=struck(1, range(7))), 1, ["struck-rows"], id="struck-but-for-empty-cells"),
    pytest.param(Looks(struck=struck(1, range(6))), 2, [], id="struck-in-part"),
    pytest.param(Looks(struck=((0, 0, 0, 7),)), 2, [], id="struck-header"),
    pytest.param(Looks(unseen=True), 2, ["looks-unseen"], id="unseen"),
])
def test_rows_by_their_look(looks, rows, codes):
    result = checked(marked(looks))
    assert (result.batches[0].rows, [code for _, code in said(result)]) == (rows, codes)


def test_a_table_of_hidden_rows_alone_asks_and_does_not_complain_of_no_rows():
    hidden = marked(Looks(hidden_rows=frozenset({1, 2})))
    assert [code for _, code in said(checked(hidden))] == ["hidden-rows"]
    assert checked(hidden, answers={("Лист1", HIDDEN): TAKE}).batches[0].rows == 2


def test_a_row_of_lost_formulas_alone_is_not_a_blank_row():
    result = checked(marked(Looks(lost=((2, 0, 2, 7),)), MARK, (None,) * 8))
    assert [code for _, code in said(result)] == ["formula-needed"]
    assert "A3, B3, C3" in message(result, "formula-needed")


def test_a_lost_formula_that_was_answered_is_lost_no_more():
    result = checked(marked(Looks(lost=((1, 5, 1, 5),)), (*MARK[:5], None, *MARK[6:])), answers={("Лист1", "F2"): "3"})
    assert (said(result), records(result, "done_value")) == ([], [(3.0,)])


def test_a_lost_total_is_left_out_with_its_row():
    total = ("Итого", None, None, None, None, None, None, None)
    assert said(checked(marked(Looks(lost=((2, 5, 2, 5),)), MARK, total))) == [("A3", "totals-left")]


def test_answers_to_a_form_that_a_filter_hides_are_asked_about_without_quoting_them():
    """The second of three answers is hidden."""
    head = ("Отметка времени", "Ваша школа", "Помощь адресная?")
    rows = [(f"{day}.11.2026 10:00:00", "МБОУ ООШ № 5", word) for day, word in ((17, "Да"), (18, "Нет"), (19, "Да"))]
    plain = grid(head, *rows, sheet="Ответы")
    hidden = Grid(plain.sheet, plain.cells, looks=Looks(hidden_rows=frozenset({2}), filtered=True))
    result = checked(hidden)
    assert records(result, "option", "answers", "base") == [("Да", 2, 2)]
    assert "скрыта строка 3 фильтром. Пока" in message(result, "hidden-rows")
    taken = checked(hidden, answers={("Ответы", HIDDEN): TAKE})
    assert records(taken, "option", "answers", "base") == [("Да", 2, 3), ("Нет", 1, 3)]


@pytest.mark.parametrize(("value", "choices"), [("200%", ["2"]), ("95 %", []), ("12,5%", [])])
def test_percents_where_people_are_counted(value, choices):
    head = ("Школа", "Когда", "Предмет или должность", "Программа", "Часов", "Человек", "Удостоверений")
    result = checked(grid(head, ("МБОУ ООШ № 5", "октябрь 2026", "физика", "Опыты", 36, value, 1)))
    asked = next(issue for issue in result.issues if issue.code == "percent-for-number")
    assert (asked.cell, [choice.value for choice in asked.choices]) == ("F2", choices)
    assert "проценты вместо числа" in asked.message


OF_COURSES = ("Школа", "Когда", "Предмет", "Программа", "Человек")
OF_RESULTS = ("Школа", "Процедура", "Учебный год", "Предмет", "Класс", "Писали", "5", "4", "3", "2")


@pytest.mark.parametrize(("head", "row"), [
    pytest.param(OF_COURSES, ("октябрь 2026", "физика", "Опыты", 4), id="courses"),
    pytest.param(OF_RESULTS, ("ВПР", "2025/26", "физика", "6", 16, 4, 4, 4, 4), id="results")])
def test_whose_a_row_is_is_asked_where_the_formula_of_the_school_is_lost(head, row):
    other = (*row[:-1], row[-1] + 1) if head == OF_COURSES else (row[0], "2024/25", *row[2:])
    lost = replace(grid(head, ("МБОУ ООШ № 5", *row), (None, *other)), looks=Looks(lost=((2, 0, 2, 0),)))
    asked = checked(lost)
    assert [(issue.code, issue.cell) for issue in asked.issues] == [("formula-lost", ""), ("school-blank", "A3")]
    settled = checked(lost, answers={("Лист1", "A3"): "МАОУ СОШ № 11"})
    assert (said(settled), records(settled, "school_id")) == ([], [("Ш05",), ("Ш11",)])
