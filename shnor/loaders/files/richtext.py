"""Tables of RTF documents: a grid a table. Only what a table needs is understood: rows, cells, their edges, letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from shnor.loaders.files.raw import Failed, Raw

HEADING_LINES = 10
NEAR = 30
"""Edges closer than this (in twentieths of a point) are one column."""
MOST_COLUMNS = 200
_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|"
                    rb"([^\\{}\r\n]+)")
_ASIDE = frozenset((
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"header", b"headerl", b"headerr", b"headerf", b"footer",
    b"footerl", b"footerr", b"footerf", b"footnote", b"annotation", b"listtable", b"listoverridetable", b"object",
    b"themedata", b"colorschememapping", b"datastore", b"latentstyles", b"fldinst", b"bkmkstart", b"bkmkend",
    b"nonesttables", b"xmlnstbl", b"rsidtbl", b"generator"))
_SIGNS = {b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
          b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"~": "\u00a0", b"_": "-", b"-": ""}


@dataclass
class _State:
    """What holds inside a group. skip: signs after a letter by number that stand for it in older programs."""

    aside: bool = False
    skip: int = 1


@dataclass
class _Row:
    """edges: right edge of each cell; texts: of the cells; below: cells that go on from the row above."""

    edges: list[int] = field(default_factory=list)
    below: list[bool] = field(default_factory=list)
    goes_on: bool = False
    texts: list[str] = field(default_factory=list)


def read_richtext(data: bytes) -> list[Raw]:
    """«Таблица 1», «Таблица 2»… in their order.

    Raises:
        Failed: there is no table in the document.
    """
    tables: list[Raw] = []
    above: list[str] = []
    rows: list[_Row] = []
    for event in [*_events(data), ""]:
        if isinstance(event, _Row):
            rows.append(event)
        elif rows:
            tables.append(_table(rows, f"Таблица {len(tables) + 1}", above))
            rows, above = [], [event]
        else:
            above.append(event)
    if not tables:
        raise Failed("no-tables")
    return tables


def _events(data: bytes) -> Iterator[str | _Row]:
    """The text of a paragraph outside a table, a row of a table, in their order."""
    row, text, inside = _Row(), "", False
    for word, number, letters in _words(data):
        if letters:
            text += letters
        elif word == b"trowd":
            row.edges, row.below, row.goes_on = [], [], False
        elif word == b"clvmrg":
            row.goes_on = True
        elif word == b"cellx":
            row.edges.append(number)
            row.below.append(row.goes_on)
            row.goes_on = False
        elif word in (b"intbl", b"pard"):
            inside = word == b"intbl"
        elif word == b"cell":
            row.texts.append(text.strip())
            text = ""
        elif word == b"row":
            yield row
            row = _Row(edges=list(row.edges), below=list(row.below))
            text = ""
        elif word in (b"par", b"sect") and inside:
            text += "\n"
        elif word in (b"par", b"sect"):
            yield text
            text = ""


def _words(data: bytes) -> Iterator[tuple[bytes, int, str]]:
    """(control word, its number, "") or (b"", 0, letters); groups that are no text of the document are left out."""
    states, page, left, starting = [_State()], "cp1251", 0, False
    for token in _TOKEN.finditer(data):
        word, number, byte, sign, brace, plain = token.groups()
        state = states[-1]
        if brace:
            states = [*states, _State(state.aside, state.skip)] if brace == b"{" else states[:-1] or [_State()]
            starting = brace == b"{"
            continue
        if sign == b"*" and starting:
            state.aside = True
            continue
        if starting and word in _ASIDE:
            state.aside = True
        starting = False
        if word == b"ansicpg" and number:
            page = f"cp{int(number)}" if int(number) in range(874, 1259) else page
        elif word == b"uc":
            state.skip = int(number or 1)
        if state.aside:
            continue
        letters = _letters(word, number, byte, sign, plain, page)
        if left and (byte or plain):
            letters, left = letters[left:], max(0, left - len(letters))
        if word == b"u":
            left = state.skip
        if letters:
            yield b"", 0, letters
        elif word:
            yield word, int(number or 0), ""


def _letters(word: bytes | None, number: bytes | None, byte: bytes | None, sign: bytes | None, plain: bytes | None,
             page: str) -> str:
    if byte:
        return bytes([int(byte, 16)]).decode(page, "replace")
    if plain:
        return plain.decode(page, "replace")
    if word == b"u" and number:
        return chr(int(number) % 0x10000)
    if sign in (b"\\", b"{", b"}"):
        return sign.decode()
    return _SIGNS.get(word or sign or b"", "")


def _table(rows: list[_Row], sheet: str, above: list[str]) -> Raw:
    """Cells stand in the columns their edges make; a wide cell is a merged one."""
    edges = _columns(rows)
    grid: list[list[str | None]] = [[None] * len(edges) for _ in rows]
    spans: dict[tuple[int, int], list[int]] = {}
    tops: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        left = 0
        for place, text in enumerate(row.texts[:MOST_COLUMNS]):
            right = _column(edges, row.edges[place]) if place < len(row.edges) else left
            top = tops.get(left) if place < len(row.below) and row.below[place] else None
            if top is None:
                top = tops[left] = (number, left)
                grid[number][min(left, len(edges) - 1)] = text or None
            spans[top] = [number, max(right, left)]
            left = max(right, left) + 1
            if left >= len(edges):
                break
    merged = tuple((top, left, last[0], last[1]) for (top, left), last in spans.items() if [top, left] != last)
    heading = "\n".join([line for line in above if line.strip()][-HEADING_LINES:])
    return Raw(sheet, tuple(map(tuple, grid)), merged, heading=heading)


def _columns(rows: list[_Row]) -> list[int]:
    """Right edges of the columns; without edges as many columns as the longest row has cells."""
    edges: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if not edges or edge - edges[-1] > NEAR:
            edges.append(edge)
    return (edges or list(range(max(len(row.texts) for row in rows))) or [0])[:MOST_COLUMNS]


def _column(edges: list[int], edge: int) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - edge))
