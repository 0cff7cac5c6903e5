"""Bytes of a document → its paragraphs and rows, in their order, as people see them."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from shnor.loaders.claims.said import Line
from shnor.loaders.files.documents import opendocument, richtext
from shnor.loaders.files.documents.numbering import Numbers
from shnor.loaders.files.documents.old_word import converted
from shnor.loaders.files.documents.word_text import clear, text_of
from shnor.loaders.files.encodings import decoded
from shnor.loaders.files.raw import Failed
from shnor.loaders.words.school_mentions import mirror

FORMATS = ("docx", "odt", "rtf", "doc", "csv")
"""Of `sniff`; a text is called csv there."""
_END = re.compile(r"[.;:!?»)]\s*$")
_BEGIN = re.compile(r"\s*(?:-\s*)?(?:\d{1,2}[.)](?!\d)|[IVX]{1,4}\.\s|[-–—•]\s)")
_BROKEN = re.compile(r"(?<=[а-яёА-ЯЁ])-$")
_ALONE = 45
"""A line shorter than this and the one after it were not broken by the width of the page."""
_WIDEST = 63
"""Columns a table of Word may have."""
_PARAGRAPH, _ROW = "абзац {}", "таблица {}, строка {}"
_HIDDEN = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))
Block = str | tuple[tuple[str, ...], ...]
"""A paragraph or a table."""


def lines(what: str, data: bytes) -> list[Line]:
    """what: one of FORMATS.

    Raises:
        Failed: the document is not read here.
    """
    if what == "csv":
        return list(_placed(_joined(decoded(data).splitlines())))
    if what == "doc":
        what, data = "docx", converted(data)
    readers = {"docx": _word, "odt": _open, "rtf": _rich}
    if what not in readers:
        raise Failed("no-tables")
    return list(_placed(readers[what](data)))


def _placed(blocks: Iterable[Block]) -> Iterator[Line]:
    paragraph = table = 0
    for block in blocks:
        if isinstance(block, str):
            text = " ".join(block.translate(_HIDDEN).split())
            paragraph += bool(text)
            if text:
                yield Line(text, _PARAGRAPH.format(paragraph))
            continue
        table += 1
        for number, row in enumerate(block, start=1):
            cells = tuple(" ".join(cell.translate(_HIDDEN).split()) for cell in row)
            if any(cells):
                yield Line("; ".join(filter(None, cells)), _ROW.format(table, number), cells)


def _word(data: bytes) -> Iterator[Block]:
    document = Document(io.BytesIO(data))
    body = document.element.body
    clear(body)
    numbers = Numbers(document)
    for element in body.iter(qn("w:tbl"), qn("w:p")):
        if next(element.iterancestors(qn("w:tbl")), None) is not None:
            continue
        if element.tag == qn("w:p"):
            label = numbers.label(element)
            yield " ".join(filter(None, (label, text_of(element))))
        else:
            yield tuple(tuple(_cells(row)) for row in element.iter(qn("w:tr")))


def _cells(row) -> Iterator[str]:
    """One over several columns leaves those behind its first empty."""
    for cell in row.iter(qn("w:tc")):
        yield "\n".join(map(text_of, cell.iter(qn("w:p"))))
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        told = span.get(qn("w:val"), "") if span is not None else ""
        yield from [""] * (min(int(told), _WIDEST) - 1 if told.isdecimal() else 0)


def _open(data: bytes) -> Iterator[Block]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = parse_xml(archive.read("content.xml"))
    yield from opendocument.blocks(root)


def _rich(data: bytes) -> Iterator[Block]:
    yield from richtext.blocks(data)


def _joined(told: Iterable[str]) -> Iterator[str]:
    """Lines a page has broken, put together: a text taken out of a PDF. «гос-» and «ударственной» are one word."""
    whole = ""
    last = 0
    for line in told:
        text = line.strip()
        if not text:
            continue
        if whole and _goes_on(whole, text, last):
            broken = _BROKEN.search(whole)
            whole = (whole[:-1] if text[0].islower() else whole) + text if broken else f"{whole} {text}"
        else:
            if whole:
                yield whole
            whole = text
        last = len(text)
    if whole:
        yield whole


def _goes_on(whole: str, text: str, last: int) -> bool:
    """Whether a line belongs to what stands above it."""
    if _BROKEN.search(whole):
        return True
    if _BEGIN.match(text) or (text.isupper() and not whole.isupper()):
        return False
    if text[0].islower() or mirror(text)[0].isdigit():
        return True
    return not _END.search(whole) and last >= _ALONE
