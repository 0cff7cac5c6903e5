"""Tiles and pictures of the page of surveys over typed figures."""

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.charts import answers
from shnor.metrics.figure import Figure
from shnor.service.figures.lines import Cell, LeftOut, Line
from shnor.service.pages.surveys import NOTHING, Asked, Chosen
from shnor.ui.kit import html
from shnor.ui.screens.surveys import page, pictures

DAY = date(2026, 11, 27)
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False, state=1)


def cell(k, n, metric="survey_share", status="", value=None):
    told = status or ("small" if n < 10 else "ok")
    share = k / n if n and told == "ok" else value
    return Cell(Figure(metric, {}, "по 6 школам перечня", DAY, k, n, share, share and share / 2, share and 1.0, told, 1,
                       "доля"), {})


PERCENT = cell(0, 0, status="no_n", value=0.71)
PAGE = replace(NOTHING, chosen=Chosen("Анкета", "teachers", "Помощь адресная?"), waves=("2026-04", "2026-11"),
               now=cell(63, 74), reached=cell(74, 118, "survey_response"), listed=6, silent=("МБОУ ООШ № 9",),
               total=Line("", (PERCENT, cell(63, 74)), None))


def tiles(**changed):
    texts = [re.sub(r"\s+", " ", re.sub("<svg.*?</svg>|<[^>]*>", " ", html._tile(one))) for one in page._tiles(
        SESSION, replace(PAGE, **changed))]
    return [text.replace("\u00a0", " ").strip() for text in texts]


def test_the_numbers_of_the_newest_wave():
    assert tiles() == ["Ответили положительно, ноябрь 2026 63 из 74 85 % · разброс от 42,6 до 100,0 %",
                       "Участвовали, ноябрь 2026 74 из 118 63 %",
                       "Ответили школы перечня 5 из 6 ждём: МБОУ ООШ № 9"]


def test_a_small_group_has_no_percentage():
    assert tiles(now=cell(4, 9), reached=cell(5, 9, "survey_response"))[:2] == [
        "Ответили положительно, ноябрь 2026 4 из 9", "Участвовали, ноябрь 2026 5 из 9"]


def test_where_nobody_says_how_many_were_asked_the_reach_is_not_known():
    assert tiles(reached=None)[1] == (
        "Участвовали, ноябрь 2026 охват неизвестен не указано, сколько человек опрашивали")


def test_many_schools_that_have_not_answered_are_counted_beyond_three():
    assert tiles(silent=tuple("абвгд"))[2] == "Ответили школы перечня 1 из 6 ждём: а, б, в и ещё 2"


def test_a_percentage_without_its_number_stands_on_no_line():
    point = pictures._point(SESSION, "апрель 2026", PERCENT)
    assert (point.value, point.k, point.words) == (None, None, "число опрошенных не указано")


def test_answers_in_no_file_fill_the_wave_to_those_who_answered():
    lines = tuple(Line(name, (None, cell(k, 20, "survey_option_share")), None) for name, k in (("да", 12), ("нет", 5)))
    series = pictures._wave(SESSION, replace(PAGE, options=lines), 1)
    assert [(point.at, point.k, point.n) for point in series.points] == [
        ("да", 12, 20), ("нет", 5, 20), (answers.UNNAMED, 3, 20)]


@pytest.mark.parametrize(("silent", "why"), [(("МБОУ ООШ № 9",), "не прислали"), ((), "нет данных")])
def test_a_school_without_answers_says_why(silent, why):
    line = Line("МБОУ ООШ № 9", (cell(4, 9), None), None, "Ш09")
    series = pictures._school(SESSION, replace(PAGE, silent=silent), line)
    assert (series.points[0].words, series.points[0].value) == (why, None)


def test_whose_waves_are_compared_stands_in_the_heading():
    gone = LeftOut((("МБОУ ООШ № 5", ("2025-11",)), ("МБОУ ООШ № 9", ("2025-11",))), 2)
    total = Line("", (cell(46, 60), cell(49, 57)), None, set="по 4 из 6 школ", left_out=gone)
    said = pictures._same(replace(PAGE, total=total), total.set).replace("\u00a0", " ")
    assert said == "по 4 из 6 школ, без № 5 и № 9 (нет за ноябрь 2025)"
    assert pictures._same(replace(PAGE, total=total), "по 5 школам") == "по 5 школам"


def test_a_heading_says_why_its_newest_wave_is_not_that_of_the_tile():
    total = Line("", (cell(46, 60), cell(49, 57)), None, set="по 4 из 6 школ", left_out=LeftOut((), 2))
    shown = replace(PAGE, total=total)
    assert pictures._of_waves(shown, "Как отвечали", "по 4 из 6 школ") == (
        "Как отвечали, по волнам: школы, ответившие во всех сравниваемых")
    [note] = pictures._of_all(SESSION, shown)
    assert re.sub("<[^>]*>", "", html.cell(note)).replace("\u00a0", " ") == (
        "Ноябрь 2026, все ответившие по 6 школам перечня: 63 из 74 (85 %)")


@pytest.mark.parametrize("left", [None, LeftOut((), 0)])
def test_where_all_schools_have_every_wave_nothing_is_explained(left):
    shown = replace(PAGE, total=Line("", (cell(50, 60), cell(63, 74)), None, set="по 6 школам", left_out=left))
    assert pictures._of_waves(shown, "Как отвечали", "по 6 школам") == "Как отвечали, по волнам"
    assert pictures._of_all(SESSION, shown) == ()


def wished(**more):
    newest = tuple((name, cell(k, 74, "survey_option_share")) for name, k in (
        ("Тьютор", 36), ("Другое", 60), ("Уроки", 37), ("Семинар", 18)))
    shown = pictures.wished(SESSION, PAGE, Asked("Что помогло?", (), newest), "wished-0", **more)
    return [one.name for one in shown.chart.series]


def test_what_was_chosen_most_stands_first_and_other_answers_last():
    assert wished() == ["Уроки", "Тьютор", "Семинар", "Другое"]


def test_a_scale_stands_as_it_runs():
    assert wished(scale=True) == ["Тьютор", "Другое", "Уроки", "Семинар"]


def test_schools_outside_the_list_stand_apart(monkeypatch):
    shown = []
    monkeypatch.setattr(page.html, "show", shown.append)
    one = Line("МБОУ СОШ № 2", (None, cell(3, 12)), None, "Ш02")
    page._folded(SESSION, replace(PAGE, total=None, others=(one,)))
    assert [re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", text)).strip()[:64] for text in shown] == [
        "Вне перечня, не посчитаны: 1 школа Школа апрель 2026 ноябрь 2026"]
    assert "3 из 12" in shown[0]


def test_a_choice_that_is_not_there_is_said():
    assert page.missing(replace(PAGE, missing={"wave": "2020-01", "question": "никакой"})) == [
        "Вопроса «никакой» в этом опросе нет, показан другой.",
        "Такой волны в этом опросе нет, показана последняя: ноябрь 2026."]
