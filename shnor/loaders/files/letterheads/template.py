"""A document of the centre → a package with its page, styles, theme, head and foot alone, written anew: what a paper is
written into has nothing inside that was not looked at. Text, macros, links, names, edits, files inside stay behind."""

import io
from typing import Any
from xml.sax.saxutils import quoteattr

import docx
from lxml import etree

from shnor.datasets import paper_styles
from shnor.datasets.limits import (
    LETTERHEAD_TEXT_MM,
    TEMPLATE_BYTES,
    TEMPLATE_PICTURE_BYTES,
    TEMPLATE_PICTURES_BYTES,
)
from shnor.loaders.files.guard import Refused
from shnor.loaders.files.letterheads import marks
from shnor.loaders.files.letterheads.marks import Found, W
from shnor.loaders.files.letterheads.package import HEAD, OFFICE, WORD, Made, listed, packed, related
from shnor.loaders.files.presentations import pages
from shnor.loaders.files.presentations.pages import R
from shnor.loaders.files.presentations.parts import DAMAGE, Parts, TooLarge, picture_kind
from shnor.loaders.files.sniff import sniff
from shnor.loaders.issues import of_letterheads as say
from shnor.loaders.types import PaperTemplate

_OF_SECTION = ("pgSz", "pgMar", "pgBorders", "titlePg")
_EDGES = {"headerReference": ("header", "hdr"), "footerReference": ("footer", "ftr")}
_NAMED = ("creator", "lastModifiedBy", "Company", "Manager")
_MM = 25.4 / 1440


def cleaned(name: str, data: bytes) -> PaperTemplate:
    """Never raises for what is in the file; the same file gives the same package."""
    try:
        return _cleaned(name, data)
    except Refused as refused:
        return PaperTemplate(b"", (refused.issue,))
    except TooLarge:
        return PaperTemplate(b"", (say.LARGE.at(name=name, limit=TEMPLATE_BYTES >> 20),))
    except DAMAGE:
        return PaperTemplate(b"", (say.UNREADABLE.at(name=name),))


def _cleaned(name: str, data: bytes) -> PaperTemplate:
    _check_kind(name, data)
    parts = Parts(data)
    types = parts.types()
    main = next(one.target for one in parts.relations("") if one.kind == "officeDocument")
    if "wordprocessingml" not in types.get(main, "") and "ms-word" not in types.get(main, ""):
        raise Refused(say.OTHER.at(name=name))
    if "macroenabled" in types.get(main, "") or any("vba" in part for part in parts.names):
        raise Refused(say.MACROS.at(name=name))
    root, made = pages.parsed(parts.read(main)), Made()
    body = root.find(f"{W}body")
    lacking = _write_styles(parts, main, made)
    section = _section(name, parts, main, body, made)
    _write_settings(parts, main, made)
    made.parts["word/document.xml"] = pages.written(section)
    package = packed(made)
    _try(package)
    attached = sum(one.kind == "attachedTemplate" for one in _related(parts, main, "settings"))
    counts = ((say.TEXT, _lines(body)), (say.LINKS, made.found.links), (say.ATTACHED, attached),
              (say.EXTRAS, made.found.lost), (say.FIELDS, made.found.fields), (say.EDITS, made.found.edits),
              (say.NAMES, _names(parts)))
    told = [issue.at(name=name, count=count) for issue, count in counts if count]
    if lacking:
        told.append(say.STYLES.at(name=name, styles=", ".join(f"«{one}»" for one in lacking)))
    return PaperTemplate(package, tuple(told))


def _check_kind(name: str, data: bytes) -> None:
    if len(data) > TEMPLATE_BYTES:
        raise Refused(say.LARGE.at(name=name, limit=TEMPLATE_BYTES >> 20))
    what = sniff(name, data)
    if what in ("password", "password-document", "locked-zip", "sealed"):
        raise Refused(say.PASSWORD.at(name=name))
    if what == "doc":
        raise Refused(say.OLD.at(name=name))
    if what != "docx":
        raise Refused((say.UNREADABLE if what == "truncated" else say.OTHER).at(name=name))


def _lines(body: Any) -> int:
    """Paragraphs with text, those of cells too."""
    return sum(any((one.text or "").strip() for one in line.iter(f"{W}t")) for line in body.iter(f"{W}p"))


def _related(parts: Parts, main: str, kind: str) -> list[Any]:
    """Relations of the part of this kind, none where there is no such part."""
    part = _part(parts, main, kind)
    return parts.relations(part) if part else []


def _part(parts: Parts, main: str, kind: str) -> str:
    return next((one.target for one in parts.relations(main) if one.kind == kind and one.target in parts.names), "")


def _names(parts: Parts) -> int:
    """How many people and offices the properties of the file name."""
    count = 0
    for part in ("docprops/core.xml", "docprops/app.xml"):
        if part in parts.names:
            count += sum(etree.QName(one).localname in _NAMED and bool((one.text or "").strip())
                         for one in pages.parsed(parts.read(part)).iter(etree.Element))
    return count


def _write_styles(parts: Parts, main: str, made: Made) -> list[str]:
    """Returns the styles a paper needs that are not there, as Word names them."""
    root = pages.parsed(parts.read(_part(parts, main, "styles")))
    if root.tag != f"{W}styles":
        raise ValueError("no styles")
    marks.cleaned(root, (), Found())
    for one in [*root.iter(f"{W}vanish", f"{W}framePr")]:
        one.getparent().remove(one)
    made.parts["word/styles.xml"] = pages.written(root)
    made.types["word/styles.xml"] = f"{WORD}styles+xml"
    related(made, "styles", "styles.xml")
    if theme := _part(parts, main, "theme"):
        tree = pages.parsed(parts.read(theme))
        pages.cleaned(tree, ())
        made.parts["word/theme/theme1.xml"] = pages.written(tree)
        made.types["word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
        related(made, "theme", "theme/theme1.xml")
    names = {one.get(f"{W}val", "").lower() for one in root.iter(f"{W}name")}
    return [title for name, title in paper_styles.NEEDED.items() if name not in names]


def _section(name: str, parts: Parts, main: str, body: Any, made: Made) -> Any:
    """The new document: one section as the last of the old one, without a word."""
    old = body.find(f"{W}sectPr")
    size, margins = old.find(f"{W}pgSz"), old.find(f"{W}pgMar")
    wide, left, right = (int(one.get(f"{W}{side}")) for one, side in (
        (size, "w"), (margins, "left"), (margins, "right")))
    low, high = LETTERHEAD_TEXT_MM
    if not low <= (wide - left - right) * _MM <= high:
        raise Refused(say.SIZE.at(name=name, size=round((wide - left - right) * _MM), low=low, high=high))
    root = etree.fromstring(f'<w:document xmlns:w="{W[1:-1]}" xmlns:r="{OFFICE}"><w:body><w:sectPr/></w:body>'
                            "</w:document>")
    new = root[0][0]
    targets = {one.id: one for one in parts.relations(main)}
    for one in old:
        kind = etree.QName(one).localname
        if kind in _EDGES and (relation := targets.get(one.get(f"{R}id"))) and not relation.outside:
            etree.SubElement(new, one.tag, {
                f"{W}type": one.get(f"{W}type", "default"),
                f"{R}id": _write_edge(name, parts, relation.target, *_EDGES[kind], made)})
    for kind in _OF_SECTION:
        if (one := old.find(f"{W}{kind}")) is not None:
            kept = {key: value for key, value in one.attrib.items() if key.startswith(W) and "rsid" not in key}
            etree.SubElement(new, one.tag, kept)[:] = [*one] if kind == "pgBorders" else []
    return root


def _write_edge(name: str, parts: Parts, old: str, kind: str, tag: str, made: Made) -> str:
    """A head or a foot with its pictures; the id of its relation."""
    number = sum(one.startswith(f"word/{kind}") for one in made.parts) + 1
    root = pages.parsed(parts.read(old))
    if root.tag != f"{W}{tag}":
        raise ValueError(f"no {kind}")
    kept = []
    for relation in parts.relations(old):
        if relation.outside:
            made.found.links += relation.kind != "hyperlink"  # that one is counted where it stands
        elif relation.kind == "image" and (place := _picture(name, parts, relation.target, made)):
            kept.append((relation.id, place))
    marks.cleaned(root, {one for one, _ in kept}, made.found)
    part = f"word/{kind}{number}.xml"
    made.parts[part], made.types[part] = pages.written(root), f"{WORD}{kind}+xml"
    if kept:
        lines = "".join(f'<Relationship Id={quoteattr(one)} Type="{OFFICE}/image" Target="{place}"/>'
                        for one, place in kept)
        made.parts[f"word/_rels/{kind}{number}.xml.rels"] = listed(lines)
    return related(made, kind, f"{kind}{number}.xml")


def _picture(name: str, parts: Parts, old: str, made: Made) -> str:
    """Its place beside the heads, "" of one that is not taken."""
    if old in made.pictures:
        return made.pictures[old]
    try:
        data = parts.read(old, TEMPLATE_PICTURE_BYTES)
    except TooLarge:
        raise Refused(say.PICTURE.at(name=name, limit=TEMPLATE_PICTURE_BYTES >> 20)) from None
    found = picture_kind(data)
    if found is None:
        return ""
    made.bytes_of_pictures += len(data)
    if made.bytes_of_pictures > TEMPLATE_PICTURES_BYTES:
        raise Refused(say.PICTURES.at(name=name, limit=TEMPLATE_PICTURES_BYTES >> 20))
    place = made.pictures[old] = f"media/image{len(made.pictures) + 1}.{found[0]}"
    made.parts[f"word/{place}"], made.types[f"word/{place}"] = data, found[1]
    return place


def _write_settings(parts: Parts, main: str, made: Made) -> None:
    """Of the old ones only whether even pages have a head of their own."""
    part = _part(parts, main, "settings")
    old = pages.parsed(parts.read(part)).find(f"{W}evenAndOddHeaders") if part else None
    even = "<w:evenAndOddHeaders/>" if old is not None and old.get(f"{W}val") not in ("0", "false", "off") else ""
    made.parts["word/settings.xml"] = (
        f'{HEAD}<w:settings xmlns:w="{W[1:-1]}"><w:defaultTabStop w:val="709"/>{even}<w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="ru-RU"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>").encode()
    made.types["word/settings.xml"] = f"{WORD}settings+xml"
    related(made, "settings", "settings.xml")


def _try(package: bytes) -> None:
    """Opens it as a paper will: what is wrong with it is to be said here."""
    section = docx.Document(io.BytesIO(package)).sections[0]
    if not (section.page_width and section.page_height):
        raise ValueError("a page without a size")
