"""Another table under the one that was recognised: where it begins."""

from collections.abc import Sequence

from shnor.datasets import Grid, Value
from shnor.loaders.tables.recognise import starts
from shnor.loaders.types import Match
from shnor.loaders.words.headers import normalise, plain, row_texts

_LEAST = 3


def other_table(grid: Grid, match: Match) -> int | None:
    """The row, from 0, of the header of another table: after an empty row, texts only, and none of them a number;
    rows below it. The header of this table once more (a table broken over pages) is not another one, unless its
    columns stand in another order."""
    own = {(place, text) for cells in grid.cells[match.header_row:match.first_row] for place, text in _placed(cells)}
    rows, first = grid.cells, match.first_row
    begin = [cells[:1] for cells in rows[first:]]
    filling = {cells for cells in set(begin) if not _is_empty(cells)}  # most rows are settled by their first cell
    filled = [row for row, cells in enumerate(begin, first) if cells in filling or not _is_empty(rows[row])]
    for place in range(1, len(filled) - 1):
        if filled[place] - filled[place - 1] < 2:
            continue
        for row, below in ((filled[place + shift], filled[place + shift + 1]) for shift in (0, 1)
                           if place + shift + 1 < len(filled)):
            if below == row + 1 and _is_header(rows[row], own) and len(row_texts(rows[below])) > 1:
                return filled[place]
            if len(row_texts(rows[row])) > 1:
                break
    return None


def _is_empty(cells: Sequence[Value]) -> bool:
    return not any(value is not None and (not isinstance(value, str) or value.strip()) for value in cells)


def _placed(cells: Sequence[Value]) -> list[tuple[int, str]]:
    return [(place, text) for place, value in enumerate(cells) if (text := normalise(value))]


def _is_header(cells: Sequence[Value], own: set[tuple[int, str]]) -> bool:
    placed = _placed(cells)
    texts = [text for _, text in placed]
    if len(texts) < _LEAST or not set(texts) & starts():
        return False
    if set(texts) <= {text for _, text in own} and 2 * len(own & set(placed)) >= len(texts):
        return False
    return all(isinstance(value, str) for value in cells if value is not None) and \
        not any(char.isdigit() for text in texts for char in plain(text))
