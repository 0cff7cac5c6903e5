"""Courses: numbers as they come, lists of people as numbers alone."""

from datetime import date

import pytest

from shnor.loaders.types import KEEP
from tests.loaders.made import KNOWN, checked, grid, records, said

PEOPLE = ("№", "ФИО", "Школа", "Предмет", "Программа", "Часов", "Сроки", "№ удостоверения")
FIVE = "МБОУ ООШ № 5"


def people(*rows: tuple, header: tuple = PEOPLE, **more):
    return checked(grid(header, *((place, *row) for place, row in enumerate(rows, start=1))), **more)


def text_of(result) -> str:
    return repr([item.cells for item in result.grids] + [batch.table.to_pylist() for batch in result.batches]
                + [issue for issue in result.issues])


def test_a_number_without_a_school_is_one_record():
    result = checked(grid(("Школа", "Год", "Человек", "Организация"), ("школы не указаны", 2022, 129, "ИРО")))
    assert (said(result), records(result, "school_id", "period", "people", "certificates", "provider")) == (
        [], [("", "2022", 129, None, "ИРО")])


def test_people_become_numbers():
    """One took two programmes: three people, four certificates, one of them met before."""
    result = people(("Педагог 1", FIVE, "Математика", "ОГЭ", 36, "с 10.09.2026 по 18.11.2026", 101),
                    ("Педагог 2", FIVE, "математика", "ОГЭ", 36, "18.11.2026", 102),
                    ("Педагог 1", FIVE, "математика", "ФГОС", 72, "20.11.2026", 103),
                    ("Педагог 3", "МБОУ СОШ № 2", "физика", "ФГОС", 72, "20.11.2026", 104))
    names = ("school_id", "period", "subject", "programme", "hours", "people", "certificates", "repeated", "cell")
    assert records(result, *names) == [
        ("Ш05", "2026-11-18", "математика", "ОГЭ", 36, 2, 2, None, "E2, E3"),
        ("Ш05", "2026-11-20", "математика", "ФГОС", 72, 1, 1, 1, "E4"),
        ("Ш02", "2026-11-20", "физика", "ФГОС", 72, 1, 1, None, "E5")]
    assert result.acceptable
    [told] = [issue.message for issue in result.issues if issue.code == "names-not-kept"]
    assert "имена не сохранены, осталось число по предметам: 3\u00a0человека, 4\u00a0удостоверения; некоторые" in told


def test_no_name_and_no_number_of_a_document_is_left():
    result = people(("Иванова Анна Петровна", FIVE, "химия", "ФГОС", 72, "20.11.2026", "АБ 7700"))
    assert not [word for word in ("Иванов", "Анна", "7700") if word in text_of(result)]


def test_the_same_name_in_two_schools_and_two_years_is_new():
    rows = [("Педагог 1", school, "химия", "ФГОС", 72, day, 1) for school, day in (
        (FIVE, "20.11.2025"), (FIVE, "20.11.2026"), ("МБОУ СОШ № 2", "20.11.2026"))]
    assert records(people(*rows), "repeated") == [(None,), (None,), (None,)]


def test_a_person_on_two_sheets_is_met_before():
    one = [(1, "Педагог 1", FIVE, "химия", name, 72, day, 1)
           for name, day in (("А", "05.02.2026"), ("Б", "05.11.2026"))]
    result = checked(grid(PEOPLE, one[0], sheet="февраль"), grid(PEOPLE, one[1], sheet="ноябрь"))
    assert [batch.table["repeated"].to_pylist() for batch in result.batches] == [[None], [1]]


def test_a_row_without_a_name_is_somebody_else():
    rows = [(name, FIVE, "химия", "ФГОС", 72, "20.11.2026", 1) for name in ("Педагог 1", None, None)]
    assert records(people(*rows), "people", "certificates") == [(3, 3)]


def test_hours_with_their_unit_are_read_and_in_days_asked():
    table = [people(("Педагог 1", FIVE, "химия", "ФГОС", hours, "20.11.2026", 1)) for hours in ("72 часа", "9 дней")]
    assert [records(result, "hours") for result in table] == [[(72,)], [(None,)]]
    [issue] = [issue for issue in table[1].issues if issue.severity == "question"]
    assert (issue.cell, [choice.value for choice in issue.choices]) == ("F2", ["9"])


def test_one_programme_of_two_lengths_is_two():
    rows = [("Педагог 1", FIVE, "химия", "ФГОС", hours, "20.11.2026", 1) for hours in (36, 72)]
    assert records(people(*rows), "programme", "hours") == [("ФГОС (36\u00a0ч)", 36), ("ФГОС (72\u00a0ч)", 72)]


def test_rows_without_names_are_people_only_if_somebody_says_so():
    header, row = tuple(title for title in PEOPLE if title != "ФИО"), (FIVE, "химия", "ФГОС", 72, "20.11.2026", 1)
    asked = people(row, row, header=header)
    assert (records(asked, "people", "certificates"), asked.acceptable) == ([(None, 2)], False)
    [cell] = [issue.cell for issue in asked.issues if issue.code == "rows-or-people"]
    told = people(row, row, header=header, answers={("Лист1", cell): "Одна строка — один человек"})
    assert (records(told, "people", "certificates"), said(told)) == ([(2, 2)], [("G1", "columns-left")])


@pytest.mark.parametrize("header", [
    pytest.param(("№", "ФИО", "Должность", "Предмет", "ОО", "Тема (программа)", "Кол-во часов", "Сроки (с – по)",
                  "Место (ИРО / ЦНППМ)", "Форма", "№ и дата удостоверения"), id="municipal"),
    pytest.param(("№", "Фамилия получателя", "Имя получателя", "Предмет", "Наименование ОО",
                  "Наименование дополнительной профессиональной программы", "Срок обучения, часов",
                  "Дата выдачи документа", "Номер документа"), id="register"),
])
def test_headers_of_others(header):
    said_of = {"Предмет": "химия", "ОО": FIVE, "Наименование ОО": FIVE, "Кол-во часов": 72, "Срок обучения, часов": 72,
               "Сроки (с – по)": "01.11.2026-20.11.2026", "Дата выдачи документа": "20.11.2026", "№": 1}
    result = checked(grid(header, tuple(said_of.get(title, "Педагог") for title in header)))
    assert records(result, "school_id", "period", "subject", "hours", "people") == [
        ("Ш05", "2026-11-20", "химия", 72, 1)]
    assert result.acceptable


ABOVE = [
    pytest.param("Курсы педагогов МБОУ ООШ № 5 за 2026 год", ("Ш05", "2026", "done"), id="year"),
    pytest.param("МБОУ ООШ № 5: курсы за IV квартал 2026 года", ("Ш05", "2026-Q4", "done"), id="quarter"),
    pytest.param("Курсы, МБОУ ООШ № 5, 2025/26 учебный год", ("Ш05", "2025/26", "done"), id="school-year"),
    pytest.param("План курсов МБОУ ООШ № 5 на 2026 год", ("Ш05", "2026", "planned"), id="plan"),
    pytest.param("Выполнение плана курсов МБОУ ООШ № 5 за 2026 год", ("Ш05", "2026", "done"), id="plan-done"),
    pytest.param("МБОУ ООШ № 5. Приказ от 12.01.2025 № 14, за ноябрь 2026 года", ("Ш05", "2026-11", "done"),
                 id="order"),
]


@pytest.mark.parametrize(("title", "expected"), ABOVE)
def test_what_stands_above_the_table(title, expected):
    result = checked(grid((title,), ("Предмет", "Программа", "Человек"), ("химия", "ФГОС", 3)))
    assert (said(result), records(result, "school_id", "period", "state")) == ([], [expected])


def test_what_nothing_says_is_asked():
    table = grid(("Предмет", "Программа", "Человек"), ("химия", "ФГОС", 3))
    asked = checked(table)
    assert [(issue.code, issue.severity) for issue in asked.issues] == [("period-unsaid", "error"),
                                                                        ("whose-courses", "question")]
    period, school = (issue.cell for issue in asked.issues)
    told = checked(table, answers={("Лист1", period): "2026", ("Лист1", school): KEEP})
    assert (said(told), records(told, "school_id", "period")) == ([], [("", "2026")])


def test_a_list_of_people_must_say_whose_it_is():
    header = tuple(title for title in PEOPLE if title != "Школа")
    asked = people(("Педагог 1", "химия", "ФГОС", 72, "20.11.2026", 1), header=header)
    [issue] = [issue for issue in asked.issues if issue.code == "whose-courses"]
    assert (issue.severity, asked.acceptable) == ("error", False)
    told = people(("Педагог 1", "химия", "ФГОС", 72, "20.11.2026", 1), header=header,
                  answers={("Лист1", issue.cell): "Школы не указаны"})
    assert (records(told, "school_id", "people"), told.acceptable) == ([("", 1)], True)


def test_a_blank_school_under_a_school_is_never_taken_silently():
    table = grid(("Школа", "Когда", "Человек"), (FIVE, 2026, 3), (None, 2025, 4))
    assert [(issue.cell, issue.code, issue.severity) for issue in checked(table).issues] == [
        ("A3", "school-blank", "error")]
    kept = checked(table, answers={("Лист1", "A3"): KEEP})
    assert (said(kept), records(kept, "school_id")) == ([], [("Ш05",), ("",)])


def test_more_repeated_than_people_is_refused():
    result = checked(grid(("Школа", "Когда", "Человек", "Из них уже учтены"), (FIVE, 2026, 3, 4)))
    assert said(result) == [("D2", "more-repeated")]


def test_the_day_and_month_are_derived():
    result = checked(grid(("Школа", "Когда", "Человек"), (FIVE, "ноябрь 2026", 3), (FIVE, "2026", 4)), known=KNOWN)
    assert records(result, "day", "month") == [(date(2026, 11, 1), date(2026, 11, 1)), (date(2026, 1, 1), None)]


@pytest.mark.parametrize(("when", "state", "expected"), [
    pytest.param("05.05.2028", None, [("B2", "future-course")], id="finished-in-the-future"),
    pytest.param("декабрь 2026", "завершили", [("B2", "future-course")], id="a-month-that-has-not-begun"),
    pytest.param("декабрь 2026", "по плану", [], id="a-plan"),
    pytest.param("ноябрь 2026", None, [], id="this-month"),
    pytest.param("2026", None, [], id="this-year"),
])
def test_nobody_has_finished_courses_in_the_future(when, state, expected):
    result = checked(grid(("Школа", "Когда", "Состояние", "Предмет", "Человек"),
                          ("МБОУ ООШ № 5", when, state, "физика", 2)))
    assert said(result) == expected
