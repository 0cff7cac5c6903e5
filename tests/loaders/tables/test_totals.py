"""Rows that are sums of other rows are not counted once more."""

import pytest

from tests.loaders.made import checked, grid, records, said

STAFF = ("Школа", "На дату", "Предмет", "Всего, чел.")
DAY = "20.09.2026"


@pytest.mark.parametrize("total", ["Итого", "ИТОГО:", "Всего", "Общий итог", "Итого по школе", "Всего за месяц"])
def test_a_numbered_total_is_no_subject(total):
    result = checked(grid(("МБОУ ООШ № 5",), ("Педагоги на 20.09.2026",), ("№ п/п", "Предмет", "Всего, чел."),
                          (1, "математика", 2), (2, "физика", 1), (3, total, 3)))
    assert said(result) == [("A6", "totals-left")]
    assert f"A6 «{total}»" in result.issues[0].message
    assert records(result, "subject", "people") == [("математика", 2), ("физика", 1)]


def test_a_total_of_a_school_is_left_out_with_a_word():
    result = checked(grid(STAFF, ("МБОУ ООШ № 5", DAY, "математика", 2), ("МБОУ ООШ № 5", DAY, "Всего", 2),
                          ("МАОУ СОШ № 11", DAY, "физика", 1)))
    assert (said(result), result.acceptable) == ([("A3", "total-left")], True)
    assert records(result, "school_id", "subject", "people") == [("Ш05", "математика", 2), ("Ш11", "физика", 1)]


def test_a_total_of_a_question_is_no_answer():
    result = checked(grid(("Опрос", "Когда", "Школа", "Вопрос", "Вариант ответа", "Выбрали", "Положительный ответ"),
                          *(("Опрос", "ноябрь 2026", "МБОУ ООШ № 5", "Помогли?", *row)
                            for row in (("да", 8, "да"), ("нет", 3, "нет"), ("Итого", 11, None)))))
    assert records(result, "option", "answers") == [("да", 8), ("нет", 3)]


def test_a_total_is_no_event_and_no_school_of_the_register():
    events = checked(grid(("№", "Дата", "Вид", "Участников"), (1, "ноябрь 2026", "семинар", 14),
                          (2, "ноябрь 2026", "ИТОГО мероприятий", 14)))
    register = checked(grid(("№", "Код школы", "Краткое название"), (1, "Ш20", "МБОУ СОШ № 20"),
                            (2, "Итого", "Итого")))
    assert (records(events, "event_kind"), records(register, "school_id")) == ([("семинар",)], [("Ш20",)])


def test_words_that_only_begin_like_a_total_are_rows():
    result = checked(grid(("Дата", "Вид", "Тема"), ("18.11.2026", "семинар", "Итоговый семинар"),
                          ("19.11.2026", "семинар", "Всего одна задача")))
    assert records(result, "topic") == [("Итоговый семинар",), ("Всего одна задача",)]


def test_an_indicator_may_begin_with_all():
    result = checked(grid(("Показатель", "Ед. изм.", "2024"), ("Всего обучающихся", "чел.", 100),
                          ("Качество знаний", "%", 48.5), ("Всего педагогов", "чел.", 20), sheet="МБОУ ООШ № 5"))
    assert records(result, "indicator", "value") == [
        ("Всего обучающихся", 100.0), ("Качество знаний", 48.5), ("Всего педагогов", 20.0)]


@pytest.mark.parametrize("total", [(3, "Итого", None, None, 108), (None, "Всего: 2", None, None, 108),
                                   ("Итого", None, None, None, 108)])
def test_a_total_in_the_column_of_names_is_nobody(total):
    result = checked(grid(("Педагоги МБОУ ООШ № 5, прошедшие курсы в 2026 году",),
                          ("№", "ФИО", "Должность", "Программа", "Часов"), (1, "Иванова И. И.", "учитель", "А", 36),
                          (2, "Петрова П. П.", "учитель", "Б", 72), total))
    assert records(result, "programme", "people", "certificates") == [("А", 1, 1), ("Б", 1, 1)]
