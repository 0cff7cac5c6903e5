"""Tables of results as offices send them: what the columns do not say is above the table or is asked."""

import pytest

from shnor.loaders.types import KEEP
from tests.loaders.made import checked, grid, records, said

TITLE = ("Результаты ОГЭ по математике, основной день, 2026 год",)
LIST = ("Процедура", "Этап", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»")
BY_SCHOOL = ("Школа", "Сдавали", "5", "4", "3", "2", "%", "Ср. балл")
ROW = ("МБОУ ООШ № 5", 8, 0, 2, 3, 3, "62,5", 14.2)
MARKS = ("Класс", "Число учащихся", '"5"', '"4"', '"3"', '"2"', "Качество знаний %", "Успеваемость %")
KEY = ("procedure", "stage", "school_year", "term", "school_id", "grade", "class_label", "subject")
COUNTS = ("participants", "n5", "n4", "n3", "n2")


def table(*rows, answers=None):
    return checked(grid(*rows), answers=answers)


def test_a_list_keeps_what_its_rows_say():
    result = table(LIST, ("впр", None, "2026", "МБОУ ООШ № 5", "6 А", "Математика", 11, 1, 2, 4, 4))
    assert records(result, *KEY) == [("ВПР", "", "2025/26", "", "Ш05", 6, "А", "математика")]
    assert (records(result, *COUNTS), said(result)) == ([(11, 1, 2, 4, 4)], [])


def test_a_summary_by_school_takes_the_rest_from_its_title():
    result = table(TITLE, (), BY_SCHOOL, ROW, ("Итого", 8, 0, 2, 3, 3, 62.5, 14))
    assert records(result, *KEY) == [("ОГЭ", "main", "2025/26", "", "Ш05", 9, "", "математика")]
    assert (records(result, *COUNTS, "mean_score"), said(result)) == (
        [(8, 0, 2, 3, 3, 14.2)], [("A5", "totals-left")])


@pytest.mark.parametrize("head", ["Кол-во «{}»", "Количество отметок {}", "Отметок «{}»", "На {}"])
def test_a_mark_is_headed_in_many_ways(head):
    named = (*LIST[:7], *(head.format(mark) for mark in (5, 4, 3, 2)))
    result = table(named, ("впр", None, "2026", "МБОУ ООШ № 5", "6 А", "Математика", 11, 1, 2, 4, 4))
    assert (records(result, *COUNTS), said(result)) == ([(11, 1, 2, 4, 4)], [])


def test_the_stage_of_an_exam_is_asked_once_for_the_sheet():
    rows = (("Результаты ОГЭ по математике, 2026 год",), (), BY_SCHOOL, ROW)
    result = table(*rows)
    [issue] = result.issues
    assert (issue.code, issue.cell, result.acceptable) == ("results-missing", "K2", False)
    assert [choice.label for choice in issue.choices] == ["основной день", "после резервных дней",
                                                          "после дополнительного периода"]
    answered = table(*rows, answers={("Лист1", "K2"): "после дополнительного периода"})
    assert (said(answered), records(answered, "stage")) == ([], [("additional",)])


def test_the_stage_of_a_row_is_asked_at_its_cell():
    row = ("ОГЭ", None, "2026", "МБОУ ООШ № 5", 9, "Математика", 8, 1, 2, 2, 3)
    assert said(table(LIST, row)) == [("B2", "results-stage")]


def test_a_calendar_year_of_a_work_of_no_season_is_asked():
    result = table(LIST, ("Срез", None, "2026", "МБОУ ООШ № 5", 6, "Математика", 11, 1, 2, 4, 4))
    [issue] = result.issues
    assert (issue.code, [choice.value for choice in issue.choices]) == ("results-year", ["2025/26", "2026/27"])


def test_labels_above_fill_what_a_row_leaves_empty():
    above = (("Этап", "основной день"), ("Учебный год", "2025/26"), ("Класс", "9 Б"))
    rows = (("ОГЭ", None, None, "МБОУ ООШ № 5", None, "Математика", 8, 1, 2, 2, 3),
            ("ОГЭ", "резерв", "2024/25", "МБОУ ООШ № 5", "9 А", "Математика", 8, 1, 2, 2, 3))
    result = table(*above, (), LIST, *rows)
    assert (said(result), records(result, "stage", "school_year", "grade", "class_label")) == (
        [], [("main", "2025/26", 9, "Б"), ("reserve", "2024/25", 9, "А")])


def test_marks_of_a_school_say_whose_and_when_above():
    title = ("МБОУ ООШ № 5. Успеваемость за I четверть 2026–2027 учебного года, математика",)
    result = table(title, (), MARKS, ("6 А", 11, 1, 3, 3, 4, 36, 64), ("7", 9, 1, 3, 5, None, 44, 100))
    assert records(result, *KEY) == [
        ("Отметки за четверть", "", "2026/27", "I четверть", "Ш05", 6, "А", "математика"),
        ("Отметки за четверть", "", "2026/27", "I четверть", "Ш05", 7, "", "математика")]
    assert records(result, *COUNTS)[1] == (9, 1, 3, 5, 0)


def test_a_bare_table_asks_for_everything_it_lacks():
    result = table(BY_SCHOOL[:6], ROW[:6])
    assert said(result) == [("G1", "results-missing"), ("K1", "results-missing")]
    assert result.issues[0].message.startswith("Лист «Лист1», G1: не указано «Процедура»")
    assert [choice.label for choice in result.issues[1].choices] == ["русский язык", "математика"]


def test_school_marks_without_a_school_ask_whose_they_are():
    result = table(("Математика, II четверть 2025/26",), (), MARKS, ("6", 11, 1, 3, 3, 4, 36, 64))
    issue, _ = result.issues
    assert (issue.code, issue.choices[1].value) == ("whose-report", "МБОУ ООШ № 5")
    answered = table(("Математика, II четверть 2025/26",), (), MARKS, ("6", 11, 1, 3, 3, 4, 36, 64),
                     answers={("Лист1", issue.cell): "МБОУ ООШ № 5"})
    [left] = answered.issues
    assert (left.code, left.value) == ("columns-left", "«Качество знаний %», «Успеваемость %»")
    assert records(answered, "school_id") == [("Ш05",)]


@pytest.mark.parametrize(("marks", "code", "words"), [
    pytest.param((11, 1, 2, 4, 3), "results-sum", "писали 11, а отметок в сумме 10", id="both-numbers-are-named"),
    pytest.param((None, 1, 2, None, 3), "results-blank", "пусто не значит ноль", id="blank-without-a-total"),
])
def test_marks_that_do_not_add_up_are_refused(marks, code, words):
    result = table(LIST, ("ВПР", None, "2025/26", "МБОУ ООШ № 5", 6, "Математика", *marks))
    [issue] = result.issues
    assert (issue.code, issue.severity) == (code, "error")
    assert words in issue.message


def test_participants_not_written_are_the_sum_of_the_marks():
    result = table(LIST, ("ВПР", None, "2025/26", "МБОУ ООШ № 5", 6, "Математика", None, 1, 2, 4, 4))
    assert (records(result, "participants"), said(result)) == ([(11,)], [])


def test_a_class_listed_without_numbers_says_nothing():
    rows = [("ВПР", None, "2025/26", "МБОУ ООШ № 5", grade, "Математика", *marks)
            for grade, marks in ((6, (11, 1, 2, 4, 4)), (7, (None,) * 5))]
    assert records(table(LIST, *rows), "grade") == [(6,)]


def test_an_exam_without_marks_keeps_who_was_below_the_threshold():
    head = (*LIST[:7], "Ниже минимального порога")
    result = table(head, ("ЕГЭ", "основной день", "2026", "МБОУ СОШ № 2", 11, "Физика", 7, 1))
    assert (records(result, "participants", "below", "n2"), said(result)) == ([(7, 1, None)], [])


def test_a_protocol_of_pupils_becomes_counts_and_keeps_no_name():
    people = [("1", "9901", "9", "Кудрявцева", "Мария", "Олеговна", "0300", "123456", 14, 4),
              ("2", "9901", "9", "Тихомиров", "Павел", "Ильич", "0300", "654321", 9, 3)]
    result = table(("02 - Математика 2026.06.02",), ("№", "Код ОО", "Класс", "Фамилия", "Имя", "Отчество", "Серия",
                                                    "Номер", "Первичный балл", "Оценка"), *people)
    assert records(result, "grade", "subject", "participants", "n4", "n3") == [(9, "математика", 2, 1, 1)]
    assert not result.acceptable
    cells = [cell for kept in result.grids for row in kept.cells for cell in row]
    assert not any("Кудрявцева" in str(cell) or cell == 14 for cell in cells)


def test_a_column_number_row_under_the_header_is_no_row_of_marks():
    numbers = tuple(str(place) for place in range(1, 9))
    assert records(table(TITLE, (), BY_SCHOOL, numbers, ROW), "participants") == [(8,)]


def test_a_school_written_in_another_form_is_asked():
    result = table(TITLE, (), BY_SCHOOL, ("МАОУ ООШ № 5", *ROW[1:]))
    assert said(result) == [("A4", "school-unclear")]


def test_marks_and_their_comparison_with_the_journal_are_records_apart():
    head = (*LIST, "Понизили", "Подтвердили", "Повысили")
    result = table(head, ("ВПР", None, "2026", "МБОУ ООШ № 5", 6, "Математика", 11, 1, 2, 4, 4, 2, 7, 1))
    assert records(result, "part", "participants", "n2", "confirmed", "cell") == [
        ("marks", 11, 4, None, "G2"), ("journal", None, None, 7, "G2")]
    assert (said(result), result.batches[0].rows) == ([], 2)


def test_a_school_written_once_over_its_rows_is_asked():
    six, seven = (("ВПР", None, "2025/26", name, grade, "математика", 10, 1, 4, 4, 1)
                  for name, grade in (("МБОУ ООШ № 5", 6), (None, 7)))
    assert (said(table(LIST, six, seven)), table(LIST, six, seven).acceptable) == ([("D3", "school-blank")], False)
    told = table(LIST, six, seven, answers={("Лист1", "D3"): "МБОУ ООШ № 5"})
    assert (said(told), records(told, "school_id")) == ([], [("Ш05",), ("Ш05",)])


@pytest.mark.parametrize(("rows", "asked"), [
    pytest.param((("6 классы", 31, 8, 8, 8, 7), ("6А", 16, 4, 4, 4, 4), ("6Б", 14, 4, 4, 4, 2)), ("F2", "31"),
                 id="more-than-its-classes"),
    pytest.param((("6А", 16, 4, 4, 4, 4), ("6Б", 14, 4, 4, 4, 2), ("6", 29, 8, 8, 8, 5)), ("F4", "29"), id="fewer"),
    pytest.param((("6А", 16, 4, 4, 4, 4), ("6", 16, 4, 4, 5, 3)), ("I3", "5"), id="other-marks"),
    pytest.param((("6А", 16, 4, 4, 4, 4), ("6Б", 14, 4, 4, 4, 2), ("6 классы", 30, 8, 8, 8, 6)), None, id="equal"),
    pytest.param((("6А", 16, 4, 4, 4, 4), ("7", 14, 4, 4, 4, 2)), None, id="another-parallel"),
])
def test_a_parallel_against_its_classes(rows, asked):
    head = ("Школа", "Процедура", "Учебный год", "Предмет", "Класс", "Писали", "5", "4", "3", "2")
    given = grid(head, *(("МБОУ ООШ № 5", "ВПР", "2025/26", "математика", *row) for row in rows))
    result = checked(given)
    assert [(issue.cell, issue.value) for issue in result.issues] == ([asked] if asked else [])
    assert result.batches[0].rows == len(rows)
    assert not asked or said(checked(given, answers={("Лист1", asked[0]): KEEP})) == []
