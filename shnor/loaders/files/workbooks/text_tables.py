"""Tables as text: csv, tab-separated, pasted from a letter. Values stay text."""

import csv
import io
import re
from collections import Counter

from shnor.loaders.files.encodings import decoded
from shnor.loaders.files.raw import Raw

SHEET = "Таблица 1"
_COMMA = ","
_DELIMITERS = (";", "\t", _COMMA, "|")
_IN_NUMBER = re.compile(r"(?<=\d),(?=\d)")
_LOOKED_AT = 200
_LONGEST = 1 << 24


def read_text(data: bytes, encoding: str = "") -> list[Raw]:
    """One grid, or none if there is no text. Row 1 is the first line, as a program for tables would show it.
    encoding: the title of a code page, where the person has chosen one."""
    text = decoded(data, encoding)
    announced, text = _announced(text)
    csv.field_size_limit(_LONGEST)
    rows = [tuple(value or None for value in row) for row in _rows(text, _delimiter(text, announced))]
    width = max(map(len, rows), default=0)
    cells = tuple(row + (None,) * (width - len(row)) for row in rows)
    return [Raw(SHEET, cells)] if any(any(row) for row in cells) else []


def _announced(text: str) -> tuple[str, str]:
    """The first line «sep=;» is an order to the program, not a row."""
    first, _, rest = text.partition("\n")
    order = first.strip("\r\n").strip('"')
    return (order[4], rest) if len(order) == 5 and order.lower().startswith("sep=") else ("", text)


def _delimiter(text: str, announced: str) -> str:
    """The one that cuts most lines into the same number of pieces; many pieces count for more than few. A comma inside
    a number counts only where nothing else cuts. The announced one, unless the lines agree on another: a person saved
    the file anew and the order stayed."""
    sample = "".join(text.splitlines(keepends=True)[:_LOOKED_AT])
    best = max(_DELIMITERS, key=lambda delimiter: _agreement(sample, delimiter))
    cut, ordered = (max(_sizes(sample, one).values(), default=0) for one in (best, announced or best))
    if announced and cut <= ordered:
        return announced
    return best if _agreement(sample, best) else _COMMA


def _agreement(sample: str, delimiter: str) -> float:
    return max((lines * (size - 1) ** 0.5 for size, lines in _sizes(sample, delimiter).items()), default=0)


def _sizes(sample: str, delimiter: str) -> Counter[int]:
    """Pieces → how many lines are cut into so many."""
    if delimiter == _COMMA:
        sample = _IN_NUMBER.sub(" ", sample)
    return Counter(len(row) for row in _rows(sample, delimiter) if len(row) > 1)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in text.splitlines()]
