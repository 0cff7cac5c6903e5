"""A table on a slide as a table of Office: read by a screen reader, changed by who has the file."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from shnor import look
from shnor.reports.slides.deck import Blank, Grid
from shnor.reports.slides.office.places import LEAST, Box, height_of, lines_of, width_of
from shnor.reports.slides.office.text import bare, shade, written

INSET = 0.08
"""Inches between a cell and its letters."""
LARGEST, HEAD, SPREAD = 28, 24, 1.4
"""Of letters, over empty rows too, in points; rows are so much taller at most where there is room."""
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of tables without lines and grounds: ours are said in each cell, for other programs know few styles."""
Row = tuple[str, ...]


def drawn(slide: Any, grid: Grid, box: Box, words: str) -> None:
    """words: said for who cannot see it."""
    size = _size(grid, box)
    widths = _widths(grid, box.width, size)
    heights = _heights(grid, widths, size)
    wider = max(1.0, min(SPREAD, box.height / sum(heights)))
    _table(slide, (grid.head, *grid.rows), widths, [height * wider for height in heights], box, words, size,
           grid.numbers)


def blank(slide: Any, body: Blank, box: Box, words: str) -> None:
    """Empty rows share the room under the heads."""
    columns = len(body.head)
    widths = [box.width * share for share in body.shares]
    head = _tall(body.head, widths, HEAD, bold=True)
    empty = min(1.5 if body.rows > 1 else 3.0, (box.height - head) / max(body.rows, 1))
    _table(slide, (body.head, *(("",) * columns for _ in range(body.rows))), widths,
           [head, *([empty] * body.rows)], box, words, HEAD, (), parted=True)


def pages(grid: Grid, box: Box) -> list[Grid]:
    """The table in as many as there must be for all its letters to be large enough."""
    widths = _widths(grid, box.width, LEAST)
    room = box.height - _tall(grid.head, widths, LEAST, bold=True)
    tall = [_tall(row, widths, LEAST) for row in grid.rows]
    starts = _starts(tall, room, len(tall))
    even = _starts(tall, room, -(-len(tall) // len(starts)))
    if len(even) == len(starts):  # pages of about as many rows each
        starts = even
    return [replace(grid, rows=grid.rows[start:end]) for start, end in pairwise([*starts, len(tall)])] or [grid]


def _starts(tall: Sequence[float], room: float, most: int) -> list[int]:
    """The first row of each page. tall: of rows, in inches; room: of a page; most: rows on it."""
    starts, used = [0], 0.0
    for place, one in enumerate(tall):
        if place > starts[-1] and (used + one > room or place - starts[-1] >= most):
            starts.append(place)
            used = 0.0
        used += one
    return starts


def _size(grid: Grid, box: Box) -> int:
    for size in range(LARGEST, LEAST, -2):
        widths = _widths(grid, box.width, size)
        if sum(_heights(grid, widths, size)) <= box.height and all(
                _is_whole(row, widths, size) for row in (grid.head, *grid.rows)):
            return size
    return LEAST


def _is_whole(row: Row, widths: Sequence[float], size: int) -> bool:
    """Its longest words have room in their columns."""
    return all(width_of(word, size, bold=True) <= width - 2 * INSET for cell, width in zip(row, widths, strict=True)
               for word in cell.split())


def _widths(grid: Grid, whole: float, size: int) -> list[float]:
    """By the longest of each column, every one with room for its longest word."""
    columns = [*zip(grid.head, *grid.rows, strict=True)]
    words = [max(width_of(word, size, bold=True) for cell in column for word in (cell.split() or [""])) + 2.2 * INSET
             for column in columns]
    wanted = [min(max(width_of(cell, size, bold=not place) for place, cell in enumerate(column)) + 2.2 * INSET,
                  whole * 0.6) for column in columns]
    if sum(words) >= whole:
        return [whole * word / sum(words) for word in words]
    spare, asked = whole - sum(words), [max(0.0, want - word) for want, word in zip(wanted, words, strict=True)]
    if sum(asked) <= spare:
        whole_of_wanted = sum(words) + sum(asked)
        return [(word + more) * whole / whole_of_wanted for word, more in zip(words, asked, strict=True)]
    return [word + spare * more / sum(asked) for word, more in zip(words, asked, strict=True)]


def _heights(grid: Grid, widths: Sequence[float], size: int) -> list[float]:
    return [_tall(row, widths, size, bold=not place) for place, row in enumerate((grid.head, *grid.rows))]


def _tall(row: Row, widths: Sequence[float], size: int, *, bold: bool = False) -> float:
    return max(height_of(lines_of(cell, width - 2 * INSET, size, bold=bold), size)
               for cell, width in zip(row, widths, strict=True)) + 2 * INSET


def _table(slide: Any, rows: Sequence[Row], widths: Sequence[float], heights: Sequence[float], box: Box, words: str,
           size: int, numbers: tuple[int, ...], *, parted: bool = False) -> None:
    """parted: with a line between columns."""
    frame = slide.shapes.add_table(len(rows), len(widths), *box.above(sum(heights)).emu)
    frame.name = "Таблица"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
    table = frame.table
    table.horz_banding = False
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN
    for place, width in enumerate(widths):
        table.columns[place].width = Inches(width)
    for at, row in enumerate(rows):
        table.rows[at].height = Inches(heights[at])
        for place, text in enumerate(row):
            _cell(table.cell(at, place), text, size, head=not at, number=place in numbers)
            if parted and place + 1 < len(row):
                _line(table.cell(at, place), "lnR")


def _cell(cell: Any, text: str, size: int, *, head: bool, number: bool) -> None:
    """On a ground of ours, for a template may be dark."""
    cell.fill.solid()
    cell.fill.fore_color.rgb = shade(look.BLUE1 if head else look.PAPER)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    bare(cell.text_frame)
    cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = Inches(INSET)
    written(cell.text_frame, [text], size, align=PP_ALIGN.RIGHT if number else PP_ALIGN.LEFT, bold=head,
            colour=look.INK)
    _line(cell, "lnB")


def _line(cell: Any, side: str) -> None:
    """lnR stands before lnB: ask for it later."""
    shaded = f'<a:solidFill><a:srgbClr val="{look.SILENT_LINE[1:].upper()}"/></a:solidFill>'
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(f'<a:{side} {nsdecls("a")} w="12700">{shaded}</a:{side}>'))
