"""Numbers that Word puts before paragraphs by itself: a column «№ п/п» made so has no text of its own."""

import re

from docx.document import Document
from docx.oxml.ns import qn

_LEVELS = 9
Level = tuple[int, str, str]
"""Where it starts, the format of the number, the text of the label with %1…%9."""


class Numbers:
    """Counts the numbered paragraphs of a document; ask for each one once, in the order of the document."""

    def __init__(self, document: Document) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[tuple[str, int], Level] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._styles = {style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))}
        part = next((r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")), None)
        if part is not None:
            self._learn(part.element)

    def label(self, paragraph) -> str:
        """«1.2.», or nothing for a bullet and a paragraph outside lists."""
        number, level = self._place(paragraph)
        scheme = self._lists.get(number, "")
        if (scheme, level) not in self._levels:
            return ""
        counts = self._counts.setdefault(scheme, [None] * _LEVELS)
        start, kind, text = self._levels[scheme, level]
        before = counts[level]
        counts[level] = start if before is None else before + 1
        counts[level + 1:] = [None] * (_LEVELS - level - 1)
        return "" if kind != "decimal" else re.sub("%([1-9])", lambda found: self._at(scheme, int(found[1]) - 1), text)

    def _at(self, scheme: str, level: int) -> str:
        count = self._counts[scheme][level]
        return str(self._levels.get((scheme, level), (1, "", ""))[0] if count is None else count)

    def _place(self, paragraph) -> tuple[str, int]:
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if own is None:
            style = self._styles.get(_value(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")))
            own = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") if style is not None else None
        if own is None:
            return "", 0
        return _value(own.find(qn("w:numId"))), min(_whole(own.find(qn("w:ilvl")), 0), _LEVELS - 1)

    def _learn(self, numbering) -> None:
        for listed in numbering.iter(qn("w:num")):
            self._lists[listed.get(qn("w:numId"), "")] = _value(listed.find(qn("w:abstractNumId")))
        for scheme in numbering.iter(qn("w:abstractNum")):
            for level in scheme.iter(qn("w:lvl")):
                place = scheme.get(qn("w:abstractNumId"), ""), int(level.get(qn("w:ilvl"), "0"))
                self._levels[place] = (_whole(level.find(qn("w:start")), 1), _value(level.find(qn("w:numFmt"))),
                                       _value(level.find(qn("w:lvlText"))))


def _value(element) -> str:
    return element.get(qn("w:val"), "") if element is not None else ""


def _whole(element, default: int) -> int:
    text = _value(element)
    return int(text) if text.isdecimal() else default
