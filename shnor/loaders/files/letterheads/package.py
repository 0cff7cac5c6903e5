"""The package a letterhead is written into, part by part, and its bytes."""

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from shnor.loaders.files.letterheads.marks import Found

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass
class Made:
    """The new package while it is made. pictures: old part → new one."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    relations: list[str] = field(default_factory=list)
    bytes_of_pictures: int = 0
    found: Found = field(default_factory=Found)


def related(made: Made, kind: str, target: str) -> str:
    """Leads the document to a part; the id of the relation."""
    made.relations.append(f'<Relationship Id="rId{len(made.relations) + 1}" Type="{OFFICE}/{kind}" '
                          f'Target={quoteattr(target)}/>')
    return f"rId{len(made.relations)}"


def listed(lines: str) -> bytes:
    """Relations as the part they stand in."""
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'.encode()


def packed(made: Made) -> bytes:
    """The same parts are the same bytes; whose it was and when is not said."""
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    types = {**made.types, "word/document.xml": f"{WORD}document.main+xml", "docProps/core.xml": core}
    named = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in types.items())
    head = (f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
            f'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f"{named}</Types>")
    tops = (f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/><Relationship '
            f'Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>')
    parts = {"[Content_Types].xml": head.encode(), "_rels/.rels": listed(tops),
             "docProps/core.xml": (f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>'
                                   ).encode(),
             "word/_rels/document.xml.rels": listed("".join(made.relations)), **made.parts}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part, data in parts.items():
            package.writestr(zipfile.ZipInfo(part, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
