"""Answers around the middle of their scale, and shares of many as dots on one axis."""

from datetime import date

import pytest

from shnor.charts import answers, facts, shapes
from shnor.charts.facts import Chart, Series

SCALE = ("да", "скорее да", "скорее нет", "нет")
POSITIVE = SCALE[:2]


def chart(*series: Series) -> Chart:
    return Chart("id", "Вопрос", "доля", "по 6 школам перечня", date(2026, 11, 27), "форма", series)


def wave(name: str, *counts: int) -> Series:
    return Series(name, tuple(facts.share(at, k, sum(counts)) for at, k in zip(SCALE, counts, strict=True)))


def spread(*series: Series, positive=POSITIVE) -> dict:
    return shapes.distribution(chart(*series), answers.looks(SCALE, positive), middle=answers.middle(SCALE, positive))


def test_bars_of_a_scale_are_laid_from_its_middle_outwards():
    figure = spread(wave("ноябрь", 50, 30, 15, 5))
    assert [(trace["name"], trace["x"]) for trace in figure["data"]] == [
        ("скорее нет", [-0.15]), ("нет", [-0.05]), ("скорее да", [0.3]), ("да", [0.5])]


def test_the_legend_reads_as_the_bars_lie():
    ranks = {trace["legendrank"]: trace["name"] for trace in spread(wave("ноябрь", 50, 30, 15, 5))["data"]}
    assert [ranks[place] for place in sorted(ranks)] == ["нет", "скорее нет", "скорее да", "да"]


def test_answers_nobody_declared_positive_begin_at_the_left():
    assert all(trace["x"][0] > 0 for trace in spread(wave("ноябрь", 50, 30, 15, 5), positive=())["data"])


def test_who_answered_what_is_in_no_file_is_hatched():
    figure = spread(Series("ноябрь", (*wave("", 50, 30, 10, 0).points, facts.share(answers.UNNAMED, 10, 100))))
    unnamed = next(trace for trace in figure["data"] if trace["name"] == answers.UNNAMED)
    assert unnamed["marker"]["pattern"]["shape"]


@pytest.mark.parametrize(("options", "positive"), [
    (("да", "нет"), ("да",)), (SCALE, POSITIVE), (SCALE, ()), (("а", "б", "в", "г", "д", "е"), ()),
    (("да", "нет", "не знаю", "не скажу", "другое"), ("да",))])
def test_every_answer_has_a_look_of_its_own(options, positive):
    looks = answers.looks(options, positive)
    assert [*looks] == [*options, answers.UNNAMED]
    assert len({(style.fill, style.pattern) for style in looks.values()}) == len(looks)
    assert len({style.mark for style in looks.values()}) == len(looks)


def test_two_answers_have_no_middle():
    assert answers.middle(("да", "нет"), ("да",)) == ()


def school(name: str, k: int, n: int, **more) -> Series:
    return Series(name, (facts.share("положительно", k, n, k / n / 2, 1, f"/source?{name}"),), **more)


def test_schools_stand_in_the_order_given_and_a_small_one_in_words():
    figure = shapes.dots(chart(school("перечень", 63, 74, quiet=True), school("№ 3", 20, 25), school("№ 9", 9, 9),
                               school("№ 12", 5, 10)))
    assert figure["layout"]["yaxis"]["ticktext"] == ["перечень", "№ 3", "№ 9", "№ 12"]
    dots = figure["data"][-1]
    assert [*zip(dots["x"][1:], dots["y"][1:], strict=True)] == [(0.8, 1), (0.5, 3)]
    words = {note["y"]: note["text"] for note in figure["layout"]["annotations"]}
    assert "9 из 9" in words[2]
    assert "href='/source?№ 9'" in words[2]
    assert "%" not in words[2]
    assert {(note["x"], note["xref"]) for note in figure["layout"]["annotations"]} == {(1, "paper")}  # none at 0 %


def test_what_the_schools_are_looked_at_beside_is_a_line_through_all_rows():
    figure = shapes.dots(chart(school("перечень", 60, 80, quiet=True), school("№ 3", 20, 25)))
    assert [line["x0"] for line in figure["layout"]["shapes"]] == [0.75]
