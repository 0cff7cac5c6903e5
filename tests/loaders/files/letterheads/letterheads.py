"""Documents as centres have them, with what should not be inside; all invented."""

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from tests.loaders.files.presentations.templates import PNG

ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
ORGAN = "МКУ «Центр развития образования»"
PAGE = ("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/>"
        "</w:r>")


def letterhead(*changes: Callable[[Any], None]) -> bytes:
    """What Office makes anew, of A4, with a head on every page; changed."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height, section.left_margin, section.right_margin = map(Mm, (210, 297, 30, 15))
    section.header.paragraphs[0].text = ORGAN
    made.core_properties.author = made.core_properties.last_modified_by = ""
    for change in changes:
        change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def in_head(xml: str) -> Callable[[Any], None]:
    """A paragraph of these runs stands in the head."""
    def change(made: Any) -> None:
        made.sections[0].header._element.append(parse_xml(f"<w:p {nsdecls('w', 'r', 'a', 'wp', 'pic')} xmlns:v="
                                                          f"'urn:schemas-microsoft-com:vml'>{xml}</w:p>"))
    return change


def with_picture(data: bytes = PNG) -> Callable[[Any], None]:
    def change(made: Any) -> None:
        part = made.sections[0].header.part
        place = part.relate_to(Part(PackURI("/word/media/logo.png"), "image/png", data, part.package),
                               RELATIONSHIP_TYPE.IMAGE)
        in_head(drawing(f"r:embed='{place}'"))(made)
    return change


def drawing(blip: str) -> str:
    return ("<w:r><w:drawing><wp:inline><wp:extent cx='900' cy='900'/><wp:docPr id='1' name='C:\\ivanova\\logo.png'"
            " descr='Иванова'/><a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/picture'>"
            "<pic:pic><pic:nvPicPr><pic:cNvPr id='1' name='ivanova.png'/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
            f"<a:blip {blip}/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
            "</w:r>")


def with_link_and_remote_picture(made: Any) -> None:
    part = made.sections[0].header.part
    page = part.relate_to("https://example.org/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    image = part.relate_to("file:///C:/Users/ivanova/logo.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    in_head(f"<w:hyperlink r:id='{page}'><w:r><w:t>сайт центра</w:t></w:r></w:hyperlink>"
            + drawing(f"r:link='{image}'"))(made)


def with_object(made: Any) -> None:
    """A book of Excel lies in the head."""
    part = made.sections[0].header.part
    book = Part(PackURI("/word/embeddings/book.xlsx"), CONTENT_TYPE.SML_SHEET, b"PK\x03\x04", part.package)
    place = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    in_head(f"<w:r><w:object><v:shape/><w:control r:id='{place}'/></w:object></w:r>")(made)


def with_attached(made: Any) -> None:
    settings = made.part._settings_part
    place = settings.relate_to("file:///Z:/бланки/Иванова.dotm", ATTACHED, is_external=True)
    settings.element.insert(0, parse_xml(f"<w:attachedTemplate {nsdecls('w', 'r')} r:id='{place}'/>"))


def with_names(made: Any) -> None:
    made.core_properties.author = "Иванова Анна"
    made.core_properties.last_modified_by = "ivanova"


def with_text(made: Any) -> None:
    made.add_paragraph("Образец прошлой справки")
    made.add_paragraph("")
    made.add_table(1, 1).cell(0, 0).text = "Иванова"


def landscape_of_a_stamp(made: Any) -> None:
    made.sections[0].page_width = Mm(100)
