"""What the tests of the writers stand on: no body and no shape is left out of their deck."""

from typing import get_args

from shnor.charts.shapes.shape import DRAWN
from shnor.reports.slides.deck import Body, Picture
from tests.reports.slides.decks import deck


def test_every_body_and_every_shape_is_in_it():
    bodies = [slide.body for slide in deck().slides]
    assert {type(body) for body in bodies} == {*get_args(Body), type(None)}
    assert {body.shape.kind for body in bodies if isinstance(body, Picture)} == DRAWN.keys()
