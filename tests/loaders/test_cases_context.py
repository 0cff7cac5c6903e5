"""Files whose cells are understood only beside each other: what each means is written here in sight."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from shnor.loaders.check import check
from shnor.loaders.types import Answers, Checked, School
from tests.loaders.made import KNOWN, checked, grid, records, said

CASES = Path(__file__).parent / "data" / "cases"
SCHOOLS = replace(KNOWN, schools=(*KNOWN.schools, School("Ш09", "МБОУ ООШ № 9", 9)))


def case(name: str, answers: Answers | None = None) -> Checked:
    return check(name, (CASES / name).read_bytes(), SCHOOLS, answers or {})


def test_thirteen_in_the_second_place_decides_the_order_of_the_column():
    result = case("e04_slash_dates.csv")
    assert [code for (code,) in records(result, "period")] == [
        "2026-03-04", "2026-04-13", "2026-10-11", "2026-10-12", "2026-09-07", "2026-09-07"]
    assert (said(result), result.acceptable) == ([("A3", "month-first")], True)


def test_a_time_of_another_zone_is_the_day_it_names():
    result = case("e07_forms_month_edge_utc.csv")
    assert set(records(result, "wave", "known_on", "base")) == {("2026-10", date(2026, 10, 5), 5)}


def test_answers_of_far_months_ask_one_question():
    result = case("e07b_forms_two_months.csv")
    assert [item for item in said(result) if item[1] in ("form-wave", "required")] == [("B3", "form-wave")]
    settled = case("e07b_forms_two_months.csv", {("Таблица 1, вопросы", "B3"): "октябрь 2026"})
    assert (settled.acceptable, records(settled, "wave", "option", "answers", "base")) == (
        True, [("2026-10", "да", 3, 5), ("2026-10", "нет", 2, 5)])


def test_a_copied_sheet_asks_of_its_month_and_loses_no_row():
    result = case("e11b_copied_sheet_month.xlsx")
    assert (said(result), result.acceptable) == ([("A1", "month-against")], False)
    assert [choice.label for choice in result.issues[0].choices] == [
        "октябрь 2026 (вкладка листа)", "сентябрь 2026 (над таблицей)"]
    settled = case("e11b_copied_sheet_month.xlsx", {result.issues[0].key: result.issues[0].choices[0].value})
    assert [(row["period"], row["people"]) for batch in settled.batches for row in batch.table.to_pylist()] == [
        ("2026-09", 2), ("2026-10", 3)]
    assert (said(settled), settled.acceptable) == ([], True)


def test_other_rows_on_a_copied_sheet_ask_the_same():
    result = case("e11c_copied_sheet_other_rows.xlsx")
    assert (said(result), result.acceptable) == ([("A1", "month-against")], True)
    settled = case("e11c_copied_sheet_other_rows.xlsx", {result.issues[0].key: result.issues[0].choices[0].value})
    assert [(row["period"], row["subject"]) for batch in settled.batches for row in batch.table.to_pylist()] == [
        ("2026-09", "математика"), ("2026-10", "физика")]


def test_two_questions_with_one_title_are_kept_apart():
    result = case("e05_forms_same_question_twice.csv")
    assert records(result, "question", "option", "answers", "base") == [
        ("Насколько полезно занятие?", "очень", 4, 6), ("Насколько полезно занятие?", "скорее да", 2, 6),
        ("Что мешает?", "мало времени", 6, 6),
        ("Насколько полезно занятие? (2)", "мало", 5, 6), ("Насколько полезно занятие? (2)", "очень", 1, 6)]


def test_surnames_as_answers_are_not_kept():
    result = case("e06_forms_names_as_answers.csv")
    assert records(result, "question", "option", "answers") == [("Урок достиг цели?", "да", 5),
                                                                ("Урок достиг цели?", "нет", 1)]
    assert "Кого вы посетили на уроке?" in result.dropped
    everything = repr((result.grids, result.issues, [batch.table.to_pylist() for batch in result.batches]))
    assert not any(name in everything for name in ("Лебяж", "Ручь", "Туман", "Снегов", "Юрьевна", "Ильич"))


def test_one_work_in_three_wordings_is_one_work():
    files = ("e25a_procedure.xlsx", "e25b_procedure_other_words.xlsx", "e25c_procedure_with_year.xlsx")
    key = ("procedure", "school_year", "subject", "grade", "school_id", "n5")
    assert [records(case(name), *key) for name in files] == [[("ВПР", "2025/26", "история", 6, "Ш09", 1)]] * 3
    assert [said(case(name)) for name in files] == [[]] * 3


def test_a_term_in_letters_and_in_figures_is_one_term():
    key = ("term", "subject", "grade", "school_id", "n3")
    assert records(case("e43a_term_roman.xlsx"), *key) == [("I четверть", "физика", 7, "Ш09", 4)]
    assert records(case("e43b_term_digit.xlsx"), *key) == [("I четверть", "физика", 7, "Ш09", 5)]


FRACTIONS = grid(
    ("Свод показателей ШНОР", None, None, None), ("Показатель", "2023/24", "2024/25", "2025/26"),
    ("Доля педагогов с категорией, %", 0.41, 0.44, 1), ("Качество знаний, %", 31, 1, 0.5),
    ("Доля выпускников с аттестатом, %", 1, 1, 1))
WHOSE = {("Лист1", ""): "МБОУ ООШ № 5"}


def test_shares_shown_in_percent_are_percents_and_one_number_is_asked():
    result = case("e01b_svod_fractions.xlsx", WHOSE)
    values = [41, 44, 100, 31, 1, 0.5, 100, 100, 100]
    assert ([issue.code for issue in result.issues], [value for (value,) in records(result, "value")]) == \
        (["summary-year-of-fractions"], values)
    [one] = result.issues
    settled = case("e01b_svod_fractions.xlsx", WHOSE | {one.key: one.choices[0].value})
    assert (said(settled), [value for (value,) in records(settled, "value")]) == ([], [*values[:5], 50, *values[6:]])


def test_shares_written_as_fractions_are_one_question_of_the_sheet():
    result = checked(FRACTIONS, answers=WHOSE)
    assert [issue.code for issue in result.issues] == ["summary-shares"]
    assert "B3 — 0,41, C3 — 0,44, D3 — 1, C4 — 1, D4 — 0,5, B5 — 1, C5 — 1, D5 — 1." in result.issues[0].message
    settled = checked(FRACTIONS, answers=WHOSE | {result.issues[0].key: result.issues[0].choices[0].value})
    assert [value for (value,) in records(settled, "value")] == [41, 44, 100, 31, 100, 50, 100, 100, 100]
    kept = checked(FRACTIONS, answers=WHOSE | {result.issues[0].key: result.issues[0].choices[1].value})
    assert [value for (value,) in records(kept, "value")] == [0.41, 0.44, 1, 31, 1, 0.5, 1, 1, 1]
    assert said(settled) == said(kept) == []
