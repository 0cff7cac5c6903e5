"""Sheets beside «Месяц» come back: rows that say something, under the head of the report."""

from datetime import date, datetime

import pytest

from tests.loaders.workbooks import DONE, YES, everything, returned, rows

NOVEMBER = date(2026, 11, 1)


def test_a_sheet_of_teachers_is_two_tables():
    result = returned({("Педагоги", "C9"): 4, ("Педагоги", "D9"): 2, ("Педагоги", "E9"): 3, ("Педагоги", "F9"): "ОГЭ",
                       ("Педагоги", "G9"): 36, ("Педагоги", "H9"): "ИРО", ("Педагоги", "I9"): "да",
                       ("Педагоги", "J9"): 0.5, **DONE})
    assert everything(result) == []
    assert [batch.kind for batch in result.batches] == ["progress", "courses", "staff"]
    last = date(2026, 11, 30)
    assert rows(result, "staff", "school_id", "on_date", "subject", "people", "vacancies") == [
        ("Ш05", last, "русский язык", 2, None), ("Ш05", last, "математика", 4, 0.5), ("Ш05", last, "директор", 1, None)]
    assert rows(result, "courses", "school_id", "period", "month", "state", "subject", "people", "certificates",
                "programme", "hours", "provider", "by_deficit") == [
        ("Ш05", "2026-11", NOVEMBER, "done", "математика", 2, 3, "ОГЭ", 36, "ИРО", "yes")]
    assert (result.school, result.period) == ("Ш05", "2026-11")


@pytest.mark.parametrize(("cells", "people"), [
    pytest.param({"C8": 5}, {"русский язык": 5}, id="changed"),
    pytest.param({"J9": 1}, {}, id="a-vacancy"),
    pytest.param({"C10": 2}, {"директор": 2}, id="a-post-is-no-signature"),
    pytest.param({"C9": 0}, {"математика": 0}, id="nobody-left-is-zero"),
    pytest.param({"A11": "физика", "C11": 1}, {"физика": 1}, id="a-subject-added"),
])
def test_a_change_tells_of_all_teachers_on_the_day(cells, people):
    result = returned({("Педагоги", cell): value for cell, value in cells.items()} | YES)
    assert dict(rows(result, "staff", "subject", "people")) == {
        "русский язык": 2, "математика": 3, "директор": 1} | people


def test_courses_alone_say_nothing_of_teachers():
    assert rows(returned({("Педагоги", "D8"): 1, **YES}), "staff", "people") == []


@pytest.mark.parametrize(("cells", "finished"), [
    pytest.param({"C8": 5}, [], id="teachers-only"), pytest.param({"D8": 0}, [], id="nobody-finished"),
    pytest.param({"D8": 2}, [("русский язык", "", 2)], id="without-a-programme"),
    pytest.param({"D8": 1, "F8": "ОГЭ", "A11": "русский язык", "D11": 1, "F11": "ВПР"},
                 [("русский язык", "ОГЭ", 1), ("русский язык", "ВПР", 1)], id="two-programmes"),
])
def test_only_rows_where_a_course_was_finished(cells, finished):
    result = returned({("Педагоги", cell): value for cell, value in cells.items()} | YES)
    assert rows(result, "courses", "subject", "programme", "people") == finished
    assert everything(result) == []


def test_what_was_held_is_of_the_school_and_of_its_own_day():
    result = returned({("Что провели", "A7"): datetime(2026, 11, 18), ("Что провели", "B7"): "семинар",
                       ("Что провели", "C7"): "Подготовка к ВПР", ("Что провели", "D7"): "тьютор",
                       ("Что провели", "F7"): 14, **DONE})
    assert rows(result, "events", "school_id", "period", "event_kind", "organiser", "participants") == [
        ("Ш05", "2026-11-18", "семинар", "tutor", 14)]
    assert everything(result) == []


def test_an_event_of_another_month_leaves_the_report_in_its_own():
    result = returned({("Что провели", "A7"): "30.10.2026", ("Что провели", "B7"): "семинар", **DONE})
    assert result.period == "2026-11"


def test_questions_are_numbered_as_they_stand():
    result = returned({("Вопрос центру", "A7"): "тьютор по физике", ("Вопрос центру", "B7"): "до 15.12.2026",
                       ("Вопрос центру", "A9"): "учебники", **DONE})
    assert rows(result, "requests", "school_id", "month", "number", "need", "wanted_by") == [
        ("Ш05", NOVEMBER, 1, "тьютор по физике", "до 15.12.2026"), ("Ш05", NOVEMBER, 2, "учебники", None)]
    assert everything(result) == []


def test_marks_of_the_term():
    marks = dict(zip("CDEFG", (12, 2, 5, 4, 1), strict=True))
    result = returned({("Итоги", f"{letter}13"): value for letter, value in marks.items()} | DONE)
    names = ("procedure", "school_year", "term", "school_id", "grade", "subject", "participants", "n5", "n2")
    assert rows(result, "results", *names) == [
        ("Отметки за четверть", "2026/27", "I четверть", "Ш05", 5, "математика", 12, 2, 1)]
    assert everything(result) == []
    assert (result.school, result.period) == ("Ш05", "2026-11")


def test_marks_that_do_not_add_up_stop_the_file():
    marks = dict(zip("CDEFG", (12, 2, 5, 4, 2), strict=True))
    result = returned({("Итоги", f"{letter}12"): value for letter, value in marks.items()} | DONE)
    assert [(sheet, cell) for sheet, cell, _ in everything(result)] == [("Итоги", "C12")]
    assert not result.acceptable


@pytest.mark.parametrize("cells", [pytest.param(YES, id="no-changes"), pytest.param(DONE, id="marks-only")])
def test_empty_sheets_say_nothing(cells):
    result = returned(cells)
    assert everything(result) == []
    assert [batch.kind for batch in result.batches] == ["progress"]


def test_a_number_that_is_no_number_is_asked_once():
    result = returned({("Педагоги", "D8"): "72 часа", **DONE})
    assert everything(result) == [("Педагоги", "D8", "number-doubt")]


def test_a_sheet_of_another_school_is_asked():
    result = returned({("Педагоги", "B4"): "МБОУ СОШ № 2", ("Педагоги", "C8"): 5, **DONE})
    assert everything(result) == [("Педагоги", "B4", "code-against-head")]


def test_a_sheet_that_lost_its_code_is_known_by_its_header():
    result = returned({("Педагоги", "J1"): None, ("Педагоги", "C8"): 5, ("Педагоги", "D8"): 1, **DONE})
    assert rows(result, "staff", "school_id", "people")[0] == ("Ш05", 5)
    assert rows(result, "courses", "school_id", "people") == [("Ш05", 1)]


def test_a_month_changed_on_one_sheet_only_is_asked_about_the_others():
    cells = {("Месяц", "B4"): "октябрь 2026", ("Педагоги", "C8"): 5, **DONE, ("Месяц", "G12"): "15.10.2026"}
    mine = {("Месяц", "B4"): "октябрь 2026"}
    asked = returned(cells, answers=mine)
    assert everything(asked) == [("Педагоги", "B5", "sheets-apart")]
    answered = returned(cells, answers=mine | {("Педагоги", "B5"): asked.issues[0].choices[0].value})
    assert (everything(answered), answered.period) == ([], "2026-10")
    assert rows(answered, "staff", "on_date")[0] == (date(2026, 10, 31),)


def test_empty_sheets_are_not_compared():
    cells = {("Месяц", "B4"): "октябрь 2026", **DONE, ("Месяц", "G12"): "15.10.2026"}
    assert everything(returned(cells, answers={("Месяц", "B4"): "октябрь 2026"})) == []
