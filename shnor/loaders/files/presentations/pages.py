"""The XML of a master, a layout or a theme without whatever leads out of it or does something by itself."""

from collections.abc import Collection
from typing import Any

from lxml import etree

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DOING = ("hlinkClick", "hlinkHover", "hlinkMouseOver", "extLst", "timing", "transition", "custDataLst", "controls")
"""Links, what moves or plays, what only newer programs know."""
_HOLDERS = (*(f"{P}{name}" for name in ("pic", "sp", "graphicFrame", "grpSp", "cxnSp", "contentPart", "bg")),
            f"{A}buBlip", f"{A}blipFill")
_PLAIN_FILL = f'<a:solidFill xmlns:a="{A[1:-1]}"><a:schemeClr val="phClr"/></a:solidFill>'


class Forbidden(ValueError):
    """The part has declarations of its own (DOCTYPE): nobody writes them into a presentation without a reason."""


def parsed(xml: bytes) -> Any:
    """The root; nothing is fetched or expanded.

    Raises:
        Forbidden, etree.XMLSyntaxError.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                             remove_pis=True)
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.doctype:
        raise Forbidden
    return root


def cleaned(root: Any, kept: Collection[str]) -> int:
    """Changes the tree. kept: ids of the relations that stay. Returns how many things on it were left out because what
    they show is not taken."""
    taken_fallbacks(root)
    for name in _DOING:
        for one in [*root.iter(f"{P}{name}", f"{A}{name}")]:
            one.getparent().remove(one)
    for one in root.iter(f"{A}blip"):
        if one.get(f"{R}embed") in kept:
            one.attrib.pop(f"{R}link", None)  # the picture lies inside and at its address as well
    lost = [one for one in root.iter(etree.Element) if any(
        name.startswith(R) and value not in kept for name, value in one.attrib.items())]
    return len({holder for one in lost if (holder := _without(one)) is not None})


def taken_fallbacks(root: Any) -> None:
    """Of what has an older and a newer form, the older one stays."""
    for one in [*root.iter(f"{_ALTERNATIVES}AlternateContent")]:
        _take_fallback(one)


def _take_fallback(choices: Any) -> None:
    """What an old program would show."""
    parent, fallback = choices.getparent(), choices.find(f"{_ALTERNATIVES}Fallback")
    if parent is None:
        return
    place = parent.index(choices)
    parent.remove(choices)
    for child in reversed([*fallback] if fallback is not None else []):
        parent.insert(place, child)


def _without(one: Any) -> Any:
    """Takes away what shows it: a picture, a shape, a ground; of a theme, whose fills are counted, a plain one comes.
    Returns what was taken, None of what is only a mark in a list."""
    holder = next((up for up in (one, *one.iterancestors()) if up.tag in _HOLDERS), None)
    if holder is not None and holder.tag == f"{A}blipFill":
        shape = next((up for up in holder.iterancestors() if up.tag in _HOLDERS), None)
        if shape is None:
            holder.getparent().replace(holder, etree.fromstring(_PLAIN_FILL))
            return holder
        holder = shape
    taken = one if holder is None else holder
    if taken.getparent() is not None:
        taken.getparent().remove(taken)
    return holder


def has_title(root: Any) -> bool:
    return any(one.get("type") in ("title", "ctrTitle") for one in root.iter(f"{P}ph"))


def name_of(root: Any) -> str:
    """Of a layout, as people see it in the list of layouts."""
    page = root.find(f"{P}cSld")
    return (page.get("name") or "") if page is not None else ""


def written(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
