"""The centre's own свод: wide tables as people keep them."""

import pytest

from shnor.loaders.types import KEEP
from tests.loaders.made import checked, grid, records, said

NAMES = ("school_id", "indicator", "period", "value", "counted", "unit", "cell")
WIDE = (("Свод показателей за 2024–2025 годы",),
        ("№", "Школа", "Качество знаний, %", None, "Обучающихся", None, "Тип"),
        (None, None, 2024, 2025, "2024 г.", "2025 г.", None))
MERGED = ((1, 2, 1, 3), (1, 4, 1, 5), (1, 0, 2, 0), (1, 1, 2, 1))


def wide(*rows: tuple):
    return checked(grid(*WIDE, *rows, merged=MERGED))


def test_two_headers_over_schools_become_values_with_their_cells():
    result = wide((1, "МБОУ СОШ № 2", "48,5%", 50, 430, "-", "городская"))
    assert [(issue.code, issue.cell, issue.value) for issue in result.issues] == [("columns-left", "G2", "«Тип»")]
    assert records(result, *NAMES) == [
        ("Ш02", "Качество знаний, %", "2024", 48.5, None, "%", "C4"),
        ("Ш02", "Качество знаний, %", "2025", 50.0, None, "%", "D4"),
        ("Ш02", "Обучающихся", "2024", 430.0, None, None, "E4")]


def test_an_empty_cell_and_a_dash_are_no_value_and_no_zero():
    result = wide((1, "МБОУ СОШ № 2", "-", None, 0, "н/д"))
    assert [(row[1], row[3]) for row in records(result, *NAMES)] == [("Обучающихся", 0.0)]


def test_totals_and_means_are_left_out_and_the_municipality_is_kept():
    result = wide((1, "МБОУ ООШ № 5", 40, 41, 86, 84), (None, "Итого", 40, 41, 86, 84),
                  (None, "По муниципалитету", 44, 45, 900, 910), (None, "Край", 50, 51, 1, 1))
    assert {row[0] for row in records(result, *NAMES)} == {"Ш05", ""}
    assert said(result) == [("B5", "totals-left"), ("B7", "summary-row-left")]


@pytest.mark.parametrize(("head", "merged"), [
    pytest.param((("Школа", "Качество 2024, %", "чел.", "Качество 2025, %", "n"),), (), id="one-line"),
    pytest.param((("Школа", "Качество", None, None, None), (None, 2024, None, 2025, None),
                  (None, "%", "чел.", "%", "чел.")), ((0, 1, 0, 4), (1, 1, 1, 2), (1, 3, 1, 4), (0, 0, 2, 0)),
                 id="three-lines"),
])
def test_people_beside_a_share_say_out_of_how_many(head, merged):
    result = checked(grid(*head, ("МБОУ СОШ № 2", 40, 20, 45, 22), merged=merged))
    assert [row[2:6] for row in records(result, *NAMES)] == [("2024", 40.0, 20, "%"), ("2025", 45.0, 22, "%")]


def test_indicators_down_and_years_across_for_the_school_of_the_sheet():
    result = checked(grid(("Показатель", "Ед. изм.", "2024", "2024/25"), ("Качество знаний", "%", "48,5 %", 50),
                          ("Средний балл ОГЭ", "балл", "3,5", None), sheet="МБОУ ООШ № 5"))
    assert said(result) == []
    assert records(result, *NAMES) == [
        ("Ш05", "Качество знаний", "2024", 48.5, None, "%", "C2"),
        ("Ш05", "Качество знаний", "2024/25", 50.0, None, "%", "D2"),
        ("Ш05", "Средний балл ОГЭ", "2024", 3.5, None, "балл", "C3")]


def test_a_sheet_that_names_no_school_is_asked_about():
    sheet = grid(("Показатель", "2024"), ("Качество знаний, %", 48), sheet="Лист1")
    assert said(checked(sheet)) == [("", "summary-whose")]
    answered = checked(sheet, answers={("Лист1", ""): "МБОУ СОШ № 2"})
    assert records(answered, "school_id", "value") == [("Ш02", 48.0)]


def test_shares_below_one_are_asked_about_and_become_percents():
    rows = (("Школа", "Качество, %", None), (None, 2024, 2025), ("МБОУ СОШ № 2", 0.485, 0.5))
    sheet = grid(*rows, merged=((0, 1, 0, 2), (0, 0, 1, 0)))
    result = checked(sheet)
    assert said(result) == [("B1", "summary-fractions")]
    answered = checked(sheet, answers={("Лист1", "B1"): result.issues[0].choices[0].value})
    assert said(answered) == []
    assert records(answered, "indicator", "value") == [("Качество, %", 48.5), ("Качество, %", 50.0)]


def test_a_column_without_a_year_is_told():
    result = checked(grid(("Школа", "Качество 2024, %", "Педагогов"), ("МБОУ СОШ № 2", 48, 29)))
    assert said(result) == [("C1", "summary-no-year")]
    assert len(records(result, "value")) == 1


def test_the_year_of_the_title_stands_for_all_columns():
    result = checked(grid(("Показатели школ за 2025 год",), ("Школа", "Качество, %", "Обучающихся"),
                          ("МБОУ СОШ № 2", 48, 430)))
    assert records(result, "indicator", "period", "value") == [("Качество, %", "2025", 48.0),
                                                               ("Обучающихся", "2025", 430.0)]


@pytest.mark.parametrize(("cell", "expected"), [
    pytest.param("половина", ("C4", "not-a-number"), id="words"),
    pytest.param("около 40", ("C4", "number-doubt"), id="about"),
    pytest.param(148, ("C4", "percent-range"), id="above-hundred"),
])
def test_what_cannot_be_true_is_said_at_its_cell(cell, expected):
    assert said(wide((1, "МБОУ СОШ № 2", cell, 50, 430, 433), (2, "МБОУ ООШ № 5", 50, 50, 1, 1))) == [expected]


def test_an_unknown_school_is_an_error_and_a_doubtful_one_a_question():
    result = wide((1, "МБОУ СОШ № 99", 40, None, None, None), (2, "МАОУ СОШ № 2", 40, None, None, None))
    assert said(result) == [("B4", "unknown-school"), ("B5", "school-unclear")]
    assert not result.acceptable


@pytest.mark.parametrize("rows", [
    pytest.param((("Школа", "Директор", "Адрес"), ("МБОУ СОШ № 2", "есть", "ул. Мира, 1")), id="words"),
    pytest.param((("Класс", "2024", "2025"), ("5", 48, 50)), id="no-school"),
])
def test_other_tables_are_not_taken_for_a_summary(rows):
    assert said(checked(grid(*rows))) == [("", "unknown-table")]


def test_one_year_of_fractions_among_percents_is_asked():
    sheet = grid(("Школа", "Качество, %", None), (None, 2024, 2025), ("МБОУ СОШ № 2", 48.5, 0.485),
                 ("МБОУ ООШ № 5", 50, 0.5), merged=((0, 1, 0, 2), (0, 0, 1, 0)))
    assert said(checked(sheet)) == [("C3", "summary-year-of-fractions")]
    assert said(checked(sheet, answers={("Лист1", "C3"): KEEP})) == []


@pytest.mark.parametrize(("rows", "code", "kept"), [
    pytest.param((("Показатель", "2025"), ("Качество", 50), ("Итого", 50), ("Всего обучающихся", 9)), "totals-left", 2,
                 id="of-indicators"),
    pytest.param((("№", "Показатель", "2025"), (1, "Качество", 50), (None, "Итого", 50)), "totals-left", 1,
                 id="beside-a-number"),
    pytest.param((("Школа", "Качество, % 2025"), ("МБОУ ООШ № 5", 50), ("Итого", 50)), "totals-left", 1,
                 id="of-schools"),
    pytest.param((("Школа", "Показатель", "2025"), ("МБОУ ООШ № 5", "Качество", 50), ("МАОУ СОШ № 11", "Итого", 50)),
                 "total-left", 1, id="of-one-school"),
])
def test_a_total_in_a_summary_is_left_out_with_a_word(rows, code, kept):
    result = checked(grid(*rows, sheet="МБОУ ООШ № 5"))
    assert ([issue.code for issue in result.issues], result.batches[0].rows) == ([code], kept)
