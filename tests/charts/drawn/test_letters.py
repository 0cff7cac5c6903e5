"""How wide texts are, as typst itself measures them; how they are parted and cut."""

import json

import pytest
import typst

from shnor.charts.drawn import letters

MEASURED = b"""#set text(font: ("PT Sans", "DejaVu Sans Mono"), size: 100pt, weight: sys.inputs.weight)
#context [#metadata(measure(sys.inputs.text).width.pt()) <width>]"""


@pytest.mark.parametrize("text", ["Школа А", "22,8\u00a0% против 30,0\u00a0%", "96 из 421", "ВПР, математика, 6 класс",
                                  "34 → 29", "«5» №\u00a05 – 12"])
@pytest.mark.parametrize("bold", [False, True])
def test_a_text_is_as_wide_as_typst_sets_it(text, bold):
    """But for pairs of letters that are set closer."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[letters.FOLDER])
    found, = json.loads(typst.query(MEASURED, "<width>", field="value", font_paths=fonts, sys_inputs={
        "text": text, "weight": "bold" if bold else "regular"}))
    assert letters.width(text, 100, bold=bold) == pytest.approx(found, rel=0.03)


@pytest.mark.parametrize(("text", "room", "lines"), [
    pytest.param("96 из 421", 90, ["96 из 421"], id="fits"),
    pytest.param("96 из 421", 60, ["96 из", "421"], id="parted"),
    pytest.param("96\u00a0из\u00a0421", 60, ["96\u00a0из\u00a0421"], id="does-not-break"),
    pytest.param("", 60, [""], id="empty")])
def test_a_text_is_parted_at_its_spaces(text, room, lines):
    assert letters.wrapped(text, room, 18) == lines


def test_what_does_not_fit_is_cut_and_says_so():
    lines = letters.fitted("Открытые уроки школ-партнёров района", 100, 18, 2)
    assert lines[0] == "Открытые"
    assert lines[1].startswith("уроки")
    assert lines[1].endswith("…")
    assert all(letters.width(line, 18) <= 100 for line in lines)


def test_letters_the_font_has_not_stand_apart():
    assert letters.runs("5 → 6") == [("5 ", True), ("→", False), (" 6", True)]
