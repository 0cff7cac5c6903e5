"""A picture for a slide: what has no room is left out and said, never drawn too small."""

from dataclasses import replace

import pytest

from shnor.charts.facts import Series, share
from shnor.charts.shapes import shape
from shnor.charts.shapes.shape import DRAWN
from shnor.charts.styles import MARKS
from shnor.reports.slides.caption import caption
from shnor.reports.slides.deck import Deck, Picture, Slide
from shnor.reports.slides.html import html
from shnor.reports.slides.plots import HIGH, ROOM, plot
from tests.reports.slides.decks import BARS, DAY, DOTS, DUMBBELL, MULTIPLES, PARTS, ROADMAP, TREND, deck

LETTERS = {style.word: style for style in MARKS.values()}


@pytest.mark.parametrize("slide", [slide for slide in deck().slides if isinstance(slide.body, Picture)],
                         ids=lambda slide: slide.id)
def test_everything_drawn_has_room(slide):
    drawn = plot(slide.body)
    assert drawn.least <= ROOM
    assert drawn.shown == len(slide.body.chart.series)


@pytest.mark.parametrize(("kind", "styles", "shown"), [
    ("bars", {}, 7), ("dots", {}, 7), ("distribution", LETTERS, 8), ("dumbbell", {}, 3), ("multiples", {}, 8)])
def test_of_too_many_rows_the_first_are_drawn(kind, styles, shown):
    rows = tuple(Series(f"№ {place}", (share("«5»", 20, 40), share("«2»", 10, 40))) for place in range(1, 13))
    drawn = plot(Picture(replace(DOTS, series=rows), shape(kind, styles)))
    assert drawn.shown == shown


@pytest.mark.parametrize("kind", DRAWN)
def test_a_picture_without_rows_says_that_nothing_is_known(kind):
    drawn = plot(Picture(replace(DOTS, series=()), shape(kind, LETTERS if kind == "distribution" else None)))
    assert (drawn.figure["data"][0]["text"], drawn.shown) == (["нет данных"], 0)


def test_the_slide_says_that_there_are_more():
    rows = tuple(Series(f"№ {place}", (share("2026", 20, 40),)) for place in range(1, 13))
    one = Slide(id="a", title="Много", body=Picture(replace(DOTS, series=rows), shape("dots")), source="по 12 школам")
    text = html(Deck("Показ", "Округ", DAY, (one,))).decode()
    assert "по 12 школам · показаны первые 7 из 12, все — по клавише S" in text
    assert "№ 12" in text  # in the table behind it


def test_many_bars_have_their_names_in_one_line():
    rows = tuple(Series(f"№ {place}", (share("«5»", 20, 40), share("«2»", 1, 40))) for place in range(1, 7))
    few, many = (plot(Picture(replace(DOTS, series=some), shape("distribution", LETTERS))).figure["layout"]
                 for some in (rows[:2], rows))
    assert few["yaxis"]["ticktext"] == ["№ 1<br>из 21", "№ 2<br>из 21"]
    assert many["yaxis"]["ticktext"][:2] == ["№ 1, из 21", "№ 2, из 21"]
    assert [len(one["annotations"]) for one in (few, many)] == [2, 0]  # a number above a bar would lie on another bar


def test_long_names_stand_above_their_bars_in_one_line():
    name = "Качество образовательных результатов и объективность оценивания"
    rows = tuple(Series(name, (share("«5»", 20, 40), share("«2»", 10, 40))) for _ in range(4))
    drawn = plot(Picture(replace(DOTS, series=rows), shape("distribution", LETTERS)))
    assert drawn.shown == 4
    assert [note["text"] for note in drawn.figure["layout"]["annotations"]] == [name, "из 30"] * 4
    assert not drawn.figure["layout"]["yaxis"]["showticklabels"]


def test_small_panels_stand_three_in_a_row():
    axes = [name for name in plot(Picture(MULTIPLES, shape("multiples"))).figure["layout"] if name.startswith("xaxis")]
    assert len(axes) == 6
    assert plot(Picture(MULTIPLES, shape("multiples"))).figure["layout"]["height"] == HIGH


def test_the_legend_is_in_the_order_of_the_bars_with_its_hatching():
    legend = plot(Picture(ROADMAP, shape("distribution", PARTS))).legend
    assert [key.word for key in legend] == [
        "подтверждено", "выполнено, документ ожидается", "не выполнено", "нет сведений"]
    assert legend[0].background == "#1f5f8b"
    assert legend[1].background.startswith("repeating-linear-gradient(135deg, #1f5f8b")
    assert plot(Picture(BARS, shape("bars"))).legend == ()


@pytest.mark.parametrize(("chart", "kind", "said"), [
    (TREND, "trend", "Доля отметок «2», математика; полоса — возможный разброс"),
    (BARS, "bars", "Что назвали полезным"),
    (DUMBBELL, "dumbbell", "Те же дети год спустя: «4» и «5»; ○ 2024–2025 → ● 2025–2026; полоса — возможный разброс")])
def test_a_picture_says_what_its_marks_mean(chart, kind, said):
    assert caption(Picture(chart, shape(kind))) == said


def test_a_title_is_not_said_twice():
    assert caption(Picture(BARS, shape("bars")), BARS.title) == ""


def test_bars_have_their_words_and_no_axis_behind_them():
    axis = plot(Picture(BARS, shape("bars"))).figure["layout"]["xaxis"]
    assert (axis["showgrid"], axis["showticklabels"], axis["range"]) == (False, False, [0, 74])


def test_panels_say_their_scale_once():
    assert caption(Picture(MULTIPLES, shape("multiples"))).endswith(
        "шкала от\u00a00 до\u00a060\u00a0%; полоса — возможный разброс")
