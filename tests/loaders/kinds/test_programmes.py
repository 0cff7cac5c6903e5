"""Sessions of programmes: the programme above, schools in a cell, a session over the border of a month."""

from datetime import date

from tests.loaders.made import checked, grid, records, said


def test_a_journal_of_one_programme():
    result = checked(grid(
        ("«Умные каникулы»: занятия",), ("№ занятия", "МОДУЛЬ", "Тема :", "Дата проведения", "Школы-участники",
                                         "Записалось", "Посетили"),
        (1, 2, 3, 4, 5, 6, 7), (1, "Качество урока", "Дроби", "26.10.2026–01.11.2026", "ООШ № 5, СОШ № 2", 20, 18)))
    assert said(result) == []
    assert records(result, "programme", "session", "period", "school_codes", "year", "month", "known_on", "came") == [
        ("Умные каникулы", "1", "2026-10-26/2026-11-01", "Ш02;Ш05", 2026, date(2026, 10, 1), date(2026, 11, 1), 18)]


def test_attendance_of_several_programmes_with_a_group_header():
    result = checked(grid(("Проект", "Когда", "Охват, чел.", None, "Учебный предмет"),
                          (None, None, "приглашено", "посетили", None),
                          ("Методический абонемент", "18.11.2026", 12, 0, "Математика"), merged=((0, 2, 0, 3),)))
    assert (said(result), records(result, "programme", "invited", "came", "subject", "school_codes")) == (
        [], [("Методический абонемент", 12, 0, "математика", "")])


def test_a_school_that_is_not_found_is_asked_as_of_events():
    result = checked(grid(("Программа", "Тема занятия", "Дата занятия", "Школы"),
                          ("Умные каникулы", "Дроби", "18.11.2026", "СОШ № 99")))
    assert (said(result), result.acceptable) == ([("D2", "event-school")], True)
