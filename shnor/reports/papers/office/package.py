"""The package a paper is written into: ours, or the centre's own template cleaned by `shnor.loaders`; and its bytes:
the same for the same paper, without a person, a moment or a trace of editing."""

import io
import zipfile
from pathlib import Path
from typing import Any, cast

import docx
from docx.document import Document
from docx.oxml import parse_xml

from shnor.reports.slides.office.package import same_bytes

_HERE = Path(__file__).parent
STYLES = (_HERE / "styles.xml").read_bytes()
_SETTINGS = (_HERE / "settings.xml").read_bytes()
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SIDES_MM = {"top": 20, "right": 10, "bottom": 20, "left": 20}
"""Margins by ГОСТ Р 7.0.97-2025."""
HEADER_MM = 10
TWIPS_A_MM = 1440 / 25.4
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(mm: float) -> int:
    return round(mm * TWIPS_A_MM)


def opened(template: bytes | None) -> Document:
    """Without a paragraph. template: cleaned, else ours."""
    made = docx.Document(io.BytesIO(template or _ours()))
    body = made.element.body
    for child in [*body]:
        if child.tag != f"{{{W}}}sectPr":
            body.remove(child)
    return made


def kept(data: bytes) -> Document:
    """A document of ours as it stands."""
    return docx.Document(io.BytesIO(data))


def _ours() -> bytes:
    margins = " ".join(f'w:{side}="{twips(mm)}"' for side, mm in SIDES_MM.items())
    document = (f'{_HEAD}<w:document xmlns:w="{W}"><w:body><w:sectPr><w:pgSz w:w="{twips(210)}" w:h="{twips(297)}"/>'
                f'<w:pgMar {margins} w:header="{twips(HEADER_MM)}" w:footer="{twips(HEADER_MM)}" w:gutter="0"/>'
                "</w:sectPr></w:body></w:document>")
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in (
        ("document", "document.main"), ("styles", "styles"), ("settings", "settings")))
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
                               '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                               f'ContentType="application/xml"/>{types}<Override PartName="/docProps/core.xml" '
                               f'ContentType="{core}"/></Types>',
        "_rels/.rels": _relations((f"{_OFFICE}/officeDocument", "word/document.xml"),
                                  (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")),
        "docProps/core.xml": f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations((f"{_OFFICE}/styles", "styles.xml"),
                                                   (f"{_OFFICE}/settings", "settings.xml")),
        "word/styles.xml": STYLES, "word/settings.xml": _SETTINGS}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def _relations(*found: tuple[str, str]) -> str:
    lines = "".join(f'<Relationship Id="rId{place}" Type="{kind}" Target="{target}"/>'
                    for place, (kind, target) in enumerate(found, 1))
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def element(xml: str) -> Any:
    """One element of the main language of Word; `w:` and `r:` are known to it."""
    end = min(place for sign in (" ", ">", "/") if (place := xml.find(sign)) > 0)
    return cast(Any, parse_xml)(f'{xml[:end]} xmlns:w="{W}" xmlns:r="{_OFFICE}"{xml[end:]}')


def saved(made: Document) -> bytes:
    """The file; the same document gives the same bytes."""
    out = io.BytesIO()
    made.save(out)
    return same_bytes(out.getvalue())
