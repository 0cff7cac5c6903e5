"""Where values stand: their own column, a cell above the table, a merged cell, another sheet, an answer, no cell."""

from datetime import date

import pytest

from shnor.datasets import Place
from shnor.datasets.places import ANSWER, KNOWN, REBUILT, ROWS, SHEET_NAME, SUMMED, places_of
from shnor.loaders.types import KEEP, Checked
from tests.loaders.made import PROGRESS, checked, grid, reports

CLASSES = ("Класс", "Предмет", "Писали", "5", "4", "3", "2")


def of(result: Checked, name: str, row: int = 0, batch: int = 0) -> list[tuple[str, ...]]:
    """(sheet, cells…) of a value, words after them where there are any."""
    made = result.batches[batch]
    record = made.table.to_pylist()[row]
    tables = {table.sheet: table for table in made.places}
    return [(place.sheet, *place.cells, *([place.words] if place.words else []))
            for place in places_of(tables, name, made.sheet, record["cell"])]


@pytest.mark.parametrize(("name", "cell"), [("status", "D3"), ("done_date", "E3"), ("document", "G3"), ("note", "H3")])
def test_each_value_of_a_row_has_its_own_cell(name, cell):
    result = reports(("1.1", "выполняется"), ("1.2", "выполнено", "18.11.2026", 2, "справка № 4", "в срок"))
    assert of(result, name, row=1) == [("Лист1", cell)]


def test_what_was_understood_of_a_cell_stands_in_it():
    plan = grid(("Дорожная карта МБОУ ООШ № 5 на 2026 год",), ("№", "Мероприятие", "Срок", "Плановое значение"),
                ("1.1", "Семинар", "март 2026", 2))
    result = checked(plan)
    assert [of(result, name) for name in ("deadline_end", "milestone", "total_value", "plan", "school_id")] == [
        [("Лист1", "C3")], [("Лист1", "C3")], [("Лист1", "D3")], [("Лист1", "A1")], [("Лист1", "A1")]]


def test_a_number_for_the_whole_term_makes_the_plan_of_its_only_deadline():
    plan = grid(("Дорожная карта МБОУ ООШ № 5 на 2026 год",), ("№", "Мероприятие", "Срок", "Плановое значение"),
                ("1.1", "Семинар", "март 2026", 2))
    assert of(checked(plan), "planned_value") == [("Лист1", "D3")]


def test_a_column_a_year_stands_under_its_year():
    plan = grid(("Дорожная карта МБОУ ООШ № 5",), ("№", "Мероприятие", "План на 2025 г.", "План на 2026 г."),
                ("1.1", "Семинар", 1, 3))
    result = checked(plan)
    assert [(of(result, "planned", row), of(result, "period", row)) for row in (0, 1)] == [
        ([("Лист1", "C3")], [("Лист1", "C2")]), ([("Лист1", "D3")], [("Лист1", "D2")])]


def test_a_section_stands_in_its_own_row():
    plan = grid(("Дорожная карта МБОУ ООШ № 5 на 2026 год",), ("№", "Мероприятие", "Срок"),
                ("Кадры", None, None), ("1.1", "Семинар", "март 2026"), ("Уроки", None, None),
                ("2.1", "Открытый урок", "апрель 2026"))
    result = checked(plan)
    assert [of(result, "direction", row) for row in (0, 1)] == [[("Лист1", "A3")], [("Лист1", "A5")]]


def test_a_school_merged_over_rows_stands_in_the_first_of_them():
    rows = (PROGRESS, ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "выполняется"),
            (None, "ноябрь 2026", "1.2", "выполняется"), ("МБОУ СОШ № 2", "ноябрь 2026", "1.1", "выполняется"))
    result = checked(grid(*rows, merged=((1, 0, 2, 0),)))
    assert [of(result, "school_id", row) for row in (0, 1)] == [[("Лист1", "A2")], [("Лист1", "A2")]]


def test_what_stands_above_fills_the_empty_cells_alone():
    marks = ("5", "математика", 10, 1, 4, 3, 2), ("6", None, 10, 1, 4, 3, 2)
    result = checked(grid(("ВПР 2026",), ("Предмет: химия",), ("Школа", "МБОУ ООШ № 5"), CLASSES, *marks))
    assert [of(result, "subject", row) for row in (0, 1)] == [[("Лист1", "B5")], [("Лист1", "A2")]]
    assert (of(result, "procedure"), of(result, "school_id")) == ([("Лист1", "A1")], [("Лист1", "B3")])


def test_a_subject_of_the_tab_of_the_sheet_says_so():
    result = checked(grid(("ВПР 2026, МБОУ ООШ № 5",), ("Класс", *CLASSES[2:]), ("5", 10, 1, 4, 3, 2), sheet="химия"))
    assert of(result, "subject") == [("химия", SHEET_NAME)]


def test_participants_nobody_wrote_are_the_sum_of_the_marks():
    result = checked(grid(("ВПР 2026, МБОУ ООШ № 5",), CLASSES, ("5", "химия", None, 1, 4, 3, 2)))
    assert result.batches[0].table["participants"].to_pylist() == [10]
    assert of(result, "participants") == [("Лист1", "D3", "E3", "F3", "G3", SUMMED)]


def test_marks_of_shares_lead_to_the_share_and_the_participants():
    sheet = grid(("ВПР 2026 Математика 5 класс",), ("Предмет:", "Математика"),
                 ("Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5),
                 ("МБОУ ООШ № 5(edu990005)", None, 10, 20, 30, 40, 10))
    result = checked(sheet)
    assert result.batches[0].table["n2"].to_pylist() == [2]
    assert of(result, "n2") == [("Лист1", "D4", "C4", REBUILT)]


def test_a_list_of_people_leads_to_the_rows_it_was_counted_from():
    head = ("ФИО", "Предмет", "Программа", "Часов")
    rows = ("Иванова Анна Петровна", "химия", "ОГЭ", 36), ("Петрова Инна Ивановна", "химия", "ОГЭ", 36)
    result = checked(grid(("МБОУ ООШ № 5: курсы за ноябрь 2026",), head, *rows))
    assert [of(result, name) for name in ("people", "hours", "period", "school_id")] == [
        [("Лист1", "C3", "C4", ROWS)], [("Лист1", "D3", "D4")], [("Лист1", "A1")], [("Лист1", "A1")]]


def test_an_answer_stands_beside_what_it_replaces():
    asked = reports(("1.1", "выполнено", "31.11.2026"))
    [issue] = asked.issues
    answered = reports(("1.1", "выполнено", "31.11.2026"), answers={("Лист1", issue.cell): "30.11.2026"})
    assert answered.batches[0].table["done_date"].to_pylist() == [date(2026, 11, 30)]
    assert (answered.grids[0].at(1, 4), answered.grids[0].answered) == ("31.11.2026", {"E2": "30.11.2026"})


def test_an_answer_given_once_for_the_sheet_says_that_it_is_one():
    table = grid(("Класс", "Писали", "5", "4", "3", "2"), ("5", 10, 1, 4, 3, 2))
    answers = {("Лист1", cell): text for cell, text in
               (("G1", "ВПР"), ("H1", "2025/26"), ("K1", "химия"), ("L1", "МБОУ ООШ № 5"))}
    result = checked(table, answers=answers)
    assert result.batches[0].table["subject"].to_pylist() == ["химия"]
    assert of(result, "subject") == [("Лист1", "K1", ANSWER)]


def test_an_answer_to_leave_a_cell_changes_nothing():
    assert reports(("1.1", "выполнено"), answers={("Лист1", "D2"): KEEP}).grids[0].answered == {}


def test_a_plan_known_from_the_base_stands_in_no_cell():
    assert of(reports(("1.1", "выполнено", "18.11.2026")), "plan") == [("Лист1", KNOWN)]


def test_a_continued_table_names_its_own_sheet():
    head = ("№", "Мероприятие", "Срок")
    first = grid(("Дорожная карта МБОУ ООШ № 5 на 2026 год",), head, ("1.1", "Семинар", "март 2026"), sheet="Таблица 1")
    second = grid(("1.2", "Выезд", "май 2026"), ("1.3", "Урок", "май 2026"), sheet="Таблица 2")
    result = checked(first, second)
    assert [of(result, name, row=2) for name in ("deadline", "plan")] == [
        [("Таблица 2", "C2")], [("Таблица 1", "A1")]]


def test_a_table_of_which_no_more_is_kept_answers_with_the_cell_of_the_row():
    assert places_of({}, "document", "Свод", "F14") == (Place("Свод", ("F14",)),)
    assert places_of({}, "people", "Курсы", "D5, D7, Лист 2, часть!D9") == (
        Place("Курсы", ("D5", "D7")), Place("Лист 2, часть", ("D9",)))
