"""A paper as data. Screen, DOCX, XLSX and PDF are written from the same blocks, so they cannot disagree."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from shnor.charts.facts import Chart
from shnor.charts.shapes.shape import Shape
from shnor.sentences.pieces import Number, Piece, Sentence

Kind = Literal["note", "order", "sheet", "month", "public"]
"""справка · приказ · листок к совещанию · свод месяца · открытая публикация"""

BARS = Shape("bars")


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True)
class Own:
    """A paragraph of the centre, its placeholders filled; a line end begins another one. id: of the kept paragraph.
    doubts: what its check asks; they stand on the screen and in no file."""

    id: str
    text: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Sentences that stand together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Table:
    """heads: of its columns. rows: cells, each one piece. source: the line under it."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Piece, ...], ...]
    source: str = ""


@dataclass(frozen=True)
class Picture:
    """shape: which picture of the chart is drawn, as on its page."""

    chart: Chart
    shape: Shape = BARS


@dataclass(frozen=True)
class Task:
    """number: within its list, without gaps. addressee: in the dative. text: begins with an infinitive. ground: figure
    or paper it follows from. carried: year it was first given, 0 = this year. parts: of an order, what else the same
    addressee is told to do; then it has no text itself."""

    number: int
    addressee: str
    text: str
    due: date | None = None
    ground: str = ""
    carried: int = 0
    parts: tuple["Task", ...] = ()


@dataclass(frozen=True)
class Tasks:
    title: str
    tasks: tuple[Task, ...]


Block = Heading | Own | Paragraph | Table | Picture | Tasks


@dataclass(frozen=True)
class Missing:
    """What a section lacks, in a sentence; file: title of the form or table that would make it ready; link: where to
    give it. It stands on the screen and in the annex of the copy with sources, never in the clean copy."""

    words: str
    file: str = ""
    link: str = ""


@dataclass(frozen=True)
class Section:
    """id: the same every year («roadmap»). title: as printed, without its numeral; "" = no heading at all. numbered: it
    gets a numeral («II.»); «Основание» before the first has none."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    missing: tuple[Missing, ...] = ()
    numbered: bool = True


@dataclass(frozen=True)
class Requisites:
    """Head and foot of a paper by ГОСТ Р 7.0.97-2025; "" prints a line to write on. day: of the paper itself. approved:
    by which order, line by line; "" prints nothing."""

    authority: str = ""
    centre: str = ""
    place: str = ""
    day: date | None = None
    number: str = ""
    post: str = ""
    signer: str = ""
    executor: str = ""
    phone: str = ""
    approved: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moved:
    """That a paper was signed and the data under it are others since. words: the line under the title. lines: what
    differs; they stand in the annex of the copy with sources, never in the clean copy."""

    words: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paper:
    """day: the figures are counted for it. first, last: the period it covers; its end may lie after the day. set: over
    what. label: of invented data, printed on every page, "" = real. version: of the sentences. moved: of a paper of the
    same period that was signed before, where the data are others since."""

    kind: Kind
    title: str
    day: date
    first: date
    last: date
    set: str
    sections: tuple[Section, ...]
    requisites: Requisites = Requisites()
    label: str = ""
    version: str = ""
    moved: Moved | None = None


def numbers(paper: Paper) -> Iterator[Number]:
    """Every number with a source, in the order it is printed."""
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield from (number for sentence in block.sentences for number in sentence.numbers if number.source)
            elif isinstance(block, Table):
                yield from (cell for row in block.rows for cell in row if isinstance(cell, Number) and cell.source)
