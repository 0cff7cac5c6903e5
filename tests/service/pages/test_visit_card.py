"""What whoever goes to a school reads before."""

import pytest

from shnor.reports import visit
from shnor.service.pages import visit_card
from tests.service.conftest import DAY, FILLED, file

SCHOOL = "МБОУ ООШ № 5"
HEAD = ["Из какого документа", "Год рекомендации", "№ рекомендации", "Кому рекомендовано", "Школа", "Рекомендация",
        "Срок рекомендации", "Отметка о выполнении", "Дата выполнения"]
TOLD = [HEAD,
        ["выезд 12.11.2026", "2026", "1", "директору", SCHOOL, "Пробная работа", "10.12.2026", "", ""],
        ["выезд 12.11.2026", "2026", "2", "директору", SCHOOL, "Маршруты", "20.11.2026", "выполнена", "18.11.2026"],
        ["выезд 05.03.2026", "2026", "1", "директору", SCHOOL, "Открытый урок", "01.06.2026", "", ""],
        ["выезд 05.03.2026", "2026", "2", "директору", SCHOOL, "План ВШК", "", "выполнена", ""],
        ["справка за 2025 год", "2025", "1", "директорам", "", "Общее", "", "", ""]]
RISKS = [["Школа", "Год профиля", "Фактор риска", "Уровень риска", "Выбран для работы", "Мера по фактору"],
         [SCHOOL, "2026", "Дефицит педагогических кадров", "высокий", "да", ""]]
ASKED = [["Школа", "Месяц", "№", "Что нужно", "Ответить до"], [SCHOOL, "ноябрь 2026", "1", "тьютор", "04.12.2026"]]


LOG = [["Дата", "Вид", "Тема", "Кто проводил", "Школы", "Что увидели на выезде", "Что обещала школа"],
       ["12.11.2026", "выезд", "Уроки в 9 классе", "наставник", "ООШ № 5", "мало заданий на вычисления",
        "пробная работа до 15.12.2026"],
       ["05.03.2026", "выезд", "Уроки в 6 классе", "наставник", "ООШ № 5", "один уровень заданий", ""],
       ["20.11.2026", "выезд", "Знакомство", "наставник", "ООШ № 5", "", ""],
       ["10.11.2026", "выезд", "Уроки", "наставник", "ООШ № 9", "чужое", "чужое"]]


@pytest.fixture
def beginning():
    return [*FILLED, file("журнал выездов.csv", LOG), file("рекомендации.csv", TOLD), file("риски.csv", RISKS),
            file("вопросы.csv", ASKED)]


def card(store, school="Ш05"):
    with store.view() as view:
        return visit_card.build(view, school, day=DAY)


def test_the_last_visit_stands_whole_and_what_is_open_of_others_below(store):
    found = card(store)
    assert (found.last, found.advised, found.older) == ("выезд 12.11.2026", (
        ("1. Пробная работа", "10.12.2026", "открыто"), ("2. Маршруты", "20.11.2026", "выполнено 18.11.2026")), (
        ("1. Открытый урок (выезд 05.03.2026)", "01.06.2026", "срок прошёл: выполнение не подтверждено"),))


def test_the_newest_visit_that_tells_it_says_what_was_seen_and_promised(store):
    assert card(store).before == (("выезд", "12.11.2026"), ("увидели", "мало заданий на вычисления"),
                                  ("обещала школа", "пробная работа до 15.12.2026"))
    assert "Прошлый выезд" in [section["title"] for section in visit._sections(card(store))]


def test_what_is_due_what_is_asked_and_the_chosen_risk(store):
    found = card(store)
    assert [what for _, what in found.due] == [
        "1.2 «Семинар»; не выполнено; причина: «перенесём на декабрь»", "2.1 «Пробная работа»"]
    assert [what for _, what in found.asks] == ["тьютор → ответ до 04.12.2026"]
    assert found.risks == ("Дефицит педагогических кадров: уровень высокий; меры пока нет",)


def test_a_school_nobody_advised_says_so_and_prints(store):
    found = card(store, "Ш09")
    assert (found.last, found.advised) == ("", ())
    assert visit.pdf(found) == visit.pdf(found) != b""
