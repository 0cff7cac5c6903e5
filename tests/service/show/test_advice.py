"""The slide of recommendations: its counts, what of single schools is left out, when it is not there."""

import pytest

from shnor.service.show import deck
from shnor.service.show.room import Absent
from shnor.service.show.slides import advice
from shnor.shows import Show, Told
from tests.clock import noon
from tests.service.conftest import DAY, file

NAMES = {number: f"МБОУ ООШ № {number}" for number in (5, 7, 9, 11)}
SCHOOLS = [["Код школы", "Номер", "Краткое название"], *([f"Ш{number:02}", str(number), name]
                                                        for number, name in NAMES.items())]
HEAD = ["Из какого документа", "Год рекомендации", "№ рекомендации", "Кому рекомендовано", "Школа", "Рекомендация",
        "Отметка о выполнении", "Срок рекомендации", "Перенесена из года"]
COMMON = (("методическому центру", "", "выполнена", "", "2024"), ("методическому центру", "", "", "01.09.2026", "2024"),
          ("директорам школ", "", "выполняется", "", ""), ("директорам школ", "", "снята", "", ""))
"""To whom, of which school, what came of it, its day, from which year."""


def own(*numbers):
    return tuple(("директору школы", NAMES[number], "", "", "") for number in numbers)


@pytest.fixture
def beginning():
    return (file("школы.csv", SCHOOLS),)


@pytest.fixture
def slide(store, send):
    """The slide after these recommendations were accepted."""
    def made(*rows, before=frozenset()):
        if rows:
            send(file("рекомендации.csv", [HEAD, *(
                ["справка за 2025 год", "2025", str(place), whom, school, f"совет {place}", state, due, carried]
                for place, (whom, school, state, due, carried) in enumerate(rows, 1))]))
        with store.view() as view:
            return advice.advice(deck.opened(view, Show("1", "Показ", noon(), noon(), "к", deck.order(view, DAY), ()),
                                             DAY, before))
    return made


def lines(found):
    return {series.name: {point.at: point.k for point in series.points if point.k}
            for series in found.body.chart.series}


def test_by_addressee_without_what_is_taken_off(slide):
    found = slide(*COMMON)
    assert lines(found) == {"Методический центр": {"выполнено": 1, "срок прошёл": 1},
                            "Директора школ": {"выполняется": 1}}
    assert found.title.replace("\u00a0", " ") == "Из 3 рекомендаций выполнена 1"
    assert found.lead == "Перешло из прежних лет: 2, из них не выполнено: 1"
    assert "не считаются" not in found.source


def test_what_one_or_two_schools_were_advised_is_left_out_of_the_sum_too(slide):
    found = slide(*COMMON, *own(5, 7, 7))
    assert set(lines(found)) == {"Методический центр", "Директора школ"}
    assert found.title.replace("\u00a0", " ").startswith("Из 3 рекомендаций")
    assert advice.LEFT_OUT in found.source


def test_of_three_schools_it_is_one_line(slide):
    found = slide(*COMMON, *own(5, 7, 9))
    assert lines(found)[advice.OWN] == {"открыто": 3}
    assert found.title.replace("\u00a0", " ") == "Из 6 рекомендаций выполнена 1"
    assert advice.LEFT_OUT not in found.source


def test_a_sum_that_differs_from_one_told_by_one_school_is_left_out(slide):
    told = frozenset({Told("recommendations_done", frozenset({"Ш05", "Ш07", "Ш09"}))})
    assert advice.OWN not in lines(slide(*COMMON, *own(5, 7, 9, 11), before=told))


@pytest.mark.parametrize(("rows", "why"), [
    pytest.param((), "примите форму «Рекомендации и задачи»", id="no-rows"),
    pytest.param((COMMON[3],), "нет реестра", id="all-taken-off"),
    pytest.param(own(5, 7), "отдельным школам", id="of-two-schools-alone")])
def test_it_is_absent_with_its_reason(slide, rows, why):
    with pytest.raises(Absent, match=why):
        slide(*rows)
