"""Indicators of a scale are found by their names; what is missing says which files would tell it."""

from fractions import Fraction

import pytest

from shnor.metrics import METRICS
from shnor.scope import Scope
from shnor.service.pages import level
from shnor.service.pages.level import answer
from tests.service.conftest import DAY, file

DONE = METRICS["roadmap_done_due"].title
HEAD = ["Порог или шкала", "Ступень или предмет", "Значение порога", "Единица порога", "Порог действует с",
        "Документ порога"]
SCALE = [HEAD, *([f"Шкала уровня {whose}", *row, "01.01.2026", "положение от 12.01.2026 № 3"] for whose, *row in (
    ("МНЦ", DONE, "60", "вес"), ("МНЦ", "Охват наставниками, %", "40", "вес"), ("МНЦ", "оптимальный", "60", "балл"),
    ("МНЦ", "критический", "0", "балл")))]
OWN = [["Показатель", "Период", "Значение", "Единица", "Из скольких"],
       ["Охват наставниками, %", "2025", "50", "%", "6"], ["Охват наставниками, %", "2026", "70", "%", "7"]]
PROTOCOL = [HEAD, ["Уровень МНЦ", "допустимый", "1", "", "01.11.2026", "протокол от 20.11.2026 № 4"]]


def built(store):
    with store.view() as view:
        return level.build(view, day=DAY)


def test_without_a_scale_there_is_no_level(filled):
    assert built(filled).levels == ()


def test_what_is_missing_names_its_files(filled, send):
    send(file("шкала.csv", SCALE))
    found = built(filled)
    assert answer(found.levels[0]) == "Нельзя вывести: не хватает «Охват наставниками, %»."
    assert found.sources == {"Охват наставниками, %": level.SUMMARY}


def test_a_level_is_derived_from_figures_and_the_own_summary(filled, send):
    """Done 1 of 3 due: 20 of 60; 50 % of the last year that is over: 20 of 40."""
    send(file("шкала.csv", SCALE))
    send(file("свод.csv", OWN))
    [made] = built(filled).levels
    assert [(step.value.replace("\u00a0", " "), step.points) for step in made.steps] == [
        ("1 из 3", Fraction(20)), ("50 % (из 6)", Fraction(20))]
    assert answer(made).replace("\u00a0", " ") == (
        "Расчётный: критический, 40 из 100 баллов по 2 показателям (шкала: положение от 12.01.2026 № 3).")


def test_a_protocol_is_the_only_answer(filled, send):
    send(file("шкала.csv", SCALE))
    send(file("протокол.csv", PROTOCOL))
    [made] = built(filled).levels
    assert answer(made) == "Допустимый: установлен рабочей группой, протокол от 20.11.2026 № 4."
    assert "критический" not in answer(made)


@pytest.mark.parametrize(("scope", "told"), [
    (Scope("head"), 1), (Scope("director", frozenset({"Ш05"})), 0), (Scope("curator", frozenset({"Ш05", "Ш09"})), 0),
    (Scope("guest", frozenset()), 0)], ids=lambda one: getattr(one, "role", ""))
def test_of_some_schools_no_level_of_the_municipality_follows(filled, send, scope, told):
    send(file("шкала.csv", SCALE))
    with filled.view(scope) as view:
        assert len(level.build(view, day=DAY).levels) == told


@pytest.mark.parametrize("known", [True, False])
def test_a_metric_tells_its_own_files(known):
    assert (level._source(DONE if known else "иное") == METRICS["roadmap_done_due"].source) is known


def test_of_a_share_that_should_be_small_the_rest_gives_points(filled, send):
    """No word of 1 of the 3 due: two thirds of 60."""
    rows = [[one if one != DONE else METRICS["roadmap_no_report"].title for one in row] for row in SCALE]
    send(file("шкала.csv", rows))
    [made] = built(filled).levels
    assert (made.steps[0].value, made.steps[0].points) == ("1 из 3; баллы — за остальные", Fraction(40))
