"""What teachers asked for against what was held, counted by eye."""

import pytest

from shnor.service.pages import demand
from tests.service.conftest import DAY, SCHOOLS, file

SURVEY = [["Опрос", "Когда", "Школа", "Кто отвечал", "Вопрос", "Вариант ответа", "Выбрали", "Ответили на вопрос",
           "Можно выбрать несколько"]]
HELD = [["Программа помощи", "Модуль", "Занятие", "Дата занятия", "Приглашено", "Пришли на занятие", "Школы"],
        ["Абонемент", "Предметная компетентность", "1", "12.02.2026", "10", "9", "ООШ № 5"],
        ["Абонемент", "Предметная компетентность", "2", "12.03.2026", "10", "8", "ООШ № 5"],
        ["Абонемент", "Управление школой", "1", "14.04.2026", "5", "4", "ООШ № 9"],
        ["Каникулы", "Весенние", "1", "28.03.2026", "9", "9", "ООШ № 9"],
        ["Каникулы", "Осенние", "1", "26.10.2026", "9", "9", "ООШ № 9"],
        ["Абонемент", "Управление школой", "2", "10.12.2026", "5", "", "ООШ № 9"]]


def wave(when, *options, several="да", question="Какие модули нужны?"):
    return [["Запрос", when, "МБОУ ООШ № 5", "педагоги", question, option, str(k), "12", several]
            for option, k in options]


NEWEST = wave("август 2026", ("предметная  компетентность", 5), ("Работа с родителями", 7))


@pytest.fixture
def beginning():
    return [file("школы.csv", SCHOOLS), file("занятия.csv", HELD)]


def of(store):
    with store.view() as view:
        return demand.build(view, day=DAY, year=2026)


def test_options_stand_beside_the_modules_they_are_named_like(store, send):
    send(file("опрос.csv", [*SURVEY, *NEWEST, *wave("май 2026", ("Управление школой", 3))]))
    found = of(store)
    assert (found.wave, found.question, found.set) == ("2026-08", "Какие модули нужны?", "МБОУ ООШ № 5")
    assert [(one.name, one.wished and (one.wished.numerator, one.wished.denominator), one.sessions, one.people)
            for one in found.asked] == [
        ("Работа с родителями", (7, 12), 0, 0), ("предметная компетентность", (5, 12), 2, 17),
        ("Управление школой", None, 1, 4)]


@pytest.mark.parametrize("rows", [
    pytest.param([], id="no-survey"), pytest.param(wave("август 2026", ("Другое дело", 4)), id="no-module-is-named"),
    pytest.param(wave("август 2026", ("Управление школой", 4), several="нет"), id="one-choice-alone")])
def test_without_a_question_of_modules_there_is_nothing(store, send, rows):
    if rows:
        send(file("опрос.csv", [*SURVEY, *rows]))
    assert of(store) is None
