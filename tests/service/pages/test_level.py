"""Indicators of a scale are found by their names; what is missing says which files would tell it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from shnor.metrics import METRICS, Figure
from shnor.metrics.level import Level, Rung
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
    assert answer(replace(made, document="протокол рабочей группы от 20.11.2026 № 4")) == answer(made)
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


def figure(metric, k, n, **more):
    return Figure(metric, {}, "", DAY, k, n, k / n, None, None, "ok", 1, METRICS[metric].unit, more=more)


@pytest.mark.parametrize(("metric", "k", "n", "share", "text"), [
    pytest.param("course_plan_share", 52, 52, 1, "52 из 52", id="the-plan-exactly"),
    pytest.param("course_plan_share", 53, 52, 1, "53 при плане 52; засчитан полный вес", id="over-the-plan"),
    pytest.param("roadmap_done_due", 53, 52, None, "53 при общем числе 52 — проверьте числа", id="over-what-there-is"),
])
def test_over_plan_is_the_full_weight(metric, k, n, share, text):
    value = level._of_figure(figure(metric, k, n), {}).value
    assert (value.share, value.text.replace("\u00a0", " ")) == (share, text)


def test_of_deficits_the_base_is_what_was_found():
    value = level._of_figure(figure("deficits_closed", 17, 34, is_kept=9, is_unchecked=8), {}).value
    assert (value.share, value.text.replace("\u00a0", " ")) == (
        Fraction(17, 34), "17 из 34; устранение не проверялось по 8")


LADDER = Rung("критический", Fraction(0)), Rung("допустимый", Fraction(65)), Rung("оптимальный", Fraction(85))
HALF = Rung("низкий", Fraction(0)), Rung("высокий", Fraction(5, 2))


def made(points, name="", state="derived", ladder=LADDER):
    return Level("МНЦ", state, name, "", points=Fraction(points), most=Fraction(100), ladder=ladder)


@pytest.mark.parametrize(("points", "border"), [
    pytest.param(85, "Нижняя граница своей ступени — 85, выше неё на 0 баллов.", id="at-the-border"),
    pytest.param(Fraction(169, 2), "До ступени «оптимальный» не хватает 0,5 балла; нижняя граница своей ступени — 65, "
                 "выше неё на 19,5 балла.", id="below-it"),
    pytest.param(0, "До ступени «допустимый» не хватает 65 баллов; нижняя граница своей ступени — 0, выше неё на 0 "
                 "баллов.", id="zero"),
])
def test_how_far_it_is_from_the_border(points, border):
    assert level.border(made(points)).replace("\u00a0", " ") == border


@pytest.mark.parametrize(("one", "steps"), [
    pytest.param(made(70), "Ступени, баллов: оптимальный — от 85; допустимый — 65–84; критический — ниже 65.",
                 id="whole"),
    pytest.param(made(70, ladder=HALF), "Ступени, баллов: высокий — от 2,5; низкий — ниже 2,5.", id="half"),
    pytest.param(made(70, ladder=LADDER[2:]), "Ступени, баллов: оптимальный — от 85.", id="one-step"),
    pytest.param(made(70, state="set"), "", id="a-protocol-stands-alone"),
    pytest.param(made(70, ladder=()), "", id="no-scale"),
])
def test_steps_stand_beside_the_level(one, steps):
    assert level.ladder(one).replace("\u00a0", " ") == steps
