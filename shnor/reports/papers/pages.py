"""A paper as PDF, in the words of its DOCX: typst draws, fonts are inside, the same paper gives the same bytes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from shnor.charts.facts import in_words
from shnor.reports.papers.blocks import Paper, Table
from shnor.reports.papers.laid import Drawing, Grid, Line, Printed, Sides, laid
from shnor.reports.papers.office import pictures, tables
from shnor.reports.slides.tables import INSET
from shnor.reports.slides.typeset import compiled
from shnor.wording import typeset

WIDTH = 510
"""Of the text in points: what margins by ГОСТ Р 7.0.97-2025 leave of A4."""
_TEMPLATE = Path(__file__).with_name("pages.typ")


def pdf(paper: Paper) -> bytes:
    """All of the paper, to be printed or sent."""
    drawings: dict[str, str] = {}
    lines = [_line(one, drawings) for one in laid(paper)]
    data = {"title": paper.title.replace("\n", " "), "label": paper.label, "lines": lines, "width": WIDTH}
    return compiled(_TEMPLATE, data, drawings, paper.day)


def _line(one: Printed, drawings: dict[str, str]) -> Mapping[str, Any]:
    match one:
        case Line(look=look):
            return {"kind": "line", "look": look, "text": one.text}
        case Sides(left=left, right=right, signed=signed):
            return {"kind": "sides", "left": left, "right": right, "signed": signed}
        case Grid(table=table):
            return grid(table, WIDTH)
        case Drawing(chart=chart, shape=shape):
            picture, tall = pictures.svg(chart, shape, WIDTH)
            name = f"{len(drawings)}.svg"
            drawings[name] = picture
            return {"kind": "drawing", "svg": name, "alt": in_words(chart), "height": tall}


def grid(table: Table, width: float, largest: float = tables.SIZES[0]) -> dict[str, Any]:
    """A table for the template, its letters at most so large."""
    size, widths = tables.laid(table, width, largest)
    return {"kind": "grid", "size": size, "widths": widths, "inset": INSET,
            "head": [typeset(one) for one in table.heads],
            "rows": [[tables.text_of(cell) for cell in row] for row in table.rows],
            "centred": [place for place in range(len(table.heads)) if tables.numeric(table, place)]}
