"""Tables as text: csv, tab-separated, pasted from a letter. Values stay text."""

import csv
import io
from collections import Counter

from shnor.loaders.files.raw import Raw

SHEET = "Таблица 1"
_DELIMITERS = (";", "\t", ",")
_LOOKED_AT = 200
_LONGEST = 1 << 24


def read_text(data: bytes) -> list[Raw]:
    """One grid, or none if there is no text. Row 1 is the first line, as a program for tables would show it."""
    text = decoded(data)
    delimiter, text = _announced(text)
    csv.field_size_limit(_LONGEST)
    rows = [tuple(value or None for value in row) for row in _rows(text, delimiter or _delimiter(text))]
    width = max(map(len, rows), default=0)
    cells = tuple(row + (None,) * (width - len(row)) for row in rows)
    return [Raw(SHEET, cells)] if any(any(row) for row in cells) else []


def decoded(data: bytes) -> str:
    """utf-8 with or without mark, utf-16 with mark, else cp1251."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")


def _announced(text: str) -> tuple[str, str]:
    """The first line «sep=;» is an order to the program, not a row."""
    first, _, rest = text.partition("\n")
    order = first.strip("\r\n")
    return (order[4], rest) if len(order) == 5 and order.lower().startswith("sep=") else ("", text)


def _delimiter(text: str) -> str:
    """The one that cuts most lines into the same number of pieces, more than one."""
    def agreement(delimiter: str) -> int:
        sizes = Counter(len(row) for row in _rows(sample, delimiter) if len(row) > 1)
        return max(sizes.values(), default=0)

    sample = "".join(text.splitlines(keepends=True)[:_LOOKED_AT])
    return max(_DELIMITERS, key=agreement)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in text.splitlines()]
