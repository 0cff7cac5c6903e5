"""The text of a Word document as it stands once all its changes are accepted, without what is not shown."""

from collections.abc import Iterator

from docx.oxml.ns import qn

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_OFF = ("0", "false", "off", "none")


def clear(root) -> None:
    """Takes out of the tree: deleted and moved away text, rows and cells, hidden text, hints of empty fields, the
    second copy of a text box that Word writes for older programs. A row that is hidden as a whole stays and is marked
    as Word marks a hidden row."""
    for old in list(root.iter(f"{_COMPATIBILITY}Fallback")):
        choices = [part for part in old.itersiblings(f"{_COMPATIBILITY}Choice", preceding=True)]
        if any(next(part.iter(qn("w:t"), qn("w:tbl")), None) is not None for part in choices):
            old.getparent().remove(old)
    _take_out([*_gone(root), *_hints(root)])
    _mark_hidden_rows(root)
    _take_out([mark.getparent().getparent() for mark in _vanished(root)])
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


def _take_out(elements: list) -> None:
    for element in elements:
        if (around := element.getparent()) is not None:
            around.remove(element)


def _hints(root) -> list:
    return [run for mark in root.iter(qn("w:showingPlcHdr")) if _is_on(mark)
            for run in mark.getparent().getparent().iter(qn("w:r"))]


def _vanished(root) -> list:
    """The marks of hidden letters; that of the end of a paragraph hides none."""
    return [mark for mark in root.iter(qn("w:vanish"))
            if _is_on(mark) and mark.getparent().getparent().tag == qn("w:r")]


def _mark_hidden_rows(root) -> None:
    """Rows of which nothing is to be seen, as a row hidden in a workbook."""
    marks = {mark.getparent().getparent(): mark for mark in _vanished(root)}
    hidden = []
    for row in root.iter(qn("w:tr")) if marks else ():
        runs = [text.getparent() for text in row.iter(qn("w:t")) if (text.text or "").strip()]
        hidden += [(row, runs)] if runs and all(run in marks for run in runs) else []
    for row, runs in hidden:
        row.get_or_add_trPr().append(row.makeelement(qn("w:hidden")))
        _take_out([marks[run] for run in runs])


def is_hidden(row) -> bool:
    mark = row.find(f"{qn('w:trPr')}/{qn('w:hidden')}")
    return mark is not None and _is_on(mark)


def _is_on(mark) -> bool:
    return mark.get(qn("w:val"), "1") not in _OFF


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
    return any(mark is not None and _is_on(mark) for mark in marks)


def _own(paragraph) -> Iterator:
    return (node for node in paragraph.iter(qn("w:t"), *_TEXT)
            if node.getparent().tag == qn("w:r") and next(node.iterancestors(qn("w:p"))) is paragraph)
