"""Tables of RTF documents: a grid a table. Only what a table needs is understood: rows, cells, their edges, letters."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from shnor.datasets.limits import DOCUMENT_COLUMNS, DOCUMENT_LEVELS
from shnor.loaders.files.documents.nested import layouts
from shnor.loaders.files.documents.richtext_words import Token, tokens
from shnor.loaders.files.documents.typed import typed_table
from shnor.loaders.files.looks.marks import areas_of
from shnor.loaders.files.raw import Raw, Shown, heading_of

NEAR = 30
"""Edges closer than this (in twentieths of a point) are one column."""


@dataclass(eq=False)
class _Cell:
    """Pieces of text and tables in their order. lost: text of it was deleted; struck: of each piece, whether it is
    struck out; hidden: pieces that are not shown."""

    pieces: list["str | _Table"] = field(default_factory=list)
    lost: bool = False
    struck: list[bool] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    def text(self, inner: bool = True) -> str:
        """inner: with the text of tables inside."""
        pieces = (piece if isinstance(piece, str) else f"\n{piece.text()}\n" if inner else "\n"
                  for piece in self.pieces)
        return _whole("".join(pieces)).strip()


@dataclass(eq=False)
class _Row:
    """edges: right edge of each cell; below: cells that go on from the row above; beside: from the cell before;
    hidden: nothing of it is shown."""

    cells: list[_Cell] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)
    below: list[bool] = field(default_factory=list)
    beside: list[bool] = field(default_factory=list)
    hidden: bool = False

    def is_deleted(self) -> bool:
        return any(cell.lost for cell in self.cells) and self._is_blank()

    def unhide(self) -> None:
        """A row of hidden text alone keeps its text and the mark, as a row hidden in a workbook."""
        if self._is_blank() and any("".join(cell.hidden).strip() for cell in self.cells):
            self.hidden = True
            for cell in self.cells:
                cell.pieces = [piece for piece in cell.pieces if isinstance(piece, _Table)] + cell.hidden

    def _is_blank(self) -> bool:
        return not any(cell.pieces and cell.text() for cell in self.cells)


@dataclass(eq=False)
class _Table:
    rows: list[_Row] = field(default_factory=list)

    def text(self) -> str:
        return "\n".join(filter(None, (cell.text() for row in self.rows if not row.hidden for cell in row.cells)))

    def inside(self) -> Iterator["_Table"]:
        return (piece for row in self.rows for cell in row.cells for piece in cell.pieces if isinstance(piece, _Table))


class _Definition:
    """What the words after \\trowd say of the cells of a row."""

    def __init__(self) -> None:
        self.edges: list[int] = []
        self.below: list[bool] = []
        self.beside: list[bool] = []
        self._goes_on = self._continues = False

    def word(self, token: Token) -> None:
        if token.word == b"clvmrg":
            self._goes_on = True
        elif token.word == b"clmrg":
            self._continues = True
        elif token.word == b"cellx":
            self.edges.append(token.number)
            self.below.append(self._goes_on)
            self.beside.append(self._continues)
            self._goes_on = self._continues = False


class _Document:
    """Texts and rows by the level of their tables; level 0 is the text outside."""

    def __init__(self) -> None:
        self.blocks: list[str | _Table] = []
        self._open: dict[int, _Cell] = {}
        self._rows: dict[int, _Row] = {}
        self._tables: dict[int, _Table] = {}
        self._definitions: dict[int, _Definition] = {}

    def take(self, token: Token) -> None:
        level = min(token.state.level, DOCUMENT_LEVELS)
        match token.word:
            case b"":
                self._letters(token, level)
            case b"trowd":
                self._definitions[max(2, level) if token.state.nested else 1] = _Definition()
            case b"clvmrg" | b"clmrg" | b"cellx":
                self._definitions.setdefault(max(2, level) if token.state.nested else 1, _Definition()).word(token)
            case b"cell" | b"nestcell":
                self._end_cell(max(2, level) if token.word == b"nestcell" else 1)
            case b"row" | b"nestrow":
                self._end_row(max(2, *self._rows, 2) if token.word == b"nestrow" else 1)
            case b"par" | b"sect" | b"page":
                self._end_line(level)
            case b"shptxt" if not level:  # a text box has lines of its own
                self._end_line(level)

    def close(self) -> None:
        self._end_line(0)

    def _letters(self, token: Token, level: int) -> None:
        self._fold(level)
        cell = self._open.setdefault(level, _Cell())
        if token.state.deleted:
            cell.lost = True
        elif token.state.hidden:
            cell.hidden.append(token.letters)
        else:
            cell.pieces.append(token.letters)
            if token.letters.strip():
                cell.struck.append(token.state.struck)

    def _fold(self, level: int) -> None:
        """Tables that lie deeper have ended and belong to the cell they stand in."""
        for deeper in sorted((place for place in self._tables if place > max(level, 1)), reverse=True):
            self._rows.pop(deeper, None)
            self._open.setdefault(deeper - 1, _Cell()).pieces.append(self._tables.pop(deeper))

    def _end_cell(self, level: int) -> None:
        self._fold(level)
        cell = self._open.pop(level, None) or _Cell()
        if level == 1 and (outside := self._open.pop(0, None)):  # cells whose text does not say that it is in a table
            cell = _Cell(outside.pieces + cell.pieces, outside.lost or cell.lost, outside.struck + cell.struck,
                         outside.hidden + cell.hidden)
        self._rows.setdefault(level, _Row()).cells.append(cell)

    def _end_row(self, level: int) -> None:
        self._fold(level)
        self._open.pop(level, None)
        row = self._rows.pop(level, None)
        if row:
            row.unhide()
        if row is None or row.is_deleted():
            return
        told = self._definitions.get(level, _Definition())
        row.edges, row.below, row.beside = list(told.edges), list(told.below), list(told.beside)
        self._tables.setdefault(level, _Table()).rows.append(row)

    def _end_line(self, level: int) -> None:
        if level:
            self._fold(level)
            cell = self._open.setdefault(level, _Cell())
            cell.pieces.append("\n")
            cell.hidden.append("\n")
            return
        self._fold(0)
        if 1 in self._tables:
            self.blocks.append(self._tables.pop(1))
        line = self._open.pop(0, None) or _Cell()
        line.pieces += (self._open.pop(1, None) or _Cell()).pieces
        self.blocks.append(line.text(inner=False))
        self.blocks += [piece for piece in line.pieces if isinstance(piece, _Table)]


def read_richtext(data: bytes) -> list[Raw]:
    """«Таблица 1», «Таблица 2»… in their order. Deleted text is left out with the rows that held no other, hidden text
    where its row shows another. A table inside a cell belongs to its text, unless the table around only holds it in its
    place.

    Raises:
        Failed: there is no table in the document.
    """
    document = _opened(data)
    found: list[Raw] = []
    above: list[str] = []
    outside = _outside(document.blocks)
    for block in _unfolded(document.blocks, outside):
        if isinstance(block, str):
            above.append(block)
        elif any(row.cells for row in block.rows):
            found.append(_table(block.rows, f"Таблица {len(found) + 1}", above, inner=block not in outside))
            above = []
    return found or [typed_table(above)]


def blocks(data: bytes) -> Iterator[str | tuple[tuple[str, ...], ...]]:
    """Paragraphs and tables of a document in their order, as texts."""
    for block in _opened(data).blocks:
        yield block if isinstance(block, str) else tuple(tuple(cell.text() for cell in row.cells) for row in block.rows
                                                         if not row.hidden)


def _opened(data: bytes) -> _Document:
    document = _Document()
    for token in tokens(data):
        document.take(token)
    document.close()
    return document


def _outside(blocks: list[str | _Table]) -> dict[_Table, bool]:
    """Tables that only lay the page out."""
    order: list[_Table] = []
    around: dict[_Table, _Table | None] = {}
    waiting: list[tuple[_Table, _Table | None]] = [(block, None) for block in reversed(blocks)
                                                   if isinstance(block, _Table)]
    while waiting:
        table, outer = waiting.pop()
        order.append(table)
        around[table] = outer
        waiting += [(inner, table) for inner in reversed(list(table.inside()))]
    return layouts(order, lambda table: [sum(bool(cell.text(inner=False)) for cell in row.cells) for row in table.rows],
                   around.__getitem__)


def _unfolded(blocks: list[str | _Table], outside: dict[_Table, bool]) -> Iterator[str | _Table]:
    """Instead of a table that lays the page out the lines and tables in its cells."""
    for block in blocks:
        if not isinstance(block, _Table) or block not in outside:
            yield block
            continue
        if outside[block]:
            yield block
            yield from _unfolded(list(block.inside()), outside)
            continue
        for cell in (cell for row in block.rows for cell in row.cells):
            line = ""
            for piece in cell.pieces:
                if isinstance(piece, str):
                    line += piece
                    continue
                yield from _whole(line).split("\n")
                yield from _unfolded([piece], outside)
                line = ""
            yield from _whole(line).split("\n")


def _table(rows: list[_Row], sheet: str, above: list[str], inner: bool) -> Raw:
    """inner: with the text of tables inside. Cells stand in the columns their edges make; a wide one is merged."""
    edges = _columns(rows)
    grid: list[list[str | None]] = [[None] * len(edges) for _ in rows]
    struck: list[tuple[int, int]] = []
    spans: dict[tuple[int, int], list[int]] = {}
    tops: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        left, before = 0, (number, 0)
        for place, cell in enumerate(row.cells[:DOCUMENT_COLUMNS]):
            right = _column(edges, row.edges[place]) if place < len(row.edges) else left
            if place and place < len(row.beside) and row.beside[place]:
                top = before
            elif place < len(row.below) and row.below[place] and left in tops:
                top = tops[left]
            else:
                top = tops[left] = (number, left)
                grid[number][min(left, len(edges) - 1)] = cell.text(inner) or None
                struck += [top] if cell.struck and all(cell.struck) else []
            spans[top] = [number, max(right, left, spans.get(top, [0, 0])[1])]
            left, before = max(right, left) + 1, top
            if left >= len(edges):
                break
    merged = tuple((top, left, last[0], last[1]) for (top, left), last in spans.items() if [top, left] != last)
    hidden = frozenset(number for number, row in enumerate(rows) if row.hidden)
    return Raw(sheet, tuple(map(tuple, grid)), merged, heading=heading_of(above),
               looks=Shown(hidden_rows=hidden, struck=areas_of(struck)))


def _columns(rows: list[_Row]) -> list[int]:
    """Right edges of the columns; without edges as many columns as the longest row has cells."""
    edges: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if not edges or edge - edges[-1] > NEAR:
            edges.append(edge)
    return (edges or list(range(max(len(row.cells) for row in rows))) or [0])[:DOCUMENT_COLUMNS]


def _column(edges: list[int], edge: int) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - edge))


def _whole(text: str) -> str:
    """Letters beyond the first plane come in two halves."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
