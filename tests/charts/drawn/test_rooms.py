"""Whatever is drawn: every letter has the size asked for, nothing lies outside, every number that is said is there."""

import re

import pytest

from shnor.charts.drawn import DRAWN, drawn
from shnor.charts.facts import Chart, Series, in_words
from shnor.charts.shapes import shape
from shnor.charts.shapes.shape import DRAWN as SHAPES
from shnor.charts.shapes.shape import Shape
from shnor.reports.slides.deck import Picture
from tests.charts.drawn.odd import ODD
from tests.charts.drawn.reading import texts, words
from tests.reports.slides.decks import PARTS, chart, deck, part, spread

WIDE, NARROW, SMALL = (888, 330, 18), (648, 290, 18), (247, 128, 9)
PLAIN = {slide.id: (slide.body.chart, slide.body.shape) for slide in deck().slides if isinstance(slide.body, Picture)}
ALL = {**PLAIN, **ODD}


def test_every_shape_is_drawn():
    assert DRAWN.keys() == SHAPES.keys()


@pytest.mark.parametrize("room", [WIDE, NARROW, SMALL])
@pytest.mark.parametrize("name", ALL)
def test_letters_are_large_and_nothing_lies_outside(name, room):
    width, height, size = room
    for said in texts(drawn(*ALL[name], *room)):
        assert said.size == size
        assert (said.turned or (said.x >= 0 and said.end <= width + 1)), said
        assert (said.turned or (said.size <= said.y + 0.4 * size and said.y <= height)), said


def numbers(picture: Chart, kind: Shape) -> set[str]:
    """In the words of all points; a part of nobody is not drawn."""
    return {found for series in picture.series for point in series.points for found in re.findall(r"\d+", point.words)
            if point.k or kind.kind != "distribution"}


@pytest.mark.parametrize("name", PLAIN)
def test_every_number_that_is_said_is_drawn(name):
    assert numbers(*PLAIN[name]) - {*re.findall(r"\d+", words(drawn(*PLAIN[name], *WIDE)))} == set()


@pytest.mark.parametrize("name", [name for name in PLAIN if name != "multiples"])
def test_so_it_is_on_a_narrow_slide(name):
    """Small panels have no room there for the counts of older years."""
    assert numbers(*PLAIN[name]) - {*re.findall(r"\d+", words(drawn(*PLAIN[name], *NARROW)))} == set()


@pytest.mark.parametrize(("name", "said"), [
    pytest.param("many-dots", "Ещё 6 строк не поместилось.", id="rows"),
    pytest.param("panels", "Ещё 8 не поместилось.", id="panels"),
    pytest.param("nothing", "нет данных", id="nothing"),
    pytest.param("no-series", "нет данных", id="no-series")])
def test_what_has_no_room_is_counted(name, said):
    assert said in words(drawn(*ODD[name], *NARROW))


def test_long_names_stand_whole_above_their_bars():
    names = ("Организационно-управленческое сопровождение школ", "Повышение квалификации и помощь педагогам",
             "Качество образовательных результатов и оценивания", "Работа с обучающимися, семьёй и партнёрами")
    said = words(drawn(chart("long", "", *(spread(name, PARTS, 6, 1, 1, 1) for name in names)),
                       shape("distribution", PARTS, things=True), *NARROW))
    assert all(name in said for name in names)
    assert "не поместил" not in said


def test_what_may_be_said_of_a_panel_has_two_lines():
    six = chart("six", "", *(Series(f"Школа {letter}", (part("25", 5, 20), part("26", 6, 20), part("27", 6, 20)),
                                    words="участников от 25 до 49") for letter in "АБВГДЕ"))
    assert words(drawn(six, shape("multiples"), *WIDE)).count("участников от 25 до 49") == 6


def test_lines_below_a_small_picture_are_counted_too():
    said = words(drawn(*ODD["seven-lines"], *SMALL))
    assert "Школа А" in said
    assert "Ещё 5 строк не поместилось." in said


def test_the_same_picture_is_the_same_text():
    assert all(drawn(*one, *WIDE) == drawn(*one, *WIDE) for one in PLAIN.values())
    assert all(in_words(chart) for chart, _ in PLAIN.values())
