"""Letters on a slide: paragraphs of one size in a box of their own or in a placeholder, in the shades of the theme, so
that they are read on the ground of any template."""

from collections.abc import Iterable
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from shnor.reports.slides.office.places import LEAST, Box

LANGUAGE = "ru-RU"
PALER = 0.25
"""So much of the way from ink to white; white letters of a dark template stay white."""


def shade(colour: str) -> RGBColor:
    """Of a shade of `shnor.look`."""
    return RGBColor.from_string(colour[1:].upper())


def boxed(slide: Any, text: str, box: Box, *, name: str, size: int = LEAST, anchor: Any = MSO_ANCHOR.TOP,
          align: Any = PP_ALIGN.LEFT, pale: bool = False, bold: bool = False, colour: str = "") -> Any:
    """A box of its own. name: how it is called in the list of what stands on the slide."""
    shape = slide.shapes.add_textbox(*box.emu)
    shape.name = name
    bare(shape.text_frame)
    shape.text_frame.vertical_anchor = anchor
    written(shape.text_frame, [text], size, align=align, pale=pale, bold=bold, colour=colour)
    return shape


def bare(frame: Any, inset: float = 0.0) -> None:
    """Letters begin at the edge of their box and do not change its size. inset: inches at every side."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Inches(inset)


def written(frame: Any, lines: Iterable[str], size: int, *, align: Any = None, pale: bool = False, bold: bool = False,
            colour: str = "", apart: int = 0, more: bool = False) -> None:
    """A paragraph a line. colour: a shade that stands on a ground of ours; else that of the theme. apart: points
    between paragraphs. more: under what is written already."""
    for place, line in enumerate(lines):
        paragraph = frame.add_paragraph() if place or more else frame.paragraphs[0]
        if align is not None:
            paragraph.alignment = align
        if place and apart:
            paragraph.space_before = Pt(apart)
        for at, piece in enumerate(line.split("\n")):
            if at:
                paragraph.add_line_break()
            run = paragraph.add_run()
            run.text = piece
            _look(run.font, size, pale=pale, bold=bold, colour=colour)


def _look(font: Any, size: int, *, pale: bool, bold: bool, colour: str) -> None:
    font.size, font.bold = Pt(size), bold
    font._element.set("lang", LANGUAGE)
    if colour:
        font.color.rgb = shade(colour)
    else:
        font.color.theme_color = MSO_THEME_COLOR.TEXT_1
        if pale:
            font.color.brightness = PALER


def marked(paragraph: Any, mark: str, indent: float) -> None:
    """A paragraph of a list. mark: XML of its bullet; indent: inches of it."""
    properties = paragraph._p.get_or_add_pPr()
    for old in [one for one in properties if one.tag in (qn("a:buNone"), qn("a:buChar"), qn("a:buAutoNum"))]:
        properties.remove(old)
    properties.set("marL", str(Inches(indent)))
    properties.set("indent", str(-Inches(indent)))
    for element in parse_xml(f"<a:pPr {nsdecls('a')}>{mark}</a:pPr>"):
        properties.append(element)


def numbered(slide: Any, number: str, box: Box) -> None:
    """The number of the slide; where the layout has a place for it, in that. No field of Office: it counts the hidden
    slides too."""
    shape = boxed(slide, number, box, name="Номер слайда", align=PP_ALIGN.RIGHT, pale=True)
    place = next((one for one in slide.slide_layout.placeholders
                  if one._element.ph is not None and one._element.ph.get("type") == "sldNum"), None)
    if place is not None:
        properties = shape._element.nvSpPr.nvPr
        properties.append(parse_xml(f'<p:ph {nsdecls("p")} type="sldNum" idx="{place.placeholder_format.idx}"/>'))
        shape._element.nvSpPr.cNvSpPr.attrib.pop("txBox", None)
        own = shape._element.spPr
        for child in [*own]:
            own.remove(child)
