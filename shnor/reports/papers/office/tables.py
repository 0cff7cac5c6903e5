"""Tables of a paper: heads repeated on every page, no row parted, widths by what stands in the columns."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from shnor.charts.drawn import letters
from shnor.reports.papers.blocks import Table
from shnor.reports.papers.office.styles import Ids
from shnor.reports.papers.office.text import Margin, paragraph
from shnor.reports.slides import tables as slides
from shnor.sentences.pieces import Number, Piece
from shnor.wording import typeset

SIZES = (12, 11, 10, 9)
"""Letters of a table in points: the largest with which no word is cut."""
TWIPS = 20
"""In a point."""
WIDER = 1.12
"""The letters of a document are at most so much wider than those texts are measured with."""
_NUMERIC = re.compile(r"[\d\s\u00a0.,%()+—–−-]*|\d[\d\s\u00a0]* из \d.*|нет (данных|сведений)")


def text_of(piece: Piece) -> str:
    return typeset(piece) if isinstance(piece, str) else piece.text


def numeric(table: Table, place: int) -> bool:
    """All the column says are numbers or that there is none."""
    cells = [row[place] for row in table.rows if place < len(row)]
    return any(isinstance(cell, Number) or any(map(str.isdigit, cell)) for cell in cells) and all(
        isinstance(cell, Number) or _NUMERIC.fullmatch(cell) for cell in cells)


def laid(table: Table, width: float, largest: float = SIZES[0]) -> tuple[float, list[float]]:
    """(size of letters, at most the largest; widths of columns), in points."""
    heads = [typeset(head) for head in table.heads]
    rows = [[text_of(cell) for cell in row] for row in table.rows]
    for size in (size for size in SIZES if size <= largest):
        widths = slides.columns(heads, rows, width, WIDER * size)
        words = [(word, place) for row in (heads, *rows) for place, text in enumerate(row) for word in text.split(" ")]
        if all(letters.width(word, WIDER * size, bold=True) <= widths[place] - 2 * slides.INSET * size
               for word, place in words):
            break
    return size, widths


def grid(table: Table, width: int, ids: Ids, margin: Margin | None = None, largest: float = SIZES[0]) -> str:
    """width: of the text on the page, in twips."""
    size, widths = laid(table, width / TWIPS, largest)
    twips = [round(one * TWIPS) for one in widths]
    twips[-1] += width - sum(twips)
    inset = round(slides.INSET * size * TWIPS)
    centred = [numeric(table, place) for place in range(len(table.heads))]
    head = _row([paragraph((typeset(one),), "PaperCellHead", ids, size=size) for one in table.heads], twips,
                "<w:tblHeader/>", "center")
    rows = "".join(_row([_cell(cell, ids, margin, size, middle=middle) for cell, middle in zip(
        row, centred, strict=True)], twips) for row in table.rows)
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in twips)
    return (f'<w:tbl><w:tblPr><w:tblStyle w:val="{ids["TableGrid"]}"/><w:tblW w:w="{width}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{inset}" w:type="dxa"/><w:right w:w="{inset}" '
            f'w:type="dxa"/></w:tblCellMar><w:tblCaption w:val={quoteattr(table.title)}/></w:tblPr><w:tblGrid>{columns}'
            f"</w:tblGrid>{head}{rows}</w:tbl>")


def _cell(piece: Piece, ids: Ids, margin: Margin | None, size: float, *, middle: bool) -> str:
    said = typeset(piece) if isinstance(piece, str) else piece
    return paragraph((said,), "PaperCell", ids, margin, '<w:jc w:val="center"/>' if middle else "", size)


def _row(cells: Sequence[str], widths: Sequence[int], more: str = "", align: str = "top") -> str:
    body = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="{align}"/></w:tcPr>{cell}</w:tc>'
                   for cell, width in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{body}</w:tr>"
