"""Paragraphs of a paper as XML of Word, and the comments at their numbers."""

import re
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document

from shnor.reports.papers import sources
from shnor.reports.papers.office.package import element
from shnor.reports.papers.office.styles import Ids
from shnor.sentences.pieces import Number, Piece

AUTHOR, INITIALS = "Откуда цифра", "Ц"
"""Who says what stands in a comment: nobody by name."""
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Margin:
    """The comments of a copy; the clean copy has no margin. Numbered as they are printed."""

    def __init__(self) -> None:
        self.said: list[Number] = []

    def add(self, number: Number) -> int:
        self.said.append(number)
        return len(self.said) - 1

    def write(self, made: Document, ids: Ids) -> None:
        """Puts them into the document; without one there is no part for them."""
        if self.said:
            root = made.part._comments_part.element
            for place, number in enumerate(self.said):
                root.append(element(_comment(place, sources.comment(number), ids)))


def _comment(place: int, lines: Sequence[str], ids: Ids) -> str:
    mark = (f'<w:r><w:rPr><w:rStyle w:val="{ids["CommentReference"]}"/></w:rPr><w:annotationRef/></w:r>')
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{ids["CommentText"]}"/></w:pPr>{mark if number == 0 else ""}{run(words)}</w:p>'
        for number, words in enumerate(lines))
    return (f'<w:comment w:id="{place}" w:author={quoteattr(AUTHOR)} w:initials={quoteattr(INITIALS)}>{paragraphs}'
            "</w:comment>")


def paragraph(pieces: Iterable[Piece], style: str, ids: Ids, margin: Margin | None = None, more: str = "",
              size: float = 0) -> str:
    """style: our id. more: XML of its properties beside the style, in the order of the schema. size: of its letters in
    points, 0 = as the style has them."""
    return of_runs("".join(run(piece, size) if isinstance(piece, str) else _number(piece, ids, margin, size)
                           for piece in pieces), style, ids, more, size)


def of_runs(body: str, style: str, ids: Ids, more: str = "", size: float = 0) -> str:
    """A paragraph of runs that are XML already; its own end is as large as they are."""
    end = f"<w:rPr>{_sized(size)}</w:rPr>" if size else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{ids[style]}"/>{more}{end}</w:pPr>{body}</w:p>'


def _number(one: Number, ids: Ids, margin: Margin | None, size: float) -> str:
    if margin is None or one.source is None:
        return run(one.text, size)
    place = margin.add(one)
    look = f'<w:rPr><w:rStyle w:val="{ids["CommentReference"]}"/></w:rPr>'
    return (f'<w:commentRangeStart w:id="{place}"/>{run(one.text, size)}<w:commentRangeEnd w:id="{place}"/>'
            f'<w:r>{look}<w:commentReference w:id="{place}"/></w:r>')


def run(words: str, size: float = 0, *, bold: bool = False) -> str:
    """size: in points, 0 = as the style has them. Line ends and tabs stay what they are; signs no XML may hold are left
    out."""
    if not words:
        return ""
    text = escape(_FORBIDDEN.sub("", words)).replace("\r", "")
    for sign, name in (("\n", "br"), ("\t", "tab")):
        text = text.replace(sign, f'</w:t><w:{name}/><w:t xml:space="preserve">')
    look = ("<w:b/><w:bCs/>" if bold else "") + _sized(size)
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _sized(size: float) -> str:
    half = round(2 * size)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if size else ""


def appended(body: Any, xml: str) -> Any:
    """Puts the element before the properties of the section, which stand last."""
    made = element(xml)
    body.insert(len(body) - 1, made)
    return made
