"""The page of recommendations: who was advised what, what came of it, what a paper numbers wrong."""

from datetime import date

import pytest

from shnor.scope import Scope
from shnor.service.pages import recommendations
from tests.service.conftest import DAY, FILLED, file

HEAD = ["Из какого документа", "Год рекомендации", "№ рекомендации", "Кому рекомендовано", "Школа", "Рекомендация",
        "Срок рекомендации", "Отметка о выполнении", "Дата выполнения", "Перенесена из года"]
PAPER, VISIT = ["справка за 2025 год", "2025"], ["выезд 12.11.2026", "2026"]
TOLD = [HEAD,
        [*PAPER, "1", "управлению образования", "", "Найти учителя физики", "01.09.2026", "", "", ""],
        [*PAPER, "2", "методическому центру", "", "Закрепить тьютора", "", "выполняется", "", "2024"],
        [*PAPER, "4", "методическому центру", "", "Провести диагностику", "01.12.2026", "выполнена", "20.11.2026", ""],
        [*PAPER, "5", "директорам школ", "", "Обновить план ВШК", "15.12.2026", "снята", "", ""],
        [*VISIT, "1", "директору школы", "МБОУ ООШ № 5", "Пробная работа", "10.12.2026", "", "", ""],
        ["справка за 2027 год", "2027", "1", "методическому центру", "", "Следующее", "", "", "", ""]]


@pytest.fixture
def beginning():
    return [*FILLED, file("рекомендации.csv", TOLD)]


def page(store, **choice):
    with store.view() as view:
        return recommendations.build(view, day=DAY, **choice)


def test_each_addressee_has_its_parts(store):
    lines = {line.name: (line.done.numerator, {part: n for part, n in line.parts.items() if n})
             for line in page(store).lines}
    assert lines == {"управление образования": (0, {"late": 1}), "методический центр": (1, {"going": 1, "done": 1}),
                     "директора школ": (0, {"open": 1})}


def test_what_is_taken_off_or_of_a_year_to_come_counts_nowhere(store):
    data = page(store)
    assert (data.total.numerator, data.total.denominator, data.late.numerator) == (1, 4, 1)
    assert [(paper.source, paper.done, paper.given) for paper in data.papers] == [
        ("выезд 12.11.2026", 0, 1), ("справка за 2025 год", 1, 3)]


def test_a_head_says_every_part_of_its_document(store):
    assert [paper.parts for paper in page(store).papers] == [
        "выполнено 0, срок не наступил у 1", "выполнено 1, выполняется 1, срок прошёл у 1, снято 1"]


def test_the_next_day_and_what_went_over(store):
    data = page(store)
    assert (data.next.text, data.next.due) == ("Пробная работа", date(2026, 12, 10))
    assert [one.text for one in data.carried] == ["Закрепить тьютора"]


def test_a_gap_in_the_numbers_is_said_of_the_whole_paper(store):
    assert [(name, numbers.missing) for paper in page(store).papers for name, numbers in paper.numbered] == [
        ("", ("3",))]


@pytest.mark.parametrize(("choice", "total"), [
    pytest.param({"year": 2026}, 1, id="a-year"), pytest.param({"addressee": "centre"}, 2, id="an-addressee"),
    pytest.param({"year": 2026, "addressee": "centre"}, 1, id="an-addressee-the-year-has-not"),
    pytest.param({"year": 1999}, 4, id="an-unknown-year"),
])
def test_choices(store, choice, total):
    assert page(store, **choice).total.denominator == total


def test_of_one_school_alone(store):
    with store.view() as view:
        assert [one.text for one in recommendations.of_school(view, "Ш05", day=DAY)] == ["Пробная работа"]
        assert recommendations.of_school(view, "Ш09", day=DAY) == ()


def test_a_director_has_the_own_ones_alone_and_hears_nothing_of_numbers_of_others(store, send):
    paper = ["справка за 2026 год", "2026"]
    send(file("справка.csv", [HEAD, [*paper, "1", "директору школы", "МБОУ ООШ № 9", "Чужое", "", "", "", ""],
                              [*paper, "2", "директору школы", "МБОУ ООШ № 5", "Своё", "", "", "", ""]]))
    with store.view(Scope("director", frozenset({"Ш05"}))) as view:
        data = recommendations.build(view, day=DAY)
    assert [(paper.source, [one.text for one in paper.advice], paper.numbered) for paper in data.papers] == [
        ("выезд 12.11.2026", ["Пробная работа"], ()), ("справка за 2026 год", ["Своё"], ())]
    assert data.total.denominator == 2
