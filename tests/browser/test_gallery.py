"""The vocabulary of pictures in a browser: kept as pictures in colour, in grey and without red and green, and read."""

from pathlib import Path

import pytest

from tests.browser.looking import latin_words, ready, shot

GALLERY = Path(__file__).parent / "gallery" / "app.py"
EYES = ("none", "achromatopsia", "deuteranopia", "protanopia")
OUTSIDE = """() => [...document.querySelectorAll(".js-plotly-plot")].flatMap((chart) => {
  const frame = chart.querySelector(".main-svg").getBoundingClientRect();
  return [...chart.querySelectorAll("text")].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1);
  }).map((node) => node.textContent); })"""


@pytest.fixture(scope="module")
def gallery(server_factory):
    return server_factory(script=GALLERY, GALLERY="pictures")


def test_every_shape_is_drawn_whole_in_russian_and_for_all_eyes(gallery, tab):
    page = tab(gallery)
    page.locator(".js-plotly-plot .main-svg").nth(15).wait_for(state="attached")
    ready(page)
    session = page.context.new_cdp_session(page)
    for eyes in EYES:
        session.send("Emulation.setEmulatedVisionDeficiency", {"type": eyes})
        shot(page, f"gallery_{eyes}")
    assert page.evaluate(OUTSIDE) == []
    assert latin_words(page) == []
