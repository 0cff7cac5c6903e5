"""The text of a Word document as it stands once all its changes are accepted, without what is not shown."""

from collections.abc import Iterator

from docx.oxml.ns import qn

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_OFF = ("0", "false", "off", "none")


def clear(root) -> None:
    """Takes out of the tree: deleted and moved away text, rows and cells, hidden text, hints of empty fields, the
    second copy of a text box that Word writes for older programs."""
    for old in list(root.iter(f"{_COMPATIBILITY}Fallback")):
        choices = [part for part in old.itersiblings(f"{_COMPATIBILITY}Choice", preceding=True)]
        if any(next(part.iter(qn("w:t"), qn("w:tbl")), None) is not None for part in choices):
            old.getparent().remove(old)
    for element in [*_gone(root), *_not_shown(root)]:
        if (around := element.getparent()) is not None:
            around.remove(element)
    for paragraph in [p for p in root.iter(qn("w:p")) if _has(p, "w:pPr/w:rPr/w:del", "w:pPr/w:rPr/w:moveFrom")]:
        around = paragraph.getparent()
        if not text_of(paragraph) and len(around.findall(qn("w:p"))) > 1:
            around.remove(paragraph)


def _gone(root) -> list:
    found = list(root.iter(qn("w:moveFrom")))
    for element in root.iter(qn("w:del"), qn("w:cellDel")):
        properties = element.getparent()
        whole = {qn("w:trPr"): qn("w:tr"), qn("w:tcPr"): qn("w:tc")}.get(properties.tag)
        if whole:
            found.append(properties.getparent())
        elif properties.tag != qn("w:rPr"):
            found.append(element)
    return found


def _not_shown(root) -> Iterator:
    for mark in root.iter(qn("w:vanish"), qn("w:showingPlcHdr")):
        if mark.get(qn("w:val"), "1") in _OFF:
            continue
        if mark.tag == qn("w:vanish"):
            run = mark.getparent().getparent()
            yield from [run] if run.tag == qn("w:r") else []
        else:
            yield from mark.getparent().getparent().iter(qn("w:r"))


def _has(element, *paths: str) -> bool:
    return any(element.find("/".join(qn(step) for step in path.split("/"))) is not None for path in paths)


def text_of(paragraph) -> str:
    """Its own text; a text box inside has paragraphs of its own."""
    return "".join(node.text or "" if node.tag == qn("w:t") else _TEXT[node.tag] for node in _own(paragraph))


def is_struck(paragraphs: list) -> bool:
    """All there is to read in them is crossed out."""
    runs = [node.getparent() for paragraph in paragraphs for node in _own(paragraph)
            if node.tag == qn("w:t") and (node.text or "").strip()]
    return bool(runs) and all(map(_is_crossed, runs))


def _is_crossed(run) -> bool:
    properties = run.find(qn("w:rPr"))
    marks = [] if properties is None else [properties.find(qn("w:strike")), properties.find(qn("w:dstrike"))]
    return any(mark is not None and mark.get(qn("w:val"), "1") not in _OFF for mark in marks)


def _own(paragraph) -> Iterator:
    return (node for node in paragraph.iter(qn("w:t"), *_TEXT)
            if node.getparent().tag == qn("w:r") and next(node.iterancestors(qn("w:p"))) is paragraph)
