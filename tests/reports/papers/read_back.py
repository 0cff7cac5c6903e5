"""A document of ours read as Word reads it: what is seen, and what hangs at its numbers."""

import re
import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from shnor.reports.papers.sources import ANNEX

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> Any:
    """The root of a part."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.namelist()


def said(element: Any) -> str:
    """Its text; a line end of a paragraph is one."""
    signs = {f"{W}t": lambda one: one.text or "", f"{W}br": lambda one: "\n", f"{W}tab": lambda one: "\t"}
    return "".join(signs[one.tag](one) for one in element.iter(*signs))


def paragraphs(data: bytes) -> list[str]:
    """All that are not empty, those of cells too, in their order; without the annex."""
    found = [text for one in part(data, "word/document.xml").iter(f"{W}p") if (text := said(one))]
    annex = next((place for place, text in enumerate(found) if text == f"Приложение. {ANNEX}"), len(found))
    return found[:annex]


def comments(data: bytes) -> list[tuple[str, str]]:
    """(the number it hangs on, what it says), in the order of the text."""
    if "word/comments.xml" not in names(data):
        return []
    told = {one.get(f"{W}id"): "\n".join(said(line) for line in one.iter(f"{W}p"))
            for one in part(data, "word/comments.xml").iter(f"{W}comment")}
    found, held = [], {}
    for one in part(data, "word/document.xml").iter():
        if one.tag == f"{W}commentRangeStart":
            held[one.get(f"{W}id")] = ""
        elif one.tag == f"{W}t":
            held = {name: text + (one.text or "") for name, text in held.items()}
        elif one.tag == f"{W}commentRangeEnd":
            found.append((held.pop(one.get(f"{W}id")), told[one.get(f"{W}id")]))
    return found


def headers(data: bytes) -> dict[str, str]:
    """Text of each header by its kind («first», «default»)."""
    relations = {one.get("Id"): one.get("Target") for one in part(data, "word/_rels/document.xml.rels")}
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return {one.get(f"{W}type"): said(part(data, f"word/{relations[one.get(key)]}"))
            for one in part(data, "word/document.xml").iter(f"{W}headerReference")}


def whole(data: bytes) -> str:
    """Every byte of every part as text."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def hidden(data: bytes) -> list[str]:
    """Marks of hidden text, of editing, of who and when."""
    return sorted({*re.findall(r"<w:(?:vanish|ins|del|moveFrom|rsids?)\b|w:rsid\w*=|dc:creator|lastModifiedBy|Company|"
                               r"dcterms:\w+", whole(data))})
