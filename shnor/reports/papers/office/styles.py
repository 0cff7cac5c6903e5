"""Which style of a document a line of a paper has: ours, or the one of the same name in the centre's template."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from shnor.reports.papers.laid import Look
from shnor.reports.papers.office.package import STYLES

OF_LOOKS: Mapping[Look, str] = {
    "organ": "PaperOrgan", "kind": "PaperKind", "title": "Title", "place": "PaperPlace", "heading1": "Heading1",
    "heading2": "Heading2", "heading3": "Heading3", "text": "BodyText", "ordering": "PaperOrdering",
    "task": "PaperTask", "caption": "Caption", "drawing_caption": "PaperDrawingCaption", "source": "PaperSource",
    "executor": "PaperExecutor", "stamp": "PaperStamp"}
_REFERENCES = ("w:basedOn", "w:next", "w:link")
Ids = Mapping[str, str]
"""Our id of a style → its id in the document."""


def known(made: Document, *, template: bool) -> Ids:
    """The ids of all our styles; a template gets those it has not, built on its own normal paragraph."""
    ours = [*parse_xml(STYLES).iterchildren(qn("w:style"))]
    if not template:
        return {_id(style): _id(style) for style in ours}
    root = made.styles.element
    theirs = [*root.iterchildren(qn("w:style"))]
    by_name = {(style.get(qn("w:type")), _name(style)): _id(style) for style in theirs}
    default = {style.get(qn("w:type")): _id(style) for style in theirs if style.get(qn("w:default")) in ("1", "true")}
    taken, ids, added = {_id(style) for style in theirs}, {}, []
    for style in ours:
        kind, own = style.get(qn("w:type")), _id(style)
        found = by_name.get((kind, _name(style))) or (default.get(kind) if style.get(qn("w:default")) else None)
        ids[own] = found or _free(own, taken)
        if not found:
            added.append(style)
    for style in added:
        root.append(_adapted(style, ids, has_default=style.get(qn("w:type")) in default))
    return ids


def _adapted(style: Any, ids: Ids, *, has_default: bool) -> Any:
    """Our style with the ids of the template."""
    copied = deepcopy(style)
    copied.set(qn("w:styleId"), ids[_id(style)])
    if has_default:
        copied.attrib.pop(qn("w:default"), None)
    for reference in copied.iterchildren(*map(qn, _REFERENCES)):
        reference.set(qn("w:val"), ids[reference.get(qn("w:val"))])
    return copied


def _free(own: str, taken: set[str]) -> str:
    while own in taken:
        own = f"{own}Own"
    taken.add(own)
    return own


def _id(style: Any) -> str:
    return style.get(qn("w:styleId"))


def _name(style: Any) -> str:
    """Word writes «heading 1», others «Heading 1»."""
    name = style.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "").lower()
