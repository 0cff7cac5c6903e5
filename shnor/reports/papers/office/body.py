"""The lines of a paper put into a document one after another, and the annex of the copy with sources."""

from collections.abc import Sequence

from docx.document import Document

from shnor.reports.papers import sources
from shnor.reports.papers.blocks import Moved, Paper, Table, numbers
from shnor.reports.papers.laid import Drawing, Grid, Line, Printed, Sides
from shnor.reports.papers.office import pictures, tables
from shnor.reports.papers.office.styles import OF_LOOKS, Ids
from shnor.reports.papers.office.text import Margin, appended, paragraph

_FRAME = ('<w:framePr w:w="6000" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" w:x="1" w:yAlign="bottom"/>')
_BREAK = "<w:pageBreakBefore/>"
_TWIPS = 20
"""In a point."""
WITH_SIGNATURE = 3
"""So many lines before a signature stand on its page: it never stands alone."""
SMALL = 10
"""Letters of the annex, in points."""


class Body:
    """A document with its styles and the width of its text in twips; margin: of the copy with sources."""

    def __init__(self, made: Document, ids: Ids, margin: Margin | None) -> None:
        self.made, self.ids, self.margin = made, ids, margin
        section = made.sections[0]
        wide = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        self.width = round(wide / 635)

    def put(self, lines: Sequence[Printed]) -> None:
        signed = next((place for place, one in enumerate(lines) if isinstance(one, Sides) and one.signed), 0)
        for place, one in enumerate(lines):
            after = lines[place + 1] if place + 1 < len(lines) else None
            match one:
                case Line(look="executor") if not isinstance(after, Line):
                    self._line(one, stays=False)
                    self._append(paragraph((), "PaperExecutor", self.ids))  # what the frame hangs on
                case Line():
                    self._line(one, stays=signed - WITH_SIGNATURE <= place < signed)
                case Sides():
                    self._sides(one)
                case Grid(table=table):
                    self._append(tables.grid(table, self.width, self.ids, self.margin))
                case Drawing(chart=chart, shape=shape):
                    pictures.put(self.made, chart, shape, self.width / _TWIPS, self.ids)

    def _append(self, xml: str) -> None:
        appended(self.made.element.body, xml)

    def _line(self, line: Line, *, stays: bool) -> None:
        """stays: on one page with what comes next."""
        more = _FRAME if line.look == "executor" else "<w:keepNext/>" if stays else ""
        self._append(paragraph(line.pieces, OF_LOOKS[line.look], self.ids, self.margin, more))

    def _sides(self, sides: Sides) -> None:
        if sides.signed:
            self._append(paragraph((), "PaperSides", self.ids))
            self._append(paragraph((), "PaperSides", self.ids))
        left = round(self.width * (0.5 if sides.signed else 0.45))
        cells = ((left, sides.left, "left"), (self.width - left, sides.right, "right"))
        row = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
            f'{paragraph((text,), "PaperSides", self.ids, more=f"""<w:jc w:val="{side}"/>""")}</w:tc>'
            for wide, text, side in cells)
        grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide, _, _ in cells)
        self._append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{self.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr></w:tbl>")

    def annex(self, paper: Paper) -> None:
        """«Откуда цифры», how they are counted, «Чего не хватает», what differs from what was signed."""
        found = [*numbers(paper)]
        head = paragraph((f"Приложение. {sources.ANNEX}",), "Heading1", self.ids, more=_BREAK)
        self._append(head)
        if found:
            self._listed(sources.ANNEX, sources.HEADS, sources.grouped(found))
            self._append(paragraph((sources.FORMULAS,), "Heading1", self.ids))
            self._listed(sources.FORMULAS, sources.FORMULA_HEADS, sources.formulas(found))
        else:
            self._append(paragraph(("Цифр со ссылкой на базу в тексте нет.",), "BodyText", self.ids))
        self._missing(paper)
        if paper.moved:
            self.differing(paper.moved)

    def differing(self, moved: Moved, *, apart: bool = False) -> None:
        """What a signed paper says otherwise than the data now, line by line. apart: on a page of its own."""
        self._append(paragraph((sources.MOVED,), "Heading1", self.ids, more=_BREAK if apart else ""))
        for words in (f"{moved.words}.", *moved.lines):
            self._append(paragraph((words,), "BodyText", self.ids))

    def _listed(self, title: str, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        self._append(tables.grid(Table(title, heads, rows), self.width, self.ids, largest=SMALL))
        self._append(paragraph((), "PaperSource", self.ids))  # Word ends no document with a table

    def _missing(self, paper: Paper) -> None:
        lacking = [(section.title, one) for section in paper.sections for one in section.missing]
        if lacking:
            self._append(paragraph((sources.MISSING,), "Heading1", self.ids))
        for title, one in lacking:
            words = f"{title}. {sources.missing_words(one)}" if title else sources.missing_words(one)
            self._append(paragraph((words,), "BodyText", self.ids))


