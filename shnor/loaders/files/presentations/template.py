"""A presentation of the municipality → a package with its masters, layouts, themes and pictures alone, written anew:
what a show opens has nothing inside that was not looked at. Slides, notes, macros, links, files inside stay behind."""

import io
import zipfile
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import quoteattr

import pptx
from lxml import etree
from pptx.exc import PythonPptxError

from shnor.datasets.limits import (
    TEMPLATE_BYTES,
    TEMPLATE_LAYOUTS,
    TEMPLATE_PICTURE_BYTES,
    TEMPLATE_PICTURES_BYTES,
    TEMPLATE_SIDE_INCHES,
)
from shnor.loaders.files.guard import Refused
from shnor.loaders.files.presentations import pages
from shnor.loaders.files.presentations.pages import P, R
from shnor.loaders.files.presentations.parts import DAMAGE, Parts, Relation, TooLarge, picture_kind
from shnor.loaders.files.sniff import sniff
from shnor.loaders.issues import of_templates as say
from shnor.loaders.types import SlideTemplate

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument."
_KINDS = {"slideMaster": f"{_TYPE}presentationml.slideMaster+xml", "theme": f"{_TYPE}theme+xml",
          "slideLayout": f"{_TYPE}presentationml.slideLayout+xml"}
_FOLDERS = {"slideMaster": "slideMasters", "theme": "theme", "slideLayout": "slideLayouts"}
_ROOTS = {"slideMaster": f"{P}sldMaster", "theme": f"{pages.A}theme", "slideLayout": f"{P}sldLayout"}
_INCH = 914_400
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass
class _Made:
    """The new package while it is made. names: old part → new one."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    pictures: int = 0
    links: int = 0
    lost: int = 0
    layouts: int = 0
    titled: bool = False


def cleaned(name: str, data: bytes) -> SlideTemplate:
    """Never raises for what is in the file; the same file gives the same package."""
    try:
        return _cleaned(name, data)
    except Refused as refused:
        return SlideTemplate(b"", issues=(refused.issue,))
    except TooLarge:
        return SlideTemplate(b"", issues=(say.LARGE.at(name=name, limit=TEMPLATE_BYTES >> 20),))
    except (*DAMAGE, PythonPptxError):
        return SlideTemplate(b"", issues=(say.UNREADABLE.at(name=name),))


def _cleaned(name: str, data: bytes) -> SlideTemplate:
    _check_kind(name, data)
    parts = Parts(data)
    types = parts.types()
    main = next(one.target for one in parts.relations("") if one.kind == "officeDocument")
    if "presentationml" not in types.get(main, "") and "ms-powerpoint" not in types.get(main, ""):
        raise Refused(say.OTHER.at(name=name))
    if "macroenabled" in types.get(main, "") or any("vbaproject" in part for part in parts.names):
        raise Refused(say.MACROS.at(name=name))
    root = pages.parsed(parts.read(main))
    size = _size(name, root)
    made = _Made()
    _write_presentation(name, parts, main, root, made)
    if not made.titled:
        raise Refused(say.NO_TITLE.at(name=name))
    slides = len([*root.iter(f"{P}sldId")])
    issues = [issue.at(name=name, count=count) for issue, count in (
        (say.SLIDES, slides), (say.LINKS, made.links), (say.EXTRAS, made.lost)) if count]
    package = _packed(made)
    _try(package)
    return SlideTemplate(package, size, tuple(issues))


def _try(package: bytes) -> None:
    """Opens it as a show will: what is wrong with it is to be said here."""
    for master in pptx.Presentation(io.BytesIO(package)).slide_masters:
        for page in (master, *master.slide_layouts):
            for one in page.placeholders:
                if one.placeholder_format.type is None or one.left is None:
                    raise ValueError("a placeholder without a place")


def _check_kind(name: str, data: bytes) -> None:
    if len(data) > TEMPLATE_BYTES:
        raise Refused(say.LARGE.at(name=name, limit=TEMPLATE_BYTES >> 20))
    what = sniff(name, data)
    if what in ("password", "password-document", "locked-zip", "sealed"):
        raise Refused(say.PASSWORD.at(name=name))
    if what != "presentation":
        raise Refused((say.UNREADABLE if what == "truncated" else say.OTHER).at(name=name))
    if data[:2] != b"PK":
        raise Refused(say.OLD.at(name=name))


def _size(name: str, root: Any) -> tuple[float, float]:
    told = root.find(f"{P}sldSz")
    width, height = (int(told.get(side)) / _INCH for side in ("cx", "cy"))
    low, high = TEMPLATE_SIDE_INCHES
    if not (low <= height <= width <= high):
        raise Refused(say.SIZE.at(name=name, size=f"{width:.1f} × {height:.1f} дюйма".replace(".", ",")))
    return width, height


def _write_presentation(name: str, parts: Parts, main: str, root: Any, made: _Made) -> None:
    """The list of masters, the size of slides and how text begins; all else of the old one is not taken."""
    by_id = {one.id: one for one in parts.relations(main)}
    relations, masters = [], []
    for one in root.iter(f"{P}sldMasterId"):
        relation = by_id[one.get(f"{R}id")]
        _write(name, parts, relation.target, "slideMaster", made)
        masters.append(f'<p:sldMasterId id="{int(one.get("id"))}" r:id={quoteattr(relation.id)}/>')
        relations.append((relation, made.names[relation.target]))
    side = root.find(f"{P}sldSz")
    style = root.find(f"{P}defaultTextStyle")
    tree = etree.fromstring(
        f'<p:presentation xmlns:p="{P[1:-1]}" xmlns:r="{_OFFICE}" xmlns:a="{pages.A[1:-1]}"><p:sldMasterIdLst>'
        f'{"".join(masters)}</p:sldMasterIdLst><p:sldSz cx="{int(side.get("cx"))}" cy="{int(side.get("cy"))}"/>'
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>')
    if style is not None:
        pages.cleaned(style, ())
        tree.append(style)
    made.parts["ppt/presentation.xml"] = pages.written(tree)
    made.parts["ppt/_rels/presentation.xml.rels"] = _relations(relations)


def _write(name: str, parts: Parts, old: str, kind: str, made: _Made) -> None:
    """A part and, before it, all it needs. Layouts lead back to their master: its new name is known by then."""
    if old in made.names:
        return
    folder = f"ppt/{_FOLDERS[kind]}"
    number = sum(new.startswith(f"{folder}/") for new in made.names.values()) + 1
    new = made.names[old] = f"{folder}/{kind}{number}.xml"
    made.types[new] = _KINDS[kind]
    root = pages.parsed(parts.read(old))
    if root.tag != _ROOTS[kind]:
        raise ValueError(f"no {kind}")
    if kind == "slideLayout":
        _count_layout(name, root, made)
    kept: list[tuple[Relation, str]] = []
    for relation in parts.relations(old):
        if relation.outside:
            made.links += 1
        elif relation.kind == "image":
            kept += [(relation, place)] if (place := _picture(name, parts, relation.target, root, made)) else []
        elif relation.kind in _KINDS:
            _write(name, parts, relation.target, relation.kind, made)
            kept.append((relation, made.names[relation.target]))
    made.lost += pages.cleaned(root, {relation.id for relation, _ in kept})
    made.parts[new] = pages.written(root)
    if kind == "slideMaster" and not any(relation.kind == "theme" for relation, _ in kept):
        raise ValueError("a master without a theme")
    if kept:
        made.parts[f"{folder}/_rels/{kind}{number}.xml.rels"] = _relations(kept)


def _count_layout(name: str, root: Any, made: _Made) -> None:
    made.layouts += 1
    made.titled = made.titled or pages.has_title(root)
    if made.layouts > TEMPLATE_LAYOUTS:
        raise Refused(say.LAYOUTS.at(name=name, limit=TEMPLATE_LAYOUTS))


def _picture(name: str, parts: Parts, old: str, root: Any, made: _Made) -> str:
    """The new name of a picture, "" of one that is not taken."""
    if old in made.names:
        return made.names[old]
    try:
        data = parts.read(old, TEMPLATE_PICTURE_BYTES)
    except TooLarge:
        where = pages.name_of(root) or "образец слайдов"
        raise Refused(say.PICTURE.at(name=name, where=where, limit=TEMPLATE_PICTURE_BYTES >> 20)) from None
    found = picture_kind(data)
    if found is None:
        return ""
    made.pictures += len(data)
    if made.pictures > TEMPLATE_PICTURES_BYTES:
        raise Refused(say.PICTURES.at(name=name, limit=TEMPLATE_PICTURES_BYTES >> 20))
    number = sum(one.startswith("ppt/media/") for one in made.parts) + 1
    new = made.names[old] = f"ppt/media/image{number}.{found[0]}"
    made.parts[new], made.types[new] = data, found[1]
    return new


def _relations(kept: list[tuple[Relation, str]]) -> bytes:
    """(the old one, the new name of its part)."""
    lines = "".join(f'<Relationship Id={quoteattr(relation.id)} Type="{_OFFICE}/{relation.kind}" '
                    f'Target="/{new}"/>' for relation, new in kept)
    return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.'
            f'openxmlformats.org/package/2006/relationships">{lines}</Relationships>').encode()


def _packed(made: _Made) -> bytes:
    types = {**made.types, "ppt/presentation.xml": f"{_TYPE}presentationml.presentation.main+xml"}
    named = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in types.items())
    head = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/'
            'package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{named}</Types>')
    main = Relation("rId1", "officeDocument", "", False)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part, data in {"[Content_Types].xml": head.encode(), "_rels/.rels": _relations(
                [(main, "ppt/presentation.xml")]), **made.parts}.items():
            package.writestr(zipfile.ZipInfo(part, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
