"""Presentations as municipalities have them, with what should not be inside; all invented."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pptx
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from tests.reports.slides.decks import image

PNG = image().data


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def template(change: Callable[[Any], None] = lambda made: None) -> bytes:
    """What Office makes anew: one master, eleven layouts; changed."""
    made = pptx.Presentation()
    change(made)
    return saved(made)


def rewritten(data: bytes, change: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Some parts are changed, or added where there is none."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, bytes)(old.read(name)))
        for name in change.keys() - {*old.namelist()}:
            new.writestr(name, change[name](b""))
    return out.getvalue()


def with_slides(made: Any) -> None:
    for words in ("Отчёт школы № 5", "Итоги"):
        made.slides.add_slide(made.slide_layouts[5]).shapes.title.text_frame.text = words


def without_titles(made: Any) -> None:
    for layout in made.slide_layouts:
        for one in [*layout.placeholders]:
            if one.placeholder_format.type in (1, 3):
                one._element.getparent().remove(one._element)


def with_picture(data: bytes) -> Callable[[Any], None]:
    """On the second layout."""
    def change(made: Any) -> None:
        layout = made.slide_layouts[1]
        part = Part(PackURI("/ppt/media/logo.png"), "image/png", layout.part.package, data)
        layout.shapes._spTree.append(_picture(f'r:embed="{layout.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)}"'))
    return change


def with_links(made: Any) -> None:
    """A picture that lies elsewhere, and a word that leads elsewhere."""
    layout = made.slide_layouts[1]
    elsewhere = layout.part.relate_to("file:///C:/Users/ivanova/logo.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    layout.shapes._spTree.append(_picture(f'r:link="{elsewhere}"'))
    address = layout.part.relate_to("https://example.org/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    shape = layout.placeholders[0]._element.nvSpPr.cNvPr
    shape.append(parse_xml(f'<a:hlinkClick {nsdecls("a", "r")} r:id="{address}"/>'))


def with_object(made: Any) -> None:
    """A book of Excel lies in the master."""
    master = made.slide_master
    part = Part(PackURI("/ppt/embeddings/book.xlsx"), CONTENT_TYPE.SML_SHEET, master.part.package, b"PK\x03\x04")
    name = master.part.relate_to(part, RELATIONSHIP_TYPE.PACKAGE)
    master.shapes._spTree.append(parse_xml(
        f'<p:graphicFrame {nsdecls("p", "a", "r")}><p:nvGraphicFramePr><p:cNvPr id="90" name="x"/>'
        '<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="9" cy="9"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole">'
        f'<p:oleObj r:id="{name}" progId="Excel.Sheet.12"><p:embed/></p:oleObj></a:graphicData></a:graphic>'
        "</p:graphicFrame>"))


def of_the_municipality(made: Any) -> None:
    """Dark, wide, with a logo at the right; its layouts have names and an order of their own."""
    made.slide_width, made.slide_height = Inches(13.333), Inches(7.5)
    master = made.slide_master
    mapping = master._element.find(qn("p:clrMap"))
    mapping.set("bg1", "dk1")
    mapping.set("tx1", "lt1")
    with_picture(PNG)(made)
    content = made.slide_layouts[1]
    for layout in (master, content):
        for one in layout.placeholders:
            if one.placeholder_format.type in (1, 7, 2):
                head = one.placeholder_format.type == 1
                one.left, one.top, one.width, one.height = (
                    Inches(1), Inches(0.4 if head else 1.7), Inches(11), Inches(1.1 if head else 5.2))
    layouts = master._element.find(qn("p:sldLayoutIdLst"))
    layouts.append(layouts[1])
    layouts.append(layouts[0])
    for place, layout in enumerate(made.slide_layouts):
        layout._element.cSld.set("name", f"Макет {place}")


def _picture(blip: str) -> Any:
    return parse_xml(
        f'<p:pic {nsdecls("p", "a", "r")}><p:nvPicPr><p:cNvPr id="91" name="logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip {blip}/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        f'<a:off x="{Inches(12.2)}" y="{Inches(0.1)}"/><a:ext cx="{Inches(0.8)}" cy="{Inches(0.6)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>')
