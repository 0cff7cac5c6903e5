"""The package a deck is written into: the size of its slides, its letters and shades, its layouts found by kind, what
it says of itself, and its bytes, the same for the same deck."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import SlideLayout
from pptx.util import Emu, Inches

from shnor import look
from shnor.reports.slides.deck import Deck, Ratio
from shnor.reports.slides.office.places import LEAST, Box

WIDTHS: dict[Ratio, float] = {"16:9": 13.333, "4:3": 10.0}
HEIGHT, MARGIN = 7.5, 0.5
HEAD, FRAME, NUMBER = (0.25, 1.15), (1.5, 5.75), (6.95, 0.3)
"""Top and height of what stands on every slide of ours, in inches: the title, all under it, the number."""
NUMBER_WIDTH = 0.9
FONT = "Arial"
"""Known to PowerPoint 2010, to МойОфис and Р7, and as Liberation Sans to LibreOffice."""
_LAYOUTS = {0: "Начало показа", 1: "Заголовок и содержание", 5: "Только заголовок"}
"""Of the layouts the library brings, those that stay."""
_SHADES = {"dk1": look.INK, "lt1": look.PAPER, "dk2": look.LINE, "lt2": look.SURFACE, "accent1": look.BLUE7,
           "accent2": look.ATTENTION, "accent3": look.BLUE5, "accent4": look.BLUE9, "accent5": look.BLUE3,
           "accent6": look.SILENT_LINE, "hlink": look.BLUE7, "folHlink": look.BLUE7}
_PROMPTS = {PP_PLACEHOLDER.TITLE: "Заголовок", PP_PLACEHOLDER.CENTER_TITLE: "Название показа",
            PP_PLACEHOLDER.SUBTITLE: "О чём и когда", PP_PLACEHOLDER.BODY: "Текст", PP_PLACEHOLDER.OBJECT: "Текст"}
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_CONTENTS = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY)
_EPOCH = (1980, 1, 1, 0, 0, 0)


def opened(ratio: Ratio, template: bytes | None) -> Presentation:
    """Without a slide. template: the municipality's own, cleaned by `shnor.loaders`; its slides keep their size."""
    made = pptx.Presentation(io.BytesIO(template)) if template else _ours(WIDTHS[ratio])
    for part in (RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL):
        _forget(made.part.package, part)
    _forget(made.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
    return made


def _forget(part: Any, kind: str) -> None:
    for name in [name for name, one in part._rels.items() if one.reltype == kind]:
        part._rels.pop(name)


def _ours(width: float) -> Presentation:
    made = pptx.Presentation()
    made.slide_width, made.slide_height = Inches(width), Inches(HEIGHT)
    if width != WIDTHS["4:3"]:
        del made.part._element.find(qn("p:sldSz")).attrib["type"]
    layouts = [*made.slide_layouts]
    for place, layout in enumerate(layouts):
        if place not in _LAYOUTS:
            made.slide_layouts.remove(layout)
            continue
        layout._element.cSld.set("name", _LAYOUTS[place])
        _laid(layout, width)
    _laid(made.slide_master, width)
    _styled(made.slide_master)
    return made


def _laid(page: Any, width: float) -> None:
    """A master or a layout: where its placeholders stand, and what they ask for."""
    inner = width - 2 * MARGIN
    places = {PP_PLACEHOLDER.TITLE: Box(MARGIN, HEAD[0], inner, HEAD[1]),
              PP_PLACEHOLDER.CENTER_TITLE: Box(MARGIN, 1.6, inner, 2.2),
              PP_PLACEHOLDER.SUBTITLE: Box(MARGIN, 4.0, inner, 2.3),
              PP_PLACEHOLDER.SLIDE_NUMBER: Box(width - MARGIN - NUMBER_WIDTH, NUMBER[0], NUMBER_WIDTH, NUMBER[1])}
    for one in [*page.placeholders]:
        kind = one.placeholder_format.type
        if kind in (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER):
            one._element.getparent().remove(one._element)
            continue
        place = places.get(kind, Box(MARGIN, FRAME[0], inner, FRAME[1]))
        one.left, one.top, one.width, one.height = place.emu
        if kind in _PROMPTS:
            one.text_frame.text = one.name = _PROMPTS[kind]
        else:
            one.name = "Номер слайда"


def _styled(master: Any) -> None:
    """Letters and shades of the theme; titles stand at the left; no letter is smaller than the least."""
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    tree = parse_xml(theme.blob)
    tree.set("name", "Показ")
    for name, shade in _SHADES.items():
        (holder,) = tree.iter(qn(f"a:{name}"))
        holder.clear()
        holder.append(parse_xml(f'<a:srgbClr xmlns:a="{holder.nsmap["a"]}" val="{shade[1:].upper()}"/>'))
    for kind in ("a:majorFont", "a:minorFont"):
        (holder,) = tree.iter(qn(kind))
        holder.find(qn("a:latin")).set("typeface", FONT)
    theme._blob = serialize_part_xml(tree)
    for body in master._element.iter(qn("a:bodyPr")):
        body.set("lIns", "0")
    for level in master._element.iter(qn("a:lvl1pPr")):
        if level.getparent().tag == qn("p:titleStyle"):
            level.set("algn", "l")
    for run in master._element.iter(qn("a:defRPr"), qn("a:rPr")):
        if run.get("sz") and int(run.get("sz")) < LEAST * 100:
            run.set("sz", str(LEAST * 100))


def opening_layout(made: Presentation) -> SlideLayout:
    """The one a show begins with: a title in the middle; of a template without it, that of all slides."""
    return next((one for one in _layouts(made) if PP_PLACEHOLDER.CENTER_TITLE in _kinds(one)), content_layout(made))


def content_layout(made: Presentation) -> SlideLayout:
    """A title and one place for content; else a title with the least beside it.

    Raises:
        ValueError: no layout has a title.
    """
    titled = [one for one in _layouts(made) if any(kind in _TITLES for kind in _kinds(one))]
    if not titled:
        raise ValueError("no layout has a title")
    return min(titled, key=_strangeness)


def _strangeness(layout: SlideLayout) -> tuple[bool, bool, bool, int, int]:
    """How far a layout is from a title over one large place for anything."""
    kinds = _kinds(layout)
    largest = max((one.width * one.height for one in _placeholders(layout) if one.placeholder_format.type in _CONTENTS),
                  default=0)
    return (PP_PLACEHOLDER.TITLE not in kinds, sum(kind in _CONTENTS for kind in kinds) != 1,
            PP_PLACEHOLDER.OBJECT not in kinds, len(kinds), -largest)


def frame(made: Presentation, layout: SlideLayout) -> Box:
    """Where a slide has everything but its title: the place for content, or, where that is none or too small, all under
    the title."""
    wide, tall = Emu(made.slide_width or 0).inches, Emu(made.slide_height or 0).inches
    places = [(one.placeholder_format.type, place_of(one)) for one in _placeholders(layout)]
    for kind, place in places:
        if kind in _CONTENTS and place.width > wide * 0.6 and place.height > tall * 0.45:
            return place
    top = max((place.bottom for kind, place in places if kind in _TITLES), default=MARGIN)
    top = top + 0.1 if top < tall / 2 else MARGIN
    return Box(MARGIN, top, wide - 2 * MARGIN, tall - MARGIN - top)


def place_of(shape: Any) -> Box:
    return Box(*(Emu(side).inches for side in (shape.left, shape.top, shape.width, shape.height)))


def _layouts(made: Presentation) -> Iterator[SlideLayout]:
    for master in made.slide_masters:
        yield from master.slide_layouts


def _kinds(layout: SlideLayout) -> list[Any]:
    """Of its placeholders but the small ones at its foot."""
    small = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
    return [kind for one in _placeholders(layout) if (kind := one.placeholder_format.type) not in small]


def _placeholders(layout: Any) -> list[Any]:
    return [*layout.placeholders]


def saved(made: Presentation, deck: Deck) -> bytes:
    """The package with the name of the show and no name of a person; same deck, same bytes."""
    said, moment = made.core_properties, datetime.combine(deck.day, time())
    said.title, said.subject, said.language = deck.name, deck.label, "ru-RU"
    said.author = said.last_modified_by = said.comments = said.keywords = said.category = ""
    said.created = said.modified = moment
    said.revision = 1
    out = io.BytesIO()
    made.save(out)
    return same_bytes(out.getvalue())


def same_bytes(package: bytes) -> bytes:
    """The package without the moment it was packed at."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename, _EPOCH), old.read(entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()
