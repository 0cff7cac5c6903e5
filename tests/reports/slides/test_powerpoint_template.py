"""A deck on the municipality's own template: its layouts are found by what they hold, never by name or place."""

import pytest
from pptx.oxml.ns import qn

from shnor.loaders.files.presentations.template import cleaned
from shnor.reports.slides.powerpoint import pptx
from tests.loaders.files.presentations import templates
from tests.loaders.files.presentations.templates import template
from tests.reports.slides.decks import LABEL, deck
from tests.reports.slides.office.opened import parts, presentation, shown


@pytest.fixture(scope="module")
def data() -> bytes:
    return pptx(deck(), "4:3", cleaned("Шаблон.potx", template(templates.of_the_municipality)).data)


def test_slides_have_the_size_and_the_layouts_of_the_template(data):
    assert round(presentation(data).slide_width.inches, 3) == 13.333
    assert {slide.slide_layout.name for slide in shown(data)[1:]} == {"Макет 9"}  # a title and one content
    assert shown(data)[0].slide_layout.name == "Макет 10"  # a title in the middle


def test_everything_stands_in_the_place_of_the_content(data):
    for slide in presentation(data).slides:
        if slide.slide_layout.name != "Макет 9":
            continue
        for shape in slide.shapes:
            if not shape.is_placeholder:
                assert shape.left.inches >= 0.999, shape.name
                assert shape.top.inches >= 1.699, shape.name
                assert (shape.left + shape.width) / 914_400 <= 12.01, shape.name
                assert (shape.top + shape.height) / 914_400 <= 6.91, shape.name


def test_letters_are_in_the_shade_of_the_template_and_charts_on_a_ground_of_ours(data):
    slide = shown(data)[2]
    (run,) = slide.shapes.title.text_frame.paragraphs[0].runs
    assert run.font._element.find(qn("a:solidFill")).find(qn("a:schemeClr")).get("val") == "tx1"
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    ground = chart._chartSpace.find(qn("c:spPr")).find(qn("a:solidFill")).find(qn("a:srgbClr"))
    assert ground.get("val").upper() == "FFFFFF"


def test_no_empty_place_asks_for_a_click(data):
    for slide in presentation(data).slides:
        assert [one.name for one in slide.placeholders if one.has_text_frame and not one.text_frame.text] == []
        assert LABEL in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_a_picture_of_the_template_is_in_the_show(data):
    assert templates.PNG in [part for name, part in parts(data).items() if name.startswith("ppt/media/")]


def test_a_template_with_a_title_alone_will_do():
    def titles_alone(made) -> None:
        for layout in made.slide_layouts:
            for one in [*layout.placeholders]:
                if one.placeholder_format.type not in (1, 3):
                    one._element.getparent().remove(one._element)
    made = presentation(pptx(deck(), template=cleaned("Шаблон.potx", template(titles_alone)).data))
    assert len(made.slides) == 27
    (words,) = [shape for shape in made.slides[1].shapes if shape.name == "Текст"]
    assert words.text_frame.text == "Разбор заданий с тьютором\nОткрытые уроки школ-партнёров"


def test_a_template_without_titles_is_refused():
    with pytest.raises(ValueError, match="title"):
        pptx(deck(), template=template(templates.without_titles))
