"""Two tables on one sheet, one header twice, months across, columns nobody took: the right rows, and a word each."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from shnor.loaders.check import check
from shnor.loaders.types import School
from shnor.metrics.results import classify
from tests.loaders.made import KNOWN, TODAY, Known, checked, grid, records, said
from tests.loaders.test_cases_foreign import CASES, case

PLACE = Known(TODAY, (*KNOWN.schools, School("Ш03", "МБОУ СОШ № 3", 3), School("Ш09", "МБОУ ООШ № 9", 9)))
COURSES = ("Предмет", "Человек", "Удостоверений")
LIST = ("Школа", "Когда", "Предмет", "Человек")
ROW = ("МБОУ ООШ № 5", "октябрь 2026", "физика", 2)


def counted(result):
    return [(row["school_id"], row["subject"], row["people"], row["cell"]) for batch in result.batches
            for row in batch.table.to_pylist()]


def test_two_tables_side_by_side_are_two_tables():
    result = case("e32_side_by_side.xlsx", PLACE)
    assert (said(result), [batch.sheet for batch in result.batches]) == ([], ["Sheet", "Sheet, справа"])
    assert counted(result) == [("Ш05", "математика", 2, "C4"), ("Ш05", "физика", 1, "C5"),
                               ("Ш09", "математика", 4, "G4"), ("Ш09", "химия", 3, "G5")]


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([("Курсы за октябрь 2026",), ("МБОУ ООШ № 5", None, None, "МБОУ ООШ № 9"), (*COURSES, *COURSES),
                  ("физика", 1, 1, "химия", 3, 3)],
                 [("Ш05", "физика", 1, "C4"), ("Ш09", "химия", 3, "F4")], id="no-column-between"),
    pytest.param([(*LIST, None, *LIST), (*ROW, None, "МБОУ ООШ № 9", "октябрь 2026", "химия", 3),
                  (None, None, None, None, None, "МБОУ СОШ № 3", "октябрь 2026", "физика", 4)],
                 [("Ш05", "физика", 2, "D2"), ("Ш09", "химия", 3, "I2"), ("Ш03", "физика", 4, "I3")], id="longer"),
    pytest.param([(*LIST, None, None, *LIST, None, *LIST), (*ROW, None, None, "МБОУ ООШ № 9", *ROW[1:], None,
                                                           "МБОУ СОШ № 3", *ROW[1:])],
                 [("Ш05", "физика", 2, "D2"), ("Ш09", "физика", 2, "J2"), ("Ш03", "физика", 2, "O2")], id="three"),
    *(pytest.param([(left, *[None] * 5, right), (*LIST, None, None, *LIST),
                    (*ROW, None, None, "МБОУ ООШ № 9", *ROW[1:])],
                   [("Ш05", "физика", 2, "D3"), ("Ш09", "физика", 2, "J3")], id=name)
      for name, left, right in (("titled-plan", "План", "Факт"), ("titled-school", "Школа", "Предмет"))),
])
def test_each_table_beside_another_is_read(rows, expected):
    assert counted(checked(grid(*rows), known=PLACE)) == expected


def test_a_header_alike_in_the_table_beside_does_not_join_them():
    """«Номер» of a register could be the number of an activity."""
    register, marks = ("Код школы", "Краткое название", "Номер"), ("Месяц", "№", "Состояние", "Школа")
    result = checked(grid((*register, None, None, *marks), ("Ш05", "МБОУ ООШ № 5", 5, None, None, "ноябрь 2026", "1.2",
                                                            "выполнено", "МБОУ ООШ № 5")))
    assert [(batch.kind, batch.rows) for batch in result.batches] == [("schools", 1), ("progress", 1)]


def test_contacts_beside_a_roadmap_are_named_and_the_roadmap_is_whole():
    result = case("h1_x25_side_table_right.xlsx")
    assert (result.batches[0].kind, result.batches[0].rows, result.acceptable) == ("roadmap", 16, True)
    [issue] = [issue for issue in result.issues if issue.code == "other-table-beside"]
    assert (issue.cell, "«Школа», «Ответственный», «Телефон»" in issue.message) == ("J3", True)


def test_a_menu_beside_our_table_is_named_also_in_word():
    document, stream = Document(), BytesIO()
    table = document.add_table(rows=2, cols=7)
    rows = [(*LIST, "", "Блюдо", "Выход"), (*map(str, ROW), "", "Каша", "200")]
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    document.save(stream)
    result = check("письмо.docx", stream.getvalue(), KNOWN)
    assert ([issue.code for issue in result.issues], counted(result)) == (
        ["other-table-beside"], [("Ш05", "физика", 2, "D2")])


def test_a_spare_column_inside_a_table_divides_nothing():
    result = checked(grid(("Школа", "Когда", None, "Предмет", "Человек"), (*ROW[:2], None, *ROW[2:])))
    assert (said(result), counted(result)) == ([], [("Ш05", "физика", 2, "E2")])


def test_one_header_twice_is_asked_by_letters_and_first_values():
    [issue] = case("e41_same_header_twice.xlsx").issues
    assert (issue.code, issue.severity, issue.topic) == ("two-columns", "error", "столбец «Человек»")
    assert [(choice.label, choice.value) for choice in issue.choices] == [("столбец F: 1", "F"), ("столбец G: 2", "G")]


@pytest.mark.parametrize(("answer", "people"), [("E", 2), ("D", 1)])
def test_the_chosen_column_is_taken_and_the_other_is_named(answer, people):
    rows = grid(("Школа", "Когда", "Предмет", "Чел.", "Человек"), ("МБОУ ООШ № 5", "октябрь 2026", "физика", 1, 2))
    [issue] = checked(rows).issues
    result = checked(rows, answers={issue.key: answer})
    assert (counted(result)[0][2], [left.code for left in result.issues]) == (people, ["columns-left"])


@pytest.mark.parametrize("months", [
    ("сентябрь 2026", "октябрь 2026", "ноябрь 2026"), ("Сент.", "Окт.", "Нояб."), ("09.2026", "10.2026", "11.2026"),
    (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)), ("за сентябрь", "за октябрь", "за ноябрь")])
def test_months_as_columns_are_refused_by_name_and_never_staff(months):
    result = checked(grid(("Школа", "Предмет", *months, "Всего"), ("МБОУ ООШ № 5", "математика", 1, 2, 0, 3)))
    assert ([issue.code for issue in result.issues], result.batches) == (["months-across"], ())


@pytest.mark.parametrize("head", [
    ("Школа", "Предмет", "сен", "окт", "ноя", "Итого"), ("Вид мероприятия", "сентябрь", "октябрь", "ноябрь", "Всего"),
    ("Школа", "Предмет или должность", "01.09.2026", "01.10.2026", "01.11.2026"),
    ("Школа", "Предмет", "I квартал 2026", "II квартал 2026"), ("Предмет", 9, 10, 11, "Всего"),
    ("Предмет", 11, 12, 1, "Всего")])
def test_other_tables_by_months_are_named_too(head):
    title = ("Курсы МБОУ ООШ № 5 по месяцам 2026 года",)
    row = ["математика" if place == 0 else place for place in range(len(head))]
    result = checked(grid(title, head, tuple(row)))
    assert ([issue.code for issue in result.issues], result.batches) == (["months-across"], ())


def test_the_months_of_the_case_are_named():
    [issue] = case("e33_months_as_columns.xlsx").issues
    assert (issue.code, issue.cell) == ("months-across", "C1")
    assert "«сентябрь 2026», «октябрь 2026», «ноябрь 2026»" in issue.message


@pytest.mark.parametrize(("head", "forms"), [
    pytest.param(("Вид мероприятия", "Школа"), (
        "сколько мероприятий проведено — форма «Мероприятия методической помощи», столбцы «Дата» и «Сколько»",
        "сколько педагогов прошли курсы — форма «Курсы повышения квалификации», столбцы «Когда» и «Человек»"),
        id="unknown"),
    pytest.param(("Школа", "Дата", "Вид"), (
        "строке на каждый месяц: сколько мероприятий проведено — форма «Мероприятия методической помощи», столбцы "
        "«Дата» и «Сколько».",), id="recognised")])
def test_what_to_bring_instead_of_months_as_columns_is_said(head, forms):
    texts = ("семинар", "2026", "вебинар")[:len(head)]
    [issue] = checked(grid((*head, "сентябрь", "октябрь", "ноябрь"), (*texts, 1, 2, 3))).issues
    assert issue.code == "months-across"
    assert all(form in issue.message for form in forms)


@pytest.mark.parametrize(("more", "cells", "named"), [
    pytest.param(("Примечание",), ("важно",), "«Примечание»", id="one"),
    pytest.param((None,), ("важно",), "E (без заголовка)", id="no-header"),
    pytest.param(tuple("АБВГДЕЖ"), (1,) * 7, "«А», «Б», «В», «Г», «Д», «Е» и ещё 1", id="many-stay-short"),
    pytest.param(("Примечание",), ("—",), None, id="nothing-in-it"),
    pytest.param(("№ п/п",), (1,), None, id="an-order"),
])
def test_what_was_not_taken_is_named_once_a_table(more, cells, named):
    result = checked(grid((*LIST, *more), (*ROW, *cells), ("МБОУ СОШ № 2", *ROW[1:], *cells)))
    assert [issue.value for issue in result.issues] == ([named] if named else [])
    assert result.acceptable


def test_a_header_alone_says_that_there_are_no_rows():
    assert said(case("e39_header_only.xlsx")) == [("", "no-rows")]


@pytest.mark.parametrize("header", [("1", "2", "3", "4", "5", "6"), (2, 3, 4, 5), ("2", "3", "4", "5", "№")])
def test_a_row_of_numbers_is_no_header(header):
    result = checked(grid(header, *[(1,) * len(header)] * 3))
    assert [issue.code for issue in result.issues] == ["unknown-table"]


@pytest.mark.parametrize(("above", "found"), [(29, True), (30, False)])
def test_a_header_is_looked_for_in_thirty_rows(above, found):
    assert bool(checked(grid(*[("Отчёт",)] * above, LIST, ROW)).batches) is found


def test_zero_is_a_number_of_marks_and_no_empty_cell():
    result = case("e19_zero_marks.xlsx", Known(TODAY, (*PLACE.schools, School("Ш07", "МБОУ СОШ № 7", 7))))
    assert records(result, "school_id", "participants", "n2", "n5")[1:] == [("Ш07", 20, 0, 0), ("Ш05", 10, 2, 1)]
    assert ("B4", "results-sum") in said(result)


TITLE = ("Результаты ВПР 2026, математика, 6 класс",)
SUMMARY = ("Школа", "Писали", "5", "4", "3", "2")


def levels(result):
    return records(result, "level", "school_id", "participants")


def test_rows_of_groups_are_levels_or_left_out_with_a_word():
    result = case("e03c_group_rows.xlsx", PLACE)
    assert levels(result) == [("school", "Ш03", 30), ("school", "Ш05", 10), ("municipality", "", 40)]
    [issue] = result.issues
    assert (issue.code, issue.value, result.acceptable) == ("group-left", "«Сельские школы», «Городские школы»", True)


@pytest.mark.parametrize(("text", "level"), [
    ("Приозёрный край", "region"), ("По району", "municipality"), ("Вся выборка", "country"),
    ("г. Приозёрск", "municipality"), ("Малокомплектные школы", None), ("ООШ", None)])
def test_a_row_under_the_schools(text, level):
    result = checked(grid(TITLE, SUMMARY, ("МБОУ ООШ № 5", 10, 1, 3, 4, 2), (text, 10, 1, 3, 4, 2)))
    assert levels(result) == [("school", "Ш05", 10), *([(level, "", 10)] if level else [])]


def test_a_misspelt_school_is_no_group():
    result = checked(grid(TITLE, SUMMARY, ("МБОУ ООШ № 5", 10, 1, 3, 4, 2), ("Школа без номера", 10, 1, 3, 4, 2)))
    assert said(result) == [("A4", "unknown-school")]


def test_old_logins_of_the_register_are_read():
    result = case("e21_fis_old_logins.xlsx", Known(TODAY, (School("Ш05", "МБОУ ООШ № 5", 5, aliases=("sch990005",)),)))
    assert (said(result), levels(result)) == ([], [("country", "", 1_400_000), ("region", "", 20_000),
                                                   ("municipality", "", 300), ("school", "Ш05", 10)])


def test_of_the_districts_of_a_region_the_own_one_is_kept_and_the_others_are_told_once():
    head = ("Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5)
    groups = (("Приозёрный край", 640, 100), ("Заречный район(reg99_m013)", 9, 20),
              ("МБОУ СОШ № 77(edu990077)", None, 20), ("Приозёрный округ(reg99_m012)", 12, 30),
              ("МБОУ ООШ № 5(edu990005)", None, 10),
              ("МБОУ СОШ № 2(edu990002)", None, 20))
    result = checked(grid(TITLE, head, *[(*row, 20, 40, 30, 10) for row in groups]))
    assert levels(result) == [("region", "", 100), ("municipality", "", 30), ("school", "Ш05", 10),
                              ("school", "Ш02", 20)]
    assert [(issue.code, issue.value) for issue in result.issues] == [("districts-left", "2")]


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([(30, "16,7", "33,3", "33,3", "16,7"), (10, 10, 30, 40, 20)], "marks-percent", id="decimals"),
    pytest.param([(30, 20, 30, 30, 20)], "marks-percent", id="a-sum-of-100-of-30"),
    pytest.param([(30, "17%", "33%", "33%", "17%")], "marks-percent", id="signs"),
    pytest.param([(100, 10, 30, 40, 20)], "marks-hundred", id="a-hundred-of-a-hundred"),
    pytest.param([(100, 10, 30, 40, 20), (100, 0, 50, 40, 10)], "marks-hundred", id="in-every-row"),
    pytest.param([(100, 10, 30, 40, 20), (12, 1, 3, 4, 4)], None, id="another-row-shows-counts"),
    pytest.param([(30, 5, 10, 10, 5)], None, id="counts"),
])
def test_percentages_in_columns_of_counts_stop_the_file(rows, expected):
    names = ("МБОУ ООШ № 5", "МБОУ СОШ № 2")
    result = checked(grid(TITLE, SUMMARY, *[(name, *row) for name, row in zip(names, rows, strict=False)]))
    assert [issue.code for issue in result.issues] == ([expected] if expected else [])
    assert result.acceptable is not bool(expected)


@pytest.mark.parametrize(("name", "expected"), [("e31_percent_as_counts.xlsx", ("C3", "marks-percent")),
                                                ("e31b_percent_that_sum_to_writers.xlsx", ("B3", "marks-hundred"))])
def test_the_cases_of_percentages(name, expected):
    result = case(name, PLACE)
    assert (said(result), result.acceptable) == ([expected], False)


def test_a_hundred_who_really_wrote_are_taken_by_one_answer():
    rows = grid(TITLE, SUMMARY, ("МБОУ ООШ № 5", 100, 10, 30, 40, 20))
    [issue] = checked(rows).issues
    result = checked(rows, answers={issue.key: issue.choices[0].value})
    assert (said(result), records(result, "participants", "n5")) == ([], [(100, 10)])


@pytest.mark.parametrize(("name", "answers"), [
    ("e24_parallel_and_letters.xlsx", {}),
    ("e24b_letters_in_class.xlsx", {"H1": "ВПР", "I1": "2025/26", "M1": "МБОУ ООШ № 9"})])
def test_a_parallel_and_its_letters_are_counted_once(name, answers):
    told = {("Лист1", cell): text for cell, text in answers.items()}
    result = check(name, (CASES / name).read_bytes(), PLACE, told)
    assert (said(result), sorted(records(result, "grade", "class_label", "participants"))) == (
        [], [(6, "", 20), (6, "А", 11), (6, "Б", 9)])
    rows = classify(result.batches[0].table, as_of=TODAY).to_native().to_pylist()
    assert sum(row["pupils"] for row in rows) == 20


def test_a_table_of_ours_right_of_another_is_read_under_its_own_addresses():
    result = checked(grid(("Блюдо", "Выход", None, *LIST), ("Каша", 200, None, *ROW)))
    assert (said(result), counted(result)) == ([("A1", "other-table-beside")], [("Ш05", "физика", 2, "G2")])
    assert [kept.answered for kept in result.grids] == [{}]
