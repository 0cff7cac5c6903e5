"""Which activities stand in the month's workbook of a school."""

import io
from datetime import date

import openpyxl
import pytest

from shnor.errors import ShnorError
from shnor.service.month import workbook
from shnor.service.month.forms import Forms, Rule
from tests.service.conftest import file

HEAD = ["Дорожная карта", "Школа", "№", "Мероприятие", "Год", "Срок"]
ROWS = [["План № 9", "МБОУ ООШ № 9", number, "Дело", "2026", deadline] for number, deadline in (
    ("2.1", "октябрь 2026"), ("2.2", "до 20.11.2026"), ("2.3", "до 25.12.2026"), ("2.4", "февраль 2027"),
    ("2.5", "декабрь 2026 - март 2027"))]


def numbers(data: bytes) -> dict[str, str]:
    """№ → «Отмечено ранее» of the sheet."""
    rows = openpyxl.load_workbook(io.BytesIO(data))["Месяц"].iter_rows(values_only=True)
    return {str(row[0]): row[4] or "" for row in rows if row[0] and str(row[0]).replace(".", "").isdigit()}


def due(data: bytes) -> date:
    """What stands beside «Срок возврата»."""
    rows = openpyxl.load_workbook(io.BytesIO(data))["Месяц"].iter_rows(values_only=True)
    return next(row[1].date() for row in rows if row[0] == "Срок возврата")


def test_due_left_over_and_starting(filled, send):
    send(file("план9.csv", [HEAD, *ROWS]))
    with filled.view() as view:
        found = numbers(workbook.workbook(view, "Ш09", date(2026, 11, 1)))
    assert found == {"1.1": "", "2.1": "", "2.2": "", "2.3": "предстоит", "2.5": "предстоит"}


def test_what_was_told_before_stands_beside(filled):
    with filled.view() as view:
        found = numbers(workbook.workbook(view, "Ш05", date(2026, 11, 1)))
    assert found == {"1.2": "не выполнено (октябрь)", "2.1": "предстоит"}


@pytest.mark.parametrize(("school", "sentence"), [
    pytest.param("Ш77", "нет в реестре", id="unknown-school")])
def test_a_school_without_workbook_is_a_sentence(filled, school, sentence):
    with filled.view() as view, pytest.raises(ShnorError, match=sentence):
        workbook.workbook(view, school, date(2026, 11, 1))



def test_the_due_day_follows_the_rules_of_the_municipality(filled):
    rules = Forms((Rule("month", due="workday", n=5),))
    with filled.view() as view:
        shipped = due(workbook.workbook(view, "Ш05", date(2026, 10, 1)))
        own = due(workbook.workbook(view, "Ш05", date(2026, 10, 1), rules))
    assert (shipped, own) == (date(2026, 10, 26), date(2026, 11, 9))


STAFF = [["Школа", "На дату", "Предмет / должность", "Всего, чел.", "Вакансии"],
         ["МБОУ ООШ № 5", "20.09.2025", "музыка", "1", ""], ["МБОУ ООШ № 5", "20.09.2026", "русский язык", "2", ""],
         ["МБОУ ООШ № 5", "20.09.2026", "физика", "0", "0,5"], ["МБОУ ООШ № 5", "20.09.2026", "Все педагоги", "13", ""],
         ["МБОУ ООШ № 9", "20.09.2026", "химия", "1", ""]]
RESULTS = [["Процедура", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "5", "4", "3", "2"],
           ["ВПР", "2025/26", "МБОУ ООШ № 5", "6", "математика", "12", "1", "4", "5", "2"],
           ["ВПР", "2025/26", "МБОУ ООШ № 5", "5", "русский язык", "11", "1", "4", "5", "1"]]
TERM = [["Процедура", "Учебный год", "Часть года", "Школа", "Класс", "Предмет", "Писали", "5", "4", "3", "2"],
        ["Отметки за четверть", "2026/27", "I четверть", "МБОУ ООШ № 5", "6", "математика", "12", "1", "4", "5", "2"]]


@pytest.fixture
def known(filled, send):
    for name, table in (("кадры.csv", STAFF), ("ВПР.csv", RESULTS)):
        send(file(name, table))
    return filled


def book(store, day: date = date(2026, 11, 1)) -> workbook.Book:
    with store.view() as view:
        return workbook.book(view, "Ш05", day)


def test_teachers_of_the_newest_day_by_subject(known):
    assert [(row.subject, row.people) for row in book(known).staff] == [("русский язык", 2), ("физика", 0)]


def test_marks_are_asked_of_the_grades_of_the_school_when_a_term_ended(known):
    november = book(known)
    assert (november.head.term, november.head.term_due) == ("I четверть", date(2026, 11, 12))
    assert [(row.grade, row.subject) for row in november.classes] == [
        (5, "русский язык"), (5, "математика"), (6, "русский язык"), (6, "математика")]
    assert (book(known, date(2026, 10, 1)).head.term, november.marks) == ("", 20)


def test_marks_that_were_sent_are_not_asked_again(known, send):
    send(file("четверть.csv", TERM))
    assert (book(known).head.term, book(known).marks) == ("", 0)


def test_a_school_without_a_roadmap_still_has_its_other_sheets(store, send):
    send(file("школы.csv", [["Код школы", "Номер", "Краткое название"], ["Ш05", "5", "МБОУ ООШ № 5"]]))
    assert openpyxl.load_workbook(io.BytesIO(book(store).data)).sheetnames[0] == "Месяц"
    assert book(store).asked == 0
