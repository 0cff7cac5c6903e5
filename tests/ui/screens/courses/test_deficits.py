"""Pictures of deficits, routes and tests of competence: what stands in them and what does not."""

import re
from dataclasses import replace
from datetime import date

import pytest

from shnor.metrics import METRICS
from shnor.metrics.figure import Figure
from shnor.service.pages import deficits
from shnor.service.pages.deficits import Chain, DeficitsPage, Diagnosis, Quarter, Routes, Square
from shnor.ui.screens.courses import chain, routes
from shnor.ui.screens.courses import deficits as page
from tests.ui.screens.courses.test_words import DAY, SESSION


def figure(metric, k, n=None):
    status = "no_data" if not (k if n is None else n) else "ok" if n is None or n >= 10 else "small"
    return Figure(metric, {}, "по 6 школам перечня", DAY, k, n, k / n if n else None, None, None, status, 1,
                  METRICS[metric].unit)


def found(*counts):
    """found, helped, checked, closed; two teachers a deficit."""
    made, helped, checked, closed = counts
    figures = (figure("deficits_found", made), figure("deficits_helped", helped, made),
               figure("deficits_closed_checked", closed, checked), figure("deficits_people", 2 * made),
               figure("deficits_people_helped", 2 * helped, 2 * made),
               figure("deficits_people_closed", 2 * closed, 2 * checked))
    return Chain(2026, {one.metric: one for one in figures}, date(2026, 8, 28), date(2026, 8, 28), {"year": 2026})


QUARTERS = Quarter("2026-Q3", True, 20, 23, 0, 2, 4), Quarter("2026-Q4", False, 9, 0, 14, 0, 0)
TOTALS = {one.metric: one for one in (figure("routes_people", 23), figure("routes_teams", 2),
                                      figure("routes_corrected", 4), figure("routes_staff_share", 23, 118))}
TOLD = Diagnosis("учителя", "математика", {one.metric: one for one in (
    figure("competence_people", 12), figure("competence_high", 1, 12), figure("competence_middle", 0, 0),
    figure("competence_low", 0, 0), figure("competence_passed", 12, 12))}, {"year": 2026})
PAGE = DeficitsPage(
    2026, 2026, DAY, (2026, 2025), found(34, 29, 26, 17), (Square("subject", "математика", 6, 12, 2),
                                                           Square("method", "", 1, 2, 0, True)),
    ("subject", "method"), ("математика", ""), Routes(TOTALS, QUARTERS, 2026, {"year": 2026}), (TOLD,), None, {},
    frozenset(deficits.KINDS))


def plain(body):
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", str(body)).replace("\u00a0", " ")).strip()


def test_three_bars_of_one_length():
    shown = chain.need(SESSION, PAGE)
    assert plain(shown.body) == (
        "Выявлено 68 случаев 34 Помощь организована 58 случаев 29 5 помощь организована 29 · мера не записана 5 "
        "Повторная диагностика устранён в 34 случаях 17 9 8 устранён 17 · проверен и не устранён 9 · не проверялся 8")
    assert "педагог" not in plain(shown.body)
    widths = [[int(n) for n in re.findall(r"flex:(\d+)", bar)] for bar in str(shown.body).split("class='step'")[1:]]
    assert [sum(one) for one in widths] == [34, 34, 34]
    assert [series.points[0].k for series in shown.chart.series] == [34, 29, 17]


def test_nobody_checked_again_is_hatched_and_not_zero():
    shown = chain.need(SESSION, replace(PAGE, chain=found(5, 3, 0, 0)))
    assert plain(shown.body).endswith("Повторная диагностика 5 не проверялся 5")
    assert "устранение не проверялось" in shown.block.notes[0].text


def test_groups_by_subjects_with_the_year_before():
    body = plain(chain.matrix(SESSION, PAGE).body)
    assert body == "Предмет предметный методический математика 6 было 2 не по предмету менее 10"
    assert chain.matrix(SESSION, PAGE).block.rows == (("математика", 6, None), ("не по предмету", None, "менее 10"))


def points(series):
    return {point.at: point.k for point in series.points if point.k}


def test_steps_of_a_quarter_that_is_not_over_are_ahead():
    shown = routes.quarters(SESSION, PAGE)
    assert [points(series) for series in shown.chart.series] == [
        {"пройдены": 20, "не отмечены пройденными": 3, "сняты": 2}, {"пройдены": 9, "впереди или идут": 14}]
    assert [series.words for series in shown.chart.series] == ["скорректировано маршрутов: 4", "идёт до 31.12.2026"]
    assert shown.block.notes[0].replace("\u00a0", " ") == (
        "Индивидуальные маршруты составлены для 23 педагогов (19 % от 118); для команд школ — 2; скорректировано: "
        "4 маршрута.")


def test_a_level_nobody_told_of_is_no_zero():
    [series] = routes.levels(SESSION, PAGE).chart.series
    assert points(series) == {"высокий": 1, "уровень не назван": 11}
    assert [point.words for point in series.points][1:3] == ["нет данных", "нет данных"]
    assert series.words.replace("\u00a0", " ") == "успешно 12 из 12 (100 %)"


def test_few_people_are_not_shown_to_everybody():
    [series] = routes.levels(SESSION, replace(PAGE, tested=(replace(TOLD, hidden=True),))).chart.series
    assert points(series) == {}
    assert {point.words for point in series.points} == {"мало участников"}


@pytest.mark.parametrize(("data", "said"), [
    pytest.param(PAGE, "", id="all-there"),
    pytest.param(replace(PAGE, chain=None, routes=None, tested=(), there=frozenset()),
                 "Сведений здесь нет: их заполнят формы «Профессиональные дефициты», «Индивидуальные маршруты» и "
                 "«Диагностика компетенций». Файл или строки принимает «Приём отчётов».", id="nothing"),
    pytest.param(replace(PAGE, chain=None), "По тому, что выбрано, выявленных дефицитов за 2026 год не записано. ",
                 id="none-of-what-is-chosen")])
def test_what_is_missing_names_its_form(data, said):
    assert "".join(one if isinstance(one, str) else one.text for one in page.missing(data)) == said


def test_another_year_is_said():
    assert page.other_year(replace(PAGE, asked=2024)) == (
        "За 2024 год выявленных дефицитов в базе нет, показан 2026 год.")
